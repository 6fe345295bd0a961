"""What opens over the map stays clear of everything that lies over it or around it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.test_map_journeys import settled

pytestmark = [pytest.mark.browser, pytest.mark.edition]
COVERED = """() => {
  const box = (one) => one.getBoundingClientRect();
  const popup = box(document.querySelector(".leaflet-popup-content-wrapper"));
  const meets = (other) => other.width > 0 && other.height > 0 && popup.left < other.right - 1
    && popup.right > other.left + 1 && popup.top < other.bottom - 1 && popup.bottom > other.top + 1;
  const bars = ".site-header, .area-bar > *, .map-tools .tool-group, .quick-bar, .legend,"
    + " .page-links, .view-switch";
  const over = [...document.querySelectorAll(bars)].filter((one) => meets(box(one)));
  const map = box(document.querySelector("#map"));
  const out = popup.left < map.left - 1 || popup.right > map.right + 1 || popup.top < map.top - 1
    || popup.bottom > map.bottom + 1;
  return [...over.map((one) => one.className), ...(out ? ["out of the map"] : [])];
}"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (768, 1024), (390, 844)])
def test_a_list_of_one_point_lies_clear_of_every_bar(
    new_page: NewPage, site: str, width: int, height: int
) -> None:
    """The point is in a corner of the map, under what lies over it."""
    page = new_page(width, height)
    corner = "map=18/45.0609/5.0244&view=map"
    page.goto(f"{site}/?kind=ess_actor&commune=26281&{corner}")
    gathered = page.locator('#map .cluster[aria-label*="Activer pour les lister"]').first
    expect(gathered).to_be_attached()
    settled(page)
    gathered.press("Enter")
    expect(page.locator(".same-point a").first).to_be_visible()
    settled(page)

    page.wait_for_function(f"() => ({COVERED})().length === 0")
    bar = page.locator(".quick-bar")
    assert bar.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
