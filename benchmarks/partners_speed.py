"""Partners of one organisation: the default edition, then 200,000 synthetic neighbours in reach.

Beside ours, in the same run: a pass over every pair in Python with the domain's own function, and
a scikit-learn ``BallTree`` (haversine) whose neighbours are scored with the same weights by numpy.
All must give the same best scores. The synthetic edition copies the profiles of the default one,
each record renamed « synthétique » and moved at random within 100 km of Romans-sur-Isère.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.neighbors import BallTree

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import Times, ratio, timed
from territorial_map.domain.edition import EditionReport
from territorial_map.domain.geo import EARTH_RADIUS_KM, Point, window_around
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import score_pair
from territorial_map.domain.pooling.weighing import weigh
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located, PoolingCategory
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.facts_rows import facts_of_record
from territorial_map.services.partnerships.partners import partners_of, strongest_in
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition

NEIGHBOURS = 200_000
RADIUS_KM = 100.0
LIMIT = 10
ROMANS = Point(5.05, 45.04)
CATEGORIES = (PoolingCategory.INSERTION_PATHWAYS, PoolingCategory.LOCAL_SUPPLY)
RULES = KNOWLEDGE.pooling


@dataclass(frozen=True, slots=True)
class Everyone:
    """Every located organisation as facts, with the arrays that a BallTree pass needs."""

    facts: list[Facts]
    tree: BallTree
    persons: np.ndarray[tuple[int], np.dtype[np.int64]]
    profiles: np.ndarray[tuple[int], np.dtype[np.int64]]
    numbers: list[Facts]


def everyone_of(edition: OpenEdition) -> Everyone:
    """Load an edition for the two baselines; not timed."""
    index = profile_index(edition, RULES)
    loaded = (facts_of_record(one, index) for one in edition.organisations(Selection.of({})))
    facts = [one for one in loaded if one.point is not None]
    radians = np.radians([[f.point.lat, f.point.lon] for f in facts if f.point])
    firsts = {f.profile: f for f in reversed(facts)}
    rank = {profile: n for n, profile in enumerate(firsts)}
    keys = {key: n for n, key in enumerate({f.person_key for f in facts})}
    return Everyone(
        facts,
        BallTree(radians, metric="haversine"),
        np.array([keys[f.person_key] for f in facts]),
        np.array([rank[f.profile] for f in facts]),
        list(firsts.values()),
    )


def by_every_pair(everyone: Everyone, centre: Facts, category: PoolingCategory) -> list[float]:
    """The best scores by scoring every pair in Python."""
    best: dict[str, float] = {}
    for other in everyone.facts:
        found = score_pair(centre, other, category, RULES)
        if found is None or found.score is None or found.score < RULES.thresholds.listed:
            continue
        if (found.nearness.distance_km or 0.0) <= RADIUS_KM:
            best[other.person_key] = max(best.get(other.person_key, 0.0), found.score)
    return sorted(best.values(), reverse=True)[:LIMIT]


def by_ball_tree(everyone: Everyone, centre: Facts, category: PoolingCategory) -> list[float]:
    """The best scores by neighbours of a BallTree, scored by numpy with the same weights."""
    if centre.point is None:
        return []
    where = np.radians([[centre.point.lat, centre.point.lon]])
    (at,), (apart,) = everyone.tree.query_radius(
        where, RADIUS_KM / EARTH_RADIUS_KM, return_distance=True
    )
    frame = RULES.frame(category)
    weights = np.array(
        [weigh(centre.profile, f.profile, category, RULES).weight or 0.0 for f in everyone.numbers]
    )
    nearby = 0.5 ** (apart * EARTH_RADIUS_KM / frame.scale_km)
    scores = weights[everyone.profiles[at]] * nearby**frame.weights.proximity
    best: dict[int, float] = {}
    for n in np.argsort(-scores):
        if len(best) == LIMIT or scores[n] < RULES.thresholds.listed:
            break
        other = everyone.facts[at[n]]
        if score_pair(centre, other, category, RULES) is not None:
            best.setdefault(int(everyone.persons[at[n]]), float(scores[n]))
    return list(best.values())


def by_ours(edition: OpenEdition, centre: Facts, category: PoolingCategory) -> list[float]:
    """The best scores as the product finds them."""
    found = partners_of(edition, centre.id, (category,), RADIUS_KM, LIMIT).found
    return sorted((partnership.score or 0.0 for partnership in found), reverse=True)


def list_by_every_pair(everyone: Everyone, centre: Facts) -> int:
    """How many legal persons a partner list counts, by scoring every pair in Python."""
    persons: set[str] = set()
    for category in CATEGORIES:
        for other in everyone.facts:
            found = score_pair(centre, other, category, RULES)
            if found is None or found.score is None or found.score < RULES.thresholds.listed:
                continue
            if (found.nearness.distance_km or 0.0) <= RADIUS_KM:
                persons.add(other.person_key)
    return len(persons)


def list_by_ours(edition: OpenEdition, centre: Facts) -> int:
    """The same count as a partner list says it, its 50 first lines found with it."""
    asked = PartnersAsked(organisation=centre.id, radius_km=RADIUS_KM, pooling=CATEGORIES)
    return find_leads(edition, asked).total


def synthetic_neighbours(edition: OpenEdition) -> Iterator[Organisation]:
    """200,000 synthetic organisations with the default edition's profiles, sorted by id."""
    draw = random.Random(1)
    models = list(edition.organisations(Selection.of({})))
    window = window_around(ROMANS, 0.7 * RADIUS_KM)
    for n in range(NEIGHBOURS):
        model = models[n % len(models)]
        identity = f"synthetic:{n:06}"
        point = Point(
            draw.uniform(window.west, window.east), draw.uniform(window.south, window.north)
        )
        place = replace(
            model.place, located=Located.ADDRESS, commune_code="26281", point=point, flags=()
        )
        yield replace(
            model,
            id=identity,
            name=f"Organisation synthétique {n}",
            sources=(replace(model.sources[0], id=identity),),
            place=place,
            siren=None,
            siret=None,
            manager_id=None,
            memberships=(),
            perhaps_same=(),
        )


