"""The script of pages when some of it is not there: upgraded since, or not to be had at all."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.main_screen import lines, open_page

pytestmark = [pytest.mark.browser, pytest.mark.edition]
APP = "**/script/*/modules/app.mjs"


def gone(route: Route) -> None:
    route.fulfill(status=404)


def test_a_page_that_an_upgrade_overtook_is_asked_for_again(page: Page, site: str) -> None:
    page.route(APP, gone, times=1)

    open_page(page, f"{site}/?device=esat")

    expect(lines(page)).not_to_have_count(0)
    assert page.evaluate("sessionStorage.getItem('territorial-map.asked-again')") == ""


def test_where_modules_are_not_to_be_had_the_plain_content_stays(page: Page, site: str) -> None:
    page.route(APP, gone)

    page.goto(f"{site}/?device=esat")

    expect(page.locator("#plain .line").first).to_be_visible()
    expect(page.locator(".waiting")).to_have_count(0)
    expect(page.locator("#plain")).to_contain_text("ESAT")


def test_a_window_that_an_upgrade_took_away_says_so(page: Page, site: str) -> None:
    open_page(page, f"{site}/?device=esat")
    page.route("**/script/*/modules/pages/export/dialog.mjs", gone)

    page.get_by_role("button", name="Exporter").first.click()

    expect(page.locator("#undo-bar")).to_contain_text("mis à jour")
    expect(lines(page).first).to_be_visible()
    page.unroute("**/script/*/modules/pages/export/dialog.mjs")


def test_the_first_page_fetches_nothing_that_it_does_not_need(page: Page, site: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))

    open_page(page, f"{site}/")

    modules = [url for url in fetched if "/script/" in url]
    assert len(modules) > 30
    assert len(modules) == len(set(modules))
    assert [url for url in modules if "/lists/page" in url or "sortable" in url] == []
