"""The portrait of a territory: what our sources cover there, what they know, beside where."""

from territorial_map.services.portrait.alike import (
    AlikeTerritories,
    AlikeTerritory,
    alike_of,
    chosen_codes,
)
from territorial_map.services.portrait.beside import AlikeFigure
from territorial_map.services.portrait.figures import Figure, FigureRow
from territorial_map.services.portrait.inside import InsideTerritory
from territorial_map.services.portrait.place import PortraitPlace, place_of
from territorial_map.services.portrait.report import TerritoryPortrait, portrait_of

__all__ = [
    "AlikeFigure",
    "AlikeTerritories",
    "AlikeTerritory",
    "Figure",
    "FigureRow",
    "InsideTerritory",
    "PortraitPlace",
    "TerritoryPortrait",
    "alike_of",
    "chosen_codes",
    "place_of",
    "portrait_of",
]
