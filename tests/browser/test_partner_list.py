"""A partner list made on screen and taken away, and the dialog that every export goes through."""

import re
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Download, Page, Route, expect

from territorial_map.services.verification.exported_files import read_export
from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.edition]
FIGEAC = "commune=46102&radius_km=30&pooling=premises_and_land&pooling=local_supply"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def open_dialog(page: Page) -> None:
    page.get_by_role("button", name="Exporter").click()
    expect(page.locator("#export-dialog")).to_be_visible()
    expect(page.get_by_role("button", name="Télécharger")).to_be_enabled()


def download(page: Page, format_name: str) -> Download:
    page.get_by_role("radio", name=format_name).check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Télécharger").click()
    expect(page.locator('[data-part="running"]')).to_contain_text("Fichier prêt")
    return downloading.value


def kept(downloaded: Download, folder: Path) -> Path:
    path = folder / downloaded.suggested_filename
    downloaded.save_as(path)
    return path


def features(page: Page, site: str, query: str) -> list[dict[str, Any]]:
    answer = page.request.get(f"{site}/api/v1/export/partners.geojson?{query}")
    found: list[dict[str, Any]] = answer.json()["features"]
    return found


def test_an_address_that_names_no_commune_says_so_and_stops_waiting(page: Page, site: str) -> None:
    page.goto(f"{site}/partenaires?commune=99999")

    expect(page.locator("#notice")).to_contain_text("Aucune commune « 99999 »")
    expect(page.locator("main .skeleton").first).to_be_hidden()
    page.get_by_role("button", name="Fermer ce message").click()
    expect(page.locator("main .skeleton").first).to_be_hidden()
    page.locator("#partner-list-search").fill("figeac")
    page.get_by_role("option").filter(has_text=re.compile("^Figeac")).first.click()
    expect(page.locator("#partner-list")).to_contain_text("Partenaires locaux · Figeac")


