"""What people type for devices and places, beside the trades."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class SearchWords:
    """Folded phrases. ``devices`` are the filter values that each means, any of them.

    ``places`` give the name of the COG that a phrase stands for; ``little`` are words that ask for
    nothing beside what was read, and whether they lead to a place (« près de »).
    """

    devices: Mapping[str, tuple[tuple[str, str], ...]] = field(repr=False)
    places: Mapping[str, str] = field(repr=False)
    little: Mapping[str, bool] = field(repr=False)
