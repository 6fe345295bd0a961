"""Possible partnerships in the panel: words first, distance within a word, pairs set aside."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.group_partnerships import partnerships_inside
from territorial_map.web.base.html import to_html
from territorial_map.web.base.partnerships.card import Telling, partner_card
from territorial_map.web.base.partnerships.dismissed import dismissals_kept, pair_key
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.partners.callbacks import partners_view, shown_partners
from territorial_map.web.pages.partners.lines_map import line_width
from territorial_map.web.pages.partners.views import Shown, category_choice
from tests.known import KNOWLEDGE
from tests.web.rendered import is_serialisable

NOTHING: tuple[frozenset[object], frozenset[object]] = (frozenset(), frozenset())
SCOP = "synthetic:scop"
CATEGORIES = st.sampled_from(PoolingCategory)


def telling(language: Language = Language.FRENCH) -> Telling:
    return Telling(KNOWLEDGE.pooling, Texts(language), lambda any_id: f"/?organisation={any_id}")


def shown(
    edition: OpenEdition, any_id: str = "synthetic:lieu", pooling: str | None = None
) -> Shown:
    return shown_partners(edition, any_id, pooling, NOTHING)  # type: ignore[arg-type]  # empty sets


def plain(node: object) -> str:
    return to_html(node).replace("\u00a0", " ")


def test_partners_of_a_category_come_by_word_then_by_distance(small_edition: OpenEdition) -> None:
    several = shown(small_edition).of_category

    order = [(tuple(Tier).index(p.tier), p.nearness.distance_km or 0.0) for p in several]

    assert order
    assert order == sorted(order)


def test_the_section_shows_one_category_at_a_time(small_edition: OpenEdition) -> None:
    found = shown(small_edition)

    assert {p.category for p in found.of_category} == {found.category}


def test_an_unknown_category_reads_as_none(small_edition: OpenEdition) -> None:
    assert shown(small_edition, pooling="licorne").category == shown(small_edition).category


def test_commerce_is_a_group_of_its_own(small_edition: OpenEdition) -> None:
    found = shown(small_edition).partners.found
    asked = PoolingCategory.LOCAL_SUPPLY

    choice = category_choice(found, asked, telling()).children

    groups = {group["group"]: [o["value"] for o in group["items"]] for group in choice.data}
    assert groups["Acheter et vendre près de chez soi"] == ["local_supply"]
    assert "local_supply" not in groups.get("Mettre en commun", [])


def test_a_card_says_words_before_figures(small_edition: OpenEdition) -> None:
    (first, *_) = shown(small_edition).of_category

    told = plain(partner_card(first, telling()))

    assert "à vol d’oiseau" in told
    assert "À demander :" in told
    assert told.index("À demander :") < told.index("Le calcul en chiffres")
    assert told.index("Le calcul en chiffres") < told.index("sur 1")


def test_a_card_speaks_english(small_edition: OpenEdition) -> None:
    (first, *_) = shown(small_edition).of_category

    told = plain(partner_card(first, telling(Language.ENGLISH)))

    assert "as the crow flies" in told
    assert "Not relevant" in told


def test_a_pair_set_aside_is_no_longer_proposed_and_can_be_taken_back(
    small_edition: OpenEdition,
) -> None:
    first = shown(small_edition).of_category[0]
    dismissal = dismissal_of(first.a.id, first.b.id, first.category)

    after = shown_partners(
        small_edition, first.a.id, first.category.value, (frozenset({dismissal}), frozenset())
    )

    assert first.b.id not in {p.b.id for p in after.of_category}
    assert after.aside == ((dismissal, first.b.name),)
    section, _ = partners_view(after, PageState(), KNOWLEDGE.pooling)
    assert "1 piste écartée : revoir" in painted_text(section)


def test_what_an_operator_set_aside_is_not_told_to_visitors(small_edition: OpenEdition) -> None:
    first = shown(small_edition).of_category[0]
    dismissal = dismissal_of(first.a.id, first.b.id, first.category)

    after = shown_partners(
        small_edition, first.a.id, first.category.value, (frozenset(), frozenset({dismissal}))
    )

    assert first.b.id not in {p.b.id for p in after.of_category}
    assert after.aside == ()


def painted_text(nodes: object) -> str:
    return json.dumps(nodes, default=lambda o: o.to_plotly_json(), ensure_ascii=False).replace(
        "\u00a0", " "
    )


def test_an_organisation_without_a_place_is_told_why_nothing_is_proposed(
    small_edition: OpenEdition,
) -> None:
    section, lines = partners_view(
        shown(small_edition, "synthetic:no-commune"), PageState(), KNOWLEDGE.pooling
    )

    assert "Sans position connue" in painted_text(section)
    assert lines == []


def test_existing_cooperation_stands_apart(small_edition: OpenEdition) -> None:
    found = shown(small_edition, SCOP)

    proposed = {p.b.id for p in found.partners.found}
    existing = {one.facts.id for one in found.partners.existing}

    assert "synthetic:town" in existing
    assert not proposed & existing
    section, _ = partners_view(found, PageState(), KNOWLEDGE.pooling)
    assert "Déjà en lien avec" in painted_text(section)


def test_lines_on_the_map_are_those_of_the_list_that_say_something(
    small_edition: OpenEdition,
) -> None:
    found = shown(small_edition)

    section, lines = partners_view(found, PageState(), KNOWLEDGE.pooling)

    drawn = [p for p in found.of_category if p.tier is not Tier.INSUFFICIENT]
    assert len(lines) == 2 * len(drawn)
    assert is_serialisable([section, lines])


def test_lines_are_wider_for_stronger_scores(small_edition: OpenEdition) -> None:
    several = sorted(shown(small_edition).partners.found, key=lambda p: p.score or 0.0)

    widths = [line_width(p) for p in several]

    assert widths == sorted(widths)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip), CATEGORIES)
def test_a_pair_kept_by_a_browser_is_read_back_in_either_order(
    one: str, other: str, category: PoolingCategory
) -> None:
    if one == other:
        return
    kept = [[other, one, category.value], [one, other, category.value]]

    assert dismissals_kept(kept) == {dismissal_of(one, other, category)}
    assert pair_key(one, other, category) == pair_key(other, one, category)


@pytest.mark.parametrize("kept", [None, "x", {"a": 1}, [1], [["a"]], [["a", "b", "licorne"]]])
def test_what_is_none_of_ours_in_a_browser_is_left_out(kept: object) -> None:
    assert dismissals_kept(kept) == frozenset()


def test_a_group_looks_inside_itself_alone(small_edition: OpenEdition) -> None:
    ids = ["synthetic:lieu", SCOP, "synthetic:site1", "synthetic:town", "synthetic:no-commune"]

    inside = partnerships_inside(small_edition, ids)

    ends = {facts.id for p in inside.found for facts in (p.a, p.b)}
    assert ends <= set(ids)
    assert {(b.a.id, b.b.id) for b in inside.existing} == {(SCOP, "synthetic:town")}
    assert [facts.id for facts in inside.unlocated] == ["synthetic:no-commune"]
