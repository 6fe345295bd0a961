"""Partners found through SQL are those of a pass over every pair, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.organisation import Membership, Organisation, PoleFacts, Status
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.partnership import Partnership, score_pair
from territorial_map.domain.pooling.profile_coding import profile_code, profile_from_code
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalForm,
    PartnerType,
    PlaceType,
    PoolingCategory,
    SizeBand,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.best_partners import best_partners, count_partners
from territorial_map.services.partnerships.partner_search import Looking
from territorial_map.services.partnerships.partners import (
    facts_of_id,
    groups_in,
    groups_of,
    partners_of,
    strongest_in,
)
from territorial_map.services.partnerships.profiles import profile_index
from tests.in_memory import edition_of
from tests.known import KNOWLEDGE
from tests.synthetic import organisation, place
from tests.unit.pooling.strategies import profiles

RULES = KNOWLEDGE.pooling
CATEGORIES = (
    PoolingCategory.INSERTION_PATHWAYS,
    PoolingCategory.PREMISES_AND_LAND,
    PoolingCategory.JOINT_BIDS,
    PoolingCategory.LOCAL_SUPPLY,
    PoolingCategory.SHARED_JOBS,
)
_SIRENS = [None, None, "775544083", "807469317", "310999164"]
_TIE = Membership("synthetic:pole", "PTCE synthétique", "https://example.org", "seen")


def directory(seed: int, count: int = 60) -> list[Organisation]:
    """Synthetic organisations around Romans-sur-Isère, some of one person, manager or PTCE."""
    draw = Random(seed)
    forms = [LegalForm.ASSOCIATION, LegalForm.SCIC, LegalForm.COMMERCIAL, LegalForm.UNKNOWN]
    found = []
    for n in range(count):
        form = draw.choice(forms)
        # Few distinct points, so that equal distances occur.
        where = place(5 + draw.randrange(12) / 30, 45 + draw.randrange(6) / 30)
        found.append(
            organisation(
                f"synthetic:{n:03}",
                siren=draw.choice(_SIRENS),
                devices=tuple(draw.sample([Device.ACI, Device.EI, Device.ESAT, Device.GEIQ], 1)),
                place_types=(PlaceType.COWORKING,) if draw.random() < 0.2 else (),
                partner_type=PartnerType.LOCAL_AUTHORITY if draw.random() < 0.2 else None,
                size=draw.choice(list(SizeBand)),
                status=Status(legal_form=form, legal_family=form.family),
                manager_id=draw.choice([None, None, "synthetic:manager"]),
                memberships=(_TIE,) if draw.random() < 0.2 else (),
                perhaps_same=(f"synthetic:{n - 1:03}",) if n % 10 == 1 else (),
                place=where if draw.random() < 0.9 else place(None),
            )
        )
    found.append(organisation("synthetic:pole", kind=Kind.PTCE))
    return sorted(found, key=lambda one: one.id)


def best_of_every_pair(
    everyone: list[Facts], centre: Facts, category: PoolingCategory, radius_km: float, limit: int
) -> list[Partnership]:
    """The best of each legal person over every pair, without any shortcut."""
    best: dict[str, Partnership] = {}
    for other in everyone:
        found = score_pair(centre, other, category, RULES)
        if found is None or found.nearness.distance_km is None:
            continue
        if found.nearness.distance_km > radius_km or not listed(found):
            continue
        kept = best.get(other.person_key)
        if kept is None or (found.score or 0) > (kept.score or 0):
            best[other.person_key] = found
    return sorted(best.values(), key=lambda found: -(found.score or 0))[:limit]


def listed(found: Partnership) -> bool:
    return (found.score or 0) >= RULES.thresholds.listed


def scores(found: list[Partnership]) -> list[float]:
    return sorted(round(partnership.score or 0, 9) for partnership in found)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(1, 12), st.floats(5, 120))
def test_partners_are_the_best_of_every_pair(seed: int, limit: int, radius_km: float) -> None:
    organisations = directory(seed)
    with edition_of(organisations) as edition:
        everyone = [facts_of_id(edition, one.id) for one in organisations]
        centre = everyone[seed % len(everyone)]

        found = partners_of(edition, centre.id, CATEGORIES, radius_km, limit)

        for category in CATEGORIES:
            ours = [p for p in found.found if p.category is category]
            every = best_of_every_pair(everyone, centre, category, radius_km, limit)
            if centre.point is None:
                every = []
            assert scores(ours) == scores(every)
            assert len({p.b.person_key for p in ours}) == len(ours)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(1, 40))
def test_however_few_are_read_first_the_answer_is_the_same(
    seed: int, limit: int, nearest: int
) -> None:
    with edition_of(directory(seed)) as edition:
        centre = facts_of_id(edition, f"synthetic:{seed % 60:03}")
        index = profile_index(edition, RULES)
        every = Looking(centre, CATEGORIES, RULES, index, limit)

        with edition.file.connect() as connection:
            few = best_partners(connection, replace(every, nearest=nearest))
            found = best_partners(connection, every)
            counted = count_partners(connection, replace(every, limit=1))

        assert few == found
        everyone = best_partners_of_all(edition, every)
        assert counted == len({p.b.person_key for p in everyone})


def best_partners_of_all(edition: OpenEdition, looking: Looking) -> list[Partnership]:
    with edition.file.connect() as connection:
        return best_partners(connection, replace(looking, limit=1_000))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(1, 40))
def test_the_strongest_of_a_territory_are_those_of_every_pair(seed: int, limit: int) -> None:
    organisations = directory(seed, 40)
    with edition_of(organisations) as edition:
        everyone = [facts_of_id(edition, one.id) for one in organisations]
        everyone = [facts for facts in everyone if facts.point is not None]

        found = strongest_in(edition, Selection.of({}), CATEGORIES, limit)

        every: dict[tuple[frozenset[str], PoolingCategory], float] = {}
        for n, a in enumerate(everyone):
            for b in everyone[n + 1 :]:
                for category in CATEGORIES:
                    pair = score_pair(a, b, category, RULES)
                    if pair is not None and listed(pair):
                        key = frozenset((a.person_key, b.person_key)), category
                        every[key] = max(every.get(key, 0), pair.score or 0)
        best = sorted((round(score, 9) for score in every.values()), reverse=True)[:limit]
        assert scores(list(found.found)) == sorted(best)
        assert found.sites == found.total_sites == len(everyone)


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    with edition_of(directory(1)) as edition:
        yield edition


def test_a_ptce_is_a_partner_until_it_has_ended() -> None:
    near = organisation("synthetic:near", devices=(Device.ACI,))
    for ended, partners in ((None, {"synthetic:pole"}), ("2023", set())):
        pole = organisation("synthetic:pole", kind=Kind.PTCE, pole=PoleFacts(ended=ended))
        with edition_of([near, pole]) as edition:
            found = partners_of(edition, near.id, tuple(PoolingCategory)).found
            back = partners_of(edition, pole.id, tuple(PoolingCategory)).found

        assert {partnership.b.id for partnership in found} == partners
        assert bool(back) is bool(partners)


def test_existing_cooperation_is_listed_apart(edition: OpenEdition) -> None:
    assert len(directory(1)) > 1
    for one in directory(1):
        answer = partners_of(edition, one.id, limit=5)
        together = {existing.facts.id for existing in answer.existing}

        assert not together & {partnership.b.id for partnership in answer.found}
        for existing in answer.existing:
            assert any(tie.kind.is_cooperation for tie in existing.ties)


def test_within_a_category_partners_come_by_word_then_by_distance(edition: OpenEdition) -> None:
    words = ["strong", "explore", "insufficient"]

    found = partners_of(edition, "synthetic:000", CATEGORIES).found

    assert found
    for category in CATEGORIES:
        shown = [
            (words.index(p.tier), p.nearness.distance_km) for p in found if p.category is category
        ]
        assert shown == sorted(shown, key=lambda pair: (pair[0], pair[1] or 0))


def test_groups_around_an_organisation_hold_it(edition: OpenEdition) -> None:
    centre = next(o.id for o in directory(1) if o.place.point and Device.ACI in o.devices)

    found = groups_of(edition, centre, PoolingCategory.MOBILITY)

    assert found
    assert all(centre in {member.id for member in group.members} for group in found)


def test_groups_of_a_territory_share_no_one(edition: OpenEdition) -> None:
    found = groups_in(edition, Selection.of({}), PoolingCategory.MOBILITY)

    persons = [member.person_key for group in found for member in group.members]
    assert found
    assert len(persons) == len(set(persons))


@pytest.mark.parametrize(("radius_km", "limit"), [(0.0, 5), (5000.0, 5), (10.0, 0), (10.0, 9999)])
def test_bounds_of_radius_and_limit_are_told(
    edition: OpenEdition, radius_km: float, limit: int
) -> None:
    with pytest.raises(BadParameter, match=r"attendu|un rayon va de 1 à 200 km"):
        partners_of(edition, "synthetic:000", (), radius_km, limit)


@given(profiles())
def test_a_profile_survives_its_code(profile: PoolingProfile) -> None:
    assert profile_from_code(profile_code(profile)) == profile


@given(profiles())
def test_equal_profiles_have_equal_codes(profile: PoolingProfile) -> None:
    again = replace(profile, sectors=frozenset(sorted(profile.sectors, reverse=True)))

    assert profile_code(again) == profile_code(profile)


def test_a_text_that_is_no_profile_is_refused() -> None:
    with pytest.raises(ValueError, match="not a profile"):
        profile_from_code("{}")
