"""A selection said in French, for titles, chips and the « À propos » of exports."""

from collections.abc import Callable

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.geo import Window
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.export.cells import number
from territorial_map.services.practices.naming import PRACTICE, practice_name

NameOf = Callable[[TerritoryLevel, str], str]


def value_in_words(name: str, value: str, name_of: NameOf) -> str:
    """One chosen value: the label of a closed list, the name of a territory or a practice."""
    if name in TerritoryLevel.codes():
        return name_of(TerritoryLevel(name), value)
    if name == PRACTICE:
        return practice_name(value)
    return BY_NAME[name].label_of(value)


def selection_in_words(selection: Selection, name_of: NameOf) -> str:
    """The whole selection as one line.

    >>> selection_in_words(Selection.of({}), lambda level, code: code)
    'Toutes les organisations'
    """
    parts = [
        f"{BY_NAME[name].label} : {' ou '.join(value_in_words(name, v, name_of) for v in values)}"
        for name, values in selection.choices
    ]
    if selection.text:
        parts.append(f"Texte : « {selection.text} »")
    if selection.around is not None:
        point = selection.around.point
        parts.append(
            f"À {number(selection.around.radius_km)} km au plus, à vol d’oiseau, du point "
            f"{number(round(point.lat, 5))} ; {number(round(point.lon, 5))} (latitude ; longitude)"
        )
    if selection.window is not None:
        parts.append(f"Dans la fenêtre de la carte ({_window_in_words(selection.window)})")
    return " · ".join(parts) or "Toutes les organisations"


def _window_in_words(window: Window) -> str:
    sides = (window.west, window.south, window.east, window.north)
    return " ; ".join(number(round(side, 3)) for side in sides)
