"""The best partners around an organisation, found without looking at every pair.

The nearest sites are ranked first; what they reach in each category says which profiles, and how
far, could still do better, and only those sites are read then.
"""

from collections.abc import Iterable

import numpy as np
from sqlalchemy import Connection

from territorial_map.domain.pooling.partnership import Partnership, score_pair
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.partnerships.facts_rows import facts_of_rows
from territorial_map.services.partnerships.partner_search import Looking, NearbySites
from territorial_map.services.partnerships.ranking import SLACK_KM, Bests, Ranking


def best_partners(connection: Connection, looking: Looking) -> list[Partnership]:
    """The best ``limit`` legal persons of each category, those below the listed score left out.

    Sorted by category, then by falling score; the nearest site stands for each person.
    """
    centre = looking.centre
    bests = _bests(connection, looking)
    named = sorted({position for best in bests.values() for position in best.positions})
    ids = dict(zip(named, looking.index.sites.ids_at(named), strict=True))
    rows = connection.execute(partners.facts_of_ids(list(ids.values())))
    facts = {f.id: f for f in facts_of_rows(rows, looking.index)}
    scored = [
        score_pair(centre, facts[ids[position]], category, looking.rulebook)
        for category, best in bests.items()
        for position in best.positions
    ]
    return [partnership for partnership in scored if partnership is not None]


def count_partners(connection: Connection, looking: Looking) -> int:
    """How many legal persons would be listed if ``limit`` were not there."""
    centre = looking.centre
    if centre.point is None or centre.profile.ended:
        return 0
    listed = looking.rulebook.thresholds.listed
    farthest = _widest(
        found for c in looking.categories for found in Ranking(looking, c).farthest(0.0, listed)
    )
    if not farthest:
        return 0
    sites = NearbySites(connection, looking, centre.point).of_profiles(farthest)
    far = np.zeros(max(farthest) + 1)
    far[list(farthest)] = list(farthest.values())
    return len(np.unique(sites.persons[sites.km <= far[sites.profiles]]))


def _bests(connection: Connection, looking: Looking) -> dict[PoolingCategory, Bests]:
    centre = looking.centre
    if centre.point is None or centre.profile.ended:
        return {}
    surroundings = NearbySites(connection, looking, centre.point)
    near = surroundings.nearest(looking.nearest)
    rankings = {category: Ranking(looking, category) for category in looking.categories}
    bests = {category: ranking.bests(near) for category, ranking in rankings.items()}
    beyond = {
        category: dict(ranking.farthest(near.whole_km, bests[category].threshold))
        for category, ranking in rankings.items()
    }
    farthest = _widest(found for named in beyond.values() for found in named.items())
    if farthest:
        every = near.and_also(surroundings.of_profiles(_a_little_more(farthest), near.floor))
        bests |= {c: rankings[c].bests(every) for c, named in beyond.items() if named}
    return bests


def _widest(found: Iterable[tuple[int, float]]) -> dict[int, float]:
    """Per profile, the distance beyond which no category's score is reached."""
    farthest: dict[int, float] = {}
    for number, far in found:
        farthest[number] = max(farthest.get(number, 0.0), far)
    return farthest


def _a_little_more(farthest: dict[int, float]) -> dict[int, float]:
    """Lets in what rounding would leave out, where scores are computed again after."""
    return {number: far + SLACK_KM for number, far in farthest.items()}
