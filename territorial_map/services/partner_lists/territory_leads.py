"""The leads of a selection, a territory most often: one per pair, and who is together already."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from territorial_map.domain.pooling.leads import Lead, arranged
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.partner_query import (
    EVERYONE,
    Kept,
    KnownOrNot,
    TieAsked,
)
from territorial_map.services.partner_lists.why_empty import WhyEmpty
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.group_partnerships import Bond, bonds_among
from territorial_map.services.partnerships.partners import sites_of, strongest_in

LOOKED_AT = 1_500


@dataclass(frozen=True, slots=True)
class TerritoryAsked:
    """Where, on what (every category when empty), and which leads are kept."""

    selection: Selection
    pooling: tuple[PoolingCategory, ...] = ()
    kept: Kept = EVERYONE


@dataclass(frozen=True, slots=True)
class TerritoryLeads:
    """Every lead found, in order, and ``bonds``, who is together already.

    ``sites`` of ``total_sites`` located sites were compared; ``why_empty`` says why there is no
    lead, ``None`` when there are some; ``tied_asked`` that the bonds are what was asked for.
    """

    leads: tuple[Lead, ...]
    bonds: tuple[Bond, ...]
    sites: int
    total_sites: int
    why_empty: WhyEmpty | None = None
    tied_asked: bool = False


def leads_within(
    edition: OpenEdition, asked: TerritoryAsked, dismissals: Collection[Said] = ()
) -> TerritoryLeads:
    """The leads between legal persons of a selection, those of the ``LOOKED_AT`` likeliest."""
    resolved = replace(asked, selection=edition.resolve(asked.selection))
    return edition.ask(_leads_within, resolved, frozenset(dismissals))


def _leads_within(
    edition: OpenEdition, asked: TerritoryAsked, dismissals: frozenset[Said]
) -> TerritoryLeads:
    strongest = strongest_in(edition, asked.selection, asked.pooling, LOOKED_AT, dismissals)
    phones = _with_phone(edition, strongest.found) if asked.kept.phone else frozenset()
    kept = [
        found
        for found in strongest.found
        if not is_dismissed(found, dismissals) and _keeps(asked.kept, found, phones)
    ]
    existing = asked.kept.tie is not None and asked.kept.tie.is_existing
    leads = [] if existing else arranged(_by_pair(kept), spread=not asked.pooling)
    together = _bonds(edition, asked.selection, dismissals)
    bonds = tuple(b for b in together if _keeps_bond(asked.kept, b))
    empty = not (leads or (existing and bonds))
    why = _why_empty(asked, strongest.found) if empty else None
    return TerritoryLeads(
        tuple(leads), bonds, strongest.sites, strongest.total_sites, why, existing
    )


def _bonds(edition: OpenEdition, resolved: Selection, said: Collection[Said]) -> tuple[Bond, ...]:
    """Who is together already among the located organisations of a selection."""
    persons = {facts.person_key: facts for facts in sites_of(edition, resolved, said)}
    return bonds_among(tuple(persons.values()))


def _by_pair(found: Iterable[Partnership]) -> list[list[Partnership]]:
    """What each pair of legal persons could do, between the two sites that are named first."""
    pairs: dict[tuple[str, str], list[Partnership]] = defaultdict(list)
    for one in found:
        ends = sorted((one.a.person_key, one.b.person_key))
        pairs[ends[0], ends[1]].append(one)
    return list(pairs.values())


def _with_phone(edition: OpenEdition, found: Iterable[Partnership]) -> frozenset[str]:
    ids = {facts.id for one in found for facts in (one.a, one.b)}
    return frozenset(item.id for item in edition.listed_by_ids(tuple(sorted(ids))) if item.phone)


def _keeps(kept: Kept, found: Partnership, phones: frozenset[str]) -> bool:
    ends = (found.a, found.b)
    if kept.kinds and not any(facts.profile.kind in kept.kinds for facts in ends):
        return False
    if kept.tie is TieAsked.SAME_EPCI and not _same_epci(found):
        return False
    told = (
        (kept.trade, all(facts.profile.sectors for facts in ends)),
        (kept.phone, all(facts.id in phones for facts in ends)),
    )
    return all(wanted is None or (wanted is KnownOrNot.KNOWN) is have for wanted, have in told)


def _same_epci(found: Partnership) -> bool:
    return found.a.epci_code is not None and found.a.epci_code == found.b.epci_code


def _keeps_bond(kept: Kept, bond: Bond) -> bool:
    ends = (bond.a, bond.b)
    if kept.kinds and not any(facts.profile.kind in kept.kinds for facts in ends):
        return False
    return (
        kept.tie is None
        or not kept.tie.is_existing
        or bond.is_sure is (kept.tie is TieAsked.LINKED)
    )


def _why_empty(asked: TerritoryAsked, found: Collection[Partnership]) -> WhyEmpty:
    if asked.kept.tie is not None and asked.kept.tie.is_existing:
        return WhyEmpty.NO_TIE
    if not asked.kept.is_empty or asked.pooling:
        return WhyEmpty.FILTERED
    return WhyEmpty.DISMISSED if found else WhyEmpty.NOBODY
