"""RGAA, what takes hands and eyes: keyboard, focus, zoom, spacing, pointer. One page for all of it."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import page_for_all
from tests.browser.kept_lists import keep, some_lines
from tests.browser.main_screen import lines, query

# ruff: noqa: E501 — lines of scripts of the browser
pytestmark = [pytest.mark.browser, pytest.mark.edition]
DROME = "/?department=26"
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), after = getComputedStyle(one, "::after");
  const seen = (of) => of.outlineStyle !== "none" && parseFloat(of.outlineWidth) >= 2;
  return {
    tag: one.tagName, html: one.outerHTML.slice(0, 120), drawn: seen(style) || seen(after),
    shown: one.getClientRects().length > 0, quiet: one.closest("[aria-hidden=true], [inert]") !== null,
    inside: one.closest("main, header, footer, nav") !== null,
  };
}"""


@pytest.fixture(scope="module")
def one_page(chromium: Browser) -> Iterator[Page]:
    with page_for_all(chromium, 60_000) as page:
        yield page


@pytest.fixture
def hands(one_page: Page, site: str) -> Page:
    """The page of all tests, in a browser that remembers nothing of the test before: no list."""
    one_page.goto("about:blank")
    forgetting = one_page.context.new_cdp_session(one_page)
    wiped = {"origin": site, "storageTypes": "local_storage"}
    forgetting.send("Storage.clearDataForOrigin", wiped)
    forgetting.detach()
    return one_page


def listed(page: Page, site: str, path: str = DROME) -> Locator:
    page.goto(site + path)
    expect(lines(page).first).to_be_visible()
    expect(page.locator("#filter-groups .option").first).to_be_attached()
    return lines(page)


