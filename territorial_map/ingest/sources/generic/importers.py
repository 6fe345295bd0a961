"""Importers made from a mapping: those that come with the project, and any other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from importlib.resources import as_file, files
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.facts_tables.categories import KINDS, UNTOLD
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cell_cleaning import (
    date_of,
    digits,
    phone_of,
    point_of,
    postcode_anywhere,
    rna_of,
    siren_of,
    siret_of,
    text,
)
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.generic.category_cells import category_of
from territorial_map.ingest.sources.generic.mapping_file import (
    ColumnMapping,
    mapping_text,
    read_mapping,
)
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut, Noted
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.readers import open_table
from territorial_map.readers.column_names import is_known, matched

_CODE = "generic"
ABOUT = SourceAbout(
    code=_CODE,
    title="Tableau quelconque",
    publisher="à indiquer dans le fichier de correspondance",
    page="",
    licence="non indiquée",
    refresh="non indiqué",
    formats="CSV, XLSX, ODS ou GeoJSON, avec une ligne d’en-tête",
    table="import-<nom du fichier>.csv",
    register="la liste importée",
    layout=LayoutKnown.FREE,
    is_register=False,
)


def from_mapping(mapping: ColumnMapping) -> Importer:
    """The importer of a mapping."""
    needed = tuple(column for columns in mapping.columns.values() for column in columns)

    def recognises(seen: Glimpse) -> bool:
        return len(needed) > 3 and seen.has(*needed)

    return Importer(mapping.about, partial(_rows, mapping), recognises)


def generic_importer(file: Path, choices: Choices) -> Importer:
    """The importer of any table: by the mapping file given, else by the names of its columns.

    Raises:
        SourceError: no column tells a name, or the file or the mapping cannot be read.
    """
    if choices.mapping is not None:
        return from_mapping(read_mapping(choices.mapping))
    return from_mapping(found_mapping(file, choices))


def found_mapping(file: Path, choices: Choices) -> ColumnMapping:
    """The mapping that the names of a file's columns tell.

    Raises:
        SourceError: no column tells a name, or the file cannot be read.
    """
    with open_table(file, known=is_known) as table:
        found, layout = matched(table.columns), table.layout
        columns = ", ".join(f"« {column} »" for column in table.columns[:12])
    if "name" not in found:
        raise SourceError(
            f"{file.name}, ligne {layout.header_line} : aucune colonne ne dit le nom des "
            f"organisations. Colonnes trouvées : {columns}. Indiquez-la dans un fichier de "
            "correspondance (--mapping)."
        )
    stem = re.sub(r"[^a-z0-9]+", "-", fold(file.stem)).strip("-") or "liste"
    category = choices.categories[0] if choices.categories else ""
    return ColumnMapping(
        about=replace(ABOUT, title=f"Liste importée : {file.stem}", table=f"import-{stem}.csv"),
        prefix=stem,
        columns={field: (column,) for field, column in found.items()},
        constants={"category": category} if category else {},
        layout=layout,
    )


def write_mapping(file: Path, choices: Choices, out: Path) -> None:
    """Write the mapping found for a file, to be edited and given back with ``--mapping``.

    Raises:
        SourceError: as ``found_mapping``.
    """
    out.write_text(mapping_text(found_mapping(file, choices)), encoding="utf-8")


def _rows(mapping: ColumnMapping, files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    columns = {c: field for field, names in mapping.columns.items() for c in names}
    intake.matched_columns |= columns
    default = choices.categories[0] if choices.categories else ""
    if default:
        mapping = replace(mapping, constants={**mapping.constants, "category": default})
    _check_category(mapping)
    known = {fold(column) for column in columns}
    shape = ForeignShape(
        required=tuple(columns),
        layout=mapping.layout,
        known=known.__contains__,
        service_cells=mapping.service_cells,
    )
    return table_rows(files, shape, _maker(mapping), intake)


def _check_category(mapping: ColumnMapping) -> None:
    told = mapping.constants.get("category")
    wrong = [c for c in (told, *mapping.categories.values()) if c is not None and c not in KINDS]
    if wrong:
        raise SourceError(
            f"La catégorie « {wrong[0]} » n’existe pas. Catégories : {', '.join(sorted(KINDS))}."
        )


def _maker(mapping: ColumnMapping) -> Callable[[SourceLine, Intake], OrganisationCells | None]:
    translated = {fold(cell): category for cell, category in mapping.categories.items()}

    def cell(line: SourceLine, field: str) -> str:
        parts = [text(line.get(column)) for column in mapping.columns.get(field, ())]
        return " ".join(part for part in parts if part) or mapping.constants.get(field, "")

    def make(line: SourceLine, intake: Intake) -> OrganisationCells | None:
        for rule in mapping.leave_out:
            if fold(line.get(rule.column)).startswith(fold(rule.begins)):
                intake.leave_out(LeftOut(rule.why), line.number)
                return None
        told = cell(line, "category")
        category = translated.get(fold(told)) or (told if told in KINDS else category_of(told))
        if not category:
            category = mapping.constants.get("category", UNTOLD)
            if told and told != category:
                intake.note(Noted.CATEGORY_UNKNOWN, line.number, told)
        return _filled(mapping.prefix, category, lambda field: cell(line, field), line, intake)

    return make


def _filled(
    prefix: str, category: str, cell: Callable[[str], str], line: SourceLine, intake: Intake
) -> OrganisationCells:
    number = line.number
    siret = siret_of(cell("siret"), intake, number)
    siren = siren_of(cell("siren"), intake, number) or (siret[:9] if len(siret) == 14 else "")
    rna = rna_of(cell("rna"), intake, number)
    lon, lat = point_of(cell("lon"), cell("lat"), intake, number)
    street = text(f"{cell('house_number')} {cell('street')}")
    postcode = postcode_anywhere(cell("postcode"))
    own = cell("id") or siret or rna or digits(cell("finess")) or siren
    named = own or _print_of(cell("name"), postcode, cell("commune"))
    return OrganisationCells(
        id=f"{prefix}:{named}" if cell("name") else "",
        kind=KINDS[category].value,
        category=category,
        name=cell("name"),
        acronym=cell("acronym"),
        legal_category=digits(cell("legal_category")),
        headcount_band=cell("headcount_band"),
        siren=siren,
        siret=siret,
        finess=digits(cell("finess")),
        naf=cell("naf").replace(".", "").upper(),
        address=cell("address") or street,
        postcode=postcode,
        commune=cell("commune"),
        commune_code=cell("commune_code").upper(),
        department_code=_department(cell("department_code")),
        region=cell("region"),
        country=cell("country"),
        lat=lat,
        lon=lon,
        geo_precision=_precision(cell("geo_precision")) if lat else "",
        website=cell("website"),
        phone=phone_of(cell("phone"), intake, number),
        opened_on=date_of(cell("opened_on"), intake, number),
        sectors=cell("sectors").replace(",", ";").replace("|", ";"),
        source_ref=own,
    )


def _precision(told: str) -> str:
    """A geocoder's point of a whole commune is no address."""
    return "commune" if fold(told) in {"municipality", "commune"} else "address"


def _department(told: str) -> str:
    """A département code where the cell begins with one, else its words: places are read later."""
    found = re.match(r"(\d{1,3}|2[AB])\b", told.upper())
    return found[1].zfill(2) if found else told


def _print_of(name: str, postcode: str, commune: str) -> str:
    """What names an organisation without a number: the same name and place, the same print."""
    key = "|".join(map(fold, (name, postcode, commune)))
    return blake2b(key.encode(), digest_size=8).hexdigest()


def _generic_rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    return generic_importer(files[0], choices).rows(files, choices, intake)


def _recognises(seen: Glimpse) -> bool:
    return any(is_known(column) for column in seen.columns)


def _shipped() -> tuple[Importer, ...]:
    with as_file(files(__package__).joinpath("mappings")) as folder:
        return tuple(from_mapping(read_mapping(path)) for path in sorted(folder.glob("*.toml")))


GENERIC = Importer(ABOUT, _generic_rows, _recognises)
MAPPED: tuple[Importer, ...] = _shipped()
