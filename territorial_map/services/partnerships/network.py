"""Networks to draw: around an organisation, or the strongest partnerships of a selection."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.group_partnerships import Bond, pairs_among
from territorial_map.services.partnerships.partners import (
    Partners,
    partners_of,
    strongest_in,
)

MOST_NODES = 25
MOST_EDGES = 150
_LOOKED_AT = 1_500
_AROUND_ONE = 60
_AROUND_EACH = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which links to draw: of one category or of all, of which words, without which pairs."""

    pooling: PoolingCategory | None = None
    tiers: frozenset[Tier] = frozenset({Tier.STRONG, Tier.EXPLORE})
    dismissals: frozenset[Said] = frozenset()

    @property
    def categories(self) -> tuple[PoolingCategory, ...]:
        """The categories to score."""
        return (self.pooling,) if self.pooling else tuple(PoolingCategory)

    def keeps(self, partnership: Partnership) -> bool:
        """Whether a partnership is to be drawn."""
        return partnership.tier in self.tiers and not is_dismissed(partnership, self.dismissals)


@dataclass(frozen=True, slots=True)
class Network:
    """Organisations and the links between them, at most ``MOST_NODES`` and ``MOST_EDGES``.

    ``n_organisations`` and ``n_links`` count what there was before the cut; ``sites`` of
    ``total_sites`` located sites of a selection were compared (0 for a network around one).
    """

    nodes: tuple[Facts, ...]
    found: tuple[Partnership, ...]
    existing: tuple[Bond, ...]
    n_organisations: int
    n_links: int
    centre: Facts | None = None
    sites: int = 0
    total_sites: int = 0


def network_around(edition: OpenEdition, any_id: str, wanted: Wanted) -> Network:
    """The partners of an organisation, whom it cooperates with, and links between its partners.

    Raises:
        NotFound: no organisation answers to the id.
    """
    return edition.ask(_around, edition.organisation(any_id).id, wanted)


def _around(edition: OpenEdition, any_id: str, wanted: Wanted) -> Network:
    limit = _AROUND_ONE if wanted.pooling else _AROUND_EACH
    partners = partners_of(edition, any_id, wanted.categories, limit=limit, said=wanted.dismissals)
    own = _strongest(p for p in partners.found if wanted.keeps(p))
    others = [p.b for p in own]
    between = pairs_among(
        _distinct(others), wanted.categories, edition.knowledge.pooling, MOST_EDGES
    )
    links = (*own, *(p for p in between if wanted.keeps(p)))
    return _cut(links, _bonds(partners), centre=partners.centre)


def network_within(edition: OpenEdition, selection: Selection, wanted: Wanted) -> Network:
    """The strongest partnerships between legal persons of a selection."""
    return edition.ask(_within, edition.resolve(selection), wanted)


def _within(edition: OpenEdition, selection: Selection, wanted: Wanted) -> Network:
    strongest = strongest_in(edition, selection, wanted.categories, _LOOKED_AT, wanted.dismissals)
    links = tuple(p for p in strongest.found if wanted.keeps(p))
    drawn = _cut(links, ())
    return Network(
        drawn.nodes,
        drawn.found,
        (),
        drawn.n_organisations,
        drawn.n_links,
        None,
        strongest.sites,
        strongest.total_sites,
    )


def _strongest(found: Iterable[Partnership]) -> tuple[Partnership, ...]:
    return tuple(sorted(found, key=lambda p: (-(p.score or 0.0), p.b.id, p.category)))


def _bonds(partners: Partners) -> tuple[Bond, ...]:
    return tuple(Bond(partners.centre, one.facts, one.ties) for one in partners.existing)


def _distinct(several: Iterable[Facts]) -> list[Facts]:
    return list({facts.person_key: facts for facts in several}.values())


def _cut(
    links: tuple[Partnership, ...], bonds: tuple[Bond, ...], centre: Facts | None = None
) -> Network:
    """The first links whose ends are few enough to be drawn; existing bonds come first."""
    nodes: dict[str, Facts] = {} if centre is None else {centre.person_key: centre}
    every = _ends(bonds) | _ends(links)
    kept_bonds = [bond for bond in bonds if _joins(nodes, bond.a, bond.b)]
    kept = [link for link in links if _joins(nodes, link.a, link.b)][:MOST_EDGES]
    drawn = _ends(kept_bonds) | _ends(kept)
    ends = tuple(f for key, f in nodes.items() if key in drawn or f is centre)
    return Network(ends, tuple(kept), tuple(kept_bonds), len(every), len(links), centre)


def _ends(pairs: Iterable[Partnership | Bond]) -> set[str]:
    return {facts.person_key for pair in pairs for facts in (pair.a, pair.b)}


def _joins(nodes: dict[str, Facts], a: Facts, b: Facts) -> bool:
    """Add both ends when there is room for them; False when there is not."""
    missing = {f.person_key: f for f in (a, b) if f.person_key not in nodes}
    if len(nodes) + len(missing) > MOST_NODES:
        return False
    nodes.update(missing)
    return True
