"""« Même groupe, probablement »: what it rests on, what it is worth, and never a lead."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.same_group_labels import confusion, judged_groups
from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import may_be_proposed, score_pair
from territorial_map.domain.pooling.same_group import (
    GroupEvidence,
    NameWords,
    SharedGroup,
    ToldIdentity,
    host_of,
    shared_group,
    signs_of,
)
from territorial_map.domain.pooling.ties import TieKind, TieStrength, ties_between
from territorial_map.domain.vocabulary import Device, PoolingCategory
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import at_km, device

RULES = KNOWLEDGE.pooling
NAMES = NameWords({"envie": 55, "solidaire": 300, "tremplin": 37}, frozenset({"drome"}))
NOTHING: Mapping[str, str] = MappingProxyType({})
VALENCE = {
    "commune_code": "26362",
    "commune": "Valence",
    "department_code": "26",
    "department": "Drôme",
}


def named(
    name: str, km: float = 0.0, told: Mapping[str, str] = NOTHING
) -> tuple[ToldIdentity, Point]:
    """An invented organisation of Valence, or elsewhere."""
    return ToldIdentity(name, **(VALENCE | dict(told))), at_km(km)


def between(a: tuple[ToldIdentity, Point], b: tuple[ToldIdentity, Point]) -> SharedGroup | None:
    """What the rule says of two."""
    one, other = (signs_of(told, NAMES, RULES.groups) for told, _ in (a, b))
    return shared_group(one, other, (a[1], b[1]))


def test_the_judged_pairs_are_many_and_found_as_they_were_judged() -> None:
    decided = [pair for pair in judged_groups() if pair.agreed != "unsure"]
    found = confusion(RULES, lambda pair: pair.agreed)
    right, wrong, missed = found["yes", True], found["no", True], found["yes", False]

    assert len(decided) >= 300
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (named("Archer"), named("EURL Archer Intérim", 30)),
        (named("Groupe Archer"), named("Archer Entreprises", 20)),
        (named("Envie 44"), named("Envie 2E 44", 30)),
        (named("Juratri (groupe coopératif Demain)"), named("SA Demain Habitat", 3)),
        (named("Groupe SOS Jeunesse"), named("Groupe SOS Solidarités", 40)),
    ],
)
def test_a_name_that_contains_the_proper_part_of_the_other_is_of_its_group(
    a: tuple[ToldIdentity, Point], b: tuple[ToldIdentity, Point]
) -> None:
    shared = between(a, b)

    assert shared is not None
    assert shared.evidence is GroupEvidence.NAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (named("Association Tremplin"), named("ESAT Le Tremplin", 30)),  # too common that far
        (named("Archer"), named("Archer", 80, {"department_code": "38"})),  # too far
        (named("ESAT de la Drôme"), named("GEIQ BTP Drôme")),  # a territory is not a name
        (named("Association Valence Insertion"), named("ESAT Valence")),
        (named("Chantier d’insertion"), named("Association Chantier d’insertion")),
    ],
)
def test_words_of_places_devices_or_everyone_make_no_group(
    a: tuple[ToldIdentity, Point], b: tuple[ToldIdentity, Point]
) -> None:
    assert between(a, b) is None


@pytest.mark.parametrize(
    ("told", "evidence"),
    [
        ({"phone": "04 75 00 00 00"}, GroupEvidence.PHONE),
        ({"address": "3 rue du Pont"}, GroupEvidence.ADDRESS),
        ({"website": "https://www.example.org/contact"}, GroupEvidence.WEBSITE),
    ],
)
def test_one_address_phone_or_website_needs_a_rare_word_in_both_names(
    told: dict[str, str], evidence: GroupEvidence
) -> None:
    house = named("Alpha Regain Services", told=told)
    sister = named("Regain Bêta Intérim", told=told)
    stranger = named("Gamma Intérim", told=told)

    shared = between(house, sister)

    assert shared is not None
    assert (shared.evidence, shared.words) == (evidence, ("regain",))
    assert between(house, stranger) is None
    assert between(house, named("Regain Bêta Intérim", 2)) is None


def test_a_word_that_many_have_makes_no_group_even_at_one_address() -> None:
    here = {"address": "3 rue du Pont"}

    assert (
        between(named("Maison solidaire", told=here), named("Garage solidaire", told=here)) is None
    )


def test_a_portal_that_many_share_is_no_house() -> None:
    assert host_of("https://www.facebook.com/someone", RULES.groups) is None
    assert host_of("HTTP://WWW.Example.org/a", RULES.groups) == "example.org"
    assert host_of("http://[half", RULES.groups) is None


names = st.lists(
    st.sampled_from(
        [
            "Archer",
            "Envie",
            "44",
            "26",
            "2E",
            "Intérim",
            "Groupe",
            "SOS",
            "-",
            "(Demain)",
            "Valence",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(names, names, st.floats(0, 100), st.sets(st.sampled_from(["phone", "address"])))
def test_a_group_is_said_of_both_or_of_none_and_never_for_less_than_a_word(
    a: str, b: str, km: float, shared_fields: set[str]
) -> None:
    told: dict[str, str] = dict.fromkeys(shared_fields, "04 75 00 00 00")
    one, other = named(a, told=told), named(b, km, told=told)

    shared = between(one, other)

    assert shared == between(other, one)
    assert shared is None or shared.words


def of_group(km: float = 0.0) -> tuple[Facts, Facts]:
    """An invented workshop and its company, with their signs."""
    workshop, company = device("aci", Device.ACI), device("ei", Device.EI, km=km)
    told = named("Archer"), named("EURL Archer Entreprises")
    signs = [signs_of(one, NAMES, RULES.groups) for one, _ in told]
    return replace(workshop, signs=signs[0]), replace(company, signs=signs[1])


@pytest.mark.parametrize("category", PoolingCategory)
def test_who_is_probably_of_the_same_group_is_never_a_lead(category: PoolingCategory) -> None:
    workshop, company = of_group()

    assert score_pair(workshop, company, category, RULES) is None
    assert not may_be_proposed(company, workshop)
    assert may_be_proposed(replace(workshop, signs=None), company)


def test_the_tie_says_what_it_rests_on_and_that_it_is_probable() -> None:
    workshop, company = of_group()

    (tie,) = ties_between(workshop, company)

    assert (tie.kind, tie.kind.strength) == (TieKind.SAME_GROUP, TieStrength.PROBABLE)
    assert tie.sentence.fr.replace("\u00a0", " ") == (
        "sans doute du même groupe : l’un porte le nom de l’autre, « archer » dans les deux noms"
    )


def test_a_sure_tie_is_told_rather_than_a_probable_one() -> None:
    workshop, company = (replace(one, manager_id="synthetic:house") for one in of_group())

    assert [tie.kind for tie in ties_between(workshop, company)] == [TieKind.SAME_MANAGER]
