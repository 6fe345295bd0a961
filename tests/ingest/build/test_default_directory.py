"""The directory made from the real tables: nothing lost, everything explained."""

from collections import Counter

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import trades_of
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalForm,
    Sector,
    SectorOrigin,
)
from territorial_map.ingest.assemble import Assembled, gather
from tests.known import KNOWLEDGE
from territorial_map.ingest.territories import TerritoryReference
from tests.ingest.build.conftest import DATA

pytestmark = pytest.mark.edition


@pytest.fixture(scope="module")
def rows(default_directory: Assembled) -> dict[str, Organisation]:
    """Every organisation under every id it answers to."""
    return {mention.id: row for row in default_directory.organisations for mention in row.sources}


def test_every_row_read_is_kept_merged_or_rejected(default_directory: Assembled) -> None:
    report = default_directory.report

    assert report.read == 9894
    assert report.read == report.kept + report.merged + report.rejected
    assert report.kept == len(default_directory.organisations)
    assert report.rejected == len(report.rejections)
    facts = next(s for s in report.sources if s.file == "sheltered_trades.csv")
    mentions = sum(len(row.sources) for row in default_directory.organisations)
    assert mentions == report.kept + report.merged - facts.merged


def test_the_field_is_covered(default_directory: Assembled) -> None:
    kinds = Counter(row.kind for row in default_directory.organisations)

    assert kinds[Kind.SHELTERED_SUPPLIER] >= 1_950
    assert kinds[Kind.ESS_ACTOR] >= 5_700
    assert kinds[Kind.COOPERATION_SPACE] >= 930
    assert kinds[Kind.PTCE] >= 95
    assert kinds[Kind.TERRITORIAL_PARTNER] >= 60
    assert len({row.place.region_code for row in default_directory.organisations} - {None}) == 18


def test_an_organisation_has_a_commune_or_says_why_not(default_directory: Assembled) -> None:
    placed = [row for row in default_directory.organisations if row.place.commune_code]
    others = [row for row in default_directory.organisations if not row.place.commune_code]

    assert placed
    assert others
    assert [row.id for row in others if not row.place.missing_reason] == []


def test_whoever_has_a_commune_has_the_zonings_of_it(
    default_directory: Assembled, territories: TerritoryReference
) -> None:
    placed = [row for row in default_directory.organisations if row.place.commune_code]

    assert {row.kind for row in placed} == set(Kind)
    assert [r.id for r in placed if r.zonings != territories.zonings.of(r.place)] == []
    assert sum(1 for row in placed if row.kind is Kind.PTCE and row.zonings) >= 60


def test_nobody_public_is_ess_and_no_status_lacks_its_evidence(
    default_directory: Assembled,
) -> None:
    begins = ("11", "12", "13", "18", "19", "2")
    public = [
        row for row in default_directory.organisations if (row.siren or "").startswith(begins)
    ]

    assert public
    assert {row.status.ess for row in public} == {EssStatus.OUTSIDE_PUBLIC}
    assert [r.id for r in default_directory.organisations if not r.status.ess_evidence] == []


def test_no_geiq_is_an_siae(default_directory: Assembled) -> None:
    geiq = [row.devices for row in default_directory.organisations if Device.GEIQ in row.devices]

    assert geiq
    assert [devices for devices in geiq if any(device.is_siae for device in devices)] == []


def test_a_cooperation_space_is_ess_only_by_its_form(default_directory: Assembled) -> None:
    forms = {
        row.status.legal_form
        for row in default_directory.organisations
        if row.kind is Kind.COOPERATION_SPACE and row.status.ess is EssStatus.STATUTORY
    }

    assert forms
    assert LegalForm.UNKNOWN not in forms


def test_protected_work_has_a_sector_only_where_something_tells_its_trade(
    default_directory: Assembled,
) -> None:
    sheltered = [
        row for row in default_directory.organisations if row.kind is Kind.SHELTERED_SUPPLIER
    ]

    known = [row for row in sheltered if trades_of(row)]
    assert 420 <= len(known) <= 430
    assert {claim.origin for row in known for claim in row.sectors} == {
        SectorOrigin.PUBLIC_PAGE,
        SectorOrigin.NAF,
        SectorOrigin.PERSON_NAF,
        SectorOrigin.NAME,
    }


