"""Laws of the links, on profiles of every shape."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.api.models.practices import practice_links
from territorial_map.domain.practices.catalogue import PracticeExample
from territorial_map.domain.practices.criteria import judge, with_implied_traits
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink, link_practices
from territorial_map.domain.practices.profile import PracticeProfile, parse_profile
from territorial_map.domain.practices.rules import RuleBook
from territorial_map.domain.practices.surroundings import (
    UNKNOWN_SURROUNDINGS,
    Nearby,
    Surroundings,
)
from territorial_map.domain.practices.terms import Audience, Role, Scope, Trait
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)
from territorial_map.services.practices.answers import links_for_profile

STAFF_PRACTICES = frozenset({"p44", "p45", "p46", "p47", "p48", "p49"})
SHAREHOLDING = frozenset({"p11", "p13"})
NO_SHARES = {LegalFamily.ASSOCIATION, LegalFamily.FOUNDATION, LegalFamily.MUTUAL}


def some(terms: type[Term]) -> st.SearchStrategy[tuple[object, ...] | None]:
    return st.none() | st.lists(st.sampled_from(list(terms)), unique=True, max_size=4).map(tuple)


profiles = st.builds(
    PracticeProfile,
    kind=st.none() | st.sampled_from(Kind),
    legal_form=st.none() | st.sampled_from(LegalForm),
    devices=some(Device),
    place_types=some(PlaceType),
    sectors=some(Sector),
    size_band=st.none() | st.sampled_from(SizeBand),
    scope=st.none() | st.sampled_from(Scope),
    audiences=some(Audience),
    traits=some(Trait),
)
neighbours = st.none() | st.lists(
    st.builds(Nearby, st.just("Voisin"), st.none() | st.floats(0, 50)), max_size=4
).map(tuple)
surroundings = st.builds(
    Surroundings,
    suppliers=neighbours,
    spaces=neighbours,
    peers=neighbours,
    article_9_mix=st.none() | st.booleans(),
)


def could_adopt(links: tuple[PracticeLink, ...]) -> set[str]:
    return {link.practice_id for link in links if link.role is Role.COULD_ADOPT}


def links_of(library: PracticeLibrary, profile: PracticeProfile) -> tuple[PracticeLink, ...]:
    return link_practices(profile, library.catalogue, library.rules)


@given(profile=profiles, around=surroundings)
def test_links_are_bounded_sorted_and_told_in_both_languages(
    library: PracticeLibrary, profile: PracticeProfile, around: Surroundings
) -> None:
    links = link_practices(profile, library.catalogue, library.rules, around)
    order = [(-link.relevance, link.practice_id) for link in links]

    assert order == sorted(order)
    assert len({link.practice_id for link in links}) == len(links)
    assert all(0 <= link.relevance <= 1 for link in links)
    assert all(link.reasons for link in links)
    assert all(
        reason.sentence.fr and reason.sentence.en for link in links for reason in link.reasons
    )


@given(profile=profiles)
def test_what_makes_no_sense_is_never_recommended(
    library: PracticeLibrary, profile: PracticeProfile
) -> None:
    adoptable = could_adopt(links_of(library, profile))

    if profile.legal_form is LegalForm.SCOP:
        assert "p21" not in adoptable
    if profile.legal_form is LegalForm.SCIC:
        assert not {"p11", "p12"} & adoptable
    if profile.legal_form is not None and profile.legal_form.family in NO_SHARES:
        assert not SHAREHOLDING & adoptable
    if profile.size_band is SizeBand.NONE:
        assert not STAFF_PRACTICES & adoptable


@given(profile=profiles, around=surroundings)
def test_a_criterion_that_cannot_tell_counts_like_one_that_is_absent(
    library: PracticeLibrary, profile: PracticeProfile, around: Surroundings
) -> None:
    known = with_implied_traits(profile, library.rules)
    telling = RuleBook(
        {
            id_: replace(
                rule,
                fits=tuple(fit for fit in rule.fits if judge(fit, known, around).value is not None),
            )
            for id_, rule in library.rules.rules.items()
        },
        library.rules.phrases,
        library.rules.implied_traits,
    )
    full = link_practices(profile, library.catalogue, library.rules, around)
    reduced = link_practices(profile, library.catalogue, telling, around)

    assert [(each.practice_id, each.relevance) for each in full] == [
        (each.practice_id, each.relevance) for each in reduced
    ]


@given(profile=profiles, around=surroundings)
def test_known_surroundings_never_lower_a_practice(
    library: PracticeLibrary, profile: PracticeProfile, around: Surroundings
) -> None:
    without = {link.practice_id: link.relevance for link in links_of(library, profile)}
    within = link_practices(profile, library.catalogue, library.rules, around)

    assert {link.practice_id for link in within} == set(without)
    assert all(link.relevance >= without[link.practice_id] for link in within)


def test_suppliers_within_reach_are_named_with_their_distance(library: PracticeLibrary) -> None:
    around = Surroundings(suppliers=(Nearby("ESAT Les Cèdres", 4.25),), supplier_count=6)
    links = link_practices(
        parse_profile({"legal_form": "mutual"}), library.catalogue, library.rules, around
    )
    p27 = next(link for link in links if link.practice_id == "p27")
    reason = next(each for each in p27.reasons if each.criterion == "suppliers_near")

    assert "ESAT Les Cèdres (4\u00a0km) (6 en tout)" in reason.sentence.fr
    assert "(4\u00a0km)" in reason.sentence.en
    assert reason.value == 1.0


def test_an_empty_register_says_that_it_does_not_know(library: PracticeLibrary) -> None:
    nobody = Surroundings(suppliers=(), supplier_count=0, spaces=(), article_9_mix=False)
    profile = parse_profile({"legal_form": "association"})
    links = link_practices(profile, library.catalogue, library.rules, nobody)
    p27 = next(link for link in links if link.practice_id == "p27")
    reason = next(each for each in p27.reasons if each.criterion == "suppliers_near")

    assert reason.value is None
    assert "non connus de nos sources" in reason.sentence.fr


def test_a_scop_reads_the_junior_board_with_the_figures_of_the_guide(
    library: PracticeLibrary,
) -> None:
    links = links_of(library, parse_profile({"legal_form": "scop"}))
    p09 = next(link for link in links if link.practice_id == "p09")

    assert p09.role is Role.COULD_ADOPT
    assert p09.reasons[0].sentence.fr.startswith(
        "Vous êtes une Scop\u00a0: des associés d’au moins trois ans"
    )
    assert p09.reasons[0].sentence.fr.endswith(
        "(même forme juridique, même caractéristique)\u00a0: 12 juniors pour 16 administrateurs."
    )


@pytest.mark.parametrize(
    ("answers", "practice", "role"),
    [
        ({"kind": "ptce"}, "p31", "embodies"),
        ({"devices": ["esat"]}, "p27", "partner_for"),
        ({"devices": ["aci"]}, "p27", "partner_for"),
        ({"place_types": ["tiers_lieu"]}, "p34", "embodies"),
        ({"legal_form": "cuma"}, "p30", "embodies"),
        ({"legal_form": "scic"}, "p12", "embodies"),
        ({"kind": "territorial_partner"}, "p31", "partner_for"),
    ],
)
def test_roles_follow_what_an_organisation_is(
    library: PracticeLibrary, answers: dict[str, object], practice: str, role: str
) -> None:
    answer = practice_links(links_for_profile(parse_profile(answers), library))
    roles = {each["id"]: each["role"] for each in answer["practices"]}

    assert roles[practice] == role


def test_a_declared_practice_is_shown_as_declared(library: PracticeLibrary) -> None:
    profile = parse_profile({"legal_form": "association"})
    links = link_practices(
        profile, library.catalogue, library.rules, UNKNOWN_SURROUNDINGS, frozenset({"p13"})
    )

    assert [link.role for link in links if link.practice_id == "p13"] == [Role.DECLARED]


FORM_OF_FAMILY = {
    LegalFamily.COOPERATIVE: LegalForm.OTHER_COOP,
    LegalFamily.COMMERCIAL: LegalForm.COMMERCIAL_ESS,
}


def profile_of_example(example: PracticeExample) -> PracticeProfile:
    """What the guide says of the example's own organisation, and nothing more."""
    traces = example.traces
    forms = traces.legal_forms or tuple(
        FORM_OF_FAMILY.get(family) or LegalForm(family.value) for family in traces.families
    )
    return PracticeProfile(
        legal_form=forms[0] if forms else None,
        devices=traces.devices or None,
        place_types=traces.place_types or None,
        sectors=traces.sectors or None,
        size_band=traces.size_band,
        scope=traces.scope,
        audiences=traces.audiences or None,
        traits=traces.traits or None,
    )


