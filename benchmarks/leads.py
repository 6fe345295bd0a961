"""What the first five leads of an organisation are worth, and what their words claim.

    python -m benchmarks leads

Two readings of the same list (``territorial-map export partners``, 40 km, five legal persons):
on 300 organisations drawn with a fixed seed, which words stand on the first fives, what is known
behind them, and which are of one group; and on the pairs judged blind
(``tests/labels/PARTNER_PAIRS.md``), the mean grade of the first fives against the five nearest.
A pair that nobody judged is told apart, never counted. Intervals are bootstraps by organisation.
"""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from benchmarks.leads_judged import report_first_agreement, report_judged, report_strong
from benchmarks.partner_labels import GradedPair, Part, graded_pairs
from benchmarks.pooling_ranking import interval
from benchmarks.proportions import wilson
from territorial_map.domain.errors import NotFound
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.partner_search import Looking, NearbySites
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.services.partnerships.profiles import profile_index

LABELS = Path(__file__).parents[1] / "tests" / "labels" / "partner_pairs_judged.csv"
DRAWN = 300
FIRST = 5
RADIUS_KM = 40.0
SEED = 17
MANY = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """The grades of one organisation's pairs, by partner: the first judge's, the second's."""

    stratum: str
    grades: dict[str, tuple[int, int | None]]


