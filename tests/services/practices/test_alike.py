"""Organisations of one key are read alike by both engines: the build asks them once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.link_basis import like_key
from territorial_map.domain.organisation import Organisation, PoleFacts, SectorClaim
from territorial_map.domain.vocabulary import Device, Sector, SectorOrigin
from territorial_map.services.practices.organisation_profiles import profile_of
from territorial_map.store.writer import code_of
from tests.synthetic import organisation, organisations

FIELDS = (
    *("kind", "devices", "place_types", "partner_type", "sectors", "status", "size", "place"),
    *("pole", "name", "phone"),
)
POLES = st.sampled_from(
    [None, PoleFacts(), PoleFacts(ended="2020"), PoleFacts(pooled_resources=("un local",))]
)


@given(organisations(), organisations(), POLES, st.sets(st.sampled_from(FIELDS), max_size=2))
def test_one_key_is_one_profile_for_practices_and_for_partnerships(
    knowledge: Knowledge,
    one: Organisation,
    other: Organisation,
    pole: PoleFacts | None,
    taken: set[str],
) -> None:
    told = {name: getattr(replace(other, pole=pole), name) for name in taken}
    changed = replace(one, **told)

    if like_key(one) == like_key(changed):
        assert code_of(one, "2026-11-29") == code_of(changed, "2026-11-29")
        assert profiles(one, knowledge) == profiles(changed, knowledge)


def profiles(one: Organisation, knowledge: Knowledge) -> list[object]:
    """What the rules of practices read of an organisation of one and of two sites."""
    somewhere = replace(one, place=organisation().place)
    return [profile_of(somewhere, knowledge.practices.rules, sites) for sites in (1, 2)]


@pytest.mark.parametrize(
    "change",
    [
        {"pole": PoleFacts(pooled_resources=("un local",))},
        {"sectors": (SectorClaim(Sector.HEALTH, SectorOrigin.DECLARED, "synthétique"),)},
    ],
)
def test_whoever_partnerships_read_otherwise_has_another_key(change: dict[str, object]) -> None:
    claim = SectorClaim(Sector.HEALTH, SectorOrigin.NAF, "synthétique")
    fields: dict[str, object] = {
        "devices": (Device.ESAT,),
        "sectors": (claim,),
        "pole": PoleFacts(),
    }
    one = organisation("synthetic:1", **fields)
    other = organisation("synthetic:1", **(fields | change))

    assert code_of(one, "2026-11-29") != code_of(other, "2026-11-29")
    assert like_key(one) != like_key(other)
