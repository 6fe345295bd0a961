"""A list of partners, a table of other columns, leaves by every format as a selection does."""

import csv
import io
import json
from dataclasses import replace

import docx
import pytest

from territorial_map.domain.errors import BadParameter, TooLarge
from territorial_map.domain.licences import Licence
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import SourceMention
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.licences_held import attributions_of, unstated_of
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from territorial_map.services.texts import Texts
from tests.services.export.conftest import SITE
from tests.synthetic import organisation


@pytest.mark.parametrize("chosen", FORMATS.values(), ids=FORMATS.keys())
def test_every_format_writes_a_list_of_partners(
    synthetic_partners: ExportTable, chosen: Format
) -> None:
    content = b"".join(chosen.chunks(synthetic_partners))

    assert len(content) > 300


def test_a_partner_list_keeps_its_groups_in_its_order(synthetic_partners: ExportTable) -> None:
    content = b"".join(FORMATS["docx"].chunks(synthetic_partners))
    document = docx.Document(io.BytesIO(content))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]

    assert headings[:2] == ["Locaux et foncier (1)", "Achats groupés (1)"]
    assert document.tables[0].rows[0].cells[2].text == "Pourquoi"
    assert "à 4 km ; même besoin" in document.tables[0].rows[1].cells[2].text


def test_columns_are_kept_in_the_order_asked_for(table: ExportTable) -> None:
    kept = table.keeping(["commune", "name", "lat"])
    content = b"".join(FORMATS["csv"].chunks(kept)).decode("utf-8-sig")
    heading = next(csv.reader([content.splitlines()[0]], delimiter=";"))

    assert heading[:4] == ["Commune", "Nom", "Latitude", "Identifiant"]
    assert {len(row) for row in kept.rows()} == {4}


def test_points_stay_when_their_columns_go(table: ExportTable) -> None:
    content = b"".join(FORMATS["geojson"].chunks(table.keeping(["name"])))
    features = json.loads(content)["features"]

    assert sum(f["geometry"] is not None for f in features) == 12
    assert {tuple(f["properties"]) for f in features} == {("nom", "identifiant")}


def test_an_unknown_column_is_refused_with_the_known_ones(table: ExportTable) -> None:
    with pytest.raises(BadParameter, match="colour") as refused:
        table.keeping(["colour"])

    assert "commune" in refused.value.allowed


def test_a_table_needs_a_name_and_an_id(table: ExportTable) -> None:
    with pytest.raises(ValueError, match="unique keys"):
        replace(table, columns=table.columns[:1])


def test_a_list_by_person_counts_its_rows_and_says_so_in_its_link(
    small_edition: OpenEdition,
) -> None:
    folded = export_table(small_edition, Selection.of({}), Order.NAME, RowsPer.PERSON, SITE)

    assert (folded.about.rows, folded.about.total) == (12, 14)
    assert len(list(folded.rows())) == 12
    assert folded.about.link == f"{SITE}/?order=name&rows=person"


def test_a_file_names_the_licences_of_what_it_holds_and_warns_where_one_is_not_stated(
    table: ExportTable, other_table: ExportTable
) -> None:
    for exported in (table, other_table):
        notes = exported.about.all_notes
        told = [note for note in notes if note.startswith("Licences des données")]

        assert len(told) == 1
        assert "CC0" in told[0]
        assert not any("n’est pas précisée" in note for note in notes)


def test_the_warning_counts_the_organisations_whose_licence_is_not_stated() -> None:
    counts = {Licence.LO: 3, Licence.MIT_REPOSITORY: 1, Licence.NOT_STATED: 2}

    named, warned, told_by_repository = licence_notes(counts, Texts())
    told = [one.strip() for one in named.split(":", 1)[1].split(";")]

    assert told == [
        "Licence Ouverte (3)",
        "MIT, d’après le dépôt (1)",
        "Licence non précisée (2).",
    ]
    assert warned.startswith("2 organisations ont une source dont la licence n’est pas précisée")
    assert "pas le producteur" in told_by_repository


def test_sources_are_cited_as_their_producers_are_and_only_where_it_is_asked() -> None:
    def from_source(identity: str, name: str, vintage: str, licence: str) -> SourceMention:
        return SourceMention(identity, name, identity, vintage, licence)

    one = from_source(
        "synthetic:a", "Liste A + Liste B, via un dépôt", "2020", "CC BY, d’après le dépôt"
    )
    two = from_source("synthetic:b", "Liste A", "2023", "CC BY, d’après le dépôt")
    free = from_source("synthetic:c", "Liste C", "2021", "CC0")
    facts = from_source("synthetic:d", "Pages D", "2022", "facts")
    rows = [
        organisation("synthetic:a", sources=(one, free)),
        organisation("synthetic:b", sources=(two, facts)),
    ]

    assert attributions_of(rows) == (
        "Source : Liste A (millésime 2020 à 2023), CC BY, d’après le dépôt.",
        "Source : Liste B (millésime 2020), CC BY, d’après le dépôt.",
    )
    assert unstated_of(rows) == (
        "Pages D (millésime 2022)\u00a0: licence non précisée (faits publics).",
    )
    assert attributions_of([]) == unstated_of([]) == ()


@pytest.mark.parametrize("chosen", [f for f in FORMATS.values() if f.most_rows])
def test_a_format_holds_as_many_rows_as_it_says_and_no_more(
    table: ExportTable, chosen: Format
) -> None:
    most = chosen.most_rows or 0
    full, over = (
        replace(table, about=replace(table.about, rows=rows)) for rows in (most, most + 1)
    )

    assert chosen.chunks(full)
    with pytest.raises(TooLarge, match="au plus"):
        chosen.chunks(over)
