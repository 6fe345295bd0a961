"""One bad parameter, on every page of the product: everything else is shown, in words."""

import re

import pytest

from territorial_map.web.base.answers import Moved, Seen
from territorial_map.web.base.state import state_from_search
from territorial_map.web.frame.page_answer import see
from territorial_map.web.frame.pages import Pages
from territorial_map.web.page_list import PAGES
from territorial_map.web.pages.network.page import PAGE as NETWORK

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
