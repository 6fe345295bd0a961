"""The legal persons of a partner list: each once, under the strongest of its leads."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.centre import Centre, centre_of
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.best_partners import best_partners, count_partners
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.partner_search import Looking
from territorial_map.services.partnerships.partners import Existing, cooperating_with
from territorial_map.services.partnerships.profiles import profile_index

_TIERS = tuple(Tier)
_CATEGORIES = tuple(PoolingCategory)
_LOOKED_AT = 10  # per category, so that a strong lead is not missed for a nearer guess
_FIRST, _OF_ONE = 5, 2


@dataclass(frozen=True, slots=True)
class Lead:
    """A legal person by its best site: the lead it stands under, and its other categories."""

    main: Partnership
    others: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True)
class FoundLeads:
    """``leads`` are the first of ``total`` legal persons; ``existing`` cooperate already.

    ``dismissed`` pairs of the centre were taken off by operators.
    """

    centre: Centre
    leads: tuple[Lead, ...]
    existing: tuple[Existing, ...]
    total: int
    dismissed: int


def find_leads(
    edition: OpenEdition, asked: PartnersAsked, dismissals: Collection[Dismissal] = ()
) -> FoundLeads:
    """The first ``asked.limit`` legal persons by the word of their best lead.

    Who is in is told by the word, then by known facts, then by distance; at most ``_OF_ONE``
    leads of one category are among the first ``_FIRST``, unless a category was asked for. They
    come by category, then by word, then by distance.

    Raises:
        NotFound: no organisation or commune answers to the centre asked for.
    """
    return edition.ask(_find_leads, asked, frozenset(dismissals))


def _find_leads(
    edition: OpenEdition, asked: PartnersAsked, dismissals: frozenset[Dismissal]
) -> FoundLeads:
    centre = centre_of(edition, asked)
    own = [d for d in dismissals if centre.facts.id in {d.a_id, d.b_id}]
    looking = Looking(
        centre.facts,
        asked.categories,
        edition.knowledge.pooling,
        profile_index(edition, edition.knowledge.pooling),
        max(asked.limit, _LOOKED_AT) + len(own),
        asked.radius_km,
        asked.kept,
    )
    with edition.file.connect() as connection:
        scored = best_partners(connection, looking)
        kept = [p for p in scored if not is_dismissed(p, own)]
        persons = _persons(kept)
        total = len(persons)
        if _is_cut(scored, looking.limit):
            gone = len(_persons(scored)) - total
            total = max(total, count_partners(connection, looking) - gone)
    first = first_leads(persons.values(), asked)
    leads = [_lead(p, looking, own) for p in first]
    existing = () if centre.supposed else cooperating_with(edition, looking)
    near = tuple(e for e in existing if _within(e, asked.radius_km, centre))
    return FoundLeads(centre, tuple(sorted(leads, key=_shown)), near, total, len(own))


def first_leads(leads: Iterable[Partnership], asked: PartnersAsked) -> list[Partnership]:
    """The leads in the order of the list, ``asked.limit`` at most, no category crowding it."""
    ordered = sorted(leads, key=_order)
    if asked.pooling:
        return ordered[: asked.limit]
    counts: Counter[PoolingCategory] = Counter()
    first: list[Partnership] = []
    for lead in ordered:
        if len(first) == _FIRST:
            break
        if lead.tier is not Tier.INSUFFICIENT and counts[lead.category] < _OF_ONE:
            counts[lead.category] += 1
            first.append(lead)
    rest = [lead for lead in ordered if lead not in first]
    return [*first, *rest][: asked.limit]


def _persons(scored: Collection[Partnership]) -> dict[str, Partnership]:
    """Each legal person's best lead."""
    best: dict[str, Partnership] = {}
    for partnership in scored:
        person = partnership.b.person_key
        best[person] = min(partnership, best.get(person, partnership), key=_best)
    return best


def _is_cut(scored: Collection[Partnership], limit: int) -> bool:
    """True when a category may hold more than was read."""
    counts: dict[PoolingCategory, int] = defaultdict(int)
    for partnership in scored:
        counts[partnership.category] += 1
    return any(n >= limit for n in counts.values())


def _lead(best: Partnership, looking: Looking, dismissals: Collection[Dismissal]) -> Lead:
    """Every category of the person's site, its best word first."""
    listed = looking.rulebook.thresholds.listed
    scored = [
        score_pair(best.a, best.b, category, looking.rulebook) for category in looking.categories
    ]
    several = [
        p
        for p in scored
        if p is not None and (p.score or 0.0) >= listed and not is_dismissed(p, dismissals)
    ]
    main, *others = sorted(several, key=lambda p: (_TIERS.index(p.tier), *_strength(p)))
    return Lead(main, tuple(sorted(others, key=lambda p: _CATEGORIES.index(p.category))))


def _within(existing: Existing, radius_km: float, centre: Centre) -> bool:
    distance = existing.distance_from(centre.facts)
    return distance is None or distance <= radius_km


def _strength(partnership: Partnership) -> tuple[float, float, str, int]:
    order = _CATEGORIES.index(partnership.category)
    return -(partnership.score or 0.0), _far(partnership), partnership.b.id, order


def _best(partnership: Partnership) -> tuple[int, int, float, float, str, int]:
    """Which lead stands for a pair: its word, its known facts, then its score."""
    meeting = partnership.weighing.meeting
    known = meeting.of_a.known + meeting.of_b.known
    return _TIERS.index(partnership.tier), -known, *_strength(partnership)


def _order(partnership: Partnership) -> tuple[int, float, float, str, int]:
    """The word first, then what is known of the pair weighed by its distance."""
    order = _CATEGORIES.index(partnership.category)
    word = _TIERS.index(partnership.tier)
    return word, -partnership.worth, _far(partnership), partnership.b.id, order


def _far(partnership: Partnership) -> float:
    distance = partnership.nearness.distance_km
    return float("inf") if distance is None else distance


def _shown(lead: Lead) -> tuple[int, int, float, str, str]:
    main = lead.main
    facts: Facts = main.b
    order = _CATEGORIES.index(main.category), _TIERS.index(main.tier)
    return *order, _far(main), facts.name, facts.id
