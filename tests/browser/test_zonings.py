"""Zonings over the map: chosen, shared by the address, told in words; or why they cannot be."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import open_page, query
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
DROME = "/?department=26"
MENU = "summary[title='Fond de carte']"


def choose(page: Page, zoning: str) -> None:
    """Choose in the menu, which is left open."""
    page.locator(MENU).click()
    page.get_by_role("radio", name=zoning).check()


def told(page: Page) -> list[str]:
    return page.locator("#zoning-list li").all_inner_texts()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_zoning_is_chosen_told_and_shared(new_page: NewPage, site: str, width: int) -> None:
    page = new_page(width, 844)
    page.goto(f"{site}{DROME}&view=map")
    expect(page.locator("#map-status")).to_contain_text("dans cette vue")
    choose(page, "Zone d’emploi")

    expect(page.locator("#zoning-told")).to_contain_text("Zone d’emploi (Insee")
    expect(page.locator("#map path.zone:not([d='M0 0'])").first).to_be_visible()
    assert query(page)["zoning"] == ["employment_zone"]
    assert {"Valence", "Montélimar"} <= set(told(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []

    shared = new_page(width, 844)
    shared.goto(page.url)
    expect(shared.locator("#zoning-list")).to_contain_text("Valence")
    shared.locator(MENU).click()
    expect(shared.get_by_role("radio", name="Zone d’emploi")).to_be_checked()


def test_the_levels_of_the_grid_are_told_in_their_order_and_in_english(
    new_page: NewPage, site: str
) -> None:
    page = new_page()
    open_page(page, f"{site}{DROME}&zoning=density")
    expect(page.locator("#zoning-list li")).to_have_count(7)
    french = told(page)
    page.goto(f"{site}{DROME}&zoning=density&lang=en")
    expect(page.locator("#zoning-told")).to_contain_text("Zoning:")

    assert french[0] == "Grands centres urbains"
    assert french[-1] == "Rural à habitat très dispersé"
    expect(page.locator("#zoning-list li").first).not_to_have_text(french[0])


def test_a_zone_leads_to_its_portrait_by_keyboard(new_page: NewPage, site: str) -> None:
    page = new_page()
    open_page(page, f"{site}{DROME}&zoning=employment_zone")
    page.locator("#zoning-list a", has_text="Valence").press("Enter")

    page.wait_for_url("**/territoires/zone-emploi/**")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Valence")


def test_what_cannot_be_drawn_is_said(new_page: NewPage, site: str) -> None:
    page = new_page()
    open_page(page, f"{site}/?zoning=density")
    expect(page.locator("#zoning-told")).to_have_text("Rapprochez-vous pour voir le zonage.")
    assert page.locator("#map path.zone").count() == 0

    open_page(page, f"{site}{DROME}&zoning=qpv")
    expect(page.locator("#zoning-told")).to_contain_text("non établi")

    choose(page, "Aucun zonage")
    expect(page.locator("#zoning-told")).to_be_hidden()
    assert "zoning" not in query(page)
