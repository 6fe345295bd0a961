"""The directory made from the real tables: nothing lost, everything explained."""

from collections import Counter

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Device, EssStatus, Kind, LegalForm
from territorial_map.ingest.assemble import Assembled, gather
from territorial_map.ingest.territories import TerritoryReference
from tests.unit.ingest_build.conftest import DATA

pytestmark = pytest.mark.edition


@pytest.fixture(scope="module")
def rows(default_directory: Assembled) -> dict[str, Organisation]:
    """Every organisation under every id it answers to."""
    return {mention.id: row for row in default_directory.organisations for mention in row.sources}


def test_every_row_read_is_kept_merged_or_rejected(default_directory: Assembled) -> None:
    report = default_directory.report

    assert report.read == 6916
    assert report.read == report.kept + report.merged + report.rejected
    assert report.kept == len(default_directory.organisations)
    assert report.rejected == len(report.rejections)
    mentions = sum(len(row.sources) for row in default_directory.organisations)
    assert mentions == report.kept + report.merged


def test_the_field_is_covered(default_directory: Assembled) -> None:
    kinds = Counter(row.kind for row in default_directory.organisations)

    assert kinds[Kind.SHELTERED_SUPPLIER] >= 1_950
    assert kinds[Kind.ESS_ACTOR] >= 4_000
    assert kinds[Kind.COOPERATION_SPACE] >= 200
    assert kinds[Kind.PTCE] >= 95
    assert kinds[Kind.TERRITORIAL_PARTNER] >= 60
    assert len({row.place.region_code for row in default_directory.organisations} - {None}) == 18


def test_an_organisation_has_a_commune_or_says_why_not(default_directory: Assembled) -> None:
    for row in default_directory.organisations:
        assert row.place.commune_code or row.place.missing_reason, row.id


def test_nobody_public_is_ess_and_no_status_lacks_its_evidence(
    default_directory: Assembled,
) -> None:
    for row in default_directory.organisations:
        assert row.status.ess_evidence, row.id
        if row.siren and row.siren[:2] in {"11", "12", "13", "18", "19"} | {
            f"2{n}" for n in range(10)
        }:
            assert row.status.ess is EssStatus.OUTSIDE_PUBLIC, row.id


def test_no_geiq_is_an_siae(default_directory: Assembled) -> None:
    for row in default_directory.organisations:
        if Device.GEIQ in row.devices:
            assert not any(device.is_siae for device in row.devices), row.id


def test_a_cooperation_space_is_ess_only_by_its_form(default_directory: Assembled) -> None:
    for row in default_directory.organisations:
        if row.kind is Kind.COOPERATION_SPACE and row.status.ess is EssStatus.STATUTORY:
            assert row.status.legal_form is not LegalForm.UNKNOWN, row.id


def test_protected_work_has_a_sector_only_where_something_tells_its_trade(
    default_directory: Assembled,
) -> None:
    sheltered = [
        row for row in default_directory.organisations if row.kind is Kind.SHELTERED_SUPPLIER
    ]

    assert sum(not row.sectors for row in sheltered) > 1_800


def test_shared_sirets_of_a_register_stay_apart(rows: dict[str, Organisation]) -> None:
    ids = [identity for identity in rows if identity.startswith("finess:")]

    assert len({rows[identity].id for identity in ids}) == len(ids) == 2_023


def test_doubts_name_organisations_that_are_there(rows: dict[str, Organisation]) -> None:
    for row in rows.values():
        assert all(row.id in rows[other].perhaps_same for other in row.perhaps_same)


def test_no_name_of_a_person_comes_in(default_directory: Assembled) -> None:
    hidden = [r for r in default_directory.report.rejections if r.value == "(non reproduit)"]

    assert len(hidden) == 4
    assert all(
        row.phone is None or row.phone[:2] not in {"06", "07"}
        for row in default_directory.organisations
    )


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
    again = gather(DATA / "sources", territories)

    assert again.organisations == default_directory.organisations
    assert again.report == default_directory.report