def compare(title: str, edition: OpenEdition, n_centres: int) -> None:
    """Time the three ways on the same centres, assert equal answers, print."""
    everyone = everyone_of(edition)
    draw = random.Random(2)
    centres = draw.sample(everyone.facts, 40)
    print(f"\n{title}: {len(everyone.facts):,} located organisations")
    for centre in centres[:n_centres]:
        for category in CATEGORIES:
            ours = by_ours(edition, centre, category)
            for other in (by_every_pair, by_ball_tree):
                assert np.allclose(ours, other(everyone, centre, category), atol=1e-9)
        assert list_by_ours(edition, centre) == list_by_every_pair(everyone, centre)
    one = timed(lambda i: by_ours(edition, centres[i], CATEGORIES[0]), n=40)
    tree = timed(lambda i: by_ball_tree(everyone, centres[i], CATEGORIES[0]), n=10, warm=1)
    pairs = timed(lambda i: by_every_pair(everyone, centres[i], CATEGORIES[0]), n=n_centres, warm=0)
    every = timed(lambda i: partners_of(edition, centres[i].id), n=40)
    _line("ours, one category", one)
    _line("BallTree + numpy", tree, one)
    _line("every pair in Python", pairs, one)
    _line("ours, the 24 categories, reasons apart", every)
    listed = timed(lambda i: list_by_ours(edition, centres[i]), n=20)
    passes = timed(lambda i: list_by_every_pair(everyone, centres[i]), n=n_centres, warm=0)
    _line("partner list, two categories, 50 of N", listed)
    _line("the same N by every pair in Python", passes, listed)
    around = [PartnersAsked(point=f.point, radius_km=30) for f in centres if f.point]
    places = timed(lambda i: find_leads(edition, around[i]), n=20)
    _line("partner list of a place, 24 categories", places)


def _line(name: str, times: Times, ours: Times | None = None) -> None:
    beside = f"   {ratio(times, ours)} of ours" if ours else ""
    print(f"  {name:42} {times}{beside}")


def strongest(edition: OpenEdition) -> None:
    """Time the strongest partnerships of a département and of an EPCI."""
    codes = [value.value for value in edition.facets(Selection.of({}))[1]["department"]]
    epcis = [value.value for value in edition.facets(Selection.of({}))[1]["epci"]]
    for level, chosen in (("department", codes[:40]), ("epci", epcis[:40])):
        times = _strongest_of(edition, [Selection.of({level: [code]}) for code in chosen])
        _line(f"strongest of a territory, {level}", times)


def _strongest_of(edition: OpenEdition, territories: Sequence[Selection]) -> Times:
    return timed(lambda i: strongest_in(edition, territories[i]), n=len(territories), warm=0)


def run(editions: Path) -> None:
    """Measure on the default edition, then on the synthetic one."""
    default = Directory(editions, KNOWLEDGE).current()
    compare("Default edition", default, n_centres=5)
    strongest(default)
    with tempfile.TemporaryDirectory() as folder:
        written = write_edition(
            synthetic_neighbours(default),
            (),
            EditionReport(()),
            Path(folder),
            built_on="2026-01-01",
        )
        file = EditionFile(Path(folder), written.id)
        compare("Synthetic neighbours", OpenEdition(file, KNOWLEDGE), n_centres=2)
        file.close()


if __name__ == "__main__":
    from territorial_map.settings import settings

    run(settings().editions)
