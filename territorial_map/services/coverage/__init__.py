"""What our sources cover: for each kind and territory, who tells it, since when, and how much."""

from territorial_map.services.coverage.report import (
    LEVELS,
    CoveredKind,
    CoveringSource,
    TerritoryCoverage,
    coverage_around,
    coverage_at,
    coverage_near,
    coverage_of,
    coverage_of_territory,
    coverage_within,
)

__all__ = [
    "LEVELS",
    "CoveredKind",
    "CoveringSource",
    "TerritoryCoverage",
    "coverage_around",
    "coverage_at",
    "coverage_near",
    "coverage_of",
    "coverage_of_territory",
    "coverage_within",
]
