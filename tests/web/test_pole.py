"""The group that would make a PTCE: its address, its members, the check, what leaves the page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.together import known_members
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.pole.callbacks import group_view, studied_of, telling_of
from territorial_map.web.pages.pole.members import group_name, member_list
from territorial_map.web.pages.pole.starting import group_at
from territorial_map.web.pages.pole.state import (
    MOST_MEMBERS,
    GroupState,
    address_of_group,
    group_from_search,
)
from tests.known import KNOWLEDGE

THREE = "?ids=synthetic:lieu,synthetic:scop,synthetic:town"
IDS = st.lists(
    st.sampled_from(["finess:1", "member:pôle:l’été", "a b", "x&y=z", "50%", "é#1", "p+q"]),
    unique=True,
)
STATES = st.builds(
    GroupState,
    IDS.map(tuple),
    st.booleans(),
    st.sampled_from(["", "ptce:pôle l’été"]),
    st.sampled_from(Language),
)


@given(STATES)
def test_a_group_written_in_an_address_is_read_back_the_same(state: GroupState) -> None:
    address = address_of_group(state)

    assert group_from_search(address.removeprefix("/ptce")) == state


@given(st.text(max_size=200))
def test_any_address_is_a_group(text: str) -> None:
    state = group_from_search("?ids=" + text)

    assert len(state.ids) <= MOST_MEMBERS
    assert len(set(state.ids)) == len(state.ids)


def page(search: str, edition: OpenEdition) -> dict[str, str]:
    state = group_at(search, edition)
    members, check, inside, _ = group_view(
        studied_of(state, edition), telling_of(state, KNOWLEDGE.pooling), state
    )
    shown = {"members": members, "check": check, "inside": inside}
    return {name: to_html(nodes).replace("\u00a0", " ") for name, nodes in shown.items()}


def test_the_two_blocks_are_never_mixed(small_edition: OpenEdition) -> None:
    check = page(THREE, small_edition)["check"]

    assert check.count('class="pole-block"') == 2
    assert check.index("Les éléments de l’article 9") < check.index("appel à projets de l’État")


def test_every_clause_has_its_words_of_law_and_a_summary_says_so(
    small_edition: OpenEdition,
) -> None:
    check = page(THREE, small_edition)["check"]

    article_9, calls = check.split("Les conditions pour répondre")
    assert article_9.count("<blockquote") == 7
    assert article_9.count('lang="fr"') == 7
    assert calls.count("à confirmer") >= 7


def test_an_incomplete_list_never_fails(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town", small_edition)["check"]

    assert "Non rempli" not in check


def test_a_list_declared_complete_can_fail(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town&complet=1", small_edition)["check"]

    assert "Non rempli" in check


def test_who_could_fill_is_one_button_away(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:town", small_edition)["check"]

    assert 'data-group-toggle="synthetic:scop"' in check
    assert "à vol d’oiseau" in check


def test_an_existing_ptce_is_never_told_that_it_is_not_one(small_edition: OpenEdition) -> None:
    check = page("?ids=synthetic:ptce&complet=1", small_edition)["check"]

    assert "rien ici ne dit qu’il n’en est pas un" in check
    assert "Non établi" not in check
    assert "Non rempli" not in check


def test_an_unknown_id_is_told_and_can_be_taken_out(small_edition: OpenEdition) -> None:
    members = page(f"{THREE},nobody:1", small_edition)["members"]

    assert "Identifiant inconnu de cette édition : nobody:1" in members
    assert 'data-group-remove="nobody:1"' in members


def test_an_empty_group_says_how_to_begin(small_edition: OpenEdition) -> None:
    shown = page("", small_edition)

    assert "Le groupe est vide" in shown["members"]
    assert shown["check"] == ""


def test_a_group_starts_from_the_known_members_of_a_pole(small_edition: OpenEdition) -> None:
    members = page("?from=synthetic:ptce", small_edition)["members"]

    known = [one.id for one in known_members(small_edition, "synthetic:ptce")]
    assert known
    assert f'data-group-start="{chr(10).join(known)}"' in members
    assert members.count('class="member"') == len(known)
    assert "Parti des membres connus" in members
    assert "synthetic:ptce" not in known


def test_a_group_from_no_known_pole_says_so(small_edition: OpenEdition) -> None:
    members = page("?from=nobody:1", small_edition)["members"]

    assert "Identifiant inconnu de cette édition : nobody:1" in members


def test_members_of_the_address_stand_before_those_of_its_pole(small_edition: OpenEdition) -> None:
    state = group_at("?from=synthetic:ptce&ids=synthetic:town", small_edition)

    assert state.ids == ("synthetic:town",)


def test_a_member_asked_for_under_two_ids_is_taken_out_with_both(
    small_edition: OpenEdition,
) -> None:
    state = group_at("?ids=synthetic:town", small_edition)
    studied = studied_of(state, small_edition)
    assert studied.asked == {"synthetic:town": ("synthetic:town",)}

    twice = replace(studied, asked={"synthetic:town": ("synthetic:town", "synthetic:old")})
    members = to_html(member_list(twice, state, Texts()))

    assert 'data-group-remove="synthetic:town\nsynthetic:old"' in members


def test_a_list_is_named_after_the_territory_of_its_group(small_edition: OpenEdition) -> None:
    studied = studied_of(group_at(THREE, small_edition), small_edition)
    place = next(one.place.epci for one in studied.members if one.place.epci)

    assert group_name(studied, Texts()) == f"Groupement PTCE, {place}"
    from_pole = studied_of(group_at("?from=synthetic:ptce", small_edition), small_edition)
    assert from_pole.pole is not None
    assert group_name(from_pole, Texts()) == f"Groupement PTCE, {from_pole.pole.name}"


def test_existing_links_inside_the_group_are_no_leads(small_edition: OpenEdition) -> None:
    inside = page(THREE, small_edition)["inside"]

    assert "Déjà en lien" in inside
    assert "même PTCE" in inside
