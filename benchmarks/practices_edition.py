"""The links of a whole edition: how long, how often each practice comes first, and why.

    python -m benchmarks practices_edition

Distinct cases are distinct profiles with what their territory tells: what the build computes once.
The baseline links every organisation by itself, on a sample, and is scaled to the whole.
"""

import time
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.known import KNOWLEDGE
from benchmarks.practices_ranking import read_cases
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.reasons import GENERAL
from territorial_map.domain.practices.terms import PracticeCriterion, Role
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.linking import Case, cases_of, link_directory

FIRST = 5
EXPLAINED = 8
SAMPLE = 500
WHOLE_SECONDS = 20
PROFILE_MS = 5


def run(editions: Path) -> None:
    """Time the linking of the current edition, then count and explain what comes first."""
    library = KNOWLEDGE.practices
    edition = Directory(editions, KNOWLEDGE).current()
    organisations = tuple(edition.organisations(Selection.of({})))
    start = time.perf_counter()
    linked = link_directory(organisations, library)
    whole = time.perf_counter() - start
    assert [one.practices for one in linked] == [one.practices for one in organisations]
    by_key: dict[tuple[PracticeProfile, frozenset[PracticeCriterion]], Case] = {}
    for _, case in cases_of(organisations, library):
        by_key.setdefault(case.key, case)
    cases = list(by_key.values())
    print(f"edition {edition.edition.id}: {len(organisations)} organisations")
    print(f"distinct profiles {len({key[0] for key in by_key})}, with territory {len(cases)}")
    _say_times(whole, cases, library, len(organisations))
    rankings = [links_for_profile(case.profile, library, case.surroundings) for case in cases]
    _say_frequencies(rankings, library)


def _say_times(whole: float, cases: list[Case], library: PracticeLibrary, n: int) -> None:
    met = "met" if whole <= WHOLE_SECONDS else "MISSED"
    print(f"whole edition {whole:.1f} s (target {WHOLE_SECONDS} s: {met})")
    spent = []
    for case in cases[:: max(1, len(cases) // SAMPLE)]:
        start = time.perf_counter()
        links_for_profile(case.profile, library, case.surroundings)
        spent.append((time.perf_counter() - start) * 1000)
    median, p95 = np.percentile(spent, [50, 95])
    met = "met" if median <= PROFILE_MS else "MISSED"
    print(f"one profile: median {median:.2f} ms, p95 {p95:.2f} ms (target {PROFILE_MS} ms: {met})")
    each = float(np.mean(spent)) * n / 1000
    print(f"each organisation by itself would take {each:.1f} s: ×{each / whole:.1f}")


def _say_frequencies(rankings: list[tuple[PracticeLink, ...]], library: PracticeLibrary) -> None:
    first = Counter(link.practice_id for links in rankings for link in links[:FIRST])
    adopted = Counter(
        link.practice_id
        for links in rankings
        for link in links[:FIRST]
        if link.role is Role.COULD_ADOPT
    )
    n = len(rankings)
    print(f"in the first {FIRST} of {n} distinct cases (of which as could_adopt):")
    for practice in library.catalogue.practices:
        count = first[practice.id]
        share = f"{count:5} {count / n:6.1%} ({adopted[practice.id]:4}) {practice.title}"
        print(f"  {practice.id} {share}")
    never = [each.id for each in library.catalogue.practices if each.id not in first]
    labelled = _first_of_labelled(library)
    print(f"never here: {', '.join(never) or 'none'}")
    print(f"  of which first for a labelled profile: {', '.join(sorted(labelled & set(never)))}")
    print("what opens the most frequent, and in which role:")
    for practice_id, count in first.most_common(EXPLAINED):
        _explain(practice_id, count, rankings)


def _explain(practice_id: str, count: int, rankings: list[tuple[PracticeLink, ...]]) -> None:
    links = [x for links in rankings for x in links[:FIRST] if x.practice_id == practice_id]
    roles = Counter(link.role.value for link in links)
    opening = Counter(link.reasons[0].sentence.fr.partition("\u00a0:")[0] for link in links)
    speaking = Counter(
        reason.criterion
        for link in links
        for reason in link.reasons
        if reason.value is not None and reason.value > 0.5 and reason.criterion != GENERAL
    )
    print(f"  {practice_id}, {count}: {_counted(roles, 4)}")
    told = {
        PracticeCriterion(c).label if c in PracticeCriterion.codes() else c: n
        for c, n in speaking.items()
    }
    print(f"      speaks for it: {_counted(Counter(told), 4)}")
    for sentence, times in opening.most_common(3):
        print(f"      {times:4} × {sentence[:110]}")


def _counted(counts: Counter[str], most: int) -> str:
    return ", ".join(f"{name} {n}" for name, n in counts.most_common(most))


def _first_of_labelled(library: PracticeLibrary) -> set[str]:
    cases = [*read_cases(holdout=False), *read_cases(holdout=True)]
    return {
        link.practice_id
        for case in cases
        for link in links_for_profile(case.profile, library)[:FIRST]
    }
