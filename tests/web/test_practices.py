"""Practices on screen: what is told, what is inferred, and addresses that hold everything."""

import json
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.terms import Audience, Role, Scope, Trait
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.browsing import Browsing, Heading, browsing_from_query
from territorial_map.services.practices.profile_query import profile_from_query, profile_pairs
from territorial_map.web.base.practices.filter import practice_roles
from territorial_map.web.base.practices.wording import address_of, practice_in_words
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.frame.navigation import page_of
from territorial_map.web.frame.pages import Pages
from territorial_map.web.pages.practices.callbacks import (
    answer_of,
    catalogue_of,
    standing_of,
)
from territorial_map.web.pages.practices.choices import browsing_pairs
from territorial_map.web.pages.practices.panel_callbacks import practices_view
from territorial_map.web.pages.practices.standing_map import zoom_for
from territorial_map.web.pages.practices.standpoint import Standpoint, roles_shown
from tests.known import KNOWLEDGE
from tests.web.rendered import attributes, is_serialisable, links, words

T = Texts(Language.FRENCH)
LIBRARY = KNOWLEDGE.practices
NUMBERS = [theme.number for theme in LIBRARY.catalogue.themes]


def some(values: Iterable[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=4).map(tuple)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


PROFILES = st.builds(
    PracticeProfile,
    kind=maybe(st.sampled_from(Kind)),
    legal_form=maybe(st.sampled_from(LegalForm)),
    devices=maybe(some(Device)),
    place_types=maybe(some(PlaceType)),
    sectors=maybe(some(Sector)),
    size_band=maybe(st.sampled_from(SizeBand)),
    scope=maybe(st.sampled_from(Scope)),
    audiences=maybe(some(Audience)),
    traits=maybe(some(Trait)),
    commune=maybe(st.sampled_from(["26281", "Romans-sur-Isère", "L’Haÿ-les-Roses"])),
)
BROWSINGS = st.builds(
    Browsing,
    themes=some(NUMBERS),
    families=some(LegalFamily),
    pooling=some(PoolingCategory),
    text=st.text("abcé '&=?+", max_size=12).map(lambda text: " ".join(text.split())),
)


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


@given(PROFILES, st.sampled_from(Language))
def test_the_address_of_the_form_holds_every_answer(
    profile: PracticeProfile, language: Language
) -> None:
    address = address_of("/quelles-pratiques", Texts(language), profile_pairs(profile))

    assert profile_from_query(query_of(address)) == profile


@given(BROWSINGS)
def test_the_address_of_the_catalogue_holds_every_choice(browsing: Browsing) -> None:
    address = address_of("/pratiques", T, browsing_pairs(browsing))

    assert browsing_from_query(query_of(address), LIBRARY) == browsing


@given(st.sampled_from([1.0, 5.0, 20.0, 200.0, 1000.0]), st.floats(-60, 60))
def test_a_wider_circle_is_never_seen_from_closer(radius: float, lat: float) -> None:
    near, far = Around(Point(2, lat), radius), Around(Point(2, lat), min(1000.0, radius * 2))

    assert 3 <= zoom_for(far) <= zoom_for(near) <= 18


@pytest.mark.parametrize("language", list(Language))
def test_every_heading_of_the_guide_is_drawn_under_its_title(
    language: Language, pages: Pages
) -> None:
    catalogue = LIBRARY.catalogue
    headings: tuple[Heading, ...] = (*catalogue.practices, *catalogue.resources)

    assert len(headings) == 52
    for heading in headings:
        page = page_of(f"/pratiques/{heading.id}", language.value, pages)
        title = heading.title if language is Language.FRENCH else heading.title_en
        assert attributes(page, "data-title") == [title]


@pytest.mark.parametrize("path", ["/pratiques/p53", "/pratiques/", "/pratiques/p1", "/nulle-part"])
def test_there_is_no_page_for_an_unknown_practice(path: str, pages: Pages) -> None:
    assert attributes(page_of(path, "fr", pages), "data-title") == ["Page introuvable"]


def test_the_page_of_a_practice_says_what_was_done_and_what_it_takes(pages: Pages) -> None:
    told = words(page_of("/pratiques/p27", "fr", pages))

    assert "Ce qui a été fait" in told
    assert "L’agence régionale d’une mutuelle santé a conclu des contrats" in told
    assert "Qui appeler Le responsable commercial d’un ESAT" in told
    assert "Conseil de ce site, pas du guide." in told
    assert "État du droit" in told


@pytest.mark.parametrize("number", ["51", "52"])
def test_a_resource_never_pretends_to_be_a_practice(number: str, pages: Pages) -> None:
    told = words(page_of(f"/pratiques/p{number}", "fr", pages))

    assert "Ceci est une ressource" in told
    assert "Ce qui a été fait" not in told


def shown(path: str, search: str = "") -> dict[str, str]:
    return {"path": path, "search": search}


def test_the_catalogue_counts_its_headings_and_says_that_ethics_has_no_example(
    small_edition: OpenEdition,
) -> None:
    told = words(catalogue_of(shown("/pratiques"), small_edition))

    assert "52 sur 52 : 50 pratiques et 2 ressources" in told
    assert "8. Éthique" in told
    assert "Le guide n’a aucun exemple pour ce thème" in told
    assert "L’Observatoire européen de la Transition" in told


@pytest.mark.parametrize("typed", ["tutorat", "TUTORATS", "tutorta", "tutora"])
def test_the_catalogue_is_searched_with_plurals_and_typing_errors(
    small_edition: OpenEdition, typed: str
) -> None:
    found = links(catalogue_of(shown("/pratiques", f"?q={typed}"), small_edition))

    assert any(href.startswith("/pratiques/p44") for href in found.values())


def test_a_practice_without_a_place_asks_for_one(small_edition: OpenEdition) -> None:
    told = words(standing_of(shown("/pratiques/p27"), small_edition))

    assert "Choisissez une commune" in told


def test_a_practice_near_a_place_exports_and_opens_the_same_selection(
    small_edition: OpenEdition,
) -> None:
    search = "?role=partner_for&near=5.05,45.04&radius_km=200&place=commune:26281"

    view = standing_of(shown("/pratiques/p27", search), small_edition)

    (exported,) = attributes(view, "data-export")
    opened = query_of(links(view)["Ouvrir dans l’annuaire"])
    for asked in (parse_qs(json.loads(exported)["query"]), opened):
        assert asked["practice"] == ["p27:partner_for"]
        assert asked["near"] == ["5.05,45.04"]
        assert asked["radius_km"] == ["200"]


def test_pages_leave_the_addresses_of_others_alone(small_edition: OpenEdition) -> None:
    for answer in (catalogue_of, standing_of):
        assert is_serialisable(answer(shown("/pratiques/p99"), small_edition)) is True
    assert answer_of(shown("/"), small_edition) == answer_of(None, small_edition)


def test_an_empty_form_says_what_to_fill_in(small_edition: OpenEdition) -> None:
    answer, _ = answer_of(shown("/quelles-pratiques"), small_edition)

    assert "Par où commencer" in words(answer)


def test_the_answer_to_a_profile_has_roles_reasons_and_a_link_that_carries_it(
    small_edition: OpenEdition,
) -> None:
    search = "?legal_form=scop&size_band=small&sectors=digital&traits=employees"

    answer, _ = answer_of(shown("/quelles-pratiques", search), small_edition)

    told = words(answer)
    assert "D’après vos réponses : Scop · Numérique · 10 à 49 salariés · Salariés." in told
    assert "vous pourriez l’adopter" in told
    assert "Vous êtes une Scop" in told
    (copied,) = attributes(answer, "data-copy-address")
    assert query_of(copied) == parse_qs(search.removeprefix("?"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_panel_says_that_its_practices_are_inferred(
    small_edition: OpenEdition, lang: str
) -> None:
    any_id = small_edition.page(Selection(), Order.NAME, 1).items[0].id

    told = words(practices_view(any_id, f"?lang={lang}", small_edition))

    assert ("l’organisation n’a rien déclaré" if lang == "fr" else "declared nothing") in told
    assert not {"vous", "votre", "vos", "you", "your"} & set(told.lower().split())


def test_roles_shown_first_are_those_one_can_go_and_see() -> None:
    assert roles_shown([], {Role.PARTNER_FOR: 3, Role.COULD_ADOPT: 9}) == (Role.PARTNER_FOR,)
    assert roles_shown([], {Role.COULD_ADOPT: 9}) == (Role.COULD_ADOPT,)
    assert roles_shown(["embodies"], {Role.PARTNER_FOR: 3}) == (Role.EMBODIES,)


def test_a_filter_by_practice_reads_by_its_title_and_offers_roles() -> None:
    named = practice_in_words("p27:partner_for", LIBRARY.catalogue, T)
    offered = attributes(
        practice_roles(["p27:partner_for"], LIBRARY.catalogue, T), "data-practice-as"
    )

    assert named == "Avoir recours aux ressources locales (peut être partenaire pour)"
    assert offered == ["p27", *(f"p27:{role.value}" for role in Role)]


def test_a_standpoint_is_the_directorys_own_selection() -> None:
    standpoint = Standpoint("p27", (Role.PARTNER_FOR,), Around(Point(5.05, 45.04), 30))

    assert standpoint.selection.chosen("practice") == ("p27:partner_for",)
