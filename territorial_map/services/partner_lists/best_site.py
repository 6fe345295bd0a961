"""The site of a legal person that stands for it in a list: the one of its best lead.

It is chosen among all sites that are kept, by an order that reads one site at a time: what a filter
leaves out never changes which of two others comes first.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.lead_order import far, standing
from territorial_map.domain.pooling.partnership import Partnership, score_pair
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.partnerships.facts_rows import facts_of_rows
from territorial_map.services.partnerships.partner_search import Looking


def of_best_site(several: Sequence[Partnership]) -> list[Partnership]:
    """Of what a person could do from several sites, what the site of the best could."""
    best = min(several, key=lambda p: (*standing(p)[:4], far(p), p.b.id))
    return [p for p in several if p.b.id == best.b.id]


def other_sites(
    connection: Connection, looking: Looking, sites: Sequence[Facts]
) -> dict[str, list[Facts]]:
    """The other sites of the persons of some sites that are kept, by person."""
    point = looking.centre.point
    if point is None or not sites:
        return {}
    circle = partners.Circle(point, looking.widest_km, looking.among, looking.phone)
    rows = connection.execute(
        partners.other_sites(circle, {site.id: site.person_key for site in sites})
    )
    found: dict[str, list[Facts]] = defaultdict(list)
    for facts in facts_of_rows(rows, looking.index):
        if looking.trade is None or bool(facts.profile.sectors) is looking.trade:
            found[facts.person_key].append(facts)
    return found


def listed_with(
    site: Facts, looking: Looking, known: Collection[PoolingCategory] = ()
) -> list[Partnership]:
    """What the centre and a site could do, near enough and worth listing; ``known`` left out."""
    scored = (
        score_pair(looking.centre, site, category, looking.rulebook)
        for category in looking.categories
        if category not in known
    )
    return [p for p in scored if p is not None and _is_listed(p, looking)]


def _is_listed(found: Partnership, looking: Looking) -> bool:
    enough = (found.score or 0.0) >= looking.rulebook.thresholds.listed
    return enough and far(found) <= looking.reach_km(found.category)
