"""One bad parameter: everything else is shown, and one notice says what was put right."""

import pytest

from territorial_map.domain.errors import NotFound, Unavailable
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.app import language_read, notice
from territorial_map.web.base.html import to_html
from territorial_map.web.base.noticed import notices, readable_search
from territorial_map.web.base.state import search_of, state_from_search
from territorial_map.web.base.texts import Language, Texts


@pytest.mark.parametrize(
    ("search", "right"),
    [
        ("department=1&q=vélo", "q=v%C3%A9lo&department=01"),
        ("kind=foo&department=26", "department=26"),
        ("commune=99999&kind=ptce", "kind=ptce"),
        ("order=best&department=26", "department=26"),
        ("near=45.04,5.05&radius_km=20", "near=5.05,45.04&radius_km=20"),
        ("near=x&department=26", "department=26"),
        ("map=99/1/1&view=pie&shown=a&q=esat", "q=esat"),
        ("siren=1&siret=2&department=26", "department=26"),
        ("radius_km=20&department=26", "department=26"),
    ],
)
def test_the_rest_of_an_address_is_kept(
    search: str, right: str, small_edition: OpenEdition
) -> None:
    readable = readable_search(search, small_edition.places)

    assert readable is not None
    kept = [part for part in readable.split("&") if not part.startswith("noticed=")]
    assert sorted(kept) == sorted(right.split("&"))
    assert state_from_search(readable).noticed
    assert readable_search(readable, small_edition.places) is None


@pytest.mark.parametrize("search", ["", "department=26&q=esat", "near=5.05,45.04", "lang=en"])
def test_an_address_that_reads_well_stays(search: str, small_edition: OpenEdition) -> None:
    assert readable_search(search, small_edition.places) is None


@pytest.mark.parametrize("language", list(Language))
def test_a_notice_has_no_word_of_the_program(
    language: Language, small_edition: OpenEdition
) -> None:
    state = state_from_search(
        "noticed=kind:foo&noticed=commune:99999&noticed=order:best&noticed=xyz:1&noticed=lang:xx"
    )

    told = notices(state.noticed, small_edition.places, Texts(language))

    assert len(told) == 5
    assert not any(
        word in sentence for sentence in told for word in ("kind", "order", "xyz", "lang", "{")
    )


def test_a_notice_goes_with_the_next_choice_and_stays_in_its_address() -> None:
    state = state_from_search("department=26&noticed=kind:foo")

    assert state_from_search(search_of(state)) == state
    assert state.selecting(state.selection).noticed == ()


def test_what_could_not_be_had_yet_can_be_asked_for_again() -> None:
    again, never = (
        to_html(notice(error, Texts()))
        for error in (Unavailable("Réessayez."), NotFound("Aucune."))
    )

    assert "data-retry" in again
    assert "data-retry" not in never


def test_a_notice_is_in_the_language_of_the_page_but_what_it_quotes() -> None:
    english = language_read("https://example.org/partenaires?commune=1&lang=en")
    busy, mistake = (
        to_html(notice(error, english)) for error in (Unavailable("Réessayez."), NotFound("Rien."))
    )

    assert language_read("https://example.org/?lang=tlh").language is Language.FRENCH
    assert "reload this page" in busy
    assert "Réessayez" not in busy
    assert '<p lang="fr">Rien.</p>' in mistake
    assert "Close this message" in mistake
