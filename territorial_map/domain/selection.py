"""The selection: every filter of the directory in one value, and what it keeps.

``Selection.keeps`` is the definition; SQL elsewhere must agree with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point, Window, distance_km
from territorial_map.domain.meaning import TextMeaning
from territorial_map.domain.organisation import Organisation

DEFAULT_RADIUS_KM = 30.0
MAX_RADIUS_KM = 1000.0
LEAST_ASKED_KM, MOST_ASKED_KM = 1.0, 200.0
"""What a reader may ask for, wherever: in a field, an address, a command or a file."""
MAX_TEXT = 200
MAX_VALUES = 500


@dataclass(frozen=True, slots=True)
class Around:
    """A circle: centre and radius in kilometres, as the crow flies."""

    point: Point
    radius_km: float = DEFAULT_RADIUS_KM

    def __post_init__(self) -> None:
        if not 0 < self.radius_km <= MAX_RADIUS_KM:
            raise ValueError(f"radius_km must be in (0, {MAX_RADIUS_KM:g}]: {self.radius_km}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a user asked to see. An empty selection keeps everything.

    ``choices`` maps a dimension name to its chosen values, in alphabetical order: values of one
    dimension widen, dimensions narrow. ``text`` is what was typed; ``meaning`` is what it asks for
    in one edition (a device, a trade, a place, a name), which must be read before it filters.
    """

    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    around: Around | None = None
    text: str = ""
    window: Window | None = None
    meaning: TextMeaning | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        names = [name for name, _ in self.choices]
        if names != sorted(set(names)) or any(name not in BY_NAME for name in names):
            raise ValueError(f"dimensions must be known, unique and sorted: {names}")
        for name, values in self.choices:
            if not values or list(values) != sorted(set(values)):
                raise ValueError(f"values of {name} must be unique and sorted: {values}")

    @classmethod
    def of(
        cls,
        choices: Mapping[str, tuple[str, ...] | list[str] | set[str]] | None = None,
        *,
        around: Around | None = None,
        text: str = "",
        window: Window | None = None,
    ) -> Self:
        """Build a selection from unordered choices; refuse values outside closed lists.

        Raises:
            BadParameter: an unknown dimension, or a value outside its closed list.
        """
        kept: list[tuple[str, tuple[str, ...]]] = []
        for name, values in sorted((choices or {}).items()):
            if name not in BY_NAME:
                raise BadParameter(name, "", "filtre inconnu.", tuple(BY_NAME))
            if values:
                kept.append((name, tuple(sorted(set(values)))))
                _check_values(name, kept[-1][1])
        return cls(tuple(kept), around, " ".join(text.split())[:MAX_TEXT], window)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The chosen values of a dimension; empty when it does not filter."""
        return dict(self.choices).get(name, ())

    def choosing(self, name: str, values: tuple[str, ...] | list[str]) -> Self:
        """The same selection with another choice for one dimension; none takes the filter off."""
        choices = {n: v for n, v in self.choices if n != name}
        if values:
            choices[name] = tuple(values)
        return replace(self, choices=Selection.of(choices).choices)

    def without_window(self) -> Self:
        """The same selection over the whole country."""
        return replace(self, window=None)

    @property
    def circle(self) -> Around | None:
        """The circle that distances are counted from: that of the filter, else of the text."""
        if self.around is not None or self.meaning is None or self.meaning.near is None:
            return self.around
        return Around(self.meaning.near.point, self.meaning.near.radius_km)

    @property
    def is_empty(self) -> bool:
        """True when nothing filters."""
        return not (self.choices or self.around or self.text or self.window)

    def keeps(self, organisation: Organisation, built_on: str = "") -> bool:
        """Whether the organisation belongs to the selection, in an edition built on an ISO date.

        The date matters to the quality of records alone: without it, none is fresh.

        Raises:
            ValueError: text was typed and its meaning was not read.
        """
        chosen = dict(self.choices)
        for dimension in DIMENSIONS:
            wanted = chosen.get(dimension.name)
            if wanted and not set(wanted).intersection(dimension.values_on(organisation, built_on)):
                return False
        return self._keeps_place(organisation) and self._keeps_text(organisation)

    def _keeps_place(self, organisation: Organisation) -> bool:
        point = organisation.place.point
        if self.around is not None and (
            point is None or distance_km(self.around.point, point) > self.around.radius_km
        ):
            return False
        return self.window is None or (point is not None and self.window.holds(point))

    def _keeps_text(self, organisation: Organisation) -> bool:
        if not self.text:
            return True
        if self.meaning is None:
            raise ValueError("the text of a selection must be read before it filters")
        return self.meaning.keeps(organisation)


def _check_values(name: str, values: tuple[str, ...]) -> None:
    if len(values) > MAX_VALUES:
        raise BadParameter(name, f"{len(values)} valeurs", f"{MAX_VALUES} valeurs au plus.")
    dimension = BY_NAME[name]
    for value in values:
        if not dimension.accepts(value):
            raise BadParameter(name, value, "valeur inconnue.", dimension.allowed())