def test_around_figeac_partners_for_premises_and_supply_in_hand(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/partenaires")
    expect(page.locator(".callout")).to_contain_text("Figeac")
    page.locator("#partner-list-search").fill("figeac")
    page.get_by_role("option").filter(has_text=re.compile("^Figeac")).first.click()
    page.wait_for_url("**commune=46102**")
    page.get_by_text("Modifier les choix").click()
    page.get_by_text("Toutes les coopérations : choisir").click()
    page.get_by_label("Locaux et foncier").check()
    page.wait_for_url("**pooling=premises_and_land**")
    page.get_by_label("Approvisionnement local").check()
    page.wait_for_url("**pooling=local_supply**")
    expect(page.locator("#partner-list .partner").first).to_be_visible()
    expect(page.locator("#partner-list")).to_contain_text("acheter ou vendre n’est pas mutualiser")

    expected = features(page, site, FIGEAC)
    names = [one["properties"]["nom"] for one in expected[:10]]
    expect(page.locator("#partner-list .partner-name")).to_have_text(names)
    assert "éligibilité potentielle, à vérifier" in page.locator("#partner-list").inner_text()

    open_dialog(page)
    pdf = kept(download(page, "Document PDF"), tmp_path)
    xlsx = kept(download(page, "Classeur XLSX"), tmp_path)

    is_the_list(xlsx, expected)
    with pikepdf.open(pdf) as document:
        assert str(document.docinfo["/Title"]) == "Partenaires locaux · Figeac"
        assert len(document.pages) > 2
        assert document.Root["/MarkInfo"]["/Marked"]
    assert list(read_export(pdf).lines) == [one["id"] for one in expected]


def is_the_list(xlsx: Path, expected: list[dict[str, Any]]) -> None:
    book = openpyxl.load_workbook(xlsx, read_only=True)
    heading, *rows = book["Partenaires"].iter_rows(values_only=True)
    book.close()
    place = {name: n for n, name in enumerate(heading)}
    in_words = ("Nom", "Coopération possible", "Piste", "Raisons", "À demander")
    fields = ("nom", "cooperation_possible", "piste", "raisons", "a_demander")
    assert [[row[place[name]] for name in in_words] for row in rows] == [
        [one["properties"][field] for field in fields] for one in expected
    ]
    assert {row[place["Vérifié par"]] for row in rows} == {None}


def test_columns_are_chosen_and_moved_by_keyboard_and_remembered(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/partenaires?{FIGEAC}")
    expect(page.locator("#partner-list .partner").first).to_be_visible()
    opener = page.get_by_role("button", name="Exporter")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#export-title")).to_be_focused()
    expect(page.get_by_role("button", name="Télécharger")).to_be_enabled()
    assert violations(page) == []

    page.get_by_role("checkbox", name="Raisons").uncheck()
    page.get_by_role("checkbox", name="Téléphone").focus()
    for _ in range(40):
        page.keyboard.press("Alt+ArrowUp")
    expect(page.locator('[data-part="moved"]')).to_have_text(re.compile(r"^Téléphone.*1 sur"))
    expect(page.get_by_role("checkbox", name="Téléphone")).to_be_focused()
    page.get_by_role("button", name=re.compile(r"^Descendre.*: Téléphone")).click()
    csv = kept(download(page, "Table CSV"), tmp_path)
    heading = csv.read_text("utf-8-sig").splitlines()[0].replace('"', "").split(";")
    assert heading[:3] == ["Nom", "Téléphone", "Sigle"]
    assert "Raisons" not in heading

    page.keyboard.press("Escape")
    expect(page.locator("#export-dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    page.reload()
    expect(page.locator("#partner-list .partner").first).to_be_visible()
    open_dialog(page)
    expect(page.get_by_role("radio", name="Table CSV")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Raisons")).not_to_be_checked()


def test_a_document_too_long_is_refused_before_and_xlsx_offered(page: Page, site: str) -> None:
    page.goto(f"{site}/?kind=sheltered_supplier&kind=ess_actor")
    expect(page.locator(".line").first).to_be_visible(timeout=30_000)
    open_dialog(page)

    page.get_by_role("radio", name="Document PDF").check()
    expect(page.locator('[data-part="refusal"]')).to_contain_text("au plus")
    expect(page.get_by_role("button", name="Télécharger")).to_be_disabled()
    page.get_by_role("button", name="Choisir XLSX").click()

    expect(page.get_by_role("radio", name="Classeur XLSX")).to_be_checked()
    expect(page.get_by_role("button", name="Télécharger")).to_be_enabled()


def test_a_failed_or_stopped_export_keeps_the_choices(page: Page, site: str) -> None:
    page.goto(f"{site}/?device=esat")
    expect(page.locator(".line").first).to_be_visible(timeout=30_000)
    open_dialog(page)
    page.get_by_role("radio", name="Une ligne par personne morale").check()
    page.get_by_role("radio", name="Table CSV").check()
    words = "60 exports ont été demandés en une minute"
    page.route("**/export.csv?**", lambda route: _refuse(route, words))

    page.get_by_role("button", name="Télécharger").click()

    expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible()
    expect(page.get_by_role("radio", name="Une ligne par personne morale")).to_be_checked()

    page.unroute("**/export.csv?**")
    page.route("**/export.csv?**", _hold)
    page.get_by_role("button", name="Télécharger").click()
    page.get_by_role("button", name="Arrêter l’export").click()
    expect(page.locator('[data-part="running"]')).to_contain_text("Export arrêté")
    expect(page.get_by_role("radio", name="Table CSV")).to_be_checked()
    page.unroute("**/export.csv?**")
    expect(page.get_by_role("button", name="Télécharger")).to_be_enabled()
    download(page, "Table CSV")


def _hold(route: Route) -> None:
    """An answer that does not come."""


def _refuse(route: Route, words: str) -> None:
    route.fulfill(status=429, json={"detail": words}, headers={"Retry-After": "12"})


def test_a_phone_reads_chooses_and_exports(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    phone.goto(f"{site}/partenaires?{FIGEAC}")
    expect(phone.locator("#partner-list .partner").first).to_be_visible()
    wide = "document.documentElement.scrollWidth"
    assert phone.evaluate(wide) <= 390
    assert violations(phone) == []

    open_dialog(phone)

    assert phone.evaluate(wide) <= 390
    assert violations(phone) == []
    download(phone, "Classeur ODS")


def test_a_column_is_dragged_to_another_place(page: Page, site: str) -> None:
    page.goto(f"{site}/partenaires?{FIGEAC}")
    open_dialog(page)
    columns = page.locator("#export-dialog ol > li")
    before = [str(one.get_attribute("data-id")) for one in columns.all()]
    target = columns.nth(3).bounding_box()
    assert target is not None

    columns.nth(1).locator(".icon-grip-vertical").hover()
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + target["height"] - 3, steps=8)
    page.mouse.up()

    expect(page.locator('[data-part="moved"]')).to_contain_text("place 4 sur")
    after = [str(one.get_attribute("data-id")) for one in columns.all()]
    assert after[:4] == [before[n] for n in (0, 2, 3, 1)]
    expect(columns.nth(3).locator("input")).to_be_focused()
