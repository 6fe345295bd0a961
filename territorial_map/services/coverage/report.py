"""The coverage of an edition, counted in two statements."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.queries.coverage import known_by, sources_by
from territorial_map.services.explore.nearest_commune import nearest_commune
from territorial_map.services.explore.open_edition import OpenEdition

# The levels that coverage is told by; communes are too small for a count to say anything.
LEVELS = (TerritoryLevel.REGION, TerritoryLevel.DEPARTMENT, TerritoryLevel.EPCI)


@dataclass(frozen=True, slots=True)
class CoveringSource:
    """A source that tells ``organisations`` of a kind, of vintages from ``since`` to ``until``."""

    name: str
    organisations: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class CoveredKind:
    """What is known of one kind somewhere; 0 means « not known from our sources here »."""

    kind: Kind
    organisations: int = 0
    with_trade: int = 0
    with_phone: int = 0
    with_website: int = 0
    with_size: int = 0
    with_naf: int = 0
    sources: tuple[CoveringSource, ...] = ()

    def share(self, known: int) -> float | None:
        """A count as a share of the organisations, in [0, 1]; ``None`` where there is none."""
        return known / self.organisations if self.organisations else None


@dataclass(frozen=True, slots=True)
class TerritoryCoverage:
    """What is known in one territory, every kind in its order; ``code`` is empty for all of it.

    ``code`` is ``None`` for the organisations whose territory no source tells.
    """

    code: str | None
    name: str
    kinds: tuple[CoveredKind, ...]

    @property
    def organisations(self) -> int:
        """All kinds together."""
        return sum(one.organisations for one in self.kinds)

    @property
    def unknown(self) -> tuple[Kind, ...]:
        """The kinds of which our sources know none here."""
        return tuple(one.kind for one in self.kinds if not one.organisations)

    def as_json(self) -> dict[str, Any]:
        """The same for machines, shares left to the reader."""
        return {
            "code": self.code,
            "name": self.name,
            "organisations": self.organisations,
            "kinds": [asdict(one) for one in self.kinds],
        }


def coverage_of(
    edition: OpenEdition, level: TerritoryLevel | None = None
) -> tuple[TerritoryCoverage, ...]:
    """The coverage of every territory of a level by name, those without organisation included.

    Without a level, of the whole edition, alone. Organisations without territory come last.
    """
    found = _counted(edition, level)
    territories = _territories(edition, level, frozenset(found))
    return tuple(TerritoryCoverage(c, name, _every_kind(found[c])) for c, name in territories)


def coverage_at(edition: OpenEdition, level: TerritoryLevel, code: str) -> TerritoryCoverage:
    """The coverage of one territory, whether our sources know anything there or not."""
    found = _counted(edition, level, code)
    return TerritoryCoverage(code, edition.names.territory(level, code), _every_kind(found[code]))


def coverage_behind(edition: OpenEdition, kept: Selection, name: str) -> TerritoryCoverage:
    """The coverage of what a selection keeps, as of a territory of no level."""
    found = _counted(edition, None, within=kept)
    return TerritoryCoverage("", name, _every_kind(found[""]))


def _counted(
    edition: OpenEdition,
    level: TerritoryLevel | None,
    code: str | None = None,
    within: Selection | None = None,
) -> dict[str | None, dict[Kind, CoveredKind]]:
    """What is known of each kind, by code of territory."""
    with edition.file.connect() as connection:
        known = connection.execute(known_by(level, code, within)).fetchall()
        told = connection.execute(sources_by(level, code, within)).fetchall()
    sources: dict[tuple[str | None, str], list[CoveringSource]] = defaultdict(list)
    for row in told:
        source = CoveringSource(row.source, row.organisations, row.since, row.until)
        sources[row.code, row.kind].append(source)
    found: dict[str | None, dict[Kind, CoveredKind]] = defaultdict(dict)
    for row in known:
        ranked = sorted(sources[row.code, row.kind], key=lambda s: (-s.organisations, s.name))
        counts = (row.with_trade, row.with_phone, row.with_website, row.with_size, row.with_naf)
        kind = Kind(row.kind)
        found[row.code][kind] = CoveredKind(kind, row.organisations, *counts, tuple(ranked))
    return found


def _every_kind(found: dict[Kind, CoveredKind]) -> tuple[CoveredKind, ...]:
    return tuple(found.get(kind, CoveredKind(kind)) for kind in Kind)


def _territories(
    edition: OpenEdition, level: TerritoryLevel | None, told: frozenset[str | None]
) -> list[tuple[str | None, str]]:
    if level is None:
        return [("", "")]
    names = {one.code: one.name for one in edition.gazetteer.of_level(level)}
    names |= {code: edition.names.territory(level, code) for code in told - names.keys() if code}
    listed: list[tuple[str | None, str]] = sorted(names.items(), key=lambda pair: pair[::-1])
    return [*listed, (None, "")] if None in told else listed


def coverage_within(edition: OpenEdition, selection: Selection) -> TerritoryCoverage | None:
    """What our sources know where a selection looks; ``None`` where it names no one territory.

    The smallest level that it chooses, one territory of it; for a commune or a circle, the EPCI of
    the commune, for one commune is too small for a count to say anything.
    """
    for level in reversed(TerritoryLevel):
        codes = selection.chosen(level.value)
        if len(codes) == 1:
            return coverage_of_territory(edition, level, codes[0])
    if selection.around is not None:
        return coverage_near(edition, selection.around.point)
    return None


def coverage_near(edition: OpenEdition, point: Point) -> TerritoryCoverage | None:
    """What our sources know in the EPCI of the commune nearest to a point."""
    commune = nearest_commune(edition, point)
    if commune is None:
        return None
    return coverage_of_territory(edition, TerritoryLevel.COMMUNE, commune.code)


def coverage_around(edition: OpenEdition, facts: Facts) -> TerritoryCoverage | None:
    """What our sources know in the EPCI of an organisation, else in its département."""
    if facts.epci_code:
        return coverage_at(edition, TerritoryLevel.EPCI, facts.epci_code)
    if facts.department_code:
        return coverage_at(edition, TerritoryLevel.DEPARTMENT, facts.department_code)
    return None


def coverage_of_territory(
    edition: OpenEdition, level: TerritoryLevel, code: str
) -> TerritoryCoverage | None:
    """What our sources know in a territory; for a commune, in its EPCI, else its département."""
    if level in LEVELS:
        return coverage_at(edition, level, code)
    commune = edition.gazetteer.get(level, code)
    if commune is None:
        return None
    if commune.epci_code:
        return coverage_at(edition, TerritoryLevel.EPCI, commune.epci_code)
    return coverage_at(edition, TerritoryLevel.DEPARTMENT, commune.department_code or code[:2])
