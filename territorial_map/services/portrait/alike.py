"""The territories that a portrait is read beside: the ten most alike, or those that were chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.alike import (
    ALIKE,
    MOST_CHOSEN,
    Attraction,
    Centrality,
    Massif,
    PlaceTrait,
    Rurality,
)
from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.term import Term
from territorial_map.domain.territory import Territory
from territorial_map.domain.zoning_terms import Density
from territorial_map.queries.portrait import alike_to, traits_in
from territorial_map.queries.schema import AnyRow, alike_territories, territory_traits
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of

CHOSEN = "alike"
_CLASSES: dict[PlaceTrait, type[Term]] = {
    PlaceTrait.DENSITY: Density,
    PlaceTrait.RURALITY: Rurality,
    PlaceTrait.CENTRALITY: Centrality,
    PlaceTrait.MASSIF: Massif,
    PlaceTrait.ATTRACTION: Attraction,
}
_TABLES = (territory_traits, alike_territories)


@dataclass(frozen=True, slots=True)
class TraitFact:
    """The class of most inhabitants of a territory, and their share in [0, 1]."""

    trait: PlaceTrait
    term: Term
    share: float


@dataclass(frozen=True, slots=True)
class AlikeTerritory:
    """A territory to be read beside, with what it is like.

    ``distance`` is 1 between two territories drawn at random; ``None`` for one that was added by
    hand and is not among those kept. A trait that is not known is not in ``traits``.
    """

    territory: Territory
    distance: float | None
    traits: tuple[TraitFact, ...]


@dataclass(frozen=True, slots=True)
class AlikeTerritories:
    """Those that a portrait is read beside, the most alike first; ``proposed`` are the next ones.

    ``chosen`` says that somebody chose them. None at all: the territory is too small to have any.
    """

    traits: tuple[TraitFact, ...]
    territories: tuple[AlikeTerritory, ...]
    proposed: tuple[AlikeTerritory, ...]
    chosen: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of those that are read beside."""
        return tuple(one.territory.code for one in self.territories)


def chosen_codes(text: str, territory: AnyTerritory, edition: OpenEdition) -> tuple[str, ...]:
    """The codes of ``alike=code,code``, each once; without any, the ten most alike are meant.

    Raises:
        BadParameter: a code is the territory's own, or there are too many.
        NotFound: a code is none of the territory's level, or that is a group of communes.
    """
    if isinstance(territory, CommuneGroup):
        return _none_chosen(text)
    codes = tuple(dict.fromkeys(part.strip().upper() for part in text.split(",") if part.strip()))
    if len(codes) > MOST_CHOSEN:
        raise BadParameter(CHOSEN, text[:60], f"{MOST_CHOSEN} territoires au plus.")
    for code in codes:
        if code == territory.code:
            raise BadParameter(CHOSEN, code, "c’est le territoire du portrait.")
        if edition.gazetteer.get(territory.level, code) is None:
            raise NotFound(f"Aucun territoire de ce niveau n’a le code «\u00a0{code[:60]}\u00a0».")
    return codes


def _none_chosen(text: str) -> tuple[str, ...]:
    """A group of communes is compared to no other yet."""
    if text.strip(", "):
        raise NotFound("Une zone ou un groupe de communes n’a pas encore de semblables.")
    return ()


def alike_of(
    edition: OpenEdition, territory: AnyTerritory, chosen: Sequence[str] = ()
) -> AlikeTerritories | None:
    """The territories chosen, else the ten most alike.

    ``None`` for a group of communes, and for an edition that was written before alike territories
    were computed.
    """
    if isinstance(territory, CommuneGroup):
        return None
    level = territory.level
    if not held_of(edition).has(*_TABLES):
        return None
    with edition.file.connect() as connection:
        near = connection.execute(alike_to(level, territory.code)).fetchall()
        codes = {territory.code, *chosen, *(row.other for row in near)}
        rows = connection.execute(traits_in(level, codes)).fetchall()
    traits = {row.code: _facts(row) for row in rows}
    distances = {row.other: row.distance for row in near}
    beside = tuple(chosen) or tuple(distances)[:ALIKE]
    others = [code for code in distances if code not in beside]
    return AlikeTerritories(
        traits.get(territory.code, ()),
        tuple(_told(edition, territory, beside, distances, traits)),
        tuple(_told(edition, territory, others[:ALIKE], distances, traits)),
        chosen=bool(chosen),
    )


def _told(
    edition: OpenEdition,
    territory: Territory,
    codes: Iterable[str],
    distances: Mapping[str, float],
    traits: Mapping[str, tuple[TraitFact, ...]],
) -> Iterable[AlikeTerritory]:
    for code in codes:
        found = edition.gazetteer.get(territory.level, code)
        if found is not None:
            yield AlikeTerritory(found, distances.get(code), traits.get(code, ()))


def _facts(row: AnyRow) -> tuple[TraitFact, ...]:
    told = ((trait, getattr(row, trait.value)) for trait in _CLASSES)
    return tuple(
        TraitFact(trait, _CLASSES[trait](value), getattr(row, f"{trait.value}_share"))
        for trait, value in told
        if value is not None
    )
