"""What the first advice of 300 organisations holds: how many practices, how many distinct sets.

Part of ``python -m benchmarks practices_ranking``. The organisations are spread evenly over those
of the current edition, in the order of their ids, and read as their page reads them. Nothing is
raised for variety: the figures tell what the sources know of organisations, not a target.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from territorial_map.domain.errors import EditionError
from territorial_map.domain.practices.first_advice import FirstAdvice, rests_on_a_fact
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.practices.concerned_practices import practices_of

ORGANISATIONS = 300
TOLD = 8


def say_first_advice(editions: Path) -> None:
    """Print the variety of first advice in the current edition; say so when there is none."""
    try:
        edition = Directory(editions, KNOWLEDGE).current()
    except EditionError:
        print(f"no edition in {editions}: first advice of organisations not counted")
        return
    ids = sorted(one.id for one in edition.organisations(Selection.of({})))
    library = KNOWLEDGE.practices
    drawn = spread(ids, ORGANISATIONS)
    print(f"edition {edition.edition.id}: first advice of {len(drawn)} of {len(ids)} organisations")
    _say([practices_of(edition, library, each).advice for each in drawn], library)


def spread(ids: Sequence[str], most: int) -> list[str]:
    """At most so many ids, evenly spread.

    >>> spread("abcdef", 3)
    ['a', 'c', 'e']
    """
    n = min(most, len(ids))
    return [ids[len(ids) * each // n] for each in range(n)]


def _say(told: list[FirstAdvice], library: PracticeLibrary) -> None:
    first = Counter(link.practice_id for each in told for link in each.advised)
    sets = Counter(frozenset(link.practice_id for link in each.advised) for each in told)
    sizes = Counter(len(each.advised) for each in told)
    general = sum(not rests_on_a_fact(link) for each in told for link in each.advised)
    headings = len(library.catalogue.practices) + len(library.catalogue.resources)
    print(f"{len(first)} of {headings} headings are in a first five; {len(sets)} distinct sets")
    top = sum(n for _, n in sets.most_common(5)) / len(told)
    print(f"the five commonest sets serve {top:.0%}; {general} general practices in first fives")
    print("practices advised first, organisations:", _counts(sorted(sizes.items())))
    print("most frequent first:", _counts(first.most_common(TOLD)))
    shares = Counter(each.advised[0].practice_id for each in told if each.advised)
    print("most frequent at the very first place:", _counts(shares.most_common(TOLD)))


def _counts(counted: list[tuple[str, int]] | list[tuple[int, int]]) -> str:
    return ", ".join(f"{name}: {n}" for name, n in counted)
