"""The quality of an edition's records, by source and by département."""

from dataclasses import dataclass
from typing import Any

from territorial_map.domain.quality import QualityCriterion, QualityLevel
from territorial_map.queries.quality import quality_by
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.open_edition import OpenEdition

NO_DEPARTMENT = "Département inconnu"


@dataclass(frozen=True, slots=True)
class QualityShare:
    """The records of one group: how many, mean score in [0, 1], per level, and what they miss."""

    name: str
    organisations: int
    score: float
    levels: tuple[tuple[QualityLevel, int], ...]
    missing: tuple[tuple[QualityCriterion, int], ...]

    def as_json(self) -> dict[str, Any]:
        """The same for machines, the score with three decimals."""
        return {
            "name": self.name,
            "organisations": self.organisations,
            "score": round(self.score, 3),
            "levels": {level.value: n for level, n in self.levels},
            "missing": {criterion.value: n for criterion, n in self.missing},
        }


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The whole edition, then its groups; a record of several sources counts for the first."""

    whole: QualityShare
    by_source: tuple[QualityShare, ...]
    by_department: tuple[QualityShare, ...]

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "whole": self.whole.as_json(),
            "by_source": [share.as_json() for share in self.by_source],
            "by_department": [share.as_json() for share in self.by_department],
        }


def quality_report(edition: OpenEdition) -> QualityReport:
    """The quality of every record of an edition, counted in three statements."""
    with edition.file.connect() as connection:
        whole, by_source, by_department = (
            tuple(map(_share, connection.execute(quality_by(group)).fetchall()))
            for group in (None, "source", "department")
        )
    return QualityReport(whole[0], by_source, by_department)


def _share(row: AnyRow) -> QualityShare:
    return QualityShare(
        row.name if row.name is not None else NO_DEPARTMENT,
        row.organisations,
        row.score or 0.0,
        tuple((level, getattr(row, level.value)) for level in QualityLevel),
        tuple((c, getattr(row, f"missing_{c.value}")) for c in QualityCriterion),
    )
