"""What people do on the map, done in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.main_screen import count, lines, open_page, query

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def test_fly_to_la_reunion(page: Page, site: str) -> None:
    open_page(page, site)

    page.get_by_role("button", name="La Réunion").click()
    page.wait_for_url("**map=**")

    zoom, lat, lon = (float(part) for part in query(page)["map"][0].split("/"))
    assert zoom >= 8
    assert (round(lat), round(lon)) == (-21, 56)
    expect(page.locator("#map .cluster, #map .pin").first).to_be_visible()


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


def test_the_map_reads_without_any_tile(page: Page, site: str) -> None:
    open_page(page, site)
    page.locator("summary[title='Fond de carte']").click()

    page.get_by_label("Sans fond").check()

    expect(page.locator("#map .leaflet-tile")).to_have_count(0)
    assert page.locator("#map path.leaflet-interactive, #map .leaflet-pane path").count() > 100