def judged_pairs() -> dict[str, Judged]:
    """The judged organisations, in the file's order."""
    found: dict[str, Judged] = {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            judged = found.setdefault(row["organisation"], Judged(row["stratum"], {}))
            second = int(row["second_grade"]) if row["second_grade"] else None
            judged.grades[row["partner"]] = int(row["grade"]), second
    return found


def first_leads(edition: OpenEdition, any_id: str, limit: int = FIRST) -> tuple[Lead, ...]:
    """The first legal persons of the list that leaves the product."""
    asked = PartnersAsked(organisation=any_id, radius_km=RADIUS_KM, limit=limit)
    return find_leads(edition, asked).leads


def drawn_ids(edition: OpenEdition, n: int = DRAWN) -> list[str]:
    """Ids of the directory, drawn with a fixed seed."""
    with edition.file.connect() as connection:
        ids = sorted(row.id for row in connection.execute(partners.sites_of_edition()))
    return random.Random(SEED).sample(ids, min(n, len(ids)))


def nearest_ids(edition: OpenEdition, any_id: str) -> list[str]:
    """The five nearest legal persons."""
    return [one for one, _ in nearest_persons(edition, any_id, 200)[:FIRST]]


def nearest_persons(edition: OpenEdition, any_id: str, sites_read: int) -> list[tuple[str, float]]:
    """Legal persons by their nearest site among so many, and its kilometres; nearest first."""
    index = profile_index(edition, KNOWLEDGE.pooling)
    centre = facts_of_id(edition, any_id)
    if centre.point is None:
        return []
    looking = Looking(centre, tuple(PoolingCategory), KNOWLEDGE.pooling, index, FIRST, RADIUS_KM)
    with edition.file.connect() as connection:
        sites = NearbySites(connection, looking, centre.point).nearest(sites_read)
    nearest: dict[int, int] = {}
    for order in sites.km.argsort():
        nearest.setdefault(int(sites.persons[order]), int(order))
    ids = index.sites.ids_at([int(sites.positions[order]) for order in nearest.values()])
    return list(zip(ids, (float(sites.km[order]) for order in nearest.values()), strict=True))


def report_words(edition: OpenEdition) -> None:
    """The words of the first fives of drawn organisations, and strong leads in all."""
    ids = drawn_ids(edition)
    lists = {any_id: first_leads(edition, any_id, MANY) for any_id in ids}
    fives = {any_id: first_leads(edition, any_id) for any_id in ids}
    lines = [lead.main for leads in fives.values() for lead in leads]
    words = Counter(line.tier for line in lines)
    n = max(1, len(lines))
    print(f"{len(ids)} organisations drawn, {len(lines)} lines in first fives")
    for tier in Tier:
        print(
            "  {:14} {:5} {:.3f} [{:.3f}, {:.3f}]".format(
                tier, words[tier], *wilson(words[tier], n)
            )
        )
    for category, count in Counter(line.category for line in lines).most_common(6):
        print(f"  of them {category:20} {count / n:.3f}")
    strong = [sum(lead.main.tier is Tier.STRONG for lead in leads) for leads in lists.values()]
    some = sum(map(bool, strong))
    middle = sorted(strong)[len(strong) // 2] if strong else 0
    share = wilson(some, len(strong))
    print("  with a strong lead within 40 km: {:.3f} [{:.3f}, {:.3f}]".format(*share))
    print(f"  strong leads in all {sum(strong)}, median {middle} an organisation")
    print(f"  empty lists: {sum(not leads for leads in lists.values())}")


def report_grades(edition: OpenEdition) -> None:
    """The judged grades of today's first fives against the five nearest."""
    methods: dict[str, Callable[[str], Sequence[str]]] = {
        "first five": lambda i: [lead.main.b.id for lead in first_leads(edition, i)],
        "nearest": lambda i: nearest_ids(edition, i),
    }
    judged = judged_pairs()
    known = {i: j for i, j in judged.items() if _is_there(edition, i)}
    print(f"{len(known)} of {len(judged)} judged organisations are in this edition")
    fives = {name: {i: _named(edition, of(i)) for i in known} for name, of in methods.items()}
    for judge in (0, 1):
        print(f"judge {judge + 1}")
        for name, found in fives.items():
            _print_grades(name, found, known, judge)


def _named(edition: OpenEdition, ids: Sequence[str]) -> tuple[str, ...]:
    """Every id that each of the partners answers to, joined: an id of the file may be another."""
    return tuple(" ".join(source.id for source in edition.organisation(one).sources) for one in ids)


def _is_there(edition: OpenEdition, any_id: str) -> bool:
    try:
        edition.organisation(any_id)
    except NotFound:
        return False
    return True


def _print_grades(
    name: str, found: dict[str, tuple[str, ...]], judged: dict[str, Judged], judge: int
) -> None:
    grades: dict[str, list[int]] = defaultdict(list)
    unjudged = 0
    for organisation, partners_found in found.items():
        for ids in partners_found:
            told = [judged[organisation].grades.get(i) for i in ids.split(" ")]
            pair = next((one for one in told if one is not None), None)
            grade = None if pair is None else pair[judge]
            if grade is None:
                unjudged += 1
            else:
                grades[organisation].append(grade)
    _print_line(name, grades, unjudged)
    for stratum in sorted({one.stratum for one in judged.values()}):
        inside = {i: g for i, g in grades.items() if judged[i].stratum == stratum}
        _print_line(f"  {stratum}", inside, None)


def _print_line(name: str, grades: dict[str, list[int]], unjudged: int | None) -> None:
    values = [g for several in grades.values() for g in several]
    if not values:
        print(f"  {name:28} no judged pair")
        return
    clusters = [i for i, several in grades.items() for _ in several]
    told = "{:.2f} [{:.2f}, {:.2f}]".format(*interval(values, clusters))
    senseless = values.count(0) / len(values)
    beside = "" if unjudged is None else f", {unjudged} not judged"
    print(f"  {name:28} {told}  no sense {senseless:.2f}  {len(values)} judged{beside}")


def _leads_of(edition: OpenEdition, pairs: Sequence[GradedPair]) -> dict[str, Sequence[Lead]]:
    """The first leads of each graded organisation, found once."""
    graded = dict.fromkeys(pair.organisation for pair in pairs)
    return {any_id: first_leads(edition, any_id) for any_id in graded}


def run(editions: Path) -> None:
    """Print the words, then the grades: of those kept for judging, then of the first twenty."""
    edition = Directory(editions, KNOWLEDGE).current()
    report_words(edition)
    parts: tuple[Part, ...] = ("fresh", "judging")
    for part in parts:
        pairs = graded_pairs(part)
        print(f"pairs kept for judging, {part}:")
        report_judged(edition, _leads_of(edition, pairs), pairs)
    drawn: tuple[Part, ...] = ("strong", "strong-2")
    for part in drawn:
        pairs = graded_pairs(part)
        print(f"strong leads of the day they were drawn, {part}:")
        report_strong(_leads_of(edition, pairs), pairs)
    report_first_agreement()
    print("the first twenty organisations, which the weights have read:")
    report_grades(edition)


if __name__ == "__main__":
    from territorial_map.settings import settings

    run(settings().editions)
