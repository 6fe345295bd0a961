"""A selection said in words, for titles, chips and the « À propos » of exports."""

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.geo import Window
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.names import PRACTICE, Names
from territorial_map.services.explore.reading import What
from territorial_map.services.explore.understood_words import place_told_apart, reading_in_words
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import Texts


def value_in_words(name: str, value: str, names: Names, t: Texts) -> str:
    """One chosen value: the label of a closed list, the name of a territory or a practice."""
    if name in TerritoryLevel.codes():
        return names.territory(TerritoryLevel(name), value)
    if name == PRACTICE:
        return names.practice(value, t)
    if name == "source":
        return source_in_words(value, t)
    return t.label(BY_NAME[name].label_of(value))


def selection_in_words(selection: Selection, names: Names, t: Texts | None = None) -> str:
    """The whole selection as one line, in French if no language is given."""
    t = t or Texts()
    either = t(" ou ")
    parts = [
        t(
            "{filter} : {values}",
            filter=t.label(BY_NAME[name].label),
            values=either.join(value_in_words(name, v, names, t) for v in values),
        )
        for name, values in selection.choices
    ]
    if selection.text:
        parts.append(_question_in_words(selection.text, names, t))
    if selection.around is not None:
        parts.append(_circle_in_words(selection.around, names, t))
    if selection.window is not None:
        sides = _window_in_words(selection.window, t)
        parts.append(t("Dans la fenêtre de la carte ({sides})", sides=sides))
    return " · ".join(parts) or t("Toutes les organisations")


def _question_in_words(text: str, names: Names, t: Texts) -> str:
    """The typed text, and what it was understood as where that says more."""
    reading = names.understood(text)
    said = t("Texte : « {words} »", words=text)
    if all(part.what is What.WORDS for part in reading.parts):
        return said
    understood = reading_in_words(reading, names.gazetteer, t)
    return t("{said} (compris : {understood})", said=said, understood=understood)


def _circle_in_words(around: Around, names: Names, t: Texts) -> str:
    """Around a commune by its name where the centre is its own; else around a point."""
    commune = names.gazetteer.commune_at(around.point)
    km = t.radius(around.radius_km)
    if commune is not None:
        place = place_told_apart(commune, names.gazetteer)
        return t("À {radius} au plus de {place}, à vol d’oiseau", radius=km, place=place)
    return t(
        "À {radius} au plus du point {lat} ; {lon} (latitude ; longitude), à vol d’oiseau",
        radius=km,
        lat=t.decimal(round(around.point.lat, 5)),
        lon=t.decimal(round(around.point.lon, 5)),
    )


def _window_in_words(window: Window, t: Texts) -> str:
    sides = (window.west, window.south, window.east, window.north)
    return " ; ".join(t.decimal(round(side, 3)) for side in sides)
