"""What a partner list says: who, on what, why, what to ask; unknown said as unknown."""

import csv
import io

import pytest

from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.cells import Cell
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.printed.document import printed
from territorial_map.services.partner_lists.columns import ALREADY
from territorial_map.services.partner_lists.partner_query import (
    Kept,
    KnownOrNot,
    PartnersAsked,
)
from territorial_map.services.partner_lists.table import partner_table

SITE = "https://annuaire.example"


def lines(table: ExportTable) -> dict[str, dict[str, Cell]]:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows()]
    return {str(row["id"]): row for row in rows}


@pytest.fixture
def around(small_edition: OpenEdition) -> ExportTable:
    asked = PartnersAsked(commune="26281", pooling=(PoolingCategory.LOCAL_SUPPLY,))
    return partner_table(small_edition, asked, SITE)


def test_sites_of_one_person_are_folded_on_one_line(around: ExportTable) -> None:
    (workshop,) = [line for line in lines(around).values() if line["siren"] == "775544083"]

    assert workshop["n_sites"] == 3
    assert "Atelier synthétique du Vercors 2" in str(workshop["other_sites"])
    assert workshop["id"] == "synthetic:site1"


def test_a_supplier_has_a_word_a_reason_a_question_and_a_basis_to_verify(
    around: ExportTable,
) -> None:
    line = lines(around)["synthetic:site1"]

    assert line["pooling"] == "Approvisionnement local"
    assert line["tier"] in {"Piste forte", "À explorer", "À interroger"}
    assert str(line["reasons"]).startswith("Peut apporter")
    assert str(line["ask"]).endswith("?")
    assert "éligibilité potentielle, à vérifier" in str(line["basis"])
    assert "L2113-12" in str(line["basis"])
    assert "éligible " not in str(line["basis"])
    assert line["sectors"] == "non renseignée\u00a0: à demander"
    assert "à vol d’oiseau" in str(line["nearness"])
    assert (line["verified_on"], line["verified_by"]) == (None, None)
    assert line["source"] == "Table synthétique"


def test_a_place_says_that_nobody_is_at_its_centre(around: ExportTable) -> None:
    assert around.origin is not None
    assert not around.origin.tied
    assert any("Aucune organisation n’est au centre" in note for note in around.about.notes)
    assert all("besoin déclaré" not in str(line["reasons"]) for line in lines(around).values())


def test_an_organisation_is_tied_to_its_partners_and_those_it_knows_come_last(
    small_edition: OpenEdition,
) -> None:
    asked = PartnersAsked(organisation="synthetic:town", radius_km=100)
    table = partner_table(small_edition, asked, SITE)
    document = printed(table)

    assert table.origin is not None
    assert table.origin.tied
    assert document.groups[-1].heading == "Déjà en lien avec Commune synthétique de Saint-Étienne"
    line = lines(table)["synthetic:scop"]
    assert line["tier"] == ALREADY
    assert line["linked"] == "Même PTCE (PTCE synthétique)"


def test_a_cut_list_says_n_of_n(small_edition: OpenEdition) -> None:
    whole = partner_table(small_edition, PartnersAsked(commune="26281"), SITE)
    cut = partner_table(small_edition, PartnersAsked(commune="26281", limit=1), SITE)

    assert cut.about.n_of_n == f"1 sur {whole.about.rows}"
    assert whole.about.n_of_n == str(whole.about.rows)
    assert ("Lignes sur le total", cut.about.n_of_n) in cut.about.facts()
    assert printed(cut).counts.startswith(cut.about.n_of_n)


def test_paper_says_what_to_ask_once_per_group(around: ExportTable) -> None:
    (group,) = printed(around).groups

    assert group.heading == "Approvisionnement local"
    assert group.notes[0].startswith("À demander\u00a0: ")
    assert all("À demander" not in text for entry in group.entries for text in entry.why)


def test_its_link_asks_the_same_list(around: ExportTable) -> None:
    content = b"".join(FORMATS["csv"].chunks(around)).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(content), delimiter=";"))

    assert row["Lien de la requête"] == (
        f"{SITE}/partenaires?commune=26281&radius_km=30&pooling=local_supply"
    )


def test_a_list_says_what_it_was_narrowed_to(small_edition: OpenEdition) -> None:
    kept = Kept(kinds=(Kind.PTCE, Kind.ESS_ACTOR), trade=KnownOrNot.KNOWN, phone=KnownOrNot.UNKNOWN)
    query = partner_table(
        small_edition, PartnersAsked(commune="26281", kept=kept), SITE
    ).about.query

    assert "Type\u00a0: PTCE ou Acteur de l’ESS ou de l’insertion" in query
    assert f"Métier\u00a0: {KnownOrNot.KNOWN.label}" in query
    assert f"Téléphone\u00a0: {KnownOrNot.UNKNOWN.label}" in query


def test_a_centre_without_a_place_makes_an_empty_list_that_says_why(
    small_edition: OpenEdition,
) -> None:
    table = partner_table(small_edition, PartnersAsked(organisation="synthetic:ptce"), SITE)

    assert [line["tier"] for line in lines(table).values()] == [ALREADY] * 2
    assert any("position" in note for note in table.about.notes)
