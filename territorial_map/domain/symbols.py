"""The symbols of the map, for what leaves it: one shape and colour per kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from territorial_map.domain.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Symbol:
    """The shapes of a kind, in a box of 24 by 24 (SVG), and its colour, as ``#rrggbb``.

    ``hollow`` is drawn where only the commune is known.
    """

    drawing: str
    hollow: str
    colour: str


Symbols = Mapping[Kind, Symbol]
