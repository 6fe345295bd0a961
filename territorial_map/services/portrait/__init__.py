"""The portrait of a territory: what our sources cover there, what they know, beside where."""

from territorial_map.services.portrait.figures import Figure, FigureRow
from territorial_map.services.portrait.inside import InsideTerritory
from territorial_map.services.portrait.place import PortraitPlace, place_of
from territorial_map.services.portrait.report import TerritoryPortrait, portrait_of

__all__ = [
    "Figure",
    "FigureRow",
    "InsideTerritory",
    "PortraitPlace",
    "TerritoryPortrait",
    "place_of",
    "portrait_of",
]
