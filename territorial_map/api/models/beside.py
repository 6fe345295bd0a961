"""Territories beside those most like them: who these are, and what one seems to lack."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, Kilometres, Share
from territorial_map.api.models.portraits import PlaceMention, place_mention
from territorial_map.domain.alike import PlaceTrait
from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.edition import Edition
from territorial_map.domain.gaps import FALSE_GAPS
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.portrait import AlikeTerritories, AlikeTerritory
from territorial_map.services.portrait.alike import TraitFact
from territorial_map.services.portrait.gaps import Gap


class TraitAnswer(TypedDict):
    """Of one trait, the class of most inhabitants, its French label and their share."""

    trait: PlaceTrait
    value: str
    label: str
    share: Share


class AlikeTerritoryAnswer(TypedDict):
    """A territory to be read beside; its distance is 1 between two drawn at random.

    No distance: it was chosen, and is not among those kept for this territory.
    """

    level: TerritoryLevel
    code: str
    name: str
    population: Count | None
    distance: Annotated[float, Field(ge=0)] | None
    traits: list[TraitAnswer]


class AlikeAnswer(TypedDict):
    """The territories that a portrait is read beside, and those that come next.

    No list: the edition was written before they were computed, or a group of communes, which has
    none. An empty one: too small a commune.
    """

    edition: EditionId
    territory: PlaceMention
    compared: list[PlaceTrait]
    traits: list[TraitAnswer]
    chosen: bool
    items: list[AlikeTerritoryAnswer] | None
    next: list[AlikeTerritoryAnswer]


class NearestAnswer(TypedDict):
    """The nearest organisation outside, from the inner point of the territory."""

    id: str
    name: str
    place: str
    km: Kilometres


class GapAnswer(TypedDict):
    """A value of a filter that most alike territories have, and this one has not, or far fewer.

    ``low`` to ``high`` are expected at their rate, ``known`` here (organisations that hold a device
    where it is a trade); ``chance`` is that of so few. ``beyond_chance`` gaps are held, together,
    to one rate of false ones.
    """

    dimension: str
    value: str
    label: str
    known: Count
    compared: Count
    present: Count
    expected: Annotated[float, Field(ge=0)]
    low: Count
    high: Count
    chance: Share
    beyond_chance: bool
    nearest: NearestAnswer | None


class GapsAnswer(TypedDict):
    """What a territory seems to lack beside the ten most like it.

    No list: the edition was written before gaps were computed.
    """

    edition: EditionId
    territory: PlaceMention
    false_gaps: Share
    items: list[GapAnswer] | None


def alike_answer(
    territory: AnyTerritory, alike: AlikeTerritories | None, edition: Edition
) -> AlikeAnswer:
    """The territories that one is read beside."""
    return {
        "edition": edition.id,
        "territory": place_mention(territory),
        "compared": list(PlaceTrait),
        "traits": _traits(alike.traits) if alike else [],
        "chosen": alike is not None and alike.chosen,
        "items": [_alike(one) for one in alike.territories] if alike else None,
        "next": [_alike(one) for one in alike.proposed] if alike else [],
    }


def _alike(one: AlikeTerritory) -> AlikeTerritoryAnswer:
    return {
        "level": one.territory.level,
        "code": one.territory.code,
        "name": one.territory.name,
        "population": one.territory.population,
        "distance": one.distance,
        "traits": _traits(one.traits),
    }


def _traits(traits: Sequence[TraitFact]) -> list[TraitAnswer]:
    return [
        {
            "trait": fact.trait,
            "value": fact.term.value,
            "label": fact.term.label,
            "share": fact.share,
        }
        for fact in traits
    ]


def gaps_answer(
    territory: AnyTerritory, gaps: tuple[Gap, ...] | None, edition: Edition
) -> GapsAnswer:
    """What a territory seems to lack."""
    return {
        "edition": edition.id,
        "territory": place_mention(territory),
        "false_gaps": FALSE_GAPS,
        "items": None if gaps is None else [_gap(one) for one in gaps],
    }


def _gap(one: Gap) -> GapAnswer:
    near = one.nearest
    return {
        "dimension": one.dimension,
        "value": one.value,
        "label": one.label,
        "known": one.known,
        "compared": one.compared,
        "present": one.present,
        "expected": one.expected,
        "low": one.low,
        "high": one.high,
        "chance": one.chance,
        "beyond_chance": one.beyond_chance,
        "nearest": None
        if near is None
        else {"id": near.id, "name": near.name, "place": near.place, "km": near.km},
    }
