"""Pathways go one way, and competitors carry a caution: named organisations of the default edition.

No EATT is in the edition: that step is tried on invented rows alone.
"""

import pytest

from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.vocabulary import Device, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id
from tests.known import KNOWLEDGE

pytestmark = pytest.mark.edition
NEXT_STEPS = {
    (Device.ACI, Device.EI): ("siae:aci:19421078700041", "siae:ei:41198286100030"),
    (Device.ACI, Device.ETTI): ("siae:aci:19421078700041", "siae:etti:42445742200048"),
    (Device.AI, Device.EI): ("siae:ai:33055039300020", "siae:ei:33783000400046"),
    (Device.AI, Device.ETTI): ("siae:ai:33246830500021", "siae:etti:40984578100031"),
    (Device.EI, Device.GEIQ): ("siae:ei:32920864900049", "geiq:154-155"),
    (Device.ETTI, Device.GEIQ): ("siae:etti:40219166200277", "geiq:159"),
    (Device.ESAT, Device.EA): ("finess:260000450", "finess:260006747"),
}
PEERS = {
    (Device.AI, Device.ACI): ("siae:ai:33055039300020", "siae:aci:20002715900017"),
    (Device.EI, Device.EI): ("siae:ei:32920864900049", "siae:ei:33230399900079"),
    (Device.EI, Device.ETTI): ("siae:ei:32920864900049", "siae:etti:40984578100031"),
    (Device.GEIQ, Device.GEIQ): ("geiq:115", "geiq:256-185"),
    (Device.EA, Device.EA): ("finess:330016338", "finess:330038019"),
    (Device.ESAT, Device.ESAT): ("finess:330007485", "finess:330025529"),
}
Devices = tuple[Device, Device]


def scored(edition: OpenEdition, one: str, other: str) -> Partnership:
    """The pathway between two organisations."""
    a, b = facts_of_id(edition, one), facts_of_id(edition, other)
    found = score_pair(a, b, PoolingCategory.INSERTION_PATHWAYS, KNOWLEDGE.pooling)
    assert found is not None
    return found


def told(partnership: Partnership) -> str:
    """All that its reasons say, in French."""
    reasons = reasons_of(partnership, KNOWLEDGE.pooling)
    parts = (reasons.fit, reasons.proximity, reasons.feasibility)
    return " ".join(part.fr for part in parts).replace("\u00a0", " ")


@pytest.mark.parametrize("devices", NEXT_STEPS, ids=str)
def test_the_next_step_brings_and_the_step_before_it_needs(
    real_edition: OpenEdition, devices: Devices
) -> None:
    before, after = NEXT_STEPS[devices]
    for partnership in (
        scored(real_edition, before, after),
        scored(real_edition, after, before),
    ):
        names = {one.id: one.name for one in (partnership.a, partnership.b)}
        profiles = {one.id: one.profile.devices for one in (partnership.a, partnership.b)}

        assert devices[0] in profiles[before]
        assert devices[1] in profiles[after]
        assert partnership.tier is Tier.EXPLORE
        assert f"{names[after]} peut apporter : " in told(partnership)
        assert f"{names[before]} peut en avoir besoin : " in told(partnership)
        assert "tape suivante d’un parcours, selon l’usage." in told(partnership)


@pytest.mark.parametrize("devices", PEERS, ids=str)
def test_peers_are_no_next_step_of_one_another(real_edition: OpenEdition, devices: Devices) -> None:
    one, other = PEERS[devices]
    partnership = scored(real_edition, one, other)

    assert partnership.tier is Tier.INSUFFICIENT
    assert "selon l’usage" not in told(partnership)


def test_towards_an_adapted_company_only_if_disability_is_recognised(
    real_edition: OpenEdition,
) -> None:
    partnership = scored(real_edition, "siae:aci:19421078700041", "finess:420011827")

    assert "Si la personne a une RQTH, à vérifier." in told(partnership)


@pytest.mark.parametrize(
    ("one", "other", "caution"),
    [
        (
            "siae:ei:33230399900079",
            "siae:ei:84140952700014",
            "Même métier sur un même territoire, peut-être concurrents, à demander.",
        ),
        (
            "finess:330007485",
            "finess:330025529",
            "Même dispositif, métier non renseigné, peut-être concurrents sur ce territoire",
        ),
    ],
    ids=["one trade", "one device, trade unknown"],
)
def test_competitors_carry_a_caution(
    real_edition: OpenEdition, one: str, other: str, caution: str
) -> None:
    assert caution in told(scored(real_edition, one, other))


def test_other_trades_carry_none(real_edition: OpenEdition) -> None:
    steps = scored(real_edition, "finess:260000450", "finess:260006747")

    assert "concurrents" not in told(steps)
