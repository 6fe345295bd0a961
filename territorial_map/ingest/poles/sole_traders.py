"""Members that a page names by a person's name: sole traders, never published.

The list holds digests, so that no person's name is written in this project's code.
"""

import hashlib
from functools import cache
from importlib.resources import files

from territorial_map.domain.text import fold


@cache
def _digests() -> frozenset[str]:
    text = files(__package__).joinpath("sole_traders.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split() if line)


def is_sole_trader(name: str) -> bool:
    """True when the name is that of a person in business under their own name."""
    return hashlib.sha256(fold(name).encode()).hexdigest()[:16] in _digests()
