"""The tables of a COG, told apart by their columns, in an archive or as bare files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.places.former import EVENT_COLUMNS
from territorial_map.readers import Row, names_in_archive, open_table, unpacked_folder

COMMUNES, EVENTS, DEPARTMENTS, REGIONS = "communes", "événements", "départements", "régions"
# What a table has, and what it has not: the archive holds a dozen other ones.
_TOLD_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    EVENTS: (frozenset({"mod", "date_eff", "com_av", "com_ap"}), frozenset()),
    COMMUNES: (frozenset({"typecom", "com", "reg", "dep", "libelle"}), frozenset({"mod"})),
    DEPARTMENTS: (frozenset({"dep", "reg", "cheflieu", "libelle"}), frozenset({"arr", "can"})),
    REGIONS: (frozenset({"reg", "cheflieu", "libelle"}), frozenset({"dep", "ctcd", "arr", "can"})),
}
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_CODE = re.compile(r"\d[\dAB]\d{3}")
_ACTUAL = "COM"


@dataclass(frozen=True, slots=True)
class CommuneOfTheYear:
    """A commune of the year: its name, département and région."""

    name: str
    department: str
    region: str


@dataclass(slots=True)
class CogTables:
    """What the files of a COG tell; ``events`` are rows of ``EVENT_COLUMNS``, the newest first."""

    communes: dict[str, CommuneOfTheYear] = field(default_factory=dict)
    departments: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    events: list[tuple[str, ...]] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)
    year: str = ""


def read_tables(files: Sequence[Path]) -> CogTables:
    """Every table of a COG in these files; an archive may hold them all.

    Raises:
        SourceError: no table of communes, two of one kind, a row that is none.
    """
    told = CogTables()
    with ExitStack() as open_folders:
        for path in files:
            for bare in _bare(path, open_folders):
                _read(bare, told)
    if not told.communes:
        names = ", ".join(path.name for path in files)
        raise SourceError(
            f"{names} : pas de table des communes (colonnes TYPECOM, COM, REG, DEP, LIBELLE ; "
            "« v_commune_AAAA.csv »). Donnez « cog_ensemble_AAAA_csv.zip », ou ses fichiers."
        )
    told.year = _year_of([told.found[COMMUNES], *(path.name for path in files)])
    return told


def is_cog_archive(path: Path) -> bool:
    """True for an archive that holds the table of communes of a year."""
    names = (name.rpartition("/")[2].lower() for name in names_in_archive(path))
    return any(re.fullmatch(r"v_commune_20\d\d\.csv", name) for name in names)


def kind_of(columns: Sequence[str]) -> str:
    """Which table of a COG has these folded columns, blank for another one."""
    there = set(columns)
    kinds = (kind for kind, (has, no) in _TOLD_BY.items() if has <= there and not no & there)
    return next(kinds, "")


def _bare(path: Path, open_folders: ExitStack) -> Iterator[Path]:
    if path.suffix.lower() != ".zip":
        yield path
        return
    folder = open_folders.enter_context(unpacked_folder(path, (".csv",)))
    yield from sorted(folder.iterdir())


def _read(path: Path, told: CogTables) -> None:
    with open_table(path) as table:
        columns = {_folded(name): name for name in table.columns}
        kind = kind_of(tuple(columns))
        if not kind:
            return
        if kind in told.found:
            raise SourceError(
                f"{told.found[kind]} et {path.name} : deux tables des {kind}. Gardez celle de "
                "l’année."
            )
        told.found[kind] = path.name
        for row in table.rows:
            if isinstance(row, Row):
                cells = {key: row.values[name].strip() for key, name in columns.items()}
                _keep(kind, cells, told, f"{path.name}, ligne {row.line}")
    if kind == EVENTS:
        told.events.sort(key=lambda event: event[1], reverse=True)


def _folded(column: str) -> str:
    return fold(column).replace(" ", "_")


def _keep(kind: str, cells: Mapping[str, str], told: CogTables, where: str) -> None:
    if kind == EVENTS:
        told.events.append(tuple(cells.get(name, "") for name in EVENT_COLUMNS))
        return
    if kind == DEPARTMENTS:
        told.departments[cells["dep"]] = cells["libelle"]
        return
    if kind == REGIONS:
        told.regions[cells["reg"].zfill(2)] = cells["libelle"]
        return
    if cells["typecom"] != _ACTUAL:
        return
    code = cells["com"].upper().zfill(5)
    if not _CODE.fullmatch(code) or not cells["libelle"]:
        raise SourceError(f"{where} : « {cells['com']} » n’est pas le code d’une commune nommée.")
    if code in told.communes:
        raise SourceError(f"{where} : la commune {code} est là deux fois.")
    region = cells["reg"].zfill(2)
    told.communes[code] = CommuneOfTheYear(cells["libelle"], cells["dep"].upper().zfill(2), region)


def _year_of(names: Sequence[str]) -> str:
    return next((found[1] for name in names if (found := _YEAR.search(name))), "")
