"""The check gives every verdict that was judged before it, for every group."""

import csv
from pathlib import Path

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.check import check_group
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, ess_from_form
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    LegalForm,
    Located,
    PartnerType,
)

LABELS = Path(__file__).parents[2] / "labels"
CODES = (*ElementCode, *ConditionCode)


def rows_of(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def place_of(row: dict[str, str]) -> Place:
    if not row["commune_code"]:
        return Place()
    return Place(
        located=Located.COMMUNE,
        commune_code=row["commune_code"],
        commune=row["commune"],
        epci_code=row["epci_code"] or None,
        epci=row["epci"] or None,
        department_code=row["department_code"],
        department=row["department"],
        point=Point(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
    )


def member_of(row: dict[str, str]) -> Member:
    form = LegalForm(row["legal_form"] or LegalForm.UNKNOWN)
    esus = row["esus"] == "yes"
    return Member(
        name=row["name"],
        id=row["id"] or None,
        siren=row["siren"] or None,
        ess=EssStatus(row["ess_status"]) if row["ess_status"] else ess_from_form(form, esus=esus),
        legal_form=form,
        legal_family=form.family,
        partner_type=PartnerType(row["partner_type"]) if row["partner_type"] else None,
        devices=tuple(Device(code) for code in row["devices"].split()),
        esus=esus,
        place=place_of(row),
    )


MEMBERS = {row["member"]: member_of(row) for row in rows_of("ptce_group_members.csv")}
GROUPS = {row["group"]: row for row in rows_of("ptce_groups.csv")}


def test_at_least_forty_groups_are_judged() -> None:
    assert len(GROUPS) >= 40


@pytest.mark.parametrize("group", GROUPS)
def test_every_verdict_is_the_one_judged(group: str, law: Law) -> None:
    row = GROUPS[group]
    members = [MEMBERS[key] for key in row["members"].split()]
    existing = "Un PTCE connu" if row["existing_ptce"] == "yes" else None

    check = check_group(members, complete=row["complete"] == "yes", law=law, existing=existing)

    found = {code.value: check.of(code).verdict for code in CODES}
    assert found == {code.value: ClauseVerdict(row[code.value]) for code in CODES}
