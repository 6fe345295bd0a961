"""The weights of matching, from ``data/matching/weights.toml``."""

from pathlib import Path

from pydantic import StrictFloat

from territorial_map.domain.matching.agreement import MatchWeights
from territorial_map.services.knowledge.toml_document import FileTable, read_toml


class _WeightsFile(FileTable):
    """Log-odds by feature, and the thresholds of « found » and « unknown »."""

    found: StrictFloat
    unknown: StrictFloat
    weights: dict[str, StrictFloat]


def load_match_weights(path: Path) -> MatchWeights:
    """The weights of a file, as ``python -m benchmarks.matching_fit`` writes them.

    Raises:
        SourceError: it is absent, not TOML, or lacks thresholds or weights, with its line.
    """
    document = read_toml(path)
    told = document.as_model(_WeightsFile)
    try:
        return MatchWeights(told.weights, found=told.found, unknown=told.unknown)
    except ValueError as error:
        raise document.error(("weights",), f"{error}.") from error
