"""The symbols of the map, from the app's own drawings: what leaves it looks the same."""

import re
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.symbols import Symbol, Symbols
from territorial_map.domain.vocabulary import Kind

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_FILL = re.compile(r'fill="(#[0-9a-f]{6})"')


def load_symbols(folder: Path) -> Symbols:
    """The symbol of every kind.

    Raises:
        SourceError: a drawing is missing, is none, or has no colour.
    """
    return {kind: _symbol(folder, kind) for kind in Kind}


def _symbol(folder: Path, kind: Kind) -> Symbol:
    drawing = _shapes(folder / f"{kind.value}.svg")
    colour = _FILL.search(drawing)
    if colour is None:
        raise SourceError(f"{kind.value}.svg : le symbole n’a pas de couleur.")
    return Symbol(drawing, _shapes(folder / f"{kind.value}-hollow.svg"), colour[1])


def _shapes(path: Path) -> str:
    try:
        found = _DRAWING.search(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"{path.name} : fichier absent ou illisible.") from error
    if found is None:
        raise SourceError(f"{path.name} : ce n’est pas un dessin SVG.")
    return found[1].strip()
