"""RGAA, what every page holds: images, colours, tables, links, languages, headings, fields, regions.

One visit of many states of the pages serves all of these tests.
"""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from territorial_map.web.base.titles import PRODUCT
from tests.browser.conftest import page_for_all
from tests.browser.looked import Looked, french_in_english, looked_at_all
from tests.browser.walked import named

# ruff: noqa: E501 — lines of scripts of the browser
pytestmark = [pytest.mark.browser, pytest.mark.edition]
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
Faults = dict[str, list[str]]
KINDS = """() => [...document.querySelectorAll(".legend-switch .symbol")].map((one) => one.className.split("symbol-")[1])"""
COLOUR = re.compile(r'(?:fill|stroke)="[^"]*"')
LINES = """() => [...document.querySelectorAll(".legend-line")].map((one) => getComputedStyle(one).borderTopStyle)"""


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    with page_for_all(chromium, 60_000, reduced_motion="reduce") as page:
        yield page


@pytest.fixture(scope="module")
def looked(reader: Page, site: str) -> list[Looked]:
    return list(looked_at_all(reader, site))


def faults(looked: list[Looked], criterion: str) -> Faults:
    """By state, what its page fails of a criterion."""
    assert sum(one.seen[criterion] for one in looked) > 0
    found = {one.state.name: list(one.faults[criterion]) for one in looked}
    return {name: told for name, told in found.items() if told}


def test_every_state_fits_a_phone(looked: list[Looked]) -> None:
    assert {one.state.name: one.sideways for one in looked if one.sideways > 0} == {}


def test_what_is_pressed_on_a_phone_is_large_enough(looked: list[Looked]) -> None:
    assert {one.state.name: list(one.small) for one in looked if one.small} == {}


def test_rgaa_1_1_images_that_tell_have_an_alternative(looked: list[Looked]) -> None:
    assert faults(looked, "1.1") == {}


def test_rgaa_1_2_images_that_tell_nothing_are_passed_over(looked: list[Looked]) -> None:
    assert faults(looked, "1.2") == {}


def test_rgaa_1_3_alternatives_are_words_for_people(looked: list[Looked]) -> None:
    assert faults(looked, "1.3") == {}


def test_rgaa_2_1_the_frame_to_paste_has_a_title(
    looked: list[Looked], reader: Page, site: str
) -> None:
    assert faults(looked, "2.1") == {}
    reader.goto(f"{site}/integrer?department=26&device=esat")
    shown = reader.locator(".integrer-preview").get_attribute("title") or ""

    assert "Drôme" in shown
    assert f'title="{shown}"' in reader.locator("#integrer-code").input_value()


def test_rgaa_3_1_nothing_is_told_by_colour_alone(reader: Page, site: str) -> None:
    """Symbols of the map, lines of leads: each has a shape or a line."""
    reader.goto(f"{site}/?department=26")
    expect(reader.locator("#map-legend .legend-switch").first).to_be_visible()
    symbols = [f"{site}/assets/symbols/{kind}.svg" for kind in reader.evaluate(KINDS)]
    shapes = [COLOUR.sub("", reader.request.get(symbol).text()) for symbol in symbols]
    dashes = reader.evaluate(LINES)

    assert len(shapes) == len(set(shapes)) > 3
    assert len(dashes) == len(set(dashes)) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rgaa_3_2_words_stand_out_in_both_schemes(reader: Page, site: str, scheme: str) -> None:
    reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    pale = {}
    for state in named("portrait", "practices", "sources", "embedding"):
        state.open(reader, site)
        found = Axe().run(reader, options=CONTRAST).response["violations"]
        pale[state.name] = [node["html"][:120] for one in found for node in one["nodes"]]
    reader.emulate_media(color_scheme="light")

    assert len(pale) == 4
    assert {name: told for name, told in pale.items() if told} == {}


def test_rgaa_3_3_what_bounds_a_field_stands_out_in_both_schemes(looked: list[Looked]) -> None:
    assert faults(looked, "3.3") == {}
    assert {one.state.name: one.dark_fields for one in looked if one.dark_fields} == {}


def test_rgaa_5_6_tables_have_headings(looked: list[Looked]) -> None:
    assert faults(looked, "5.6") == {}


def test_rgaa_5_7_headings_of_tables_are_tied_to_their_cells(looked: list[Looked]) -> None:
    assert faults(looked, "5.7") == {}


def test_rgaa_6_1_links_tell_where_they_lead(looked: list[Looked]) -> None:
    assert faults(looked, "6.1") == {}


def test_rgaa_7_1_what_acts_is_told_to_assistive_tools(looked: list[Looked]) -> None:
    assert faults(looked, "7.1") == {}


def test_rgaa_8_3_pages_say_their_language(looked: list[Looked]) -> None:
    assert {one.state.name: one.language for one in looked if one.language != "fr"} == {}


def test_rgaa_8_5_pages_have_a_title(looked: list[Looked]) -> None:
    assert [one.state.name for one in looked if PRODUCT not in one.title] == []


def test_rgaa_8_6_titles_tell_pages_apart(looked: list[Looked]) -> None:
    by_title: dict[str, set[str]] = {}
    for one in looked:
        by_title.setdefault(one.title, set()).add(one.state.path)

    assert {title: paths for title, paths in by_title.items() if len(paths) > 1} == {}


def test_rgaa_8_7_what_is_in_another_language_says_so(reader: Page, site: str) -> None:
    """French in English pages, and the link to English in French ones."""
    reader.goto(f"{site}/sources")
    expect(reader.locator("[data-language=en]")).to_have_attribute("lang", "en")
    french = dict(french_in_english(reader, site))

    assert len(french) > 4
    assert {name: told for name, told in french.items() if told} == {}


def test_rgaa_9_1_headings_follow_one_another(looked: list[Looked]) -> None:
    assert faults(looked, "9.1") == {}


def test_rgaa_11_1_fields_have_labels(looked: list[Looked]) -> None:
    assert faults(looked, "11.1") == {}


def test_rgaa_11_2_labels_say_what_is_expected(looked: list[Looked]) -> None:
    assert faults(looked, "11.2") == {}


def test_rgaa_11_13_fields_about_the_visitor_say_their_purpose(looked: list[Looked]) -> None:
    assert faults(looked, "11.13") == {}


def test_rgaa_12_6_regions_of_every_page_can_be_reached(looked: list[Looked]) -> None:
    assert faults(looked, "12.6") == {}
    whole = [one for one in looked if not one.state.stands_alone]
    assert len(whole) > 10
    assert {one.state.name: one.lacking for one in whole if one.lacking} == {}
