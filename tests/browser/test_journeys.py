"""What people come to do, done in a browser."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def lines(page: Page) -> Locator:
    return page.locator("#result-list .line")


def count(page: Page) -> int:
    expect(page.locator("#result-count")).to_contain_text("organisation")
    return int(
        "".join(re.findall(r"\d", page.locator("#result-count").inner_text().split("org")[0]))
    )


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose_place(page: Page, name: str, option: str) -> None:
    page.locator("#search-place").fill(name)
    page.get_by_role("option").filter(has_text=option).first.click()


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(lines(page).first.or_(page.locator(".empty"))).to_be_visible()
    expect(page.locator("#map-status")).to_contain_text("dans cette vue")


def test_find_an_esat_near_romans_and_export_the_list(page: Page, site: str) -> None:
    open_page(page, site)
    choose_place(page, "romans-sur-isere", "Romans-sur-Isère")
    page.wait_for_url("**near=**")
    page.locator("#search-text").fill("esat")
    page.wait_for_url("**q=esat**")
    expect(page.locator("#chips")).to_contain_text("esat")
    expect(lines(page).first).to_contain_text("(ESAT)")
    found = count(page)

    page.get_by_role("button", name="Exporter").click()
    page.get_by_role("radio", name="Table CSV").check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Télécharger").click()

    text = Path(downloading.value.path()).read_text("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=";") if row]
    names = [row[0] for row in rows]
    assert 0 < found == lines(page).count()
    assert all(link in names for link in page.locator(".line-link").all_inner_texts())


def test_a_shared_address_shows_the_same_list_to_someone_else(new_page: NewPage, site: str) -> None:
    mine = new_page()
    open_page(mine, site)
    mine.locator('[data-filter="sector"][data-value="work_integration"] input').check()
    mine.wait_for_url("**sector=work_integration**")
    choose_place(mine, "valence romans agglo", "Valence Romans Agglo")
    mine.wait_for_url("**epci=**")
    expect(mine.locator("#chips")).to_contain_text("Valence Romans Agglo")
    expect(lines(mine).first).to_be_visible()
    names = mine.locator(".line-link").all_inner_texts()

    theirs = new_page()
    open_page(theirs, mine.url)

    expect(theirs.locator("#chips")).to_contain_text("Insertion par l’activité économique")
    assert names
    assert theirs.locator(".line-link").all_inner_texts() == names


def test_fly_to_la_reunion(page: Page, site: str) -> None:
    open_page(page, site)

    page.get_by_role("button", name="La Réunion").click()
    page.wait_for_url("**map=**")

    zoom, lat, lon = (float(part) for part in query(page)["map"][0].split("/"))
    assert zoom >= 8
    assert (round(lat), round(lon)) == (-21, 56)
    expect(page.locator("#map .cluster, #map .pin").first).to_be_visible()


def test_keyboard_alone_from_skip_link_to_panel_and_back(page: Page, site: str) -> None:
    open_page(page, site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller à la liste")).to_be_focused()
    page.keyboard.press("Enter")
    first = page.locator(".line-link").first

    for _ in range(8):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")

    name = page.locator("#panel-name")
    expect(name).to_be_focused()
    assert "organisation" in query(page)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).not_to_be_visible()
    expect(first).to_be_focused()


def test_on_a_phone_the_list_comes_first_and_the_map_is_one_tap_away(
    new_page: NewPage, site: str
) -> None:
    phone = new_page(390, 844)
    phone.goto(site)
    expect(lines(phone).first).to_be_visible()
    expect(phone.locator("#map")).not_to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    phone.get_by_role("button", name="Carte").click()

    expect(phone.locator("#map .cluster").first).to_be_visible()
    expect(lines(phone).first).not_to_be_visible()


def test_on_a_phone_filters_are_in_a_drawer(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    phone.goto(site)
    expect(lines(phone).first).to_be_visible()
    expect(phone.locator("#filters")).not_to_be_visible()

    phone.locator(".view-switch").get_by_role("button", name="Filtres").click()
    phone.locator('[data-filter="kind"][data-value="ptce"] input').check()
    phone.get_by_role("button", name="Voir les résultats").click()

    expect(phone.locator("#filters")).not_to_be_visible()
    expect(phone.locator("#chips")).to_contain_text("PTCE")


def test_a_pin_opens_its_panel_and_the_address_follows(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce&department=26&map=10/45.02/5.2")

    page.locator("#map .pin").first.press("Enter")

    expect(page.locator("#panel-name")).to_be_focused()
    assert query(page)["organisation"][0].startswith("ptce:")


def test_a_cluster_zooms_until_its_organisations_part(page: Page, site: str) -> None:
    open_page(page, site)
    before = page.locator("#map-status").inner_text()

    page.locator("#map .cluster").first.press("Enter")

    expect(page.locator("#map-status")).not_to_have_text(before)


def test_several_organisations_at_one_point_open_as_a_list(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ess_actor&commune=26281&map=18/45.061/5.0246")
    gathered = page.locator('#map .cluster[aria-label*="Activer pour les lister"]').first
    expect(gathered).to_be_visible()

    gathered.press("Enter")
    page.locator(".same-point a").first.click()

    expect(page.locator("#panel-name")).to_be_visible()


def test_the_list_follows_the_map_when_asked(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=9/-21.1/55.5")
    everywhere = count(page)

    page.get_by_label("La liste suit la carte").check()
    page.wait_for_url("**bbox=**")
    expect(page.locator("#chips")).to_contain_text("Zone de la carte")

    here = re.findall(r"\d+", page.locator("#map-status").inner_text())
    assert count(page) == int("".join(here)) < everywhere


def test_the_area_of_the_map_can_be_searched_once(page: Page, site: str) -> None:
    open_page(page, f"{site}/?map=9/-21.1/55.5")

    page.get_by_role("button", name="Rechercher dans cette zone").click()

    expect(page.locator("#chips")).to_contain_text("Zone de la carte")
    assert "follow" not in query(page)


def test_the_legend_filters_by_kind(page: Page, site: str) -> None:
    open_page(page, site)

    page.locator("#map-legend button", has_text="PTCE").click()
    page.wait_for_url("**kind=ptce**")

    expect(page.locator("#map-legend button[aria-pressed=true]")).to_contain_text("PTCE")
    expect(lines(page).first).to_contain_text("Pôle territorial")


def test_going_back_takes_the_last_filter_off(page: Page, site: str) -> None:
    open_page(page, site)
    everything = count(page)
    page.locator('[data-filter="kind"][data-value="ptce"] input').check()
    expect(page.locator("#chips")).to_contain_text("PTCE")

    page.go_back()

    expect(page.locator("#chips .chip")).to_have_count(0)
    expect(page.locator('[data-filter="kind"][data-value="ptce"] input')).not_to_be_checked()
    assert count(page) == everything


def test_a_ticked_filter_keeps_the_keyboard_where_it_was(page: Page, site: str) -> None:
    open_page(page, site)
    box = page.locator('[data-filter="kind"][data-value="ptce"] input')
    box.focus()

    page.keyboard.press("Space")
    expect(page.locator("#chips")).to_contain_text("PTCE")

    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_an_empty_result_can_be_loosened(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce&department=75&sector=fishing_sea")
    expect(page.locator(".empty")).to_be_visible()

    page.locator(".loosen").first.click()

    expect(lines(page).first).to_be_visible()


def test_more_lines_can_be_shown(page: Page, site: str) -> None:
    open_page(page, site)
    expect(lines(page)).to_have_count(50)

    page.get_by_role("link", name="Afficher plus").click()

    expect(lines(page)).to_have_count(100)
    expect(page.locator(".n-of-n").first).to_contain_text("100 sur")


def test_the_language_follows_the_switch(page: Page, site: str) -> None:
    open_page(page, f"{site}/?kind=ptce")

    page.get_by_role("link", name="English").click()
    page.wait_for_url("**lang=en**")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Filters")).to_be_visible()
    expect(page.locator("#chips")).to_contain_text("PTCE")


def test_a_wrong_address_is_told_in_words(page: Page, site: str) -> None:
    page.goto(f"{site}/?kind=licorne")

    expect(page.get_by_role("alert")).to_contain_text("licorne")
    page.get_by_role("link", name="Repartir de la carte entière").click()

    expect(lines(page).first).to_be_visible()


def test_a_silent_server_does_not_lose_the_page(page: Page, site: str) -> None:
    open_page(page, site)
    page.route("**/_dash-update-component**", lambda route: route.abort())

    page.locator('[data-filter="kind"][data-value="ptce"] input').check()

    expect(page.get_by_role("alert")).to_contain_text("Le serveur ne répond pas")
    expect(lines(page).first).to_be_visible()


def test_the_page_that_is_not_there_helps(page: Page, site: str) -> None:
    answer = page.goto(f"{site}/nulle/part")

    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link", name="Ouvrir la carte et l’annuaire").click()
    expect(lines(page).first).to_be_visible()


def test_sources_are_in_the_menu_and_one_comes_back(page: Page, site: str) -> None:
    open_page(page, site)

    page.get_by_role("button", name="Plus", exact=True).click()
    page.get_by_role("link", name="Sources et licences").click()
    expect(page.get_by_role("heading", name="Sources et licences")).to_be_visible()
    page.go_back()

    expect(lines(page).first).to_be_visible()


def test_the_map_reads_without_any_tile(page: Page, site: str) -> None:
    open_page(page, site)
    page.locator("summary[title='Fond de carte']").click()

    page.get_by_label("Sans fond").check()

    expect(page.locator("#map .leaflet-tile")).to_have_count(0)
    assert page.locator("#map path.leaflet-interactive, #map .leaflet-pane path").count() > 100