def stops(page: Page, count: int) -> Iterator[dict[str, object]]:
    """Where the Tab key stops, from the top of the page."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(count):
        page.keyboard.press("Tab")
        yield page.evaluate(FOCUSED)


def test_rgaa_7_3_a_sheet_is_opened_filled_in_a_list_and_closed_by_keyboard(
    hands: Page, site: str
) -> None:
    listed(hands, site)
    hands.locator(".line-link").first.focus()
    hands.keyboard.press("Enter")
    expect(hands.locator("#panel-name")).to_be_focused()
    hands.locator("#panel [data-keep]").first.focus()
    hands.keyboard.press("Space")
    expect(hands.locator("#panel [data-keep]").first).to_have_attribute("aria-pressed", "true")
    hands.keyboard.press("Escape")

    expect(hands.locator("#panel-name")).to_be_hidden()
    expect(hands.locator(".line-link").first).to_be_focused()


def test_rgaa_7_5_counts_and_what_is_added_are_announced(hands: Page, site: str) -> None:
    listed(hands, site)
    count = hands.locator("#result-count")
    expect(count).to_have_attribute("role", "status")
    hands.locator(".line [data-keep][aria-pressed=false]").first.click()

    told = hands.get_by_role("status").filter(has_text=re.compile("Ajouté à Ma liste, \\d+ org"))
    expect(told).to_have_count(1)
    before = count.inner_text()
    hands.locator("#filter-groups .option").first.locator("input").check()
    expect(count).not_to_have_text(before)


def test_rgaa_10_7_the_focus_can_be_seen(hands: Page, site: str) -> None:
    listed(hands, site)

    found = list(stops(hands, 30))
    assert [one for one in found if one["inside"] and not one["drawn"]] == []
    assert len({str(one["html"]) for one in found}) > 15


def test_rgaa_10_8_what_is_hidden_takes_no_focus(hands: Page, site: str) -> None:
    listed(hands, site)

    found = list(stops(hands, 45))
    assert [one for one in found if not one["shown"] or one["quiet"]] == []
    assert len({str(one["html"]) for one in found}) > 12


def test_rgaa_10_13_what_names_a_mark_stays_and_is_closed_by_keyboard(
    hands: Page, site: str
) -> None:
    listed(hands, site)
    mark = hands.locator("#map .cluster, #map .pin").first
    expect(mark).to_be_visible()
    mark.focus()
    name = hands.locator(".pin-name")
    expect(name).to_be_visible()
    hands.wait_for_timeout(1_000)
    expect(name).to_be_visible()
    hands.keyboard.press("Escape")

    expect(name).to_have_count(0)
    expect(mark).to_be_focused()


def test_rgaa_11_10_a_refused_word_is_told_with_what_is_expected(hands: Page, site: str) -> None:
    hands.goto(f"{site}/partenaires?commune=99999")

    expect(hands.locator("#notice")).to_have_attribute("role", "alert")
    expect(hands.locator("#notice")).to_contain_text("Aucune commune « 99999 »")


def test_rgaa_11_11_a_word_that_nothing_answers_comes_with_a_way_on(hands: Page, site: str) -> None:
    hands.goto(f"{site}/?q=xyzzyplugh")
    expect(hands.locator(".empty")).to_contain_text("xyzzyplugh")

    expect(hands.locator(".empty").get_by_role("link").first).to_have_text("Tout effacer")


def test_rgaa_11_12_what_is_taken_off_a_list_comes_back(hands: Page, site: str) -> None:
    keep(hands, site, some_lines(hands, site, 3))
    expect(hands.locator(".kept-line")).to_have_count(3)
    hands.locator(".kept-line > .kept-button").first.click()
    expect(hands.locator(".kept-line")).to_have_count(2)
    hands.locator("#undo-bar").get_by_role("button", name="Annuler").click()

    expect(hands.locator(".kept-line")).to_have_count(3)


def test_rgaa_12_7_the_first_link_leads_to_the_content(hands: Page, site: str) -> None:
    hands.goto(f"{site}/mentions-legales")
    expect(hands.locator("#document h2")).to_be_visible()
    before = hands.locator("#document").bounding_box()
    hands.evaluate("document.activeElement.blur()")
    hands.keyboard.press("Tab")
    link = hands.locator(".skip-links a:focus")
    expect(link).to_be_visible()
    hands.keyboard.press("Enter")

    expect(hands.locator("main")).to_be_focused()
    assert before
    assert hands.evaluate("scrollX") == 0


def test_rgaa_12_8_tab_follows_the_reading(hands: Page, site: str) -> None:
    listed(hands, site)

    assert hands.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count() == 0
    order = hands.evaluate(
        """() => { const all = ["header", "#filters", "#results", "#map"].map((one) => document.querySelector(one));
        return all.map((one, n) => n ? Boolean(all[n - 1].compareDocumentPosition(one) & 4) : true); }"""
    )
    assert order == [True] * 4


def test_rgaa_12_9_the_keyboard_is_held_nowhere(hands: Page, site: str) -> None:
    hands.goto(f"{site}/accessibilite")
    expect(hands.locator("#document h2")).to_be_visible()
    found = [str(one["html"]) for one in stops(hands, 60)]

    assert len(found) == 60
    assert [one for one, other in pairwise(found) if one == other] == []
    assert found[0] in found[1:] or "BODY" in {one[1:5].upper() for one in found}


def test_rgaa_12_10_no_single_key_acts_unasked(hands: Page, site: str) -> None:
    listed(hands, site)
    hands.evaluate("document.activeElement.blur()")
    before = (hands.url, hands.locator("#result-count").inner_text())
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?":
        hands.keyboard.press(key)
    hands.wait_for_timeout(500)

    assert (hands.url, hands.locator("#result-count").inner_text()) == before
    assert hands.evaluate("document.activeElement.tagName") == "BODY"


def test_rgaa_12_11_what_appears_is_reached_by_keyboard(hands: Page, site: str) -> None:
    listed(hands, site)
    hands.locator(".line [data-keep][aria-pressed=false]").first.press("Enter")
    bar = hands.locator("#undo-bar button").first
    expect(bar).to_be_visible()
    bar.focus()

    expect(bar).to_be_focused()
    assert hands.evaluate("document.activeElement.tabIndex") == 0


def test_rgaa_13_3_documents_are_tagged_with_title_and_language(hands: Page, site: str) -> None:
    answer = hands.request.get(f"{site}/api/v1/export.pdf?department=26&device=esat")
    with pikepdf.open(io.BytesIO(answer.body())) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang).startswith("fr")
        assert "/StructTreeRoot" in root
        assert document.open_metadata()["dc:title"]


def test_rgaa_13_8_nothing_moves_for_long(hands: Page, site: str) -> None:
    listed(hands, site)
    expect(hands.locator(".skeleton:visible")).to_have_count(0)

    endless = hands.evaluate(
        "document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime > 5000).length"
    )
    assert endless == 0
    assert hands.locator("marquee, blink, video[autoplay], audio[autoplay]").count() == 0


def test_rgaa_13_9_both_orientations_show_the_list(hands: Page, site: str) -> None:
    shown = []
    for width, height in ((390, 844), (844, 390)):
        hands.set_viewport_size({"width": width, "height": height})
        listed(hands, site)
        shown.append(hands.locator(".line-link").first.is_visible())
    hands.set_viewport_size({"width": 1440, "height": 900})

    assert shown == [True, True]


def test_rgaa_13_10_buttons_do_what_gestures_do(hands: Page, site: str) -> None:
    listed(hands, site)
    expect(hands.locator("#map .cluster, #map .pin").first).to_be_visible()
    before = query(hands).get("map", [""])[0]
    hands.get_by_role("button", name="Zoomer", exact=True).click()

    hands.wait_for_function(
        "before => new URLSearchParams(location.search).get('map') !== before",
        arg=before or None,
    )
    keep(hands, site, some_lines(hands, site, 3))
    expect(hands.get_by_role("button", name=re.compile("Descendre")).first).to_be_visible()


def test_rgaa_13_11_a_press_released_elsewhere_does_nothing(hands: Page, site: str) -> None:
    listed(hands, site)
    button = hands.locator(".line [data-keep][aria-pressed=false]").first
    box = button.bounding_box()
    assert box
    hands.mouse.move(box["x"] + 5, box["y"] + 5)
    hands.mouse.down()
    hands.mouse.move(5, 5)
    hands.mouse.up()

    expect(button).to_have_attribute("aria-pressed", "false")
