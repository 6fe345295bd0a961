"""The COG of a year over the territories in place: their codes, names and boundaries follow it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cog.files import (
    DEPARTMENTS,
    REGIONS,
    CogTables,
    is_cog_archive,
    kind_of,
    read_tables,
)
from territorial_map.ingest.sources.cog.following import (
    Cells,
    CommunesFollowed,
    follow,
    joined_shape,
    pieces_of,
)
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.layers import LayerImporter
from territorial_map.places.former import EVENT_COLUMNS, EVENTS, read_event_rows
from territorial_map.places.vintages import stamped, vintage_told

ABOUT = SourceAbout(
    code="cog",
    title="Code officiel géographique (COG)",
    publisher="Insee",
    page="https://www.insee.fr/fr/information/2560452",
    licence="Licence Ouverte 2.0",
    refresh="chaque année, au 1er janvier",
    formats="« cog_ensemble_AAAA_csv.zip », ou v_commune, v_mvt_commune, v_departement, v_region",
    table="communes.parquet",
    register="le code officiel géographique",
    layout=LayoutKnown.PARTLY,
)
_COMMUNES, _OUTLINES = "communes.parquet", "screen/communes.parquet"
_LEVELS = {DEPARTMENTS: "departments.parquet", REGIONS: "regions.parquet"}
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class CogUpdate:
    """Tables to write by their path in the folder of territories, and what was met."""

    tables: Mapping[str, pa.Table]
    events: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write every table beside its place, then let all take it."""
        beside = {name: folder / f"{name}.partial" for name in (*self.tables, EVENTS)}
        try:
            for name, table in self.tables.items():
                beside[name].parent.mkdir(parents=True, exist_ok=True)
                pq.write_table(table, beside[name], compression="zstd")
            with beside[EVENTS].open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows((EVENT_COLUMNS, *self.events))
            for name, path in beside.items():
                path.replace(folder / name)
        finally:
            for path in beside.values():
                path.unlink(missing_ok=True)


def read(files: Sequence[Path], folder: Path, as_of: str) -> CogUpdate:
    """The territories of a folder, brought to the COG of the files.

    Raises:
        SourceError: no table of communes, a year that is not told or older than the one in place,
            communes that no event explains, départements or régions that are not those in place.
    """
    told = read_tables(files)
    year = as_of[:4] or told.year
    if not year:
        raise SourceError(
            f"{files[0].name} ne dit pas de quelle année il est : donnez-la, par exemple "
            "--as-of 2027-01-01."
        )
    present = _table(folder, _COMMUNES)
    _check_year(year, vintage_told(folder / _COMMUNES))
    _check_levels(told, folder)
    rows = {row["code"]: row for row in present.to_pylist()}
    events = _all_events(told, folder)
    pieces = pieces_of(told, rows, events)
    followed = follow(told, rows, pieces)
    tables = {
        _COMMUNES: _as(present, followed.rows, year),
        _OUTLINES: _outlines(_table(folder, _OUTLINES), pieces.of, year),
        **_renamed_levels(told, folder),
    }
    return CogUpdate(tables, events, tuple(_lines(year, told, rows, followed)))


def _table(folder: Path, name: str) -> pa.Table:
    path = folder / name
    if not path.is_file():
        raise SourceError(f"{name} : introuvable dans {folder}, rien à mettre à jour.")
    return pq.read_table(path)


def _check_year(year: str, present: str) -> None:
    if year < present:
        raise SourceError(
            f"Le COG de {year} est plus ancien que celui en place ({present}) : rien n’est "
            "remplacé."
        )


def _check_levels(told: CogTables, folder: Path) -> None:
    """Départements and régions are those that have a boundary here.

    Raises:
        SourceError: one is new or gone.
    """
    for kind, name in _LEVELS.items():
        known = set(_table(folder, name)["code"].to_pylist())
        listed = set(told.departments if kind == DEPARTMENTS else told.regions)
        used = {
            one.department if kind == DEPARTMENTS else one.region for one in told.communes.values()
        }
        foreign = sorted((listed or used) ^ known if listed else used - known)
        if foreign:
            raise SourceError(
                f"{kind} nouveaux ou disparus : {', '.join(foreign[:_SHOWN])}. Leurs contours "
                "manquent : prenez le dossier data/territories d’une version plus récente."
            )


def _all_events(told: CogTables, folder: Path) -> tuple[tuple[str, ...], ...]:
    """The events in place and those of the files, each once, the newest first."""
    known = dict.fromkeys((*told.events, *read_event_rows(folder)))
    return tuple(sorted(known, key=lambda event: event[1], reverse=True))


def _as(present: pa.Table, rows: Mapping[str, Cells], year: str) -> pa.Table:
    ordered = [rows[code] for code in sorted(rows)]
    columns = {name: [row[name] for row in ordered] for name in present.column_names}
    return stamped(pa.table(columns, schema=present.schema), year)


def _outlines(present: pa.Table, pieces: Mapping[str, tuple[str, ...]], year: str) -> pa.Table:
    outline = dict(zip(*present.to_pydict().values(), strict=True))
    made = {
        code: (
            outline.get(parts[0])
            if len(parts) == 1
            else joined_shape([outline.get(part) for part in parts])
        )
        for code, parts in sorted(pieces.items())
    }
    columns = {"code": list(made), "geometry": list(made.values())}
    return stamped(pa.table(columns, schema=present.schema), year)


def _renamed_levels(told: CogTables, folder: Path) -> dict[str, pa.Table]:
    """The tables of départements and régions whose names have changed."""
    changed = {}
    for kind, name in _LEVELS.items():
        table = _table(folder, name)
        names = told.departments if kind == DEPARTMENTS else told.regions
        before = table["name"].to_pylist()
        codes = table["code"].to_pylist()
        after = [names.get(code, now) for code, now in zip(codes, before, strict=True)]
        if after != before:
            place = table.column_names.index("name")
            kind_of_text = table.schema.field("name")
            changed[name] = table.set_column(place, kind_of_text, [after])
    return changed


def _lines(
    year: str, told: CogTables, before: Mapping[str, Cells], followed: CommunesFollowed
) -> Iterator[str]:
    yield f"{ABOUT.title} {year} : {', '.join(told.found.values())}"
    yield f"  {len(followed.rows)} communes ({len(before)} dans la table en place)"
    notes = (
        ("réunies, leurs contours avec elles", followed.joined),
        ("renommées", followed.renamed),
        ("passées dans un autre département, dont le contour ne suit pas", followed.moved),
        ("rétablies, sans contour ici : connues par leur nom seul", followed.reborn),
        ("réunies de plusieurs EPCI, sans EPCI d’ici la liste de la DGCL", followed.without_epci),
    )
    for what, codes in notes:
        if codes:
            more = "…" if len(codes) > _SHOWN else ""
            yield f"  · {what} : {len(codes)} ({', '.join(sorted(codes)[:_SHOWN])}{more})"
    yield "  Périmètres des EPCI et populations : ceux de la table en place."


def is_cog_file(path: Path) -> bool:
    """True for the archive of a COG."""
    return is_cog_archive(path)


def recognises(seen: Glimpse) -> bool:
    """True for one of the tables of a COG."""
    return bool(kind_of(tuple(name.replace(" ", "_") for name in seen.columns)))


COG = LayerImporter(ABOUT, read, recognises)
