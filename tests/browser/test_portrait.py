"""The portrait of a territory in a browser: no barrier, by keyboard, on a phone, its ways.

The edition is small and synthetic: what holds of a page holds whatever it counts.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from territorial_map.settings import Settings
from tests.browser.conftest import NewPage
from tests.browser.main_screen import count
from tests.browser.test_accessibility import violations
from tests.serving import served

pytestmark = [pytest.mark.browser]
EPCI = "/territoires/epci/200068781-ca-valence-romans-agglo"
MOST_STEPS = 80
LISTED = re.compile(r"/(\?epci=|dans/epci/)200068781")


@pytest.fixture(scope="module")
def site(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the synthetic edition."""
    ledger = tmp_path_factory.mktemp("portrait") / "ledger.sqlite"
    with served(Settings(editions=small_editions, ledger=f"sqlite:///{ledger}")) as address:
        yield address


def opened(page: Page, address: str) -> Page:
    """The page with every fold open."""
    page.goto(address)
    expect(page.locator("#chiffres")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    return page


def reach_by_keyboard(page: Page, selector: str) -> None:
    """Press Tab until the first element that a selector tells has the focus."""
    target = page.locator(selector).first
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{selector} is out of reach of the keyboard in {MOST_STEPS} steps")


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize(
    "path", [EPCI, "/territoires/departement/26-drome", "/territoires/commune/69123-lyon?lang=en"]
)
def test_a_portrait_has_no_barrier_and_fits(
    new_page: NewPage, site: str, path: str, width: int
) -> None:
    page = opened(new_page(width, 844), site + path)

    assert page.locator("details[open]").count() > 0
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_map_and_the_list_behind_a_figure_are_reached_by_keyboard(
    new_page: NewPage, site: str
) -> None:
    page = new_page()
    page.goto(site + EPCI)
    reach_by_keyboard(page, ".portrait-ways a.button-strong")
    page.keyboard.press("Enter")
    page.wait_for_url(LISTED)
    expect(page.locator("#map")).to_be_visible()

    page.goto(site + EPCI)
    figure = "#chiffres td a"
    told = int(page.locator(figure).first.inner_text())
    reach_by_keyboard(page, figure)
    page.keyboard.press("Enter")
    page.wait_for_url(LISTED)
    assert count(page) == told


def test_a_portrait_leads_to_its_leads_and_back(new_page: NewPage, site: str) -> None:
    page = new_page(390, 844)
    page.goto(site + EPCI)
    page.get_by_role("link", name="Les pistes de ce territoire").first.click()
    page.wait_for_url(f"**{EPCI}/pistes")
    expect(page.get_by_role("heading", name="Pistes de coopération")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.locator(".breadcrumb a", has_text="CA Valence Romans Agglo").click()
    page.wait_for_url(f"**{EPCI}")
    expect(page.locator("#cooperation")).to_be_visible()
