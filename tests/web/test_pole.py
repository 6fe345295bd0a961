"""The group that would make a PTCE: its address, its members, the check, what leaves the page."""

import base64
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.reports.report import Bullets, ReportHeading
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Language
from territorial_map.web.pages.pole.callbacks import file_of, group_view, studied_of, telling_of
from territorial_map.web.pages.pole.report import ReportAbout, meeting_report
from territorial_map.web.pages.pole.state import (
    MOST_MEMBERS,
    GroupState,
    address_of_group,
    group_from_search,
    kept_group,
)
from tests.known import KNOWLEDGE

THREE = "?ids=synthetic:lieu,synthetic:scop,synthetic:town"
IDS = st.lists(
    st.sampled_from(["finess:1", "member:pôle:l’été", "a b", "x&y=z", "50%", "é#1", "p+q"]),
    unique=True,
)
STATES = st.builds(GroupState, IDS.map(tuple), st.booleans(), st.sampled_from(Language))


@given(STATES)
def test_a_group_written_in_an_address_is_read_back_the_same(state: GroupState) -> None:
    address = address_of_group(state)

    assert group_from_search(address.removeprefix("/ptce")) == state


@given(st.text(max_size=200))
def test_any_address_is_a_group(text: str) -> None:
    state = group_from_search("?ids=" + text)

    assert len(state.ids) <= MOST_MEMBERS
    assert len(set(state.ids)) == len(state.ids)


@pytest.mark.parametrize("kept", [None, "x", {"ids": []}, [1, None, ""]])
def test_what_is_none_of_ours_in_a_browser_is_no_group(kept: object) -> None:
    assert kept_group(kept) == ()


def page(search: str, edition: OpenEdition, kept: tuple[str, ...] = ()) -> dict[str, str]:
    state = group_from_search(search)
    members, check, inside, _ = group_view(
        studied_of(state, edition), telling_of(state, KNOWLEDGE.pooling), state, kept
    )
    shown = {"members": members, "check": check, "inside": inside}
    return {name: to_html(nodes).replace("\u00a0", " ") for name, nodes in shown.items()}


def test_the_two_blocks_are_never_mixed(small_edition: OpenEdition) -> None:
    check = page(THREE, small_edition)["check"]

    assert check.count('class="pole-block"') == 2
    assert check.index("Les éléments de l’article 9") < check.index("appel à projets de l’État")


def test_every_clause_has_its_words_of_law_and_a_summary_says_so(
    small_edition: OpenEdition,
) -> None:
    check = page(THREE, small_edition)["check"]

    article_9, calls = check.split("Les conditions pour répondre")
    assert article_9.count("<blockquote") == 7
    assert article_9.count('lang="fr"') == 7
    assert calls.count("à confirmer") >= 7


def test_an_incomplete_list_never_fails(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town", small_edition)["check"]

    assert "Non rempli" not in check


def test_a_list_declared_complete_can_fail(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town&complet=1", small_edition)["check"]

    assert "Non rempli" in check


def test_who_could_fill_is_one_button_away(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town", small_edition)["check"]

    assert 'data-group-toggle="synthetic:scop"' in check
    assert "à vol d’oiseau" in check


def test_an_existing_ptce_is_never_told_that_it_is_not_one(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:ptce&complet=1", small_edition)["check"]

    assert "rien ici ne dit qu’il n’en est pas un" in check
    assert "Non établi" not in check
    assert "Non rempli" not in check


def test_an_unknown_id_is_told_and_can_be_taken_out(small_edition: OpenEdition) -> None:
    members = page(f"{THREE},nobody:1", small_edition)["members"]

    assert "Identifiant inconnu de cette édition : nobody:1" in members
    assert 'data-group-remove="nobody:1"' in members


def test_an_empty_group_says_how_to_begin(small_edition: OpenEdition) -> None:
    shown = page("", small_edition)

    assert "Le groupe est vide" in shown["members"]
    assert shown["check"] == ""


def test_a_group_from_a_link_leaves_the_visitor_s_own_alone(small_edition: OpenEdition) -> None:
    shown = page(THREE, small_edition, kept=("synthetic:site1",))["members"]

    assert "Ce groupe vient d’un lien" in shown
    assert 'href="/ptce?ids=synthetic:site1"' in shown
    assert "vient d’un lien" not in page(THREE, small_edition)["members"]


def test_existing_links_inside_the_group_are_no_leads(small_edition: OpenEdition) -> None:
    inside = page(THREE, small_edition)["inside"]

    assert "Déjà en lien" in inside
    assert "même PTCE" in inside


def content_of(file: dict[str, str | bool]) -> bytes:
    return base64.b64decode(str(file["content"]))


def test_members_leave_as_a_table_that_says_where_it_comes_from(
    small_edition: OpenEdition,
) -> None:
    file = file_of(group_from_search(THREE), small_edition, "csv", "https://carte.example")

    rows = list(csv.DictReader(io.StringIO(content_of(file).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 3
    assert {row["Édition"] for row in rows} == {small_edition.edition.id}
    assert all(row["Lien"].startswith("https://carte.example/ptce?ids=") for row in rows)
    assert any(row["Nom"].startswith("'=") for row in rows)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_document_holds_members_law_and_leads(
    small_edition: OpenEdition, language: str
) -> None:
    state = group_from_search(f"{THREE}&lang={language}")

    file = file_of(state, small_edition, "html", "https://carte.example")

    content = content_of(file).decode()
    assert content.count("<h3>") >= 14
    assert content.count("<blockquote>") == 14
    assert f'<html lang="{language}">' in content
    assert "entreprises de l&#x27;économie sociale et solidaire" in content
    assert "<script" not in content


@pytest.mark.parametrize("extension", ["pdf", "docx"])
def test_the_same_document_leaves_to_be_printed_or_filled_in(
    small_edition: OpenEdition, extension: str
) -> None:
    state = group_from_search(THREE)

    file = file_of(state, small_edition, extension, "https://carte.example")

    assert file["filename"] == f"groupe-ptce.{extension}"
    assert content_of(file)[:4] in {b"%PDF", b"PK\x03\x04"}


def test_the_document_says_the_sources_of_its_members(small_edition: OpenEdition) -> None:
    about = ReportAbout(small_edition.edition, "https://carte.example/ptce")
    state = group_from_search(THREE)
    studied = studied_of(state, small_edition)

    report = meeting_report(studied, about, telling_of(state, KNOWLEDGE.pooling))

    bullets = [
        item for block in report.blocks if isinstance(block, Bullets) for item in block.items
    ]
    headings = [block.text for block in report.blocks if isinstance(block, ReportHeading)]
    assert "Table synthétique — 2026-01 — CC0" in bullets
    assert headings[0] == "Membres"
    assert headings[-1] == "Sources et méthode"
    assert "Cadre juridique, à vérifier" in headings


def test_a_pole_alone_is_never_told_that_it_is_not_one(small_edition: OpenEdition) -> None:
    state = group_from_search("?ids=synthetic:ptce")

    content = content_of(file_of(state, small_edition, "html", "https://carte.example")).decode()

    assert "est un PTCE qui existe" in content
    assert "Non rempli" not in content
