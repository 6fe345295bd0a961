"""Lists that the browser keeps, put there and read back by tests."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

KEY = "territorial-map.lists"
ARCHER = "siae:aci:34350633300032"
MERGED = ("ess:32490634600022", "finess:970302626")
NOTE = "Voir Mme la directrice : secret-de-note"


def kept(page: Page) -> list[dict[str, Any]]:
    """The lists as the browser keeps them."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    stored: dict[str, Any] = json.loads(text or '{"v": 1, "lists": []}')
    assert stored["v"] == 1
    lists: list[dict[str, Any]] = stored["lists"]
    return lists


def keep(page: Page, site: str, lines: list[dict[str, Any]], name: str = "Essai") -> None:
    """Put one list in the browser, then open it."""
    page.goto(f"{site}/listes")
    one = {"id": "essai", "name": name, "created_on": "2026-11-22", "lines": lines}
    stored = json.dumps({"v": 1, "lists": [one]})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, stored])
    page.goto(f"{site}/listes#liste=essai")
    page.reload()
    expect(page.locator("#list-name")).to_have_text(name)


def ids_shown(page: Page) -> list[str]:
    return [str(line.get_attribute("data-id")) for line in page.locator(".kept-line").all()]


def line_of(page: Page, any_id: str) -> Locator:
    return page.locator(f'.kept-line[data-id="{any_id}"]')


def say(page: Page) -> Locator:
    return page.locator("#lists-live")


def some_lines(page: Page, site: str, count: int) -> list[dict[str, Any]]:
    answer = page.request.get(f"{site}/api/v1/lists/selection?department=26&limit={count}").json()
    blank = {"note": "", "status": None, "checked_on": None}
    return [line | blank for line in answer["lines"]]
