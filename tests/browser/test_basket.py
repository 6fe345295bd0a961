"""« Ma liste »: one button wherever an organisation is, told aloud, counted in the menu, undone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import kept
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]


@pytest.mark.parametrize("width", [1440, 390])
def test_lines_fill_one_list_named_after_the_search(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(f"{site}/?q=propreté+valence+40+km")
    buttons = page.locator(".line [data-keep]")
    expect(buttons.first).to_contain_text("Ma liste")
    buttons.nth(0).click()
    buttons.nth(1).click()

    expect(page.locator("#undo-bar")).to_contain_text("Ajouté à Ma liste, 2 organisations.")
    expect(buttons.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(buttons.nth(0)).to_contain_text("Dans ma liste")
    expect(page.locator("[data-lists-count]")).to_have_text("2")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    (only,) = kept(page)
    assert only["name"] == "Propreté et blanchisserie, Valence (Drôme), 40\xa0km"
    assert len(only["lines"]) == 2


def test_what_is_taken_off_comes_back_and_every_page_counts_it(page: Page, site: str) -> None:
    page.goto(f"{site}/?department=26")
    button = page.locator(".line [data-keep]").first
    button.click()
    expect(page.locator("[data-lists-count]")).to_have_text("1")
    button.click()
    expect(page.locator("#undo-bar")).to_contain_text("Retiré de Ma liste, 0 organisation.")
    expect(page.locator("[data-lists-count]")).to_have_text("")
    page.get_by_role("button", name="Annuler").click()

    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site}/territoires")  # without the app
    expect(page.locator("[data-lists-count]")).to_have_text("1")
