"""Kept lists that leave the browser: links without a server, tables, files that come back."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import NOTE, ids_shown, keep, kept, some_lines
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def link_of(page: Page) -> str:
    """Open the window that shares the list on screen; the link it makes first."""
    expect(page.locator(".kept-line .line-where").first).to_be_visible()
    page.get_by_role("button", name="Partager par un lien").click()
    page.wait_for_function("document.getElementById('share-link').value.includes('#l=1.')")
    return page.get_by_label("Lien de la liste").input_value()


def test_a_link_carries_a_list_that_no_server_sees(new_page: NewPage, site: str) -> None:
    page = new_page()
    lines = some_lines(page, site, 4)
    lines[0] |= {"note": NOTE, "status": "contacted", "checked_on": "2026-11-20"}
    keep(page, site, lines, "Liste <b>à nous</b>")

    plain = link_of(page)
    assert violations(page) == []

    reader = new_page()
    sent: list[str] = []

    def note_request(request: Request) -> None:
        sent.append(request.url + (request.post_data or ""))

    reader.on("request", note_request)
    reader.goto(plain)
    expect(reader.locator("#list-name")).to_have_text("Liste <b>à nous</b>")
    expect(reader.locator(".kept-line .line-where").first).to_be_visible()
    assert ids_shown(reader) == [line["id"] for line in lines]
    expect(reader.locator(".kept-line").first).to_contain_text("Contacté")
    expect(reader.locator(".kept-line").first).not_to_contain_text("secret-de-note")
    expect(reader.locator(".kept-line textarea, .kept-line select, .kept-move")).to_have_count(0)
    assert kept(reader) == []
    assert violations(reader) == []
    carried = plain.split("#l=1.")[1]
    assert plain.partition("#")[0] in sent
    assert not any(carried in one or "Liste <b>" in one for one in sent)

    reader.get_by_role("button", name="Copier dans mes listes").click()
    expect(reader.locator(".kept-move").first).to_be_visible()
    (copy,) = kept(reader)
    assert [(line["id"], line["status"], line["note"]) for line in copy["lines"]] == [
        (line["id"], line["status"], "") for line in lines
    ]


def test_notes_are_in_a_link_only_when_asked(new_page: NewPage, site: str) -> None:
    page = new_page()
    lines = some_lines(page, site, 2)
    lines[0] |= {"note": NOTE, "checked_on": "2026-11-20"}
    keep(page, site, lines)
    plain = link_of(page)
    page.get_by_label("Inclure mes notes").check()
    page.wait_for_function(
        "before => document.getElementById('share-link').value !== before", arg=plain
    )
    full = page.get_by_label("Lien de la liste").input_value()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Partager par un lien")).to_be_focused()

    reader = new_page()
    reader.goto(full)

    expect(reader.locator(".kept-line").first).to_contain_text(NOTE)
    expect(reader.locator(".kept-line").first).to_contain_text("20/11/2026")


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("l=1.abc", "incomplet ou abîmé"),
        ("l=1.", "incomplet ou abîmé"),
        ("l=0.W10", "incomplet ou abîmé"),
        ("l=7.abc", "version plus récente"),
        ("liste=inconnue", "dans un autre navigateur"),
    ],
)
def test_a_link_that_gives_no_list_says_why(
    page: Page, site: str, fragment: str, told: str
) -> None:
    page.goto(f"{site}/listes#{fragment}")

    expect(page.locator("#lists-root .empty")).to_contain_text(told)
    assert kept(page) == []


def saved_as(page: Page, words: str) -> Path:
    page.get_by_text("Fichiers", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words).click()
    return Path(saved.value.path())


def test_a_table_with_notes_runs_no_formula(page: Page, site: str) -> None:
    lines = some_lines(page, site, 3)
    lines[0] |= {"note": '=HYPERLINK("http://x";"y")\n"fin"', "status": "no"}
    lines[1] |= {"note": "+33 en note"}
    keep(page, site, lines, "Réunion")
    expect(page.locator(".kept-line .line-where").first).to_be_visible()

    text = saved_as(page, "Tableau CSV").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["Identifiant"] for row in rows] == [line["id"] for line in lines]
    assert rows[0]["Note"] == "'" + lines[0]["note"]
    assert rows[1]["Note"] == "'+33 en note"
    assert rows[0]["Statut"] == "Non"


def test_a_saved_list_comes_back_beside_the_first(page: Page, site: str, tmp_path: Path) -> None:
    keep(page, site, [one | {"note": NOTE} for one in some_lines(page, site, 3)], "Réunion")
    path = tmp_path / "liste.json"
    path.write_bytes(saved_as(page, "Fichier JSON").read_bytes())

    page.goto(f"{site}/listes")
    page.locator('input[type="file"]').set_input_files(path)
    expect(page.locator(".list-card")).to_have_count(2)
    first, second = kept(page)
    assert second["lines"] == first["lines"]
    assert (second["name"], second["id"] == first["id"]) == ("Réunion (2)", False)

    path.write_text('{"type": "FeatureCollection"}')
    page.locator('input[type="file"]').set_input_files(path)
    expect(page.locator(".lists-all [role=alert]")).to_contain_text("n’est pas une liste")
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Supprimer : Réunion (2)").click()
    expect(page.locator(".list-card")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".list-card")).to_have_count(2)
