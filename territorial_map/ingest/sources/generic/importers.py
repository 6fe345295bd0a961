"""Importers made from a mapping: those that come with the project, and any other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

from territorial_map.domain.cells import is_furniture, read_form
from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.facts_tables.categories import KINDS, UNTOLD
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cell_cleaning import text
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.generic.category_cells import category_of
from territorial_map.ingest.sources.generic.filling import ColumnFilling
from territorial_map.ingest.sources.generic.mapping_file import (
    FIELDS,
    ColumnMapping,
    mapping_text,
    read_mapping,
)
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut, Noted
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.readers import Layout, Row, open_table
from territorial_map.readers.column_names import is_known
from territorial_map.readers.person_columns import refuse_persons
from territorial_map.readers.understood import understand

_CODE = "generic"
_SAMPLE = 200
_BY_LINE = frozenset({"needs", "offers"})  # a line of such a cell is a thing of its own
ABOUT = SourceAbout(
    code=_CODE,
    title="Tableau quelconque",
    publisher="à indiquer dans le fichier de correspondance",
    page="",
    licence="non indiquée",
    refresh="non indiqué",
    formats="CSV, XLSX, ODS, GeoJSON, uMap, KML, GPX ou GeoPackage, avec une ligne d’en-tête",
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
        SourceError: no column tells a name, a list of persons, or the file cannot be read.
    """
    told = Layout(header_line=0, sheet=choices.sheet)
    with open_table(file, layout=told, known=is_known, forgiving=True) as table:
        rows = islice(table.rows, _SAMPLE)
        sample = [tuple(row.values.values()) for row in rows if isinstance(row, Row)]
        found, layout = understand(table.columns, sample, FIELDS), table.layout
    refuse_persons(file.name, table.columns, telling=found.telling)
    if "name" not in found.fields:
        columns = ", ".join(f"« {column} »" for column in table.columns[:12])
        raise SourceError(
            f"{file.name}, ligne {layout.header_line} : aucune colonne ne dit le nom des "
            f"organisations. Colonnes trouvées : {columns}. Indiquez-la dans un fichier de "
            "correspondance (--mapping)."
        )
    stem = re.sub(r"[^a-z0-9]+", "-", fold(choices.name or file.stem)).strip("-") or "liste"
    category = choices.categories[0] if choices.categories else ""
    return ColumnMapping(
        about=replace(
            ABOUT,
            title=f"Liste importée : {choices.name or file.stem}",
            table=f"import-{stem}.csv",
        ),
        prefix=stem,
        columns={field: (column,) for field, column in found.fields.items()},
        constants={"category": category} if category else {},
        # found again in each file: the sheet, and the header, which may stand on two rows
        layout=replace(layout, header_line=0, sheet=choices.sheet),
        otherwise=found.otherwise,
        sections=found.sections,
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
        layout=_layout(mapping, choices),
        known=known.__contains__,
        service_cells=mapping.service_cells,
        free=mapping.about.layout is LayoutKnown.FREE,
    )
    return table_rows(files, shape, _maker(mapping), intake)


def _layout(mapping: ColumnMapping, choices: Choices) -> Layout | None:
    """The layout of a mapping, at the sheet that is asked for."""
    if not choices.sheet:
        return mapping.layout
    return replace(mapping.layout or Layout(header_line=0), sheet=choices.sheet)


def _check_category(mapping: ColumnMapping) -> None:
    told = mapping.constants.get("category")
    wrong = [c for c in (told, *mapping.categories.values()) if c is not None and c not in KINDS]
    if wrong:
        raise SourceError(
            f"La catégorie « {wrong[0]} » n’existe pas. Catégories : {', '.join(sorted(KINDS))}."
        )


def _maker(mapping: ColumnMapping) -> Callable[[SourceLine, Intake], OrganisationCells | None]:
    reading = _Reading(mapping)
    filling = ColumnFilling(mapping.prefix, mapping.columns)

    def make(line: SourceLine, intake: Intake) -> OrganisationCells | None:
        why = reading.left_out(line)
        if why is not None:
            intake.leave_out(why, line.number)
            return None
        category = reading.category(line, intake)
        return filling.filled(category, partial(reading.cell, line), line.number, intake)

    return make


class _Reading:
    """The cells of a row by field, as a mapping tells them."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._translated = {fold(cell): each for cell, each in mapping.categories.items()}
        self._used = {fold(c) for columns in mapping.columns.values() for c in columns}
        self._free = mapping.about.layout is LayoutKnown.FREE

    def cell(self, line: SourceLine, field: str) -> str:
        """The cell of a field, its columns joined; a blank name is looked for elsewhere."""
        columns = self._mapping.columns.get(field, ())
        if field in _BY_LINE:
            return "\n".join(line.get(column) or "" for column in columns)
        parts = [text(line.get(column)) for column in columns]
        told = " ".join(part for part in parts if part)
        if not told and field == "name":
            others = (text(line.get(column)) for column in self._mapping.otherwise)
            told = next((other for other in others if other), "")
        return told or self._mapping.constants.get(field, "")

    def left_out(self, line: SourceLine) -> LeftOut | None:
        """Why a row is no organisation of this list, if it is none."""
        for rule in self._mapping.leave_out:
            if fold(line.get(rule.column)).startswith(fold(rule.begins)):
                return LeftOut(rule.why)
        if not self._free:
            return None
        cells = {field: self.cell(line, field) for field in self._mapping.columns}
        others = (told for column, told in line.cells.items() if column not in self._used)
        sections = self._mapping.sections
        return LeftOut.FURNITURE if is_furniture(cells, tuple(others), sections=sections) else None

    def category(self, line: SourceLine, intake: Intake) -> str:
        """The category of a row; one whose words are not known is noted."""
        told = self.cell(line, "category")
        known = self._translated.get(fold(told)) or (told if told in KINDS else category_of(told))
        if known:
            return known
        category = self._mapping.constants.get("category", "")
        category = category or category_of(self.cell(line, "legal_category")) or UNTOLD
        if told and told != category and read_form(told) is None:
            intake.note(Noted.CATEGORY_UNKNOWN, line.number, told)
        return category


def _generic_rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    return generic_importer(files[0], choices).rows(files, choices, intake)


def _recognises(seen: Glimpse) -> bool:
    return any(is_known(column) for column in seen.columns)


def _shipped() -> tuple[Importer, ...]:
    with as_file(files(__package__).joinpath("mappings")) as folder:
        return tuple(from_mapping(read_mapping(path)) for path in sorted(folder.glob("*.toml")))


GENERIC = Importer(ABOUT, _generic_rows, _recognises)
MAPPED: tuple[Importer, ...] = _shipped()
