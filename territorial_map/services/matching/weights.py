"""The weights of matching, from ``data/matching/weights.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.matching.agreement import MatchWeights
from territorial_map.settings import data_folder


@cache
def project_weights() -> MatchWeights:
    """The weights that the product carries."""
    return read_weights(data_folder("data") / "matching" / "weights.toml")


def read_weights(path: Path) -> MatchWeights:
    """The weights of a file.

    Raises:
        SourceError: it is absent, not TOML, or lacks thresholds or weights.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        by_feature = {name: float(value) for name, value in told["weights"].items()}
        return MatchWeights(by_feature, found=float(told["found"]), unknown=float(told["unknown"]))
    except (OSError, KeyError, ValueError) as error:
        raise SourceError(
            f"{path.name} : les poids du rapprochement ne peuvent pas être lus ({error}). "
            "Refaites-les avec « python -m benchmarks.matching_fit »."
        ) from error
