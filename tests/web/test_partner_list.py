"""The page of partner lists: what its address asks, the same lines as the file, both languages."""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.vocabulary import LegalForm, PoolingCategory, Sector
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.partner_query import PartnersAsked, asked_from_query
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.web.pages.partner_list.callbacks import centres_named, partner_list_view
from tests.in_memory import edition_of
from tests.unit.pooling.test_partners_found import directory
from tests.web.rendered import attributes, is_serialisable, links, parts, words

SITE = "https://annuaire.example"


def view(search: str, edition: OpenEdition) -> tuple[object, object]:
    return partner_list_view(search, edition, frozenset())


def test_without_a_centre_the_page_invites_with_an_example(small_edition: OpenEdition) -> None:
    _, found = view("", small_edition)

    address, profile = links(found).values()
    assert address.startswith("/partenaires?commune=46102")
    assert profile == "/quelles-pratiques"


def test_without_a_centre_the_page_asks_how_far_and_on_what(small_edition: OpenEdition) -> None:
    choices, _ = view("?radius_km=20&pooling=mobility", small_edition)

    ticked = [part["props"] for part in parts(choices) if part["type"] == "Tickbox"]
    assert len(ticked) == len(PoolingCategory)
    assert [box["data-pooling"] for box in ticked if box["checked"]] == ["mobility"]
    chosen = [part["props"] for part in parts(choices) if part["props"].get("selected")]
    assert [option["value"] for option in chosen] == ["20"]


def test_a_list_tells_the_practices_of_its_project(small_edition: OpenEdition) -> None:
    guide = small_edition.names.practices
    category = next(one.pooling[0] for one in guide.practices if one.pooling)

    _, found = view(f"?commune=26281&pooling={category.value}", small_edition)

    expected = [f"/pratiques/{one.id}" for one in guide.practices if category in one.pooling]
    shown = [address for address in links(found).values() if "/pratiques/" in address]
    assert expected
    assert shown == expected[:5]


@pytest.mark.parametrize(
    ("lang", "basis"),
    [
        ("fr", "éligibilité potentielle, à vérifier"),
        ("en", "potential eligibility, to be checked"),
    ],
)
def test_the_page_shows_the_lines_of_the_file(
    small_edition: OpenEdition, lang: str, basis: str
) -> None:
    table = partner_table(small_edition, PartnersAsked(commune="26281"), SITE)
    names = [str(row[0]) for row in table.rows()]

    choices, found = view(f"?commune=26281&lang={lang}", small_edition)
    others = [view(f"?commune=26281&lang={lang}&page={n}", small_edition)[1] for n in (2, 3)]

    shown = [name for page in (found, *others) for name in links(page) if name in names]
    assert list(dict.fromkeys(shown)) == names
    assert is_serialisable(choices)
    assert basis in words(found)


def test_who_is_in_no_source_says_itself_once_for_partners_and_practices(
    small_edition: OpenEdition,
) -> None:
    answers = "legal_form=scop&sectors=digital&audiences=youth"
    _, found = view(f"?commune=26281&{answers}", small_edition)

    told, own = words(found), f"Vous : {LegalForm.SCOP.label}, {Sector.DIGITAL.label}"
    assert own in told
    assert "la structure que vous décrivez" in told
    way = links(found)["Changer ces réponses, ou voir leurs bonnes pratiques"]
    assert way == f"/quelles-pratiques?{answers}&commune=26281"
    table = partner_table(
        small_edition,
        asked_from_query({"commune": ["26281"], "legal_form": ["scop"], "sectors": ["digital"]}),
        SITE,
    )
    assert own in table.about.query.replace("\u00a0", " ")


def test_a_question_that_nobody_known_answers_says_so_beside_the_others(
    small_edition: OpenEdition,
) -> None:
    asked = "".join(f"&pooling={one.value}" for one in PoolingCategory)
    near = words(view(f"?commune=26281&radius_km=2{asked}", small_edition)[1])
    wide = words(view(f"?commune=26281&radius_km=100{asked}", small_edition)[1])

    nobody = "Personne de connu de nos sources à cette distance. Cela"
    assert near.count(nobody) > wide.count(nobody)


WIDE = "?near=5.5,45.2&radius_km=90"


@pytest.fixture(scope="module")
def crowded() -> Iterator[OpenEdition]:
    with edition_of(directory(1)) as edition:
        yield edition


def cards_of(found: object) -> list[str]:
    return attributes(found, "data-keep")


def test_a_page_shows_ten_cards_and_leads_to_the_next(crowded: OpenEdition) -> None:
    _, found = view(WIDE, crowded)
    _, last = view(f"{WIDE}&page=99", crowded)

    assert len(cards_of(found)) == 10
    assert "page=2" in links(found)["Page suivante"]
    assert "Page suivante" not in links(last)
    assert 0 < len(cards_of(last)) <= 10


def test_two_organisations_stand_side_by_side_and_no_more_than_four(crowded: OpenEdition) -> None:
    ids = cards_of(view(WIDE, crowded)[1])

    _, two = view(f"{WIDE}&compare={ids[0]}&compare={ids[1]}", crowded)
    _, four = view(WIDE + "".join(f"&compare={one}" for one in ids[:5]), crowded)

    assert "2 sur 4" in words(two)
    assert "4 sur 4" in words(four)
    assert "compare=" not in links(two)["Ne plus comparer"]


def test_what_is_chosen_is_exported(small_edition: OpenEdition) -> None:
    search = "?near=5.05,45.04&radius_km=40&pooling=local_supply&practice=p27&limit=20"
    choices, found = view(search, small_edition)

    (told,) = attributes(found, "data-export")
    asked = json.loads(told)
    assert asked["kind"] == "partners"
    assert parse_qs(asked["query"]) == parse_qs(search.removeprefix("?"))
    assert "1 coopération choisie" in words(choices)
    assert "40 km" in words(choices)


def test_a_cut_list_is_told_n_of_n(small_edition: OpenEdition) -> None:
    _, found = view("?commune=26281&limit=1", small_edition)

    assert "1 sur" in words(found)


def test_nobody_known_is_not_nobody(small_edition: OpenEdition) -> None:
    _, found = view("?near=-60,15&radius_km=5", small_edition)

    assert "Personne de connu de nos sources" in words(found)


@pytest.mark.parametrize(
    ("search", "error"),
    [
        ("?for=synthetic:nobody", NotFound),
        ("?commune=26281&near=5,45", BadParameter),
        ("?commune=26281&radius_km=-2", BadParameter),
    ],
)
def test_what_cannot_be_asked_is_told(
    small_edition: OpenEdition, search: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        view(search, small_edition)


def test_the_search_box_gives_communes_then_organisations(small_edition: OpenEdition) -> None:
    found = [option["value"] for option in centres_named("vale", small_edition)]
    named = [option["value"] for option in centres_named("synthétique du vélo", small_edition)]

    assert found[0].startswith("commune:26362")
    assert named == ["organisation:synthetic:scop"]
    assert centres_named("  ", small_edition) == []
