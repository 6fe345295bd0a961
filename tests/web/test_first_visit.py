"""A first visit speaks the browser's language; what the reader chose wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from territorial_map.domain.language.languages import Language
from territorial_map.web.frame.first_visit import VARIES, elsewhere, preferred

ENGLISH = {"accept-language": "en-GB,en;q=0.9", "sec-fetch-site": "none"}


def led(path: str = "/pratiques", search: str = "", **headers: str) -> str | None:
    told = ENGLISH | {name.replace("_", "-"): value for name, value in headers.items()}
    return elsewhere(path, search, Headers(told))


def test_a_first_visit_in_english_leads_to_the_english_page() -> None:
    assert led() == "/pratiques?lang=en"
    assert led(search="kind=ptce") == "/pratiques?kind=ptce&lang=en"
    assert led(sec_fetch_site="cross-site") == "/pratiques?lang=en"


@pytest.mark.parametrize("search", ["lang=fr", "kind=ptce&lang=fr", "lang=en"])
def test_what_the_address_asks_for_wins(search: str) -> None:
    assert led(search=search) is None


@pytest.mark.parametrize("site", ["same-origin", "same-site", ""])
def test_a_reader_who_comes_from_our_pages_has_chosen(site: str) -> None:
    assert led(sec_fetch_site=site) is None


def test_programs_and_robots_get_the_canonical_page() -> None:
    assert elsewhere("/", "", Headers({"accept-language": "en"})) is None
    assert led(accept_language="") is None


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", Language.FRENCH),
        ("en,fr;q=0.9", Language.ENGLISH),
        ("en;q=0.3, fr;q=0.4", Language.FRENCH),
        ("fr, en", Language.FRENCH),
        ("de-DE, en;q=0.1", Language.ENGLISH),
        ("en;q=0", None),
        ("en;q=many, fr;q=0.1", Language.FRENCH),
        ("*", None),
        ("", None),
    ],
)
def test_the_language_that_the_browser_likes_best(accept: str, language: Language | None) -> None:
    assert preferred(accept) is language


@given(st.text(max_size=60))
def test_no_header_breaks_a_page(accept: str) -> None:
    assert preferred(accept) in {None, *Language}


def test_caches_are_told_what_the_answer_depends_on() -> None:
    assert set(VARIES.split(", ")) >= {"Accept-Language", "Sec-Fetch-Site"}
