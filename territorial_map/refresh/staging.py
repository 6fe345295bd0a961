"""From files that have come to a table beside the one in place, which stays till this passed."""

import csv
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import day_of
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.sources import Choices, Importer, import_files, importer_for
from territorial_map.ingest.sources.import_run import vintage_of
from territorial_map.refresh.plan import PlannedSource


@dataclass(frozen=True, slots=True)
class Staged:
    """A table that passed, beside the one in place; ``rows_before`` is ``None`` without one.

    ``source_name`` is what its rows say they come from.
    """

    folder: Path
    table: str
    source_name: str
    vintage: str
    rows: int
    rows_before: int | None
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, str]:
        """The table's file and its sidecar, which is put in place first."""
        return str(Path(self.table).with_suffix(".toml")), self.table


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where tables are read (``sources``), where new ones wait (``staging``), and the day."""

    sources: Path
    staging: Path
    today: date
    accept: bool = False


def table_of(source: PlannedSource) -> str:
    """The name of the table that a source fills."""
    return importer_for(source.importer, ()).about.table


def staged(
    source: PlannedSource,
    files: Sequence[Path],
    place: TablePlace,
    told_date: str,
    *,
    progress: Progress = silent,
) -> Staged:
    """Import files beside the sources, and look whether the table may take its place.

    ``told_date`` is the date that the catalogue tells, for files that tell none.

    Raises:
        SourceError: a column is missing, the files cannot be read, there are too few or too many
            rows, or they are older than those in place.
    """
    importer = importer_for(source.importer, files)
    as_of = _as_of(importer, files, told_date, place.today)
    choices = Choices(as_of=as_of, replace=True, beside=place.sources)
    folder = place.staging / source.code
    report = import_files(importer, files, folder, choices, progress=progress)
    before = rows_of(place.sources / report.about.table)
    rows = report.intake.kept
    _check_rows(source, rows, before, accept=place.accept)
    _check_age(place.sources / report.about.table, report.vintage)
    rejected = report.intake.rejected.total()
    notes = (f"{rejected} lignes rejetées sur {report.intake.read} lues.",) if rejected else ()
    about = report.about
    return Staged(folder, about.table, about.title, report.vintage, rows, before, notes)


def rows_of(table: Path) -> int | None:
    """How many rows a table has, ``None`` when there is none."""
    if not table.is_file():
        return None
    with table.open(encoding="utf-8", newline="") as file:
        return max(0, sum(1 for _ in csv.reader(file)) - 1)


def put_in_place(one: Staged, sources: Path) -> None:
    """Let a staged table take its place: sidecar first, table last, each in one step."""
    for name in one.names:
        beside = sources / f".{name}.{os.getpid()}"
        try:
            shutil.copyfile(one.folder / name, beside)
            beside.replace(sources / name)
        finally:
            beside.unlink(missing_ok=True)


def check_writable(sources: Path) -> None:
    """Look before anything is fetched whether tables can be put in place.

    Raises:
        SourceError: they cannot.
    """
    if not sources.is_dir():
        raise SourceError(f"Le dossier des tables « {sources} » n’existe pas (--sources).")
    if not os.access(sources, os.W_OK):
        raise SourceError(
            f"Le dossier des tables « {sources} » ne peut pas être écrit : copiez-le ailleurs et "
            "nommez la copie (--sources), pour ce rafraîchissement et pour « build »."
        )


def _as_of(importer: Importer, files: Sequence[Path], told: str, today: date) -> str:
    """The date of the extract: blank where the files tell it, else the catalogue's, else today."""
    if vintage_of(importer, files, Choices()):
        return ""
    day = day_of(told[:10])
    return (day or today).isoformat()


def _check_rows(source: PlannedSource, rows: int, before: int | None, *, accept: bool) -> None:
    least, most = source.rows
    if not least <= rows <= most:
        raise SourceError(
            f"{rows} lignes gardées, de {least} à {most} attendues : ce n’est pas ce fichier, ou "
            "sa forme a changé. La table en place reste."
        )
    if before is None or accept:
        return
    low, high = before * (1 - source.drop), before * (1 + source.growth)
    if not low <= rows <= high:
        raise SourceError(
            f"{rows} lignes gardées, {before} dans la table en place : de {low:.0f} à {high:.0f} "
            "attendues. La table en place reste. Si c’est juste, relancez avec --accept."
        )


def _check_age(table: Path, vintage: str) -> None:
    """Refuse a file older than the table in place.

    Raises:
        SourceError: it is.
    """
    present = vintage_in_place(table)
    old, new = day_of(present), day_of(vintage)
    if old is not None and new is not None and new < old:
        raise SourceError(
            f"Le fichier date du {vintage}, la table en place du {present} : rien n’est remplacé "
            "par plus ancien."
        )


def vintage_in_place(table: Path) -> str:
    """The newest vintage that the rows of a table tell, blank where they tell none."""
    if not table.is_file():
        return ""
    with table.open(encoding="utf-8", newline="") as file:
        told = {row.get("vintage") or "" for row in csv.DictReader(file)}
    return max((one for one in told if day_of(one)), default="")