def test_the_guides_own_example_finds_its_practice_in_the_first_ten(
    library: PracticeLibrary,
) -> None:
    found = [
        practice.id
        for practice in library.catalogue.practices
        if practice.id
        in [
            link.practice_id
            for link in links_of(library, profile_of_example(practice.examples[0]))[:10]
        ]
    ]

    assert len(found) >= 45


def test_every_practice_is_in_the_first_five_of_someone(library: PracticeLibrary) -> None:
    others = [
        {"legal_form": "association", "scope": "regional", "traits": ["federation"],
         "sectors": ["work_integration"]},
        {"legal_form": "mutual_insurer", "size_band": "large", "traits": ["employees"]},
    ]  # fmt: skip
    everyone = [
        *(
            profile_of_example(example)
            for practice in library.catalogue.practices
            for example in practice.examples
        ),
        *(parse_profile(each) for each in others),
    ]
    reached = {link.practice_id for each in everyone for link in links_of(library, each)[:5]}

    assert reached == {practice.id for practice in library.catalogue.practices}


def test_the_example_closest_to_the_organisation_is_quoted_with_what_they_share(
    library: PracticeLibrary,
) -> None:
    def opening(**facts: object) -> str:
        profile = parse_profile({**facts, "audiences": ["disabled"]})
        found = {link.practice_id: link for link in links_of(library, profile)}
        return found["p25"].reasons[0].sentence.fr

    assert "l’exemple le plus proche (même forme juridique" in opening(legal_form="scic")
    assert "même public" in opening(legal_form="scic")
    assert "une SCIC d’habitat" in opening(legal_form="scic")
    assert "d’une association contre la précarité" in opening(
        legal_form="association", sectors=["social_care"]
    )
