"""The legal persons of a partner list: each once, under the best of its leads."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.leads import Lead, arranged
from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.best_site import (
    listed_with,
    of_best_site,
    other_sites,
)
from territorial_map.services.partner_lists.centre import Centre, centre_of
from territorial_map.services.partner_lists.partner_query import KnownOrNot, PartnersAsked, TieAsked
from territorial_map.services.partner_lists.why_empty import WhyEmpty
from territorial_map.services.partnerships.best_partners import best_partners, count_partners
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.partner_search import Looking
from territorial_map.services.partnerships.partners import Existing, cooperating_with
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.partnerships.said import with_words

_LOOKED_AT = 100  # per category: the first ones do not depend on how many are asked for


@dataclass(frozen=True, slots=True)
class FoundLeads:
    """``leads`` are the first of ``total`` legal persons; ``existing`` cooperate already.

    ``dismissed`` pairs of the centre were set aside; ``why_empty`` says why nobody is listed,
    ``None`` when somebody is; ``tied_asked`` that the existing ones are what was asked for.
    """

    centre: Centre
    leads: tuple[Lead, ...]
    existing: tuple[Existing, ...]
    total: int
    dismissed: int
    why_empty: WhyEmpty | None = None
    tied_asked: bool = False


def find_leads(
    edition: OpenEdition,
    asked: PartnersAsked,
    dismissals: Collection[Said] = (),
) -> FoundLeads:
    """The first ``asked.limit`` legal persons, one lead each.

    They come in ``lead_order``; no category crowds the first ones
    unless it was asked for.

    Raises:
        NotFound: no organisation or commune answers to the centre asked for.
    """
    return edition.ask(_find_leads, asked, frozenset(dismissals))


def _find_leads(
    edition: OpenEdition, asked: PartnersAsked, dismissals: frozenset[Said]
) -> FoundLeads:
    centre = _with_words(edition, centre_of(edition, asked), dismissals)
    own = [d for d in dismissals if centre.facts.id in {d.a_id, d.b_id}]
    looking = _looking(edition, asked, centre, len(own))
    scored: list[Partnership] = []
    pairs: dict[str, list[Partnership]] = {}
    total = 0
    tied_asked = asked.kept.tie is not None and asked.kept.tie.is_existing
    if not tied_asked:
        with edition.file.connect() as connection:
            scored = best_partners(connection, looking)
            pairs = _by_person(p for p in scored if not is_dismissed(p, own))
            total = len(pairs)
            if _is_cut(scored, looking.limit):
                gone = len(_by_person(scored)) - total
                total = max(total, count_partners(connection, looking) - gone)
    spread = not asked.pooling
    # More are looked at whole than are shown, so that the order does not depend on how many are.
    first = arranged(pairs.values(), spread=spread)[: max(asked.limit, _LOOKED_AT)]
    every = arranged(_whole(edition, first, looking, own), spread=spread)[: asked.limit]
    existing = _existing(edition, asked, centre, looking)
    listed = existing if tied_asked else every
    return FoundLeads(
        centre,
        tuple(every),
        existing,
        total,
        sum(isinstance(d, Dismissal) for d in own),
        None if listed else _why_empty(asked, centre, scored),
        tied_asked,
    )


def _with_words(edition: OpenEdition, centre: Centre, said: Collection[Said]) -> Centre:
    if centre.supposed:
        return centre
    (facts,) = with_words([centre.facts], said, profile_index(edition, edition.knowledge.pooling))
    return replace(centre, facts=facts)


def _looking(edition: OpenEdition, asked: PartnersAsked, centre: Centre, more: int) -> Looking:
    rules, kept = edition.knowledge.pooling, asked.kept
    return Looking(
        centre.facts,
        asked.categories,
        rules,
        profile_index(edition, rules),
        max(asked.limit, _LOOKED_AT) + more,
        None if asked.own_reach else asked.radius_km,
        _among(asked, centre),
        phone=None if kept.phone is None else kept.phone is KnownOrNot.KNOWN,
        trade=None if kept.trade is None else kept.trade is KnownOrNot.KNOWN,
    )


def _among(asked: PartnersAsked, centre: Centre) -> Selection:
    if asked.kept.tie is TieAsked.SAME_EPCI and centre.facts.epci_code is not None:
        return asked.among.choosing("epci", (centre.facts.epci_code,))
    return asked.among


def _by_person(scored: Iterable[Partnership]) -> dict[str, list[Partnership]]:
    """What was found of each legal person, by the best site of it that was read."""
    found: dict[str, list[Partnership]] = defaultdict(list)
    for partnership in scored:
        found[partnership.b.person_key].append(partnership)
    return {person: of_best_site(several) for person, several in found.items()}


def _is_cut(scored: Collection[Partnership], limit: int) -> bool:
    """True when a category may hold more than was read."""
    counts: dict[PoolingCategory, int] = defaultdict(int)
    for partnership in scored:
        counts[partnership.category] += 1
    return any(n >= limit for n in counts.values())


def _whole(
    edition: OpenEdition, leads: Sequence[Lead], looking: Looking, dismissals: Collection[Said]
) -> list[list[Partnership]]:
    """What each person could do in every category, by the best of all its sites that are kept."""
    with edition.file.connect() as connection:
        others = other_sites(connection, looking, [lead.main.b for lead in leads])
    found = []
    for lead in leads:
        read, person = (lead.main, *lead.others), lead.main.b.person_key
        sites = others.get(person, ())
        several = [*read, *listed_with(lead.main.b, looking, {p.category for p in read})]
        several += [p for site in sites for p in listed_with(site, looking)]
        kept = [p for p in several if not is_dismissed(p, dismissals)]
        found.append(of_best_site(kept))
    return found


def _existing(
    edition: OpenEdition, asked: PartnersAsked, centre: Centre, looking: Looking
) -> tuple[Existing, ...]:
    """Those who are together already, near enough and as asked, the nearest first."""
    if centre.supposed or asked.kept.tie is TieAsked.SAME_EPCI:
        return ()
    several = [e for e in cooperating_with(edition, looking) if _is_kept(e, asked, centre.facts)]
    return tuple(sorted(several, key=lambda e: (_away(e, centre.facts), e.facts.name, e.facts.id)))


def _is_kept(one: Existing, asked: PartnersAsked, centre: Facts) -> bool:
    kept, facts = asked.kept, one.facts
    if kept.tie is not None and one.is_sure is not (kept.tie is TieAsked.LINKED):
        return False
    if kept.kinds and facts.profile.kind not in kept.kinds:
        return False
    phone = facts.signs is not None and facts.signs.phone is not None
    told = ((kept.phone, phone), (kept.trade, bool(facts.profile.sectors)))
    if any(
        wanted is not None and (wanted is KnownOrNot.KNOWN) is not have for wanted, have in told
    ):
        return False
    distance = one.distance_from(centre)
    return distance is None or asked.own_reach or distance <= asked.radius_km


def _away(one: Existing, centre: Facts) -> float:
    distance = one.distance_from(centre)
    return float("inf") if distance is None else distance


def _why_empty(asked: PartnersAsked, centre: Centre, scored: Collection[Partnership]) -> WhyEmpty:
    if asked.kept.tie is not None and asked.kept.tie.is_existing:
        return WhyEmpty.NO_TIE
    if centre.facts.profile.ended:
        return WhyEmpty.ENDED
    if centre.facts.point is None:
        return WhyEmpty.NO_POSITION
    if scored:
        return WhyEmpty.DISMISSED
    if not asked.kept.is_empty or asked.practice or asked.pooling:
        return WhyEmpty.FILTERED
    return WhyEmpty.NOBODY
