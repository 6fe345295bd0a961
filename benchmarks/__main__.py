"""``make bench``: every benchmark in one run, each beside its baselines."""

import importlib
import sys

from territorial_map.settings import settings

NAMES = (
    "explore",
    "exports",
    "practices_ranking",
    "practices_edition",
    "pooling_ranking",
    "leads",
    "pooling_members",
    "partners_speed",
    "location",
    "national",
    "duplicates",
    "duplicates_twins",
    "matching",
    "sparse_lists",
    "changes",
    "pages",
    "portraits",
    "finess_feed",
    "slow_questions",
    "hostile_lists",
    "features",
    "trades",
    "columns",
)


def main(names: list[str]) -> None:
    """Run the named benchmarks, or all."""
    for name in names or NAMES:
        importlib.import_module(f"benchmarks.{name}").run(settings().editions)


if __name__ == "__main__":  # processes that a benchmark starts import this module too
    main(sys.argv[1:])
