"""Small tables, some of them wrong: what comes in, what is left out and why."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.vocabulary import (Device, EssStatus, Kind, PartnerType)
from territorial_map.domain.zoning_terms import (ZoningKind)
from territorial_map.ingest.assemble import gather
from territorial_map.ingest.build import build_edition
from tests.known import KNOWLEDGE
from territorial_map.ingest.territories import TerritoryReference
from tests.ingest.build.conftest import WriteTable

ACI = {
    "id": "siae:aci:synthetic",
    "kind": "ess_actor",
    "category": "aci",
    "name": "ASSOC SYNTHETIQUE DU VERCORS",
    "postcode": "26100",
    "commune": "ROMANS SUR ISERE",
    "source": "Table synthétique",
    "vintage": "2026-01",
    "licence": "CC0",
}
TOWN = ACI | {"id": "siae:aci:town", "name": "COM DE ROMANS", "siren": "212602817"}
POLE = {"id": "ptce:synthetic", "name": "PTCE synthétique", "region": "Bretagne"}
MEMBER = {
    "ptce_id": "ptce:synthetic",
    "member_name": "SCIC synthétique",
    "member_type": "ess_cooperative",
    "source_url": "https://example.org/pole",
    "confidence": "partly",
}
SIAE = "insertion_enterprises.csv"


def test_a_folder_without_a_known_table_stops_in_one_sentence(
    tmp_path: Path, territories: TerritoryReference
) -> None:
    with pytest.raises(SourceError, match="Aucune table connue"):
        gather(tmp_path, territories, KNOWLEDGE.trades)


def test_an_absent_table_is_a_remark_and_no_more(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    found = gather(write_table(SIAE, [ACI]), territories, KNOWLEDGE.trades)

    assert [row.id for row in found.organisations] == ["siae:aci:synthetic"]
    absent = {remark.code: remark.count for remark in found.report.remarks}
    assert absent["table_absent"] == 10


def test_a_table_with_other_columns_stops_the_build(
    tmp_path: Path, territories: TerritoryReference
) -> None:
    (tmp_path / SIAE).write_text("nom,ville\nA,B\n", encoding="utf-8")

    with pytest.raises(SourceError, match=r"insertion_enterprises\.csv"):
        gather(tmp_path, territories, KNOWLEDGE.trades)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"id": ""}, "id"),
        ({"id": "siae:aci:synthetic"}, "id"),
        ({"name": "  "}, "name"),
        ({"category": "entreprise"}, "category"),
    ],
)
def test_a_wrong_row_is_left_out_with_its_line_column_and_reason(
    write_table: WriteTable, territories: TerritoryReference, cells: dict[str, str], column: str
) -> None:
    wrong = ACI | {"id": "siae:aci:other"} | cells

    report = gather(write_table(SIAE, [ACI, wrong]), territories, KNOWLEDGE.trades).report

    (rejection,) = report.rejections
    assert (rejection.file, rejection.line, rejection.column) == (SIAE, 3, column)
    assert rejection.reason.endswith((".", ")."))
    assert (report.read, report.kept, report.rejected) == (2, 1, 1)


def test_a_town_halls_aci_is_a_territorial_partner_that_holds_the_device(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    (town,) = gather(write_table(SIAE, [TOWN]), territories, KNOWLEDGE.trades).organisations

    assert (town.kind, town.partner_type) == (
        Kind.TERRITORIAL_PARTNER,
        PartnerType.LOCAL_AUTHORITY,
    )
    assert town.devices == (Device.ACI,)
    assert town.status.ess is EssStatus.OUTSIDE_PUBLIC


def test_a_public_esat_stays_protected_work(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    esat = TOWN | {"id": "finess:synthetic", "category": "esat", "name": "ESAT DU CCAS"}

    (row,) = gather(write_table("sheltered_suppliers.csv", [esat]), territories, KNOWLEDGE.trades).organisations

    assert row.kind is Kind.SHELTERED_SUPPLIER
    assert row.status.ess is EssStatus.OUTSIDE_PUBLIC


def test_a_member_is_tied_to_its_pole_and_placed_only_where_it_is_said_to_be(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    write_table("ptce.csv", [POLE])
    found = gather(write_table("ptce_members.csv", [MEMBER]), territories, KNOWLEDGE.trades)

    member, pole = found.organisations
    assert member.id == "member:synthetic:scic-synthetique"
    assert (member.memberships[0].ptce_id, member.memberships[0].confidence) == (
        "ptce:synthetic",
        "partly",
    )
    assert pole.place.region == "Bretagne"
    assert member.place.region is None
    assert member.place.missing_reason


def test_poles_and_their_members_are_told_their_zonings_as_anybody_is(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    here = {"commune": "Romans-sur-Isère", "commune_code": "26281"}
    write_table(SIAE, [ACI])
    write_table("ptce.csv", [POLE | here | {"geo_precision": "commune"}])
    found = gather(write_table("ptce_members.csv", [MEMBER | here]), territories, KNOWLEDGE.trades)

    zonings = {row.id: row.zonings for row in found.organisations}
    assert {"member:synthetic:scic-synthetique", "ptce:synthetic"} < zonings.keys()
    assert set(zonings.values()) == {zonings["siae:aci:synthetic"]}
    assert {zone.kind for zone in zonings["ptce:synthetic"]} >= {
        ZoningKind.DENSITY,
        ZoningKind.EMPLOYMENT_ZONE,
        ZoningKind.LIVING_AREA,
    }


def test_the_coordinator_of_a_pole_is_tied_as_such(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    write_table("ptce.csv", [POLE | {"coordinator": "SCIC Synthétique"}])
    found = gather(write_table("ptce_members.csv", [MEMBER]), territories, KNOWLEDGE.trades)

    assert found.organisations[0].memberships[0].role == "coordinator"


def test_a_member_of_an_unknown_pole_is_left_out(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    found = gather(write_table("ptce_members.csv", [MEMBER]), territories, KNOWLEDGE.trades)

    assert found.organisations == ()
    assert found.report.rejections[0].column == "ptce_id"


def test_an_ended_pole_says_so_and_lists_what_is_to_confirm(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    ended = POLE | {"status": "ended 2017", "unseen_fields": "commune;year"}
    (pole,) = gather(write_table("ptce.csv", [ended]), territories, KNOWLEDGE.trades).organisations

    assert pole.pole is not None
    assert (pole.pole.ended, pole.pole.to_confirm) == ("terminé en 2017", ("commune", "year"))


def test_a_build_that_fails_leaves_the_previous_edition_current(
    write_table: WriteTable, territory_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "editions"
    folder = write_table(SIAE, [ACI])
    first = build_edition(folder, territory_folder, out, built_on="2026-01-01", trades=KNOWLEDGE.trades)
    (folder / SIAE).write_text("coupé", encoding="utf-8")

    with pytest.raises(SourceError):
        build_edition(folder, territory_folder, out, built_on="2026-01-02", trades=KNOWLEDGE.trades)

    assert (out / "current").read_text(encoding="utf-8").strip() == first.id


def test_a_build_tells_where_it_is(
    write_table: WriteTable, territories: TerritoryReference
) -> None:
    told: list[tuple[str, int, int]] = []
    gather(
        write_table(SIAE, [ACI]),
        territories,
        KNOWLEDGE.trades,
        progress=lambda step, done, total: told.append((step, done, total)),
    )

    assert (f"Lecture : {SIAE}", 1, 1) in told
    assert all(done <= total for _, done, total in told)
