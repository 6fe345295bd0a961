"""Practices in a browser: from an organisation to its practices, near a place, and the form."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
NEAR_ROMANS = "near=5.05,45.04&radius_km=30&place=commune:26281"
FORM = "legal_form=scop&size_band=small&sectors=digital&traits=employees"
# A build server with two busy cores draws slowly; what is drawn is what matters here.
PAGES = ["/pratiques", f"/pratiques/p27?{NEAR_ROMANS}", f"/quelles-pratiques?{FORM}"]


def test_from_an_organisation_to_those_near_romans_who_can_be_partners(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/?kind=sheltered_supplier")
    page.locator(".line-link").first.click()
    section = page.locator("#panel-practices")
    expect(section.locator(".practice").first).to_be_visible()
    expect(section).to_contain_text("n’a rien déclaré")

    section.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    section.get_by_role("link", name="Avoir recours aux ressources locales").first.click()
    page.wait_for_url("**/pratiques/p27**")
    expect(page).to_have_title(re.compile("^Avoir recours aux ressources locales"))
    expect(page.locator("#document")).to_be_focused()
    expect(page.locator("#practice-standing .skeleton")).to_have_count(0)
    page.get_by_role("textbox", name="Autour de quelle commune").fill("romans-sur-isere")
    page.get_by_role("option").filter(has_text="Romans-sur-Isère").first.click()

    expect(page.locator(".practice-radius")).to_contain_text("Romans-sur-Isère")
    expect(page.locator(".standing-lines .line").first).to_contain_text("Romans-sur-Isère")
    expect(page.locator("#practice-map .pin").first).to_be_visible()
    keep = page.locator(".standing-lines .line").first.get_by_role("button", name="Ma liste")
    keep.click()
    expect(keep).to_have_attribute("aria-pressed", "true")


def test_the_form_fills_a_link_that_opens_the_same_list(page: Page, site: str) -> None:
    page.goto(f"{site}/quelles-pratiques")
    expect(page.locator("#profile-answer")).to_contain_text("Par où commencer")
    page.get_by_label("Salariés", exact=True).check()
    page.wait_for_url("**traits=employees**")
    page.get_by_role("textbox", name="Forme juridique").click()
    page.get_by_role("option", name="Scop", exact=True).click()
    page.wait_for_url("**legal_form=scop**")
    titles = page.locator("#profile-answer .practice-title")
    expect(page.locator("#profile-answer .answers")).to_contain_text("Scop")
    before = titles.all_inner_texts()

    page.goto(page.url)

    expect(titles.first).to_be_visible()
    expect(page.get_by_label("Salariés", exact=True)).to_be_checked()
    assert titles.all_inner_texts() == before
    page.emulate_media(media="print")
    expect(page.locator(".profile-form")).to_be_hidden()
    expect(titles.first).to_be_visible()


def test_an_unknown_practice_is_a_real_404(page: Page, site: str) -> None:
    answer = page.goto(f"{site}/pratiques/p99")

    assert answer is not None
    assert answer.status == 404
    expect(page.locator("#document")).to_contain_text("Page introuvable")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_practices_have_no_barrier(
    new_page: NewPage, site: str, path: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(site + path)
    expect(page.locator("#document .skeleton")).to_have_count(0)
    if "legal_form" in path:
        expect(page.get_by_role("textbox", name="Forme juridique")).to_have_value("Scop")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
