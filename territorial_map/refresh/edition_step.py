"""Building an edition of new tables beside the one served, comparing the two, and serving it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from territorial_map.domain.edition import Edition
from territorial_map.domain.errors import EditionError
from territorial_map.domain.refresh import GuardTrip
from territorial_map.domain.selection import Selection
from territorial_map.ingest.build import build_edition
from territorial_map.refresh.guards import changed_between, trips
from territorial_map.refresh.plan import GuardLimits
from territorial_map.refresh.staging import Staged, put_in_place
from territorial_map.refresh.workshop import Workshop
from territorial_map.services.editions.comparing import Between, change_page
from territorial_map.store import refresh_files
from territorial_map.store.overlaid_folders import overlaid
from territorial_map.store.pointers import current_id, point_to

# What folders are named where the tables of an edition stand together while it is built.
TOGETHER = ".sources-"


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """An edition that is built and not served; ``trips`` say what must be looked at first."""

    edition: Edition
    before: str
    trips: tuple[GuardTrip, ...]
    changes: tuple[tuple[str, int], ...]
    notes: tuple[str, ...] = ()


def candidate(workshop: Workshop, tables: Sequence[Staged], limits: GuardLimits) -> BuiltEdition:
    """Build an edition of the tables in place, with these instead of theirs, and compare it.

    Raises:
        SourceError: the tables cannot be built.
    """
    before = _current(workshop.editions)
    with (
        workshop.tables() as present,
        _territories(workshop, tables) as reference,
        TemporaryDirectory(prefix=TOGETHER, dir=_made(workshop.editions)) as folder,
    ):
        for name, path in together(present, tables).items():
            (Path(folder) / name).symlink_to(path.resolve())
        edition = build_edition(
            Path(folder),
            reference,
            workshop.editions,
            built_on=workshop.built_on,
            trades=workshop.trades(),
            tagging=workshop.tagging() if workshop.tagging else None,
            progress=workshop.progress,
            serve=False,
        )
    if not before or before == edition.id:
        return BuiltEdition(edition, before, (), ())
    try:
        found = trips(changed_between(workshop.editions, before, edition.id), limits)
        between = Between(workshop.editions, before, edition.id)
        counts = change_page(between, Selection.of({}), limit=0).counts
    except EditionError as error:
        note = f"L’édition servie ne se compare pas à la nouvelle : {error}"
        return BuiltEdition(edition, before, (), (), (note,))
    changes = tuple((nature.value, count) for nature, count in counts.by_nature)
    return BuiltEdition(edition, before, found, changes)


def serve(workshop: Workshop, edition_id: str, tables: Sequence[Staged]) -> None:
    """Put the tables in place, then serve the edition made of them."""
    for table in tables:
        put_in_place(table, workshop)
    point_to(workshop.editions, edition_id)


def hold(workshop: Workshop, edition_id: str, tables: Sequence[Staged]) -> None:
    """Keep, for an edition that is not served, those of its tables that must be looked at.

    The tables that it has beside them are in place, or about to be.
    """
    folder = refresh_files.held_folder(workshop.editions, edition_id)
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        home = layers_in(folder) if table.layer else folder
        for name in table.names:
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(table.folder / name, home / name)


def layers_in(held: Path) -> Path:
    """Where the territories of an edition that is held back are, in its folder."""
    return held / "territories"


@contextmanager
def _territories(workshop: Workshop, tables: Sequence[Staged]) -> Iterator[Path]:
    """The territories in place, these over them."""
    with ExitStack() as folders:
        whole = folders.enter_context(workshop.territories())
        for table in tables:
            if table.layer:
                whole = folders.enter_context(overlaid(whole, table.folder))
        yield whole


def _current(editions: Path) -> str:
    with suppress(EditionError):
        return current_id(editions) or ""
    return ""


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def together(present: Path, tables: Sequence[Staged]) -> dict[str, Path]:
    """The files that an edition is built from, by name: those in place, but for these tables."""
    lists = [table for table in tables if not table.layer]
    replaced = {name: table.folder / name for table in lists for name in table.names}
    there = {p.name: p for p in present.iterdir() if p.is_file() and p.name[0] != "."}
    return there | replaced


def fingerprint(workshop: Workshop, tables: Sequence[Staged]) -> str:
    """What tells the tables of an edition from any others."""
    with workshop.tables() as present, _territories(workshop, tables) as reference:
        layers = {
            f"territories/{path.relative_to(reference).as_posix()}": path
            for path in reference.rglob("*")
            if path.is_file()
        }
        return refresh_files.fingerprint_of(layers | together(present, tables))
