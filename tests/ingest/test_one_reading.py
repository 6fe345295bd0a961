"""A law: whatever a table holds, an import that is built, a match and the check of a group agree.

Cells are those of ``tests/unit/cells/writings.csv`` and ``tests/unit/places/writings.csv``: as many
hands write them. Names are synthetic.
"""

import csv
from collections.abc import Hashable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.domain.cells import read_date, read_siren, read_siret
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.facts_tables.rows import organisation_of
from territorial_map.ingest.imported_tables import tables_of
from territorial_map.ingest.journal import Journal
from territorial_map.ingest.names.places import place_names
from territorial_map.ingest.row_context import Reading
from territorial_map.ingest.sources import Choices, import_files, importer_for
from territorial_map.ingest.territories import TerritoryReference, load_territories
from territorial_map.places import place_of
from territorial_map.readers import Upload, read_table
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.matching.places import place_cells
from territorial_map.services.ptce.group_file import read_group
from territorial_map.settings import data_folder
from tests.known import KNOWLEDGE

TERRITORIES = data_folder("data") / "territories"
WRITINGS = Path(__file__).parents[1] / "unit"
HEADS = {
    "name": ("Nom", "Structure", "Raison sociale", "Name"),
    "siret": ("SIRET", "N° SIRET", "siret_etablissement"),
    "phone": ("Téléphone", "Tél. fixe", "Phone"),
    "opened_on": ("Date de création", "Créée le"),
    "address": ("Adresse",),
    "postcode": ("Code postal", "CP"),
    "city": ("Ville", "Commune"),
    "department": ("Département",),
    "region": ("Région",),
    "country": ("Pays",),
    "commune_code": ("Code commune", "Code INSEE"),
    "lon": ("Longitude", "lng"),
    "lat": ("Latitude", "lat"),
}
NAMES = (
    "ASSOCIATION SYNTHÉTIQUE",
    "  Régie\u00a0synthétique ",
    "E.S.A.T. synthétique",
    "\ufeffAtelier synthétique",
    "Régie synthétique (a@exemple.org)",
    "Synthétique & Cie, 06 39 98 00 00",
    "«\u00a0Synthétique\u00a0»",
    "SynthÃ©tique dâ€™ÃŽle",
    "Synth\u00adétique\u2069",
)


def _cells(kind: str) -> list[str]:
    path = WRITINGS / "cells" / "writings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return ["", *(row["cell"] for row in csv.DictReader(file) if row["kind"] == kind)]


def _places() -> list[dict[str, str]]:
    path = WRITINGS / "places" / "writings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if k != "place"} for row in csv.DictReader(file)]


def own_number(row: Any) -> Hashable:
    """The SIRET of a row: two rows that share one are one establishment, which comes in once."""
    cell = str(row["siret"])
    return read_siret(cell).value or read_siren(cell).value or object()


NUMBERS = _cells("siret") + _cells("siren")
ROWS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "siret": st.sampled_from(NUMBERS),
        "phone": st.sampled_from(_cells("phone") + _cells("mobiles")),
        "opened_on": st.sampled_from(_cells("date")),
        "place": st.sampled_from(_places()),
    }
)
TABLES = st.fixed_dictionaries(
    {
        "heads": st.fixed_dictionaries({k: st.sampled_from(v) for k, v in HEADS.items()}),
        "order": st.permutations(tuple(HEADS)),
        "separator": st.sampled_from((";", ",", "\t")),
        "encoding": st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
        "rows": st.lists(ROWS, min_size=1, max_size=12, unique_by=own_number),
    }
)


@pytest.fixture(scope="module")
def reference() -> TerritoryReference:
    return load_territories(TERRITORIES)


def written(table: dict[str, object]) -> bytes:
    heads, order, rows = table["heads"], table["order"], table["rows"]
    assert isinstance(heads, dict)
    assert isinstance(order, (list, tuple))
    assert isinstance(rows, list)
    text = StringIO()
    writer = csv.writer(text, delimiter=str(table["separator"]))
    writer.writerow([heads[field] for field in order])
    for n, row in enumerate(rows):
        told = {**row, **row["place"], "name": f"{row['name']} {n}"}
        writer.writerow([told[field] for field in order])
    return text.getvalue().encode(str(table["encoding"]))


def built(content: bytes, reference: TerritoryReference) -> dict[str, Organisation]:
    """The organisations that a build makes of an import, by the number their name ends with."""
    found: dict[str, Organisation] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "liste.csv"
        path.write_bytes(content)
        choices = Choices(as_of="2026-11-01")
        report = import_files(
            importer_for("generic", [path], choices), [path], folder / "s", choices
        )
        (table,) = (t for t in tables_of(folder / "s") if t.file == report.about.table)
        names = place_names(())
        reading = Reading(table, reference, Journal(), names, KNOWLEDGE.trades)
        seen: set[str] = set()
        for row in read_table(folder / "s" / table.file).rows:
            own = organisation_of(row, reading, seen)
            if own is not None:
                found[own.source_name.split()[-1]] = own
    return found


def told(row: Given, reference: TerritoryReference) -> tuple[object, ...]:
    place = place_of(place_cells(row), reference.reader)
    return (
        row.siret,
        row.siren,
        row.phone,
        (place.located, place.commune_code, place.department_code, place.missing_reason),
    )


def kept(own: Organisation) -> tuple[object, ...]:
    place = own.place
    return (
        own.siret,
        own.siren,
        own.phone or "",
        (place.located, place.commune_code, place.department_code, place.missing_reason),
    )


@settings(max_examples=100, deadline=None)
@given(table=TABLES)
def test_import_match_and_group_understand_every_row_alike(
    table: dict[str, object], reference: TerritoryReference
) -> None:
    content = written(table)
    rows = list(read_list(Upload("liste.csv", content)).rows())
    assert isinstance(table["rows"], list)

    matched = {row.name.split()[-1]: row for row in rows}
    own = built(content, reference)
    group = {
        line.given.name.split()[-1]: line.given
        for line in read_group(Upload("liste.csv", content)).lines
    }

    assert len(matched) == len(table["rows"])
    assert own.keys() == matched.keys()
    assert group == matched
    assert {n: kept(each) for n, each in own.items()} == {
        n: told(row, reference) for n, row in matched.items()
    }
    assert {n: each.source_name for n, each in own.items()} == {
        n: row.name for n, row in matched.items()
    }
    dates = {str(n): read_date(row["opened_on"]).iso for n, row in enumerate(table["rows"])}
    assert {n: each.opened_on or "" for n, each in own.items()} == dates
