"""The portrait of a territory as one value, read by the page, the API and the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup
from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.portrait import ordinary_by_source
from territorial_map.services.coverage import TerritoryCoverage, coverage_at, coverage_behind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.alike import AlikeTerritories, alike_of
from territorial_map.services.portrait.cooperation import Cooperation, cooperation_of
from territorial_map.services.portrait.figures import PortraitFigures, figures_of
from territorial_map.services.portrait.gaps import Gap, gaps_of
from territorial_map.services.portrait.inside import InsideTerritories, inside_of
from territorial_map.services.portrait.place import PortraitPlace, place_of
from territorial_map.services.portrait.reach import Reach, reach_of


@dataclass(frozen=True, slots=True)
class KnownOfKind:
    """Of how many organisations of one kind each fact is known."""

    kind: Kind
    organisations: int
    with_trade: int
    with_phone: int
    with_size: int


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """Of how many organisations each fact is known; a trade from any origin, as in the figures.

    ``kinds`` are all of them in order, and together the same.
    """

    organisations: int
    with_trade: int
    with_phone: int
    with_website: int
    with_size: int
    kinds: tuple[KnownOfKind, ...]


@dataclass(frozen=True, slots=True)
class OrdinarySource:
    """A source of ESS actors without any device, and how many it tells here."""

    name: str
    organisations: int


@dataclass(frozen=True, slots=True)
class TerritoryPortrait:
    """What our sources cover in a territory, then what they know there and beside it.

    ``ordinary`` are the sources that tell ordinary associations and cooperatives here: none is a
    census of them.
    """

    place: PortraitPlace
    edition_id: str
    built_on: str
    coverage: TerritoryCoverage
    facts: KnownFacts
    ordinary: tuple[OrdinarySource, ...]
    alike: AlikeTerritories | None
    figures: PortraitFigures
    inside: InsideTerritories
    reach: tuple[Reach, ...] | None
    gaps: tuple[Gap, ...] | None
    cooperation: Cooperation

    @property
    def organisations(self) -> int:
        """How many organisations our sources know here."""
        return self.coverage.organisations

    def as_json(self) -> dict[str, Any]:
        """The same for machines; an unknown count is null."""
        told = asdict(self)
        told["coverage"] = self.coverage.as_json()
        return told


def portrait_of(
    edition: OpenEdition, territory: AnyTerritory, chosen: Sequence[str] = ()
) -> TerritoryPortrait:
    """The portrait of a territory of the edition, beside those ``chosen`` or the ten most alike."""
    place = place_of(edition, territory)
    alike = alike_of(edition, territory, chosen)
    coverage = _coverage(edition, place)
    with edition.file.connect() as connection:
        told = connection.execute(ordinary_by_source(place.selection)).fetchall()
    figures = figures_of(edition, place, alike)
    return TerritoryPortrait(
        place=place,
        edition_id=edition.edition.id,
        built_on=edition.edition.built_on,
        coverage=coverage,
        facts=_facts(coverage, figures, _without_trade(edition, place)),
        ordinary=tuple(OrdinarySource(row.source, row.organisations) for row in told),
        alike=alike,
        figures=figures,
        inside=inside_of(edition, place),
        reach=reach_of(edition, territory),
        gaps=gaps_of(edition, territory),
        cooperation=cooperation_of(edition, place),
    )


def _coverage(edition: OpenEdition, place: PortraitPlace) -> TerritoryCoverage:
    one = place.territory
    if isinstance(one, CommuneGroup):
        return replace(coverage_behind(edition, place.selection, one.name), code=one.code)
    return coverage_at(edition, one.level, one.code)


def _without_trade(edition: OpenEdition, place: PortraitPlace) -> dict[str, int]:
    """By kind, how many organisations there have a trade that no source tells."""
    asked = edition.resolve(place.selection.choosing("sector", [UNKNOWN]))
    return edition.answers.counts(asked)[1]["kind"]


def _facts(
    coverage: TerritoryCoverage, figures: PortraitFigures, without_trade: Mapping[str, int]
) -> KnownFacts:
    kinds = coverage.kinds
    return KnownFacts(
        coverage.organisations,
        coverage.organisations - (figures.trade_unknown.here.count or 0),
        sum(one.with_phone for one in kinds),
        sum(one.with_website for one in kinds),
        sum(one.with_size for one in kinds),
        tuple(
            KnownOfKind(
                one.kind,
                one.organisations,
                one.organisations - without_trade.get(one.kind.value, 0),
                one.with_phone,
                one.with_size,
            )
            for one in kinds
        ),
    )
