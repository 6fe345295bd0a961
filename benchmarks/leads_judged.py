"""The grades of first fives on organisations that nothing was fitted on.

Read from ``tests/labels/PARTNER_PAIRS.md``: today's first five, what is only to be asked left out
(it is folded), beside the five nearest, five of the same trade and five at random of the same
circle. Differences are by organisation, those without a lead to show left out and counted.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sklearn.metrics import cohen_kappa_score

from benchmarks.leads_fit import measured_pairs, pairwise_order, worths_in_use
from benchmarks.partner_labels import TWO_JUDGES, GradedPair, pairs_of, read_by
from benchmarks.pooling_ranking import interval
from benchmarks.proportions import wilson
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.services.explore.open_edition import OpenEdition

Grades = dict[str, list[float]]
_OURS, _BASELINES = "first five", ("nearest", "same", "random")


def report_judged(
    edition: OpenEdition, first: dict[str, Sequence[Lead]], pairs: tuple[GradedPair, ...]
) -> None:
    """Print what ``first`` (the first leads of each judged organisation) was graded, by reader."""
    readers = read_by(pairs)
    for number, graded in enumerate(readers, 1):
        print(f"reader {number} of {len(readers)}")
        _report_reader(edition, first, graded)
    if len(readers) > 1:
        _print_agreement("these pairs", pairs)


def report_strong(first: dict[str, Sequence[Lead]], pairs: tuple[GradedPair, ...]) -> None:
    """Print what the strong leads of ``first`` among drawn pairs were graded, by reader."""
    for number, graded in enumerate(read_by(pairs), 1):
        by_pair = {(p.organisation, p.partner): p for p in graded}
        print(f"reader {number}")
        _print_words(first, by_pair, (Tier.STRONG,))
    senseless = [p for p in pairs if "first" in p.methods and max(p.grades) == 0]
    strong = {
        (i, lead.main.b.id)
        for i, leads in first.items()
        for lead in leads
        if lead.main.tier is Tier.STRONG
    }
    both = sum((p.organisation, p.partner) in strong for p in senseless)
    print(f"  senseless to both: {len(senseless)} when drawn, {both} of them strong today")


def report_first_agreement() -> None:
    """Print how two judges agreed on the first twenty organisations."""
    _print_agreement("pairs of the tuning part", [pair for _, pair in pairs_of(TWO_JUDGES)])


def _report_reader(
    edition: OpenEdition, first: dict[str, Sequence[Lead]], pairs: tuple[GradedPair, ...]
) -> None:
    by_pair = {(p.organisation, p.partner): p for p in pairs}
    strata = {p.organisation: p.stratum for p in pairs}
    shown = {
        i: [lead for lead in leads if lead.main.tier is not Tier.INSUFFICIENT]
        for i, leads in first.items()
    }
    found: dict[str, Grades] = {_OURS: defaultdict(list)}
    unjudged = 0
    for organisation, leads in shown.items():
        for lead in leads:
            pair = by_pair.get((organisation, lead.main.b.id))
            unjudged += pair is None
            if pair is not None:
                found[_OURS][organisation].append(pair.mean)
    found |= {name: _of_method(pairs, name) for name in _BASELINES}
    empty = sum(not leads for leads in shown.values())
    print(f"{len(shown)} judged organisations, {empty} with nothing to show, {unjudged} not judged")
    _print_methods(found, strata)
    _print_words(shown, by_pair)
    measured = list(measured_pairs(edition, pairs))
    print(
        "  order of pairs {:.3f} of {}".format(*pairwise_order(measured, worths_in_use(measured)))
    )


def _of_method(pairs: tuple[GradedPair, ...], method: str) -> Grades:
    grades: Grades = defaultdict(list)
    for pair in pairs:
        if method in pair.methods:
            grades[pair.organisation].append(pair.mean)
    return grades


def _print_methods(found: dict[str, Grades], strata: dict[str, str]) -> None:
    for name, grades in found.items():
        values = [grade for several in grades.values() for grade in several]
        clusters = [i for i, several in grades.items() for _ in several]
        told = "{:.2f} [{:.2f}, {:.2f}]".format(*interval(values, clusters))
        print(f"  {name:12} {told}  no sense {values.count(0) / len(values):.3f} of {len(values)}")
    for name in _BASELINES:
        _print_difference(name, found, strata, "all")
    for stratum in sorted(set(strata.values())):
        _print_difference("nearest", found, strata, stratum)


def _print_difference(
    name: str, found: dict[str, Grades], strata: dict[str, str], stratum: str
) -> None:
    ours, theirs = found[_OURS], found[name]
    both = [i for i in ours if theirs.get(i) and stratum in {"all", strata[i]}]
    apart = [sum(ours[i]) / len(ours[i]) - sum(theirs[i]) / len(theirs[i]) for i in both]
    if apart:
        told = "{:+.2f} [{:+.2f}, {:+.2f}]".format(*interval(apart, both))
        print(f"  {_OURS} - {name:8} {stratum:8} {told}  {len(both)} organisations")


def _print_words(
    shown: Mapping[str, Sequence[Lead]],
    by_pair: dict[tuple[str, str], GradedPair],
    tiers: Sequence[Tier] = (Tier.STRONG, Tier.EXPLORE),
) -> None:
    for tier in tiers:
        grades = [
            pair.mean
            for organisation, leads in shown.items()
            for lead in leads
            if lead.main.tier is tier
            and (pair := by_pair.get((organisation, lead.main.b.id))) is not None
        ]
        for grade in (2, 1, 0):
            share = wilson(grades.count(grade), len(grades))
            told = "{:.3f} [{:.3f}, {:.3f}]".format(*share)
            print(f"  {tier:10} graded {grade}: {told} of {len(grades)}")


def _print_agreement(which: str, pairs: Sequence[GradedPair]) -> None:
    twice = [pair.grades for pair in pairs if len(pair.grades) > 1]
    one, other = zip(*twice, strict=True)
    kappa = cohen_kappa_score(one, other, weights="quadratic")
    print(f"  two readers, quadratic kappa {kappa:.2f} on {len(twice)} {which}")
