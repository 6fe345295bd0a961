"""The quality of an edition is that of its records, counted by group as the domain defines it."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from territorial_map.domain.organisation import Organisation, Place, SourceMention
from territorial_map.domain.quality import QualityCriterion, QualityLevel, quality_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.quality_report import (
    NO_DEPARTMENT,
    QualityShare,
    quality_report,
)
from tests.in_memory import edition_of
from tests.synthetic import organisation, place, synthetic_organisations

BUILT_ON = "2026-11-22"


def listed(identity: str) -> tuple[SourceMention, ...]:
    return (SourceMention(identity, "Autre table synthétique", "1", "2020", "CC0"),)


NOWHERE, ELSEWHERE = "synthetic:nowhere", "synthetic:elsewhere"
EVERYBODY = sorted(
    (
        *synthetic_organisations(),
        organisation(NOWHERE, place=Place(), sources=listed(NOWHERE)),
        organisation(ELSEWHERE, place=place(5.0, 45.0, "26362"), sources=listed(ELSEWHERE)),
    ),
    key=lambda one: one.id,
)


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    with edition_of(EVERYBODY, BUILT_ON) as opened:
        yield opened


def share(name: str, members: Iterable[Organisation]) -> QualityShare:
    """Counted one record after the other."""
    records = [quality_of(member, BUILT_ON) for member in members]
    scores = [record.score for record in records if record.score is not None]
    return QualityShare(
        name,
        len(records),
        pytest.approx(sum(scores) / len(scores)),  # type: ignore[arg-type] # equal to a float
        tuple((level, sum(r.level is level for r in records)) for level in QualityLevel),
        tuple((c, sum(c in record.missing for record in records)) for c in QualityCriterion),
    )


def grouped(group_of: Callable[[Organisation], str]) -> dict[str, list[Organisation]]:
    found: dict[str, list[Organisation]] = {}
    for member in EVERYBODY:
        found.setdefault(group_of(member), []).append(member)
    return found


def test_the_whole_edition_is_counted_as_one(edition: OpenEdition) -> None:
    assert quality_report(edition).whole == share("", EVERYBODY)


def test_every_source_is_counted_alone(edition: OpenEdition) -> None:
    groups = grouped(lambda member: member.sources[0].source)

    assert len(groups) > 1
    assert quality_report(edition).by_source == tuple(
        share(name, groups[name]) for name in sorted(groups)
    )


def test_departments_come_by_name_and_the_unknown_one_last(edition: OpenEdition) -> None:
    groups = grouped(lambda member: member.place.department or "")
    names = [name for name in sorted(groups) if name]

    told = quality_report(edition).by_department

    assert "" in groups
    assert told == (
        *(share(name, groups[name]) for name in names),
        share(NO_DEPARTMENT, groups[""]),
    )


def test_machines_read_the_same_with_three_decimals(edition: OpenEdition) -> None:
    report = quality_report(edition)

    told = report.as_json()

    assert list(told) == ["whole", "by_source", "by_department"]
    assert told["whole"] == {
        "name": "",
        "organisations": len(EVERYBODY),
        "score": round(report.whole.score, 3),
        "levels": {level.value: n for level, n in report.whole.levels},
        "missing": {criterion.value: n for criterion, n in report.whole.missing},
    }
    assert [one["name"] for one in told["by_department"]] == [
        one.name for one in report.by_department
    ]
    assert [one["name"] for one in told["by_source"]] == [one.name for one in report.by_source]
