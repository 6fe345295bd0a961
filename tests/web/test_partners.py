"""Possible partnerships in the panel: words first, distance within a word, pairs set aside."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.group_partnerships import partnerships_inside
from territorial_map.web.base.html import to_html
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.dismissed import dismissals_kept, pair_key
from territorial_map.web.base.partnerships.lead_card import Cards, lead_card
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


def leads(found: Shown) -> list[Partnership]:
    return [lead.main for lead in found.found.leads]


def section_of(found: Shown, language: Language = Language.FRENCH) -> str:
    *section, _ = partners_view(found, PageState(language=language), KNOWLEDGE.pooling)
    return painted_text(section)


def test_the_section_shows_every_category_unless_one_is_asked_for(
    small_edition: OpenEdition,
) -> None:
    every = leads(shown(small_edition))
    asked = every[0].category

    of_one = leads(shown(small_edition, pooling=asked.value))

    assert len({p.category for p in every}) > 1
    assert {p.category for p in of_one} == {asked}


def test_each_organisation_has_one_card(small_edition: OpenEdition) -> None:
    several = [p.b.person_key for p in leads(shown(small_edition))]

    assert several
    assert len(several) == len(set(several))


def test_an_unknown_category_reads_as_none(small_edition: OpenEdition) -> None:
    assert leads(shown(small_edition, pooling="licorne")) == leads(shown(small_edition))


def test_commerce_is_a_group_of_its_own() -> None:
    choice = category_choice(PoolingCategory.LOCAL_SUPPLY, telling()).children

    groups = {group["group"]: [o["value"] for o in group["items"]] for group in choice.data}
    assert groups["Acheter et vendre près de chez soi"] == ["local_supply"]
    assert "local_supply" not in groups["Mettre en commun"]
    assert groups["Toutes"] == ["all"]


def test_a_card_says_what_is_known_and_folds_what_is_supposed(small_edition: OpenEdition) -> None:
    found = shown(small_edition)
    told = plain(lead_card(found.found.leads[0], Cards(telling(), found.listed)))

    assert "à vol d’oiseau" in told
    assert "À demander :" in told
    assert told.index("À demander :") < told.index("Ce qui est supposé")
    assert "téléphone non renseigné" in told or "tel:" in told


def test_no_visitor_reads_decimals_of_a_score(small_edition: OpenEdition) -> None:
    for language in Language:
        told = section_of(shown(small_edition), language)

        assert not re.search(r"\b0[.,]\d", told)
        assert "sur 1" not in told


def test_the_law_is_told_once_per_category(small_edition: OpenEdition) -> None:
    found = shown(small_edition)
    told = section_of(found)
    frames = {KNOWLEDGE.pooling.frame(p.category).legal for p in leads(found)} - {None}

    assert frames
    assert all(told.count(legal.fr.replace("\u00a0", " ")) == 1 for legal in frames if legal)


def test_a_card_speaks_english(small_edition: OpenEdition) -> None:
    found = shown(small_edition)
    told = plain(lead_card(found.found.leads[0], Cards(telling(Language.ENGLISH), found.listed)))

    assert "as the crow flies" in told
    assert "Not relevant" in told


def test_a_pair_set_aside_is_no_longer_proposed_and_can_be_taken_back(
    small_edition: OpenEdition,
) -> None:
    first = leads(shown(small_edition))[0]
    dismissal = dismissal_of(first.a.id, first.b.id, first.category)

    after = shown_partners(
        small_edition, first.a.id, first.category.value, (frozenset({dismissal}), frozenset())
    )

    assert first.b.id not in {p.b.id for p in leads(after)}
    assert after.asked is first.category
    assert after.aside == ((dismissal, first.b.name),)
    *section, _ = partners_view(after, PageState(), KNOWLEDGE.pooling)
    assert "1 piste écartée : revoir" in painted_text(section)


def test_what_an_operator_set_aside_is_not_told_to_visitors(small_edition: OpenEdition) -> None:
    first = leads(shown(small_edition))[0]
    dismissal = dismissal_of(first.a.id, first.b.id, first.category)

    after = shown_partners(
        small_edition, first.a.id, first.category.value, (frozenset(), frozenset({dismissal}))
    )

    assert first.b.id not in {p.b.id for p in leads(after)}
    assert after.aside == ()


def painted_text(nodes: object) -> str:
    return json.dumps(nodes, default=lambda o: o.to_plotly_json(), ensure_ascii=False).replace(
        "\u00a0", " "
    )


def test_an_organisation_without_a_place_is_told_why_nothing_is_proposed(
    small_edition: OpenEdition,
) -> None:
    *section, lines = partners_view(
        shown(small_edition, "synthetic:no-commune"), PageState(), KNOWLEDGE.pooling
    )

    assert "La position de cette organisation n’est pas renseignée" in painted_text(section)
    assert lines == []


def test_existing_cooperation_stands_apart(small_edition: OpenEdition) -> None:
    found = shown(small_edition, SCOP)

    proposed = {p.b.id for p in leads(found)}
    existing = {one.facts.id for one in found.found.existing}

    assert "synthetic:town" in existing
    assert not proposed & existing
    *section, _ = partners_view(found, PageState(), KNOWLEDGE.pooling)
    assert "Déjà en lien avec" in painted_text(section)


def test_lines_on_the_map_are_those_of_the_list_that_say_something(
    small_edition: OpenEdition,
) -> None:
    found = shown(small_edition)

    *section, lines = partners_view(found, PageState(), KNOWLEDGE.pooling)

    drawn = [p for p in leads(found) if p.tier is not Tier.INSUFFICIENT]
    assert len(lines) == 2 * len(drawn)
    assert is_serialisable([section, lines])


def test_lines_are_wider_for_stronger_scores(small_edition: OpenEdition) -> None:
    several = sorted(leads(shown(small_edition)), key=lambda p: p.score or 0.0)

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
