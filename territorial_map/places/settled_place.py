"""What the cells of a row settle together: one commune, or what is left to choose between."""

from dataclasses import dataclass, replace
from typing import Self

from territorial_map.places.flags import PlaceFlag


@dataclass(frozen=True, slots=True)
class SettledPlace:
    """Where a row lies.

    ``commune`` is today's code; without it, ``candidates`` are those the row may mean, and
    ``reason`` says in French why none is chosen. ``departments`` (collectivities among them) and
    ``region`` are what is sure without a commune; ``country`` is another country's ISO code.
    ``sure`` says that no point is needed to believe it.
    """

    commune: str | None = None
    candidates: tuple[str, ...] = ()
    departments: frozenset[str] = frozenset()
    region: str = ""
    country: str = ""
    postcode: str = ""
    flags: tuple[PlaceFlag, ...] = ()
    reason: str = ""
    sure: bool = False

    def flagged(self, *flags: PlaceFlag) -> Self:
        """The same with more flags, each once."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))
