"""Partners of an organisation, strongest partnerships of a selection, groups around a body."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.groups import Pair, PoolingGroup, groups_around
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.ties import Tie, TieStrength, ties_between
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import radius_asked
from territorial_map.services.partnerships.best_partners import best_partners
from territorial_map.services.partnerships.facts_rows import facts_of_record, facts_of_rows
from territorial_map.services.partnerships.partner_search import Looking
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.partnerships.said import with_words
from territorial_map.services.partnerships.same_group import group_of
from territorial_map.services.partnerships.strongest_pairs import strongest_pairs

DEFAULT_LIMIT = 10
MOST_PARTNERS = 100
MOST_STRONGEST = 150
MOST_SITES = 3_000
_MOST_EXISTING = 200
_GROUP_CANDIDATES = 60
_GROUP_SEEDS = 12
_TIERS = tuple(Tier)
_SURE = TieStrength.KNOWN


@dataclass(frozen=True, slots=True)
class Existing:
    """Someone the organisation already cooperates with, and how."""

    facts: Facts
    ties: tuple[Tie, ...]

    @property
    def is_sure(self) -> bool:
        """False when the only cooperation is that they are probably of one group."""
        return any(t.kind.is_cooperation and t.kind.strength is _SURE for t in self.ties)

    def distance_from(self, centre: Facts) -> float | None:
        """Kilometres as the crow flies; ``None`` when one of the two has no position."""
        here, there = centre.point, self.facts.point
        return None if here is None or there is None else distance_km(here, there)


@dataclass(frozen=True, slots=True)
class Partners:
    """``found`` by category, then by word, then by distance; ``existing`` is never in ``found``.

    ``centre.point`` ``None`` explains an empty ``found``: nothing says where the organisation is.
    """

    centre: Facts
    found: tuple[Partnership, ...]
    existing: tuple[Existing, ...]


@dataclass(frozen=True, slots=True)
class Strongest:
    """The strongest partnerships of a selection; ``sites`` of ``total_sites`` were compared."""

    found: tuple[Partnership, ...]
    sites: int
    total_sites: int


def partners_of(
    edition: OpenEdition,
    any_id: str,
    pooling: Sequence[PoolingCategory] = (),
    radius_km: float | None = None,
    limit: int = DEFAULT_LIMIT,
    said: Collection[Said] = (),
) -> Partners:
    """The best partners of an organisation, ``limit`` per category (all categories by default).

    Of what is ``said``, only the words on groups are read here.

    Raises:
        NotFound: no organisation answers to the id.
        BadParameter: the limit or the radius is out of bounds.
    """
    _refuse_beyond(limit, radius_km)
    own_id = edition.organisation(any_id).id
    words = frozenset(said)
    return edition.ask(_partners_of, own_id, _categories(pooling), radius_km, limit, words)


def _partners_of(
    edition: OpenEdition,
    own_id: str,
    categories: tuple[PoolingCategory, ...],
    radius_km: float | None,
    limit: int,
    said: frozenset[Said],
) -> Partners:
    looking = _looking(edition, own_id, categories, limit, radius_km)
    looking = replace(looking, centre=with_words([looking.centre], said, looking.index)[0])
    with edition.file.connect() as connection:
        found = best_partners(connection, looking)
    existing = cooperating_with(edition, looking)
    return Partners(looking.centre, tuple(sorted(found, key=_shown)), existing)


def cooperating_with(edition: OpenEdition, looking: Looking) -> tuple[Existing, ...]:
    """Whom the centre already cooperates with, each with what the sources show."""
    with edition.file.connect() as connection:
        tied = _cooperating(connection, looking)
    return tuple(Existing(other, ties_between(looking.centre, other)) for other in tied)


def strongest_in(
    edition: OpenEdition,
    selection: Selection,
    pooling: Sequence[PoolingCategory] = (),
    limit: int = MOST_STRONGEST,
    said: Collection[Said] = (),
) -> Strongest:
    """The strongest partnerships between legal persons of a selection (an EPCI, a département).

    At most ``MOST_SITES`` located sites are compared; ``total_sites`` says how many there are.
    """
    wanted, resolved = _categories(pooling), edition.resolve(selection)
    return edition.ask(_strongest_in, resolved, wanted, limit, frozenset(said))


def _strongest_in(
    edition: OpenEdition,
    resolved: Selection,
    categories: tuple[PoolingCategory, ...],
    limit: int,
    said: frozenset[Said],
) -> Strongest:
    rules = edition.knowledge.pooling
    total, unlocated = edition.totals(resolved)
    sites = sites_of(edition, resolved, said)
    pairs = strongest_pairs(sites, categories, rules, limit)
    scored = (score_pair(a, b, category, rules) for a, b, category in pairs)
    found = tuple(partnership for partnership in scored if partnership is not None)
    return Strongest(found, len(sites), total - unlocated)


def groups_of(
    edition: OpenEdition,
    any_id: str,
    category: PoolingCategory,
    radius_km: float | None = None,
    refused: Collection[Pair] = (),
) -> tuple[PoolingGroup, ...]:
    """Groups of 3 to 12 legal persons around an organisation for a category.

    No group rests on a link between the two ids of a ``refused`` pair.

    Raises:
        NotFound: no organisation answers to the id.
    """
    _refuse_beyond(_GROUP_CANDIDATES, radius_km)
    own_id = edition.organisation(any_id).id
    return edition.ask(_groups_of, own_id, category, radius_km, frozenset(refused))


def _groups_of(
    edition: OpenEdition,
    own_id: str,
    category: PoolingCategory,
    radius_km: float | None,
    refused: frozenset[Pair],
) -> tuple[PoolingGroup, ...]:
    looking = _looking(edition, own_id, (category,), _GROUP_CANDIDATES, radius_km)
    with edition.file.connect() as connection:
        found = best_partners(connection, looking)
    candidates = [partnership.b for partnership in found]
    return groups_around(looking.centre, candidates, category, looking.rulebook, refused=refused)


def groups_in(
    edition: OpenEdition,
    selection: Selection,
    category: PoolingCategory,
    refused: Collection[Pair] = (),
    most: int = 3,
) -> tuple[PoolingGroup, ...]:
    """Groups of 3 to 12 legal persons of a selection for a category, no one in two of them.

    Each is looked for around the strongest pairs that no earlier group holds, among at most
    ``MOST_SITES`` located sites.
    """
    return edition.ask(_groups_in, edition.resolve(selection), category, frozenset(refused), most)


def _groups_in(
    edition: OpenEdition,
    resolved: Selection,
    category: PoolingCategory,
    refused: frozenset[Pair],
    most: int,
) -> tuple[PoolingGroup, ...]:
    rules = edition.knowledge.pooling
    sites = sites_of(edition, resolved)
    pairs = strongest_pairs(sites, (category,), rules, MOST_STRONGEST)
    found: list[PoolingGroup] = []
    taken: set[str] = set()
    tried: set[str] = set()
    for seed, _, _ in pairs:
        if len(found) == most or len(tried) == _GROUP_SEEDS:
            break
        if seed.person_key in taken | tried:
            continue
        tried.add(seed.person_key)
        free = [site for site in sites if site.person_key not in taken]
        for group in groups_around(seed, free, category, rules, most=1, refused=refused):
            found.append(group)
            taken.update(member.person_key for member in group.members)
    return tuple(found)


def facts_of_id(edition: OpenEdition, any_id: str) -> Facts:
    """What scoring reads of the organisation that answers to an id.

    Raises:
        NotFound: no organisation answers to the id.
    """
    return facts_of_record(
        edition.organisation(any_id), profile_index(edition, edition.knowledge.pooling)
    )


def tied_persons(edition: OpenEdition, any_id: str) -> tuple[str, ...]:
    """The keys of the legal persons that an organisation is together with, or probably.

    Raises:
        NotFound: no organisation answers to the id.
    """
    looking = _looking(edition, any_id, (), DEFAULT_LIMIT, None)
    with edition.file.connect() as connection:
        tied = _cooperating(connection, looking)
    return tuple(dict.fromkeys(facts.person_key for facts in tied))


def sites_of(edition: OpenEdition, resolved: Selection, said: Collection[Said] = ()) -> list[Facts]:
    """The located sites of a resolved selection, ``MOST_SITES`` at most, by id."""
    index = profile_index(edition, edition.knowledge.pooling)
    with edition.file.connect() as connection:
        rows = connection.execute(partners.facts_of_selection(resolved, MOST_SITES))
        return with_words(facts_of_rows(rows, index), said, index)


def _cooperating(connection: Connection, looking: Looking) -> list[Facts]:
    group = _one_of_each(group_of(connection, looking.centre, looking.index), looking.centre)
    if looking.centre.manager_id is None and not looking.centre.ptce_ids:
        return group
    rows = connection.execute(partners.cooperating(looking.tied, _MOST_EXISTING))
    sure = facts_of_rows(rows, looking.index)
    known = {facts.id for facts in sure}
    return [*sure, *(facts for facts in group if facts.id not in known)]


def _one_of_each(group: Iterable[Facts], centre: Facts) -> list[Facts]:
    """Of a person that is only said to be of the group, one site; every site that signs tell."""
    found: list[Facts] = []
    persons: set[str] = set()
    for facts in group:
        if facts.person_key in persons and facts.id in centre.said_same:
            continue
        persons.add(facts.person_key)
        found.append(facts)
    return found


def _looking(
    edition: OpenEdition,
    any_id: str,
    pooling: Sequence[PoolingCategory],
    limit: int,
    radius_km: float | None,
) -> Looking:
    rules = edition.knowledge.pooling
    centre = facts_of_id(edition, any_id)
    index = profile_index(edition, rules)
    return Looking(centre, _categories(pooling), rules, index, limit, radius_km)


def _refuse_beyond(limit: int, radius_km: float | None) -> None:
    if not 1 <= limit <= MOST_PARTNERS:
        raise BadParameter("limit", str(limit), f"un entier de 1 à {MOST_PARTNERS} est attendu.")
    if radius_km is not None:
        radius_asked(radius_km)


def _categories(pooling: Sequence[PoolingCategory]) -> tuple[PoolingCategory, ...]:
    return tuple(dict.fromkeys(pooling)) or tuple(PoolingCategory)


def _shown(partnership: Partnership) -> tuple[int, int, float, str]:
    order = tuple(PoolingCategory).index(partnership.category)
    distance = partnership.nearness.distance_km
    far = float("inf") if distance is None else distance
    return order, _TIERS.index(partnership.tier), far, partnership.b.id
