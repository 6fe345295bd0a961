"""The portrait of a territory as one value, read by the page, the API and the command line."""

from dataclasses import asdict, dataclass
from typing import Any

from territorial_map.domain.territory import Territory
from territorial_map.queries.portrait import ordinary_by_source
from territorial_map.services.coverage import TerritoryCoverage, coverage_at
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.cooperation import Cooperation, cooperation_of
from territorial_map.services.portrait.figures import PortraitFigures, figures_of
from territorial_map.services.portrait.inside import InsideTerritories, inside_of
from territorial_map.services.portrait.place import PortraitPlace, place_of
from territorial_map.services.portrait.reach import Reach, reach_of


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """Of how many organisations each fact is known."""

    organisations: int
    with_trade: int
    with_phone: int
    with_website: int
    with_size: int


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
    figures: PortraitFigures
    inside: InsideTerritories
    reach: tuple[Reach, ...] | None
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


def portrait_of(edition: OpenEdition, territory: Territory) -> TerritoryPortrait:
    """The portrait of a territory of the edition."""
    place = place_of(edition, territory)
    coverage = coverage_at(edition, territory.level, territory.code)
    with edition.file.connect() as connection:
        told = connection.execute(ordinary_by_source(place.selection)).fetchall()
    return TerritoryPortrait(
        place=place,
        edition_id=edition.edition.id,
        built_on=edition.edition.built_on,
        coverage=coverage,
        facts=_facts(coverage),
        ordinary=tuple(OrdinarySource(row.source, row.organisations) for row in told),
        figures=figures_of(edition, place),
        inside=inside_of(edition, place),
        reach=reach_of(edition, territory),
        cooperation=cooperation_of(edition, place),
    )


def _facts(coverage: TerritoryCoverage) -> KnownFacts:
    kinds = coverage.kinds
    return KnownFacts(
        coverage.organisations,
        sum(one.with_trade for one in kinds),
        sum(one.with_phone for one in kinds),
        sum(one.with_website for one in kinds),
        sum(one.with_size for one in kinds),
    )