def test_a_trade_read_on_a_page_carries_the_page(default_directory: Assembled) -> None:
    claims = [
        (row, claim)
        for row in default_directory.organisations
        for claim in row.sectors
        if claim.origin is SectorOrigin.PUBLIC_PAGE
    ]

    assert len({row.id for row, _ in claims}) == 330
    assert {row.kind for row, _ in claims} == {Kind.SHELTERED_SUPPLIER}
    assert all((claim.url or "").startswith("http") for _, claim in claims)
    assert {claim.year for _, claim in claims} >= {None, "2023"}


def test_no_device_is_shown_as_a_trade(default_directory: Assembled) -> None:
    siae = [
        row
        for row in default_directory.organisations
        if any(device.is_siae for device in row.devices)
    ]

    assert len(siae) > 3_600
    assert [row.id for row in siae if Sector.WORK_INTEGRATION in told(row)] == []
    assert all(Sector.WORK_INTEGRATION in row.fields for row in siae)


def told(row: Organisation) -> set[Sector]:
    return {claim.sector for claim in row.sectors if claim.origin is not SectorOrigin.PROGRAMME}


def test_every_geiq_of_2020_is_found_again_by_the_newer_campaign(
    rows: dict[str, Organisation],
) -> None:
    former = [identity for identity in rows if identity.startswith("siae:geiq:")]

    assert len(former) == 170
    assert {rows[identity].source.vintage for identity in former} == {"2025"}
    moved = rows["siae:geiq:51414568900014"]
    assert (moved.place.commune, moved.name) == ("Villeneuve-d'Ascq", "GEIQ PSAL 59")


def test_a_family_that_no_register_tells_makes_nobody_ess(
    default_directory: Assembled,
) -> None:
    weak = [
        row
        for row in default_directory.organisations
        if row.status.legal_form_evidence.startswith("Indice faible")
    ]

    assert len(weak) > 500
    assert {row.status.ess for row in weak} == {EssStatus.TO_ESTABLISH}


def test_shared_sirets_of_a_register_stay_apart(rows: dict[str, Organisation]) -> None:
    ids = [identity for identity in rows if identity.startswith("finess:")]

    assert len({rows[identity].id for identity in ids}) == len(ids) == 2_023


def test_doubts_name_organisations_that_are_there(rows: dict[str, Organisation]) -> None:
    doubts = [(row.id, other) for row in rows.values() for other in row.perhaps_same]

    assert doubts
    assert [pair for pair in doubts if pair[0] not in rows[pair[1]].perhaps_same] == []


def test_no_name_of_a_person_comes_in(default_directory: Assembled) -> None:
    hidden = [r for r in default_directory.report.rejections if r.value == "(non reproduit)"]

    assert len(hidden) == 5
    phones = [row.phone for row in default_directory.organisations if row.phone]
    assert phones
    assert [phone for phone in phones if phone.startswith(("06", "07"))] == []


@pytest.mark.parametrize(
    ("identity", "kept", "form"),
    [
        ("ess:40195183500016", "siae:aci:40195183500016", LegalForm.ASSOCIATION),
        ("ess:32490634600022", "finess:970302626", LegalForm.ASSOCIATION),
        ("member:domb-innov:val-horizon", "siae:aci:35310692500079", LegalForm.ASSOCIATION),
        ("member:paris-mix:ville-de-paris", "member:fontaine-o-livres:ville-de-paris", None),
    ],
)
def test_one_organisation_named_twice_answers_to_both_ids(
    rows: dict[str, Organisation], identity: str, kept: str, form: LegalForm | None
) -> None:
    assert rows[identity].id == kept
    assert form is None or rows[identity].status.legal_form is form


def test_a_coordinator_found_in_the_directory_is_tied(rows: dict[str, Organisation]) -> None:
    ties = rows["siae:aci:53185865200039"].memberships

    assert [(tie.ptce_id, tie.role) for tie in ties] == [
        ("ptce:ecopole-alimentaire-de-la-region-d-audruicq", "coordinator")
    ]


def test_the_same_tables_give_the_same_directory(
    default_directory: Assembled, territories: TerritoryReference
) -> None:
    again = gather(DATA / "sources", territories, KNOWLEDGE.trades)

    assert again.organisations == default_directory.organisations
    assert again.report == default_directory.report
