"""The one search box, on every page: what it offers, what the keyboard takes, what is announced."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import lines, query
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]

ASKED = "esat blanchisserie valence"
PATHS = ("/", "/sources", "/territoires", "/nulle/part")


def typed(page: Page, text: str) -> Locator:
    box = page.get_by_role("combobox", name="Rechercher")
    box.fill(text)
    expect(page.locator(f'.search-meant [data-for="{text}"]')).to_be_visible()
    return box


@pytest.mark.parametrize("path", PATHS)
def test_every_page_reads_a_question_and_leads_to_its_list(
    page: Page, site: str, path: str
) -> None:
    page.goto(f"{site}{path}")
    box = typed(page, ASKED)

    expect(page.locator(".meant-understood .chip")).to_have_count(3)
    expect(page.locator("#search-count")).to_have_text("11 propositions")
    first = page.locator('.search-meant [aria-selected="true"]')
    expect(first).to_contain_text("0 connue")
    expect(first).to_contain_text("à appeler")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    assert violations(page) == []
    box.press("Enter")

    expect(page.locator("#result-count")).to_contain_text("à appeler")
    assert query(page)["q"] == [ASKED]
    expect(page.get_by_role("combobox", name="Rechercher")).to_have_value(ASKED)


def test_enter_on_another_page_takes_exactly_what_is_highlighted(page: Page, site: str) -> None:
    page.goto(f"{site}/territoires?lang=en")
    box = page.get_by_role("combobox", name="Search")
    box.fill("esat valence")
    expect(page.locator('.search-meant [data-for="esat valence"]')).to_be_visible()
    box.press("ArrowDown")
    expect(page.locator('.search-meant [aria-selected="true"]')).to_contain_text("Tarn-et-Garonne")
    box.press("Enter")

    expect(lines(page).first).to_contain_text("Tarn-et-Garonne")
    assert query(page)["lang"] == ["en"]


@pytest.mark.parametrize("width", [1440, 390])
def test_an_organisation_that_is_offered_opens_where_it_is_pressed(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 844, has_touch=width == 390)
    page.goto(f"{site}/sources")
    typed(page, "groupe archer")
    offered = page.locator(".search-meant").get_by_role("option", name="Pôle Sud (Groupe Archer)")
    if width == 390:
        offered.tap()
    else:
        offered.click()

    expect(page.locator("#panel-name")).to_have_text("Pôle Sud (Groupe Archer)")
    expect(page.locator(".search-meant")).to_be_hidden()
    if width == 1440:
        expect(page.locator(".leaflet-control-scale-line")).to_have_text(
            re.compile("^(1|2|500) k?m")
        )


def test_delete_takes_off_the_part_that_has_the_focus(page: Page, site: str) -> None:
    page.goto(f"{site}/?kind=sheltered_supplier")
    expect(lines(page).first).to_be_visible()
    typed(page, "esat valence")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".meant-understood .chip").first).to_be_focused()
    page.keyboard.press("Delete")

    page.wait_for_url("**q=valence**")
    assert query(page)["kind"] == ["sheltered_supplier"]
    page.locator("#chips a.chip", has_text="Type").focus()
    page.keyboard.press("Delete")
    page.wait_for_function("!location.search.includes('kind=')")


@pytest.mark.parametrize("path", ["/", "/territoires"])
def test_on_a_phone_the_suggestions_are_no_wider_than_the_box(
    new_page: NewPage, site: str, path: str
) -> None:
    phone = new_page(390, 844)
    phone.goto(f"{site}{path}")
    box = typed(phone, "valence").bounding_box()
    offered = phone.locator(".search-meant").bounding_box()

    assert box
    assert offered
    assert offered["x"] >= box["x"] - 1
    assert offered["x"] + offered["width"] <= box["x"] + box["width"] + 1
    assert offered["y"] >= box["y"] + box["height"]
    assert phone.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
