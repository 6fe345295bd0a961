"""The main screen as tests read it: its lines, its count, its address."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect


def lines(page: Page) -> Locator:
    return page.locator("#result-list .line")


def count(page: Page) -> int:
    """How many the list says it has: « 1 234 organisations », or « 12 connues, 3 à appeler »."""
    told = page.locator("#result-count")
    expect(told).to_contain_text(re.compile("organisation|connue"))
    return int("".join(re.findall(r"\d", re.split("org|conn", told.inner_text())[0])))


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def ask(page: Page, text: str) -> None:
    """Type a question in the one box and take what is highlighted: the question itself."""
    box = page.get_by_role("combobox", name="Rechercher")
    box.fill(text)
    expect(page.locator(f'.search-meant [data-for="{text}"]')).to_be_visible()
    box.press("Enter")
    expect(page.locator(".search-meant")).to_be_hidden()


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(lines(page).first.or_(page.locator(".empty"))).to_be_visible()
    expect(page.locator("#map-status")).to_contain_text("dans cette vue")
