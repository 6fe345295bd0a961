"""The order of a kept list: by keyboard, mouse, finger, and sorted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import ids_shown, keep, kept, line_of, say, some_lines

pytestmark = [pytest.mark.browser, pytest.mark.edition]


def test_a_list_is_ordered_by_keyboard(page: Page, site: str) -> None:
    lines = some_lines(page, site, 5)
    a, b, c = (line["id"] for line in lines[:3])
    keep(page, site, lines)
    expect(page.locator(".kept-line .line-where").first).to_be_visible()

    line_of(page, a).locator('[data-control="down"]').focus()
    page.keyboard.press("Enter")
    assert ids_shown(page)[:2] == [b, a]
    expect(say(page)).to_contain_text("position 2 sur 5")
    expect(line_of(page, a).locator('[data-control="down"]')).to_be_focused()

    handle = line_of(page, a).locator('[data-control="handle"]')
    handle.focus()
    page.keyboard.press("Space")
    expect(say(page)).to_contain_text("saisie en position 2 sur 5")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(say(page)).to_contain_text("position 4 sur 5")
    page.keyboard.press("Escape")
    expect(say(page)).to_contain_text("Déplacement annulé")
    assert ids_shown(page)[:3] == [b, a, c]
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(say(page)).to_contain_text("posée en position 5 sur 5")
    expect(handle).to_be_focused()
    assert ids_shown(page)[-1] == a
    assert [line["id"] for line in kept(page)[0]["lines"]] == ids_shown(page)


def can_be_dragged(page: Page) -> None:
    """Wait until what drags lines has come: it is fetched once they are drawn."""
    page.wait_for_function(
        "() => Object.keys(document.querySelector('.kept-lines')).some("
        "key => key.startsWith('Sortable'))"
    )


def tremble(page: Page, line: str, place: int, move: Callable[[int], None]) -> None:
    """Move a little, as a hand does, until a line is at its place: lines give way move by move."""
    there = page.locator(f'.kept-line:nth-child({place})[data-id="{line}"]')
    for n in range(200):
        if there.count():
            return
        move(n)
        page.wait_for_timeout(50)


def test_a_line_is_dragged_with_the_mouse(new_page: NewPage, site: str) -> None:
    page = new_page(1440, 1600)
    lines = some_lines(page, site, 4)
    keep(page, site, lines)
    first, last = lines[0]["id"], lines[2]["id"]
    expect(page.locator(".kept-line .line-where").first).to_be_visible()
    can_be_dragged(page)

    line_of(page, first).locator('[data-control="handle"]').hover()
    page.mouse.down()
    box = line_of(page, last).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 5, steps=6)
    expect(page.locator(".kept-lines > .is-dragged")).to_have_attribute("data-id", first)
    x, y = box["x"] + 30, box["y"] + box["height"] - 5
    tremble(page, first, 3, lambda n: page.mouse.move(x, y - n % 2))
    page.mouse.up()

    expect(say(page)).to_contain_text("position 3 sur 4")
    assert ids_shown(page) == [lines[n]["id"] for n in (1, 2, 0, 3)]


def test_escape_while_dragging_leaves_the_order_as_it_was(new_page: NewPage, site: str) -> None:
    page = new_page(1440, 1600)
    lines = some_lines(page, site, 3)
    keep(page, site, lines)
    expect(page.locator(".kept-line .line-where").first).to_be_visible()
    can_be_dragged(page)
    before = ids_shown(page)

    line_of(page, before[0]).locator('[data-control="handle"]').hover()
    page.mouse.down()
    box = line_of(page, before[2]).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 5, steps=6)
    expect(page.locator(".kept-lines > .is-dragged")).to_have_attribute("data-id", before[0])
    page.keyboard.press("Escape")
    page.mouse.up()

    expect(say(page)).to_contain_text("Déplacement annulé")
    assert ids_shown(page) == before
    assert [line["id"] for line in kept(page)[0]["lines"]] == before


def test_lines_in_another_order_than_their_own_cannot_be_dragged(page: Page, site: str) -> None:
    keep(page, site, some_lines(page, site, 3))
    expect(page.locator(".kept-line .line-where").first).to_be_visible()
    page.locator("#lists-sort").select_option("name")
    can_be_dragged(page)
    before = ids_shown(page)

    line_of(page, before[0]).locator('[data-control="handle"]').hover()
    page.mouse.down()
    expect(say(page)).to_contain_text("choisissez « Mon ordre »")
    page.mouse.move(400, 800, steps=4)
    page.mouse.up()

    assert ids_shown(page) == before


def test_a_line_is_dragged_with_a_finger_past_the_edge_of_a_phone(
    new_page: NewPage, site: str
) -> None:
    page = new_page(390, 844, has_touch=True)
    lines = some_lines(page, site, 4)
    keep(page, site, lines)
    expect(page.locator(".kept-line .line-where").first).to_be_visible()
    can_be_dragged(page)
    handle = line_of(page, lines[0]["id"]).locator('[data-control="handle"]')
    handle.evaluate("element => element.scrollIntoView({block: 'center'})")
    box = handle.bounding_box()
    assert box is not None
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, y: float | None = None) -> None:
        points = [] if y is None else [{"x": box["x"] + 12, "y": y}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start = box["y"] + box["height"] / 2
    touch("touchStart", start)
    for n in range(1, 9):
        touch("touchMove", start + n * (834 - start) / 8)
    expect(page.locator(".kept-lines > .is-dragged")).to_have_attribute("data-id", lines[0]["id"])
    tremble(page, lines[0]["id"], 4, lambda n: touch("touchMove", 834 - n % 2))
    expect(page.locator(".kept-line").nth(3)).to_have_attribute("data-id", lines[0]["id"])
    touch("touchEnd")

    expect(say(page)).to_contain_text("position 4 sur 4")
    assert ids_shown(page) == [lines[n]["id"] for n in (1, 2, 3, 0)]
    assert [line["id"] for line in kept(page)[0]["lines"]] == ids_shown(page)
    assert page.evaluate("window.scrollY") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_lines_are_sorted_and_a_chosen_order_is_kept(page: Page, site: str) -> None:
    lines = some_lines(page, site, 12)
    keep(page, site, lines)
    expect(page.locator(".kept-line .line-where").first).to_be_visible()

    page.locator("#lists-sort").select_option("distance")
    origin = page.get_by_label("Distances depuis")
    expect(origin).to_be_focused()
    origin.fill("Valence")
    origin.press("Enter")
    expect(page.locator(".lists-origin").get_by_role("status")).to_contain_text("depuis Valence")
    expect(page.locator(".line-away").first).to_contain_text("à vol d’oiseau")
    near = ids_shown(page)
    assert near != [line["id"] for line in lines]

    expect(line_of(page, near[0]).locator('[data-control="down"]')).to_be_disabled()
    page.get_by_role("button", name="Garder cet ordre").click()
    expect(page.locator("#lists-sort")).to_have_value("mine")
    assert ids_shown(page) == near
    assert [line["id"] for line in kept(page)[0]["lines"]] == near
