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


def asked_for(page: Page) -> list[str]:
    """Every address of plotly.js that a page asks for, as it does."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "plotly" in one.url else None)
    return asked


def test_charts_are_drawn_when_their_reader_comes_under_the_policy(
    new_page: NewPage, site: str
) -> None:
    page = new_page(390, 844)
    asked = asked_for(page)
    page.goto(site + EPCI)
    page.wait_for_load_state("networkidle")
    assert asked == []

    charts = page.locator(".chart")
    assert charts.count() >= 2
    for chart in charts.all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
    assert len(asked) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_chart_leaves_as_table_and_drawings(new_page: NewPage, site: str, tmp_path: Path) -> None:
    page = new_page()
    page.goto(site + EPCI)
    chart = page.locator("#chiffres .chart")
    chart.scroll_into_view_if_needed()
    files = {}
    for kind in ("csv", "svg", "png"):
        with page.expect_download() as leaving:
            chart.locator(f"[data-chart-file={kind}]").click()
        leaving.value.save_as(tmp_path / kind)
        files[kind] = (tmp_path / kind).read_bytes()

    title = chart.get_attribute("data-title") or ""
    rows = files["csv"].decode("utf-8-sig").splitlines()
    assert title
    assert rows[0] == title
    assert rows[1].startswith("Type;Ici;")
    assert rows[-1].startswith("CA Valence Romans Agglo · édition du")
    assert title.encode() in files["svg"]
    assert files["png"].startswith(b"\x89PNG")


def test_without_a_script_the_table_of_a_chart_is_there(new_page: NewPage, site: str) -> None:
    page = new_page(scripted=False)
    page.goto(site + EPCI)
    chart = page.locator("#chiffres .chart")

    expect(chart.locator(".chart-drawing")).to_be_hidden()
    expect(chart.locator("button").first).to_be_hidden()
    chart.locator("summary").click()
    expect(chart.get_by_role("row").first).to_be_visible()


def test_a_group_is_kept_in_the_browser_listed_and_taken_away_with_a_way_back(
    new_page: NewPage, site: str
) -> None:
    page = new_page(390, 844)
    page.goto(f"{site}/territoires")
    mine = page.locator(".my-groups")
    expect(mine).to_be_hidden()

    page.goto(f"{site}/territoires/groupe?nom=Deux%20villes&communes=26281,26362")
    page.get_by_role("button", name="Garder dans mes groupes").click()
    expect(page.get_by_role("button", name="✓ Dans mes groupes")).to_be_visible()

    for address in ("/territoires", "/territoires/groupe"):
        page.goto(site + address)
        expect(mine.get_by_role("link", name="Deux villes")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert violations(page) == []
    mine.get_by_role("button", name="Retirer « Deux villes »").click()
    expect(mine).to_be_hidden()
    page.get_by_role("button", name="Annuler").click()
    mine.get_by_role("link", name="Deux villes").click()
    page.wait_for_url("**/territoires/groupe?nom=Deux%20villes&communes=26281,26362")
