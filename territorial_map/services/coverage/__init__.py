"""What our sources cover: for each kind and territory, who tells it, since when, and how much."""

from territorial_map.services.coverage.report import (
    LEVELS,
    CoveredKind,
    CoveringSource,
    TerritoryCoverage,
    coverage_around,
    coverage_at,
    coverage_behind,
    coverage_near,
    coverage_of,
    coverage_of_territory,
    coverage_within,
)
from territorial_map.services.coverage.zonings import (
    CoveredZoning,
    zonings_in_words,
    zonings_of,
)

__all__ = [
    "LEVELS",
    "CoveredKind",
    "CoveredZoning",
    "CoveringSource",
    "TerritoryCoverage",
    "coverage_around",
    "coverage_at",
    "coverage_behind",
    "coverage_near",
    "coverage_of",
    "coverage_of_territory",
    "coverage_within",
    "zonings_in_words",
    "zonings_of",
]
