"""RGAA, what readers set: the size of the text or of the window, and its spacing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import page_for_all
from tests.browser.walked import narrowed

# ruff: noqa: E501 — lines of scripts of the browser
pytestmark = [pytest.mark.browser, pytest.mark.edition]
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const style = getComputedStyle(one);
  return one.children.length === 0 && one.textContent.trim() && one.getClientRects().length
    && /hidden|clip/.test(style.overflowX) && !one.closest(".visually-hidden") && style.clipPath === "none"
    && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 120))"""
LARGER = "html { font-size: 200% !important; }"
# Blocks of the page that lie over one another: of the header, of the screen, of the map's foot.
COVERED = """() => {
  const rows = [".site-header > *", ".page-links a, .languages a", ".explore > *", ".quick-bar button, .map-tools"];
  const box = (one) => one.getBoundingClientRect();
  const meet = (a, b) => a.width && b.width && a.height && b.height && a.left < b.right - 2 && a.right > b.left + 2
    && a.top < b.bottom - 2 && a.bottom > b.top + 2;
  return rows.flatMap((row) => {
    const all = [...document.querySelectorAll(row)];
    return all.flatMap((one, n) => all.slice(n + 1).filter((other) => !one.contains(other) && meet(box(one), box(other)))
      .map((other) => `${one.className || one.textContent} / ${other.className || other.textContent}`));
  });
}"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def sized(chromium: Browser) -> Iterator[Page]:
    with page_for_all(chromium, 60_000) as page:
        yield page


def overflows(page: Page, site: str, width: int, height: int) -> dict[str, float]:
    """How many pixels each page is wider than a window of that size."""
    page.set_viewport_size({"width": width, "height": height})
    wide = {}
    for state in narrowed():
        state.open(page, site)
        wide[state.name] = page.evaluate(SIDEWAYS)
    page.set_viewport_size({"width": 1440, "height": 900})
    return wide


def test_a_page_twice_as_large_stays_readable(sized: Page, site: str) -> None:
    """A window of 1,440 by 900 pixels at 200 %; RGAA 10.4 itself is of text alone."""
    wide = overflows(sized, site, 720, 450)

    assert len(wide) > 5
    assert {name: over for name, over in wide.items() if over > 0} == {}


def test_rgaa_10_4_text_alone_twice_as_large_cuts_and_covers_nothing(
    sized: Page, site: str
) -> None:
    cut, wide, covered = {}, {}, {}
    for state in narrowed():
        state.open(sized, site)
        sized.add_style_tag(content=LARGER)
        cut[state.name] = sized.evaluate(CUT)
        wide[state.name] = sized.evaluate(SIDEWAYS)
        covered[state.name] = sized.evaluate(COVERED)

    assert len(cut) > 5
    assert {name: parts for name, parts in cut.items() if parts} == {}
    assert {name: over for name, over in wide.items() if over > 0} == {}
    assert {name: pairs for name, pairs in covered.items() if pairs} == {}


def test_rgaa_10_11_pages_fit_320_pixels(sized: Page, site: str) -> None:
    wide = overflows(sized, site, 320, 800)

    assert len(wide) > 5
    assert {name: over for name, over in wide.items() if over > 0} == {}


def test_rgaa_10_12_wider_spacing_cuts_no_text(sized: Page, site: str) -> None:
    cut, wide = {}, {}
    for state in narrowed():
        state.open(sized, site)
        sized.add_style_tag(content=SPACED)
        cut[state.name] = sized.evaluate(CUT)
        wide[state.name] = sized.evaluate(SIDEWAYS)

    assert len(cut) > 5
    assert {name: parts for name, parts in cut.items() if parts} == {}
    assert {name: over for name, over in wide.items() if over > 0} == {}
