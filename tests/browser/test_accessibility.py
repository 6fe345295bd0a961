"""WCAG 2.1 A and AA, as axe checks it, on what people see most."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.edition]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        for node in one["nodes"]
    ]


def settled(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".line").first).to_be_visible()
    expect(page.locator("#filter-groups .option").first).to_be_attached()
    return page


def test_the_main_screen_has_no_barrier(page: Page, site: str) -> None:
    settled(page, f"{site}/?near=5.05,45.04&radius_km=20&place=commune:26281&device=esat")
    expect(page.locator("#map .cluster, #map .pin").first).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("kind", ["ptce", "sheltered_supplier", "cooperation_space"])
def test_an_open_panel_has_no_barrier(page: Page, site: str, kind: str) -> None:
    settled(page, f"{site}/?kind={kind}")

    page.locator(".line-link").first.click()
    expect(page.locator("#panel-name")).to_be_focused()

    assert violations(page) == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    "asked",
    [
        "density=7&programme=villages_avenir",
        "employment_zone=8431&living_area=26281",
        "source=Conseillers%20num%C3%A9riques%20(ANCT),%20permanences&licence=lo",
    ],
)
def test_filters_of_zonings_and_sources_have_no_barrier(
    new_page: NewPage, site: str, asked: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/?{asked}")
    expect(page.locator("#filter-groups .option").first).to_be_attached()
    if width < 800:
        page.locator(".view-switch").get_by_role("button", name="Filtres").click()
    for name in ("qpv", *(pair.partition("=")[0] for pair in asked.split("&"))):
        group = page.locator(f'.filter-group[data-group="{name}"]')
        if group.get_attribute("open") is None:
            group.locator("summary").press("Enter")
        expect(group.locator(".options")).to_be_visible()

    assert violations(page) == []


def test_a_zoning_is_ticked_with_the_keyboard_alone(page: Page, site: str) -> None:
    settled(page, site)
    group = page.locator('.filter-group[data-group="density"]')
    group.locator("summary").focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(group.locator("input").first).to_be_checked()
    page.wait_for_url("**density=*")


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_numbers_that_several_share_fit_their_list(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/?sector=textile&department=26")
    expect(page.locator("#result-list")).to_contain_text("Même numéro qu")

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_a_list_of_whom_to_call_has_no_barrier_and_fits(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/?q=esat%20blanchisserie%20valence")
    expect(page.locator("#result-count")).to_contain_text("à appeler")
    expect(page.locator(".to-phone").first).to_have_attribute("href", re.compile(r"^tel:\+?\d+$"))
    page.get_by_text("Que demander au téléphone").press("Enter")
    expect(page.locator(".to-ask li").first).to_be_visible()

    assert page.locator(".empty").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []


@pytest.mark.parametrize("view", ["list", "map"])
def test_a_phone_has_no_barrier(new_page: NewPage, site: str, view: str) -> None:
    phone = new_page(390, 844)
    phone.goto(f"{site}/?view={view}")
    expect(phone.locator(".line").first).to_be_attached()

    assert violations(phone) == []


def test_a_phone_with_its_filters_open_has_no_barrier(new_page: NewPage, site: str) -> None:
    phone = settled(new_page(390, 844), site)

    phone.locator(".view-switch").get_by_role("button", name="Filtres").click()
    expect(phone.locator("#filters")).to_be_visible()

    assert violations(phone) == []


@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize(
    "path",
    [
        "/ogc?f=html",
        "/ogc/collections?f=html",
        "/ogc/collections/organisations/queryables?f=html",
        "/ogc/collections/organisations/items?f=html&limit=5",
        "/ogc/collections/department/items/26?f=html",
    ],
)
def test_pages_of_features_have_no_barrier_and_fit_a_phone(
    new_page: NewPage, site: str, path: str, width: int
) -> None:
    page = new_page(width, 800)
    page.goto(site + path)
    expect(page.locator("h1")).to_be_visible()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_empty_list_in_english_has_no_barrier(page: Page, site: str) -> None:
    page.goto(f"{site}/?lang=en&q=xyzzyplugh")
    expect(page.locator(".empty")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("path", ["/sources", "/donnees-ouvertes", "/nulle-part"])
def test_documents_have_no_barrier(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    expect(page.locator("#document h2")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("width", [1440, 320])
def test_coverage_with_every_map_and_table_open_has_no_barrier(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 800)
    page.goto(f"{site}/sources#couverture")
    expect(page.locator(".coverage-map").first).to_be_visible()
    page.locator("#document details").evaluate_all("all => all.forEach(one => { one.open = true })")

    assert page.locator(".coverage-map").count() > 1
    assert violations(page) == []
