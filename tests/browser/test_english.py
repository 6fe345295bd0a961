"""Pages in English, and what comes on them: no French sentence but what says that it is French."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import page_for_all
from tests.browser.english import french_on, french_texts
from tests.browser.kept_lists import ARCHER
from tests.browser.walked import AROUND, STATES, State

pytestmark = [pytest.mark.browser, pytest.mark.edition]
ENGLISH = "lang=en"
WALKED = [state for state in STATES if not state.path.startswith("/ogc")]  # that service is French


@pytest.fixture(scope="module")
def english(chromium: Browser) -> Iterator[Page]:
    with page_for_all(chromium, 60_000, reduced_motion="reduce") as page:
        yield page


def test_french_is_seen_where_nothing_says_so(english: Page) -> None:
    """What the other tests ask: a text of ours, a sentence; neither a name nor what is marked."""
    english.set_content(
        "<p>Dans ma liste</p><p>Il est dans la commune.</p><p lang='fr'>Il est dans la liste.</p>"
        "<p>Maison de la Solidarité pour les Familles</p><button aria-label='Voir mes listes'>x"
        "</button><p>Ours to find</p>"
    )

    assert len(french_texts()) > 1_000
    seen = ["Dans ma liste", "Il est dans la commune.", "aria-label: Voir mes listes"]
    assert french_on(english) == seen


@pytest.mark.parametrize("state", WALKED, ids=lambda state: state.name)
def test_no_french_sentence_on_an_english_page(english: Page, site: str, state: State) -> None:
    state.open(english, site, "en")

    assert english.locator("html").get_attribute("lang") == "en"
    assert french_on(english) == []


def test_what_comes_after_a_search_and_a_press_is_in_english(english: Page, site: str) -> None:
    """What other tests kept is taken off first: the first line may be of it."""
    english.goto(f"{site}/?{ENGLISH}")
    english.evaluate("localStorage.clear()")
    english.reload()
    expect(english.locator(".line").first).to_be_visible()
    english.get_by_role("combobox", name="Search").fill("laundry rennes")
    expect(english.locator(".search-meant [data-for='laundry rennes']")).to_be_visible()
    assert french_on(english) == []
    english.keyboard.press("Enter")
    expect(english.locator("#result-count")).to_contain_text("to call")
    english.locator(".line [data-keep]").first.click()
    expect(english.locator("#undo-bar")).to_contain_text("1 organisation")
    english.locator("#map .pin, #map .cluster").first.focus()
    expect(english.locator(".pin-name")).to_be_visible()
    english.locator(".line-link").first.click()
    expect(english.locator("#panel-practices .practice").first).to_be_visible()

    assert french_on(english) == []


def test_what_is_set_aside_and_chosen_among_partners_is_in_english(
    english: Page, site: str
) -> None:
    english.goto(f"{site}/partenaires?for={ARCHER}&{ENGLISH}")
    card = english.locator("#partner-list .partner").first
    expect(card).to_be_visible()
    card.locator("[data-pair-dismiss]").first.click()
    expect(english.locator("#undo-bar")).not_to_be_empty()

    assert french_on(english) == []


def test_a_busy_server_is_told_in_english(english: Page, site: str) -> None:
    """Its API answers in French, with the time to wait."""
    told = {"status": 429, "detail": "Le service est très demandé : réessayez dans 7 s."}

    def busy(route: Route) -> None:
        headers = {"Retry-After": "7"}
        body, kind = json.dumps(told), "application/problem+json"
        route.fulfill(status=429, body=body, content_type=kind, headers=headers)

    english.goto(f"{site}/?{AROUND}&{ENGLISH}")
    expect(english.locator(".line").first).to_be_visible()
    english.route("**/api/v1/lists/**", busy)
    english.locator("[data-add-selection]").first.click()
    refused = english.get_by_role("dialog").get_by_role("alert")
    expect(refused).to_have_text("The service is in great demand: try again in 7 s.")
    english.unroute("**/api/v1/lists/**")

    assert french_on(english) == []


def test_a_mistake_is_told_in_english_and_quotes_what_is_french(english: Page, site: str) -> None:
    english.goto(f"{site}/partenaires?commune=99999&{ENGLISH}")
    notice = english.locator("#notice")
    expect(notice.get_by_role("button", name="Close this message")).to_be_visible()
    expect(notice.locator("[lang=fr]")).to_contain_text("99999")

    assert french_on(english) == []
