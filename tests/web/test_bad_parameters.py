"""One bad parameter, on every page of the product: everything else is shown, in words."""

import re

import pytest

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.answers import Moved, Seen
from territorial_map.web.base.html import to_html
from territorial_map.web.base.noticed import formerly_at
from territorial_map.web.base.state import state_from_search
from territorial_map.web.frame.page_answer import see
from territorial_map.web.frame.pages import Pages
from territorial_map.web.page_list import PAGES
from territorial_map.web.pages.network.page import PAGE as NETWORK
from territorial_map.web.pages.partner_list.callbacks import partner_list_view

PATHS = sorted({page.path for page in PAGES if page.path})
BAD = (
    "department=1",
    "department=2a",
    "department=Ain",
    "department=99",
    "region=ZZ",
    "region=4",
    "commune=74011",
    "commune=69152",
    "commune=99999",
    "epci=1",
    "kind=foo",
    "near=45.04,5.05&radius_km=20",
    "order=best",
    "view=pie",
)


def settled(path: str, search: str, pages: Pages) -> tuple[Seen, str]:
    """What an address shows in the end, and its query string there."""
    for _ in range(4):
        answer = see(path, search, pages)
        if isinstance(answer, Seen):
            return answer, search
        path, _, search = answer.address.partition("?")
    raise AssertionError(f"{path} is sent on for ever")


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_blank_or_an_error_for_one_bad_parameter(
    path: str, bad: str, pages: Pages
) -> None:
    plainly, _ = settled(path, "", pages)
    answer, _ = settled(path, bad, pages)
    words = answer.head.heading.title + answer.head.heading.description

    assert words.strip()
    assert answer.content.make()
    assert answer.status == plainly.status
    assert not re.search(r"\b(KeyError|Traceback|None|department|commune=|BadParameter)\b", words)


@pytest.mark.parametrize("bad", BAD)
def test_the_network_shows_the_rest_and_one_notice(bad: str, pages: Pages) -> None:
    moved = see(NETWORK.path, f"{bad}&practice=x&tier=all", pages)
    answer, search = settled(NETWORK.path, f"{bad}&tier=all", pages)

    assert isinstance(moved, Moved)
    assert answer.status == 200
    assert "tier=all" in search
    if bad != "department=Ain":
        assert state_from_search(search).noticed


def test_a_portrait_at_a_former_code_says_so_at_its_own_address(pages: Pages) -> None:
    portrait, search = settled("/territoires/commune/69232", "", pages)
    plain, _ = settled("/territoires/commune/69123", "", pages)
    said = "« 69232 » est un ancien code, lu comme Lyon (69123)."

    assert search == "noticed=commune:69232"
    assert portrait.head.heading == plain.head.heading
    assert said in to_html(portrait.content.make()).replace("\u00a0", " ")
    assert "ancien code" not in to_html(plain.content.make())


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("/autour/69232-lyon/20-km", "/autour/69123-lyon/20-km"),
        ("/dans/commune/69232-lyon", "/dans/commune/69123-lyon"),
        ("/territoires/commune/69232/pistes", "/territoires/commune/69123-lyon/pistes"),
    ],
)
def test_a_list_at_a_former_code_says_so_where_it_leads(path: str, now: str, pages: Pages) -> None:
    moved = see(path, "", pages)
    answer, search = settled(path, "", pages)
    plain, unsaid = settled(now, "", pages)

    assert isinstance(moved, Moved)
    assert moved.address == f"{now}?noticed=commune:69232"
    assert search == "noticed=commune:69232"
    assert "ancien code" in to_html(answer.content.make())
    assert unsaid == ""
    assert "ancien code" not in to_html(plain.content.make())


@pytest.mark.parametrize(
    ("path", "right", "told"),
    [
        ("/dans/region/4", "/dans/region/04-la-reunion", "region:4"),
        ("/dans/departement/1-ain", "/dans/departement/01-ain", "department:1"),
        ("/autour/69232/20-km", "/autour/69123-lyon/20-km", "commune:69232"),
        ("/dans/departement/26-drom", "/dans/departement/26-drome", None),
    ],
)
def test_a_path_tells_of_which_level_a_code_was_put_right(
    path: str, right: str, told: str | None
) -> None:
    assert formerly_at(path, right) == ([("noticed", told)] if told else [])


def test_partners_around_a_former_code_say_so(small_edition: OpenEdition) -> None:
    told, plain = (
        to_html(partner_list_view(f"commune={code}", small_edition, frozenset())[1])
        for code in ("69232", "69123")
    )

    assert "« 69232 » est un ancien code, lu comme Lyon (69123)." in told.replace("\u00a0", " ")
    assert "ancien code" not in plain
