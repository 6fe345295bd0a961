"""Shares with their interval: one telling for every benchmark."""

import math

Z = 1.959964
"""The 97.5th percentile of the normal law: two-sided intervals at 95 %."""


def wilson(successes: int, n: int) -> tuple[float, float, float]:
    """A share and its 95 % Wilson interval; three NaN for no trial."""
    if not n:
        return math.nan, math.nan, math.nan
    p = successes / n
    centre, spread = p + Z * Z / (2 * n), Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return p, (centre - spread) / (1 + Z * Z / n), (centre + spread) / (1 + Z * Z / n)
