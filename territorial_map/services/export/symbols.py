"""The symbols of the map for the files that leave it: one shape and colour per kind."""

import re
from functools import lru_cache

from territorial_map.domain.vocabulary import Kind
from territorial_map.settings import data_folder

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_FILL = re.compile(r'fill="(#[0-9a-f]{6})"')


@lru_cache(16)
def drawing_of(kind: Kind, *, precise: bool = True) -> str:
    """The shapes of a kind's symbol, in a box of 24 by 24; hollow where only the commune is known.

    Read from the app's own symbols, so that the map that leaves it looks the same.
    """
    name = kind.value if precise else f"{kind.value}-hollow"
    svg = (data_folder("assets") / "symbols" / f"{name}.svg").read_text(encoding="utf-8")
    found = _DRAWING.search(svg)
    if found is None:
        raise ValueError(f"{name}.svg is not a drawing")
    return found[1].strip()


def colour_of(kind: Kind) -> str:
    """The colour of a kind, as ``#rrggbb``."""
    found = _FILL.search(drawing_of(kind))
    if found is None:
        raise ValueError(f"the symbol of {kind.value} has no colour")
    return found[1]
