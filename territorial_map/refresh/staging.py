"""From files that have come to a table beside the one in place, which stays till this passed."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import day_of
from territorial_map.ingest.progress import Progress, silent
from territorial_map.ingest.sources import (
    Choices,
    Importer,
    LayerImporter,
    import_files,
    importer_for,
    layer_importer_for,
)
from territorial_map.ingest.sources.import_run import vintage_of
from territorial_map.refresh.plan import PlannedSource
from territorial_map.refresh.tables import is_layer, is_to_come, rows_of, table_of, vintage_in_place
from territorial_map.refresh.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Staged:
    """A table that passed, beside the one in place; ``rows_before`` is ``None`` without one.

    ``source_name`` is what its rows say they come from; ``layer`` the files of ``folder`` that go
    to the folder of territories, none for a table of organisations.
    """

    folder: Path
    table: str
    source_name: str
    vintage: str
    rows: int
    rows_before: int | None
    notes: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its files: a sidecar is put in place before its table."""
        return self.layer or (str(Path(self.table).with_suffix(".toml")), self.table)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where tables and territories are read, where new ones wait (``staging``), and the day."""

    sources: Path
    territories: Path
    staging: Path
    today: date
    accept: bool = False

    def in_place(self, source: PlannedSource) -> Path:
        """Where the table of a source is, when there is one."""
        return (self.territories if is_layer(source) else self.sources) / table_of(source)


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
    layer = layer_importer_for(source.importer, ())
    if layer is not None:
        return _staged_layer(source, layer, files, place)
    importer = importer_for(source.importer, files)
    as_of = _as_of(importer, files, told_date, place.today)
    choices = Choices(as_of, source.categories, replace=True, beside=place.sources)
    folder = place.staging / source.code
    report = import_files(importer, files, folder, choices, progress=progress)
    before = rows_of(place.sources / report.about.table)
    rows = report.intake.kept
    _check_rows(source, rows, before, accept=place.accept)
    _check_age(place.sources / report.about.table, report.vintage, place.today)
    rejected = report.intake.rejected.total()
    notes = (f"{rejected} lignes rejetées sur {report.intake.read} lues.",) if rejected else ()
    about = report.about
    return Staged(folder, about.table, about.title, report.vintage, rows, before, notes)


def _staged_layer(
    source: PlannedSource, layer: LayerImporter, files: Sequence[Path], place: TablePlace
) -> Staged:
    folder = place.staging / source.code
    folder.mkdir(parents=True, exist_ok=True)
    update = layer.read(files, place.territories, "")
    update.write(folder)
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    table = table_of(source)
    if table not in names:
        raise SourceError(
            f"{files[0].name} donne {', '.join(names)}, et « {table} » est attendu : ce n’est pas "
            "ce fichier."
        )
    rows, before = rows_of(folder / table) or 0, rows_of(place.in_place(source))
    vintage = vintage_in_place(folder / table, place.today)
    _check_rows(source, rows, before, accept=place.accept)
    _check_age(place.in_place(source), vintage, place.today)
    notes = tuple(line.strip() for line in update.lines[1:])
    title = layer.about.title
    return Staged(folder, table, title, vintage, rows, before, notes, tuple(names))


def put_in_place(one: Staged, workshop: Workshop) -> None:
    """Let a staged table take its place: sidecar first, table last, each in one step."""
    home = workshop.reference if one.layer else workshop.sources
    for name in one.names:
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            shutil.copyfile(one.folder / name, beside)
            beside.replace(target)
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


def _check_age(table: Path, vintage: str, today: date) -> None:
    """Refuse a file older than the table in place, or dated in the future.

    Raises:
        SourceError: it is.
    """
    if day_of(vintage) is not None and is_to_come(vintage, today):
        raise SourceError(
            f"Le fichier se dit du {vintage}, et nous sommes le {today.isoformat()} : rien n’est "
            "remplacé. Vérifiez la date de cette machine, puis le fichier."
        )
    present = vintage_in_place(table, today)
    old, new = day_of(present), day_of(vintage)
    if old is not None and new is not None and new < old:
        raise SourceError(
            f"Le fichier date du {vintage}, la table en place du {present} : rien n’est remplacé "
            "par plus ancien."
        )
