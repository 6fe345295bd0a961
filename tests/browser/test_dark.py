"""A reader whose system is dark: every kind of page follows, and what is written on it is read.

The contrast of every colour on its ground is measured by ``tests/web/test_colours.py``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import page_for_all
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
AROUND = "near=5.05,45.04&radius_km=20&place=commune:26281"
LIGHTNESS = """([selector, property]) => {
  const told = getComputedStyle(document.querySelector(selector))[property];
  const [red, green, blue] = told.match(/[\\d.]+/g).map(Number);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}"""
LAND = '.leaflet-container path[fill="#fdfcf9"]'


@pytest.fixture(scope="module")
def dark(chromium: Browser) -> Iterator[Page]:
    """One page for all, in the dark."""
    with page_for_all(chromium, 30_000, color_scheme="dark") as page:
        yield page


def lightness(page: Page, selector: str, of: str) -> float:
    """From 0 (black) to 1 (white)."""
    return float(page.evaluate(LIGHTNESS, [selector, of]))


def test_the_map_is_dark_and_its_marks_stay_as_they_are(dark: Page, site: str) -> None:
    dark.goto(f"{site}/?{AROUND}")
    expect(dark.locator(".cluster text").first).to_be_attached()
    expect(dark.locator(LAND).first).to_be_attached()

    assert lightness(dark, "body", "backgroundColor") < 0.15
    assert lightness(dark, LAND, "fill") < 0.25
    assert lightness(dark, ".leaflet-container", "backgroundColor") < 0.15
    assert lightness(dark, ".legend", "backgroundColor") < 0.2
    assert lightness(dark, ".cluster text", "fill") < 0.2
    assert "invert" in dark.locator(".leaflet-tile-pane").first.evaluate(
        "one => getComputedStyle(one).filter"
    )


def test_boxes_of_the_component_library_are_dark_too(dark: Page, site: str) -> None:
    dark.goto(f"{site}/partenaires")
    expect(dark.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(dark.locator("#partner-list-search")).to_be_visible()

    assert lightness(dark, "#partner-list-search", "backgroundColor") < 0.2
    assert violations(dark) == []


@pytest.mark.parametrize(
    "path", [f"/embed?{AROUND}&show=map,list,filters&accent=7a1fa2", "/api/v1/docs", "/ogc?f=html"]
)
def test_pages_that_stand_alone_are_dark_and_have_no_barrier(
    dark: Page, site: str, path: str
) -> None:
    dark.goto(site + path)
    expect(dark.locator("h1")).to_be_visible()

    assert lightness(dark, "body", "backgroundColor") < 0.2
    assert violations(dark) == []


def test_a_map_that_left_is_dark_and_has_no_barrier(dark: Page, site: str, tmp_path: Path) -> None:
    left = tmp_path / "map.html"
    left.write_bytes(
        dark.request.get(f"{site}/api/v1/export.html?{AROUND.partition('&place')[0]}").body()
    )
    dark.goto(left.as_uri())
    expect(dark.locator(".pin, .cluster").first).to_be_attached()

    assert lightness(dark, '.leaflet-container path[fill="#ffffff"]', "fill") < 0.25
    assert lightness(dark, "body", "backgroundColor") < 0.15
    assert violations(dark) == []


def test_paper_stays_white(dark: Page, site: str) -> None:
    dark.goto(f"{site}/mentions-legales")
    expect(dark.locator("#document h2")).to_be_visible()
    dark.emulate_media(media="print", color_scheme="dark")

    assert lightness(dark, "body", "backgroundColor") > 0.95
    assert lightness(dark, "body", "color") < 0.2
    dark.emulate_media(media="screen", color_scheme="dark")
