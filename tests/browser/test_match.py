"""« Rapprocher ma liste » in a browser: file, columns, choices kept, result, and what is added."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
LIST = (
    "Structure suivie;Ville;SIRET;Note\n"
    "ESAT BELNA;PLEMET;;=1+1\n"
    "Boulangerie Dupont;Lille;;\n"
    "ESAT BELNA;PLEMET;42109792400045;\n"
)


def upload(page: Page, content: str) -> None:
    page.locator("#match-file").set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )


def choose_belna(page: Page) -> None:
    """Settle the conflict of line 4 by the keyboard."""
    conflict = page.locator("#match-row-4")
    expect(conflict).to_contain_text("le nom en désigne une autre")
    conflict.get_by_role("button", name=re.compile("Choisir.*Belna")).focus()
    page.keyboard.press("Enter")
    expect(conflict).to_contain_text("Votre choix.")
    expect(conflict).to_be_focused()


def test_columns_are_corrected_rows_chosen_and_the_result_taken_away(page: Page, site: str) -> None:
    page.goto(f"{site}/rapprocher")
    expect(page.locator(".match")).to_contain_text("n’est pas conservé")
    upload(page, LIST)
    expect(page.locator(".match-row")).to_have_count(3)  # by SIRET and place alone
    page.locator(".match-columns summary").click()
    expect(page.get_by_label("SIRET", exact=True)).to_have_value("SIRET")
    page.get_by_label("Nom", exact=True).select_option("Structure suivie")

    found = page.get_by_role("button", name=re.compile("Trouvées"))
    expect(found).to_contain_text("1")
    expect(page.get_by_role("button", name=re.compile("Inconnues"))).to_contain_text("1")
    expect(page.locator("#match-row-2")).to_contain_text("Le nom et le lieu concordent.")
    choose_belna(page)
    expect(found).to_contain_text("2")
    with page.expect_download() as download:
        page.get_by_role("button", name="Résultat (CSV)").click()

    rows = list(csv.reader(io.StringIO(_text_of(download.value.path())), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["ESAT BELNA", "Boulangerie Dupont", "ESAT BELNA"]
    assert rows[1][3] == "'=1+1"
    assert rows[3][6] == rows[1][6] != ""


def test_choices_are_kept_and_the_list_goes_on(page: Page, site: str) -> None:
    content = LIST.replace("Structure suivie", "Nom")
    page.goto(f"{site}/rapprocher")
    upload(page, content)
    choose_belna(page)
    expect(page.locator("#match-adds")).to_contain_text("Bonnes pratiques")
    expect(page.locator("#match-adds a[href^='/ptce?ids=']")).to_be_visible()
    page.get_by_role("button", name=re.compile("Ajouter 1 organisation")).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    kept = page.evaluate("localStorage.getItem('territorial-map.matches')")
    assert "BELNA" not in kept.upper()

    page.goto(f"{site}/rapprocher")
    upload(page, content)

    expect(page.locator(".match-reused")).to_contain_text("1 choix")
    row = page.locator("#match-row-4")
    expect(row).to_contain_text("Votre choix d’un envoi précédent.")
    row.get_by_role("button", name="Revenir sur ce choix").click()
    expect(row).to_contain_text("le nom en désigne une autre")


MESSY = (
    "Liste des partenaires synthétique;;;;;\n"
    "Structure;Ville;Tél.;Courriel;Civilité;Truc\n"
    "ESAT Belna;Plémet;02 96 25 60 60;contact@exemple.org;Mme;x1\n"
    "Atelier synthétique;Saint-Denis;inconnu;a@exemple.org;M.;x2\n"
    "Régie synthétique;Lille;06 39 98 00 00;;M.;x3\n"
    "TOTAL;3;;;;\n"
)


@pytest.mark.parametrize("width", [1440, 320])
def test_what_the_reading_did_is_told_and_unknown_columns_are_asked_about(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/rapprocher")
    upload(page, MESSY)

    report = page.locator(".match-report")
    expect(report).to_contain_text("2 adresses électroniques écartées")
    expect(report).to_contain_text("1 téléphone mobile écarté")
    expect(report).to_contain_text("Civilité")
    expect(report).to_contain_text("1 ligne mise à part")
    expect(report).to_contain_text("« inconnu »")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    asked = page.get_by_label("« Truc » contient…")
    asked.focus()
    asked.select_option("acronym")

    expect(page.locator(".match-columns summary")).to_contain_text("Sigle ← Truc")
    expect(page.get_by_label("« Truc » contient…")).to_have_count(0)
    assert violations(page) == []


def test_the_commune_of_an_ambiguous_town_is_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}/rapprocher")
    upload(page, MESSY)
    row = page.locator("#match-row-4")
    choose = row.get_by_label("Communes que cette ville peut désigner")

    choose.select_option("93066")

    expect(row).to_be_focused()
    expect(choose).to_have_count(0)


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def test_pasted_lines_and_files_that_cannot_be_read(page: Page, site: str) -> None:
    page.goto(f"{site}/rapprocher")
    page.locator(".match-paste summary").click()
    page.get_by_label(re.compile("Lignes collées")).fill("ESAT Belna;Plémet\nPersonne, ici;Lille")
    page.get_by_role("button", name="Rapprocher ces lignes").click()
    expect(page.locator(".match-row")).to_have_count(2)
    expect(page.locator("#match-row-2")).to_contain_text("Trouvée")

    page.locator("#match-file").set_input_files(
        {"name": "image.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    expect(page.get_by_role("alert").filter(has_text="image.pdf")).to_contain_text("format")


def book_of_sheets() -> bytes:
    book = openpyxl.Workbook()
    sheets = {
        "Partenaires": [("Nom", "Ville"), ("ESAT BELNA", "PLEMET")],
        "Fournisseurs": [("Nom", "Ville"), ("Boulangerie Dupont", "Lille"), ("ESAT BELNA", "")],
        "Suivi": [("Couleur", "Prix"), ("rouge", "3")],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_sheet_of_a_workbook_is_chosen_by_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/rapprocher")
    page.locator("#match-file").set_input_files(
        {"name": "carnet.xlsx", "mimeType": "application/xlsx", "buffer": book_of_sheets()}
    )
    sheet = page.get_by_label("Feuille du classeur")
    expect(sheet).to_have_value("Partenaires")
    expect(page.locator("#match-results")).to_contain_text("carnet.xlsx (Partenaires)")
    expect(page.locator(".match-row")).to_have_count(1)

    sheet.focus()
    page.keyboard.press("F")

    expect(page.locator(".match-row")).to_have_count(2)
    expect(page.locator("#match-results")).to_contain_text("carnet.xlsx (Fournisseurs)")
    expect(sheet).to_be_focused()
    expect(sheet).to_have_value("Fournisseurs")
    sheet.select_option("Suivi")
    expect(page.get_by_role("alert").filter(has_text="quelle colonne")).to_be_visible()
    page.route("**/match/read", lambda route: route.abort())
    sheet.select_option("Partenaires")
    expect(page.get_by_role("alert").filter(has_text="serveur")).to_be_visible()
    expect(sheet).to_have_value("Suivi")
    page.unroute("**/match/read")
    assert violations(page) == []


def test_when_the_server_asks_to_wait_the_page_says_so_and_goes_on(page: Page, site: str) -> None:
    asked: list[str] = []

    def wait_once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
        else:
            detail = {"detail": "Trop de rapprochements : réessayez dans 1 s."}
            route.fulfill(status=429, json=detail, headers={"Retry-After": "1"})

    page.goto(f"{site}/rapprocher")
    page.route("**/api/v1/match", wait_once)
    upload(page, LIST.replace("Structure suivie", "Nom"))

    expect(page.locator("#match-progress")).to_contain_text("réessayez dans 1 s. La suite")
    expect(page.locator(".match-row")).to_have_count(3)
    assert len(asked) == 2


@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_has_no_barrier(new_page: NewPage, site: str, width: int) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/rapprocher")
    upload(page, LIST.replace("Structure suivie", "Nom"))
    expect(page.locator("#match-adds h4").first).to_be_visible()
    page.locator(".match-columns summary").click()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
