"""What holds on every page: it fits the narrowest screen, and the browser is not long busy with it.

WCAG 1.4.10: 320 px without scrolling sideways. Parts are what Dash makes one by one (seconds for a
few thousand of them); what has more is painted as HTML.
"""

import pytest
from playwright.sync_api import Page, Response, expect

from territorial_map.web.page_list import PAGES
from tests.browser.conftest import NewPage
from tests.browser.main_screen import lines

pytestmark = [pytest.mark.browser, pytest.mark.edition]
WIDTH = 320
MOST_PARTS = 1_500
PATHS = sorted({spec.path for spec in PAGES if spec.path})
# WCAG 1.4.12: what a reader may set, without anything cut or pushed out of the page.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
WRITTEN = {"/integrer", "/territoires"}  # whole, by the server


def wider(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth")) - WIDTH


def parts(answer: Response) -> int:
    return answer.text().count('"namespace"')


@pytest.mark.parametrize("path", PATHS)
def test_every_page_fits_the_narrowest_screen_in_few_parts(
    new_page: NewPage, site: str, path: str
) -> None:
    narrow = new_page(WIDTH, 800)
    answers: list[Response] = []
    narrow.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 — Playwright takes no built-in
    narrow.goto(site + path)
    expect(narrow.locator("h1:visible").first).to_be_visible()
    narrow.wait_for_load_state("networkidle")

    assert wider(narrow) <= 0
    narrow.add_style_tag(content=SPACING)
    assert wider(narrow) <= 0
    drawn = [answer for answer in answers if "/_dash-update-component" in answer.url]
    assert drawn or path in WRITTEN
    assert sum(map(parts, drawn)) <= MOST_PARTS


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_filtered_list_fits_the_narrowest_screen(
    new_page: NewPage, site: str, language: str
) -> None:
    narrow = new_page(WIDTH, 800)
    narrow.goto(f"{site}/?kind=ptce&department=26&sector=industry_craft&lang={language}")
    expect(lines(narrow).first).to_be_visible()
    expect(narrow.locator("#exports button").first).to_be_visible()

    assert wider(narrow) <= 0
