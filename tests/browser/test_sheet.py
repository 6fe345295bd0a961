"""An organisation's page: what is asked first on the first screen, around it, shared by a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.main_screen import count
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
ARCHER = "/o/siae:aci:34350633300032"
REGIE = "/o/siae:aci:39455403400055"
PATIENCE = 60_000  # milliseconds: the first visit of a fresh server, on a machine at work
SHARING = (
    "navigator.canShare = () => true;"
    "navigator.share = async (shared) => { window.shared = shared; };"
)


def opened(page: Page, address: str) -> Locator:
    """The sheet once its leads and practices have come."""
    page.goto(address, wait_until="commit")
    expect(page.locator("#partners .partner").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#panel-practices .practice").first).to_be_visible()
    return page.locator("#panel")


@pytest.mark.parametrize("path", [ARCHER, REGIE])
def test_search_engine_visitor_reads_contact_trade_leads_and_practices_without_scrolling(
    page: Page, site: str, path: str
) -> None:
    panel = opened(page, site + path)

    expect(panel.locator(".contact").nth(2)).to_be_in_viewport(ratio=1)
    expect(panel.locator(".panel-activity")).to_be_in_viewport(ratio=1)
    leads = panel.locator("#partners .lead-topic:visible")
    assert 2 <= leads.count() <= 3  # three, where as many are worth showing
    expect(leads.last).to_be_in_viewport(ratio=1)
    expect(panel.locator("#panel-practices .practice-title").nth(2)).to_be_in_viewport(ratio=1)
    expect(page).to_have_title(re.compile("^[^·]+, (Romans-sur-Isère|Valence) ·"))


def test_search_engine_visitor_is_shown_those_around_not_all_of_france(
    page: Page, site: str
) -> None:
    opened(page, site + ARCHER)

    expect(page.locator("#chips")).to_contain_text("20 km autour de Romans-sur-Isère")
    assert 1 < count(page) < 200
    expect(page.locator("#map .pin, #map .cluster").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).not_to_be_visible()
    expect(page.locator("#chips")).to_contain_text("20 km autour de Romans-sur-Isère")


def test_what_founds_an_answer_is_one_key_away(page: Page, site: str) -> None:
    panel = opened(page, site + ARCHER)
    evidence = panel.get_by_text("Ce qui le montre")
    question = panel.locator("summary", has_text="Est-ce de l’ESS")
    expect(evidence).to_be_hidden()
    expect(question).to_contain_text("ESS")

    question.press("Enter")

    expect(evidence).to_be_visible()


@pytest.mark.parametrize("width", [1440, 1000, 390, 320])
def test_a_sheet_has_no_barrier_and_fits_folded_and_unfolded(
    new_page: NewPage, site: str, width: int
) -> None:
    page = new_page(width, 844)
    panel = opened(page, site + ARCHER)
    assert violations(page) == []

    panel.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")

    assert panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") <= 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []


def test_a_phone_shares_a_sheet_by_its_own_means(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844, has_touch=True)
    phone.add_init_script(SHARING)
    panel = opened(phone, site + ARCHER)

    panel.get_by_role("button", name="Partager").tap()

    phone.wait_for_function("window.shared")
    shared = phone.evaluate("window.shared")
    assert shared == {"title": "Archer", "url": f"{site}{ARCHER}/archer"}


def test_where_nothing_shares_the_link_is_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = opened(page, site + ARCHER)

    panel.get_by_role("button", name="Partager").click()

    expect(panel.locator(".copy-label")).to_have_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{ARCHER}/archer"
