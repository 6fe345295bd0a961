"""What was understood of the free text of a question (``q``)."""

from typing_extensions import TypedDict

from territorial_map.api.models.base import Kilometres
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import PartRead, What
from territorial_map.services.explore.understood_words import place_told_apart, value_of
from territorial_map.services.texts import Texts


class UnderstoodValue(TypedDict):
    """A filter and one of its values."""

    filter: str
    value: str


class UnderstoodPlace(TypedDict):
    """A territory; ``radius_km`` draws a circle around a commune, null elsewhere."""

    level: TerritoryLevel
    code: str
    name: str
    radius_km: Kilometres | None


class UnderstoodPart(TypedDict):
    """A part of the text: ``words`` as typed, ``told`` in words; ``without`` is the text less it.

    An organisation answers a device or a trade by one of ``values`` or by saying the words.
    """

    what: What
    words: str
    told: str
    values: list[UnderstoodValue]
    place: UnderstoodPlace | None
    without: str


def understood_of(selection: Selection, edition: OpenEdition) -> list[UnderstoodPart]:
    """The parts of a selection's text, none without a text."""
    if not selection.text:
        return []
    return [_part(part, edition) for part in edition.understood(selection.text).parts]


def _part(part: PartRead, edition: OpenEdition) -> UnderstoodPart:
    territory, gazetteer = part.territory, edition.gazetteer
    place: UnderstoodPlace | None = None
    if territory is not None:
        place = {
            "level": territory.level,
            "code": territory.code,
            "name": place_told_apart(territory, gazetteer),
            "radius_km": part.radius_km,
        }
    return {
        "what": part.what,
        "words": part.words,
        "told": value_of(part, gazetteer, Texts()),
        "values": [{"filter": name, "value": value} for name, value in part.values],
        "place": place,
        "without": part.without,
    }
