"""What an organisation keeps of its practice links: those worth filtering a directory by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.practices.links import PracticeLink
from territorial_map.domain.practices.terms import PracticeCriterion, Role
from territorial_map.domain.term import Term

PRACTICE_IDS: tuple[str, ...] = tuple(f"p{number:02d}" for number in range(1, 51))
"""The guide's headings that hold a practice; p51 and p52 are resources and concern nobody."""

ADOPTED_MOST = 5
ADOPTED_FROM = 0.5
_STRONG_FROM = 0.75
_EVEN = 0.5  # a criterion at this value speaks neither way
_ID = re.compile(r"p\d\d")


class TagStrength(Term):
    """Relevance in words, which screens show before any figure."""

    STRONG = "strong", "Piste forte"
    WORTH = "worth", "À explorer"
    WEAK = "weak", "Moins adaptée"


@dataclass(frozen=True, slots=True)
class PracticeTag:
    """A practice that an organisation answers to in filters; ``relevance`` in [0, 1]."""

    practice_id: str
    role: Role
    relevance: float

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.practice_id):
            raise ValueError(f"not the id of a practice: {self.practice_id}")
        if not 0 <= self.relevance <= 1:
            raise ValueError(f"{self.practice_id}: relevance {self.relevance} outside [0, 1]")


def tags_of(links: Iterable[PracticeLink]) -> tuple[PracticeTag, ...]:
    """The links worth filtering by, in the order of the links, which is most relevant first.

    They are: whatever the organisation embodies, is a partner for or declares, imposed by its
    status or not; and of what it could adopt, the first five with a relevance of 0.5 or more
    for which at least one fact speaks. A body of which nothing is known has no tag.
    """
    kept = []
    adopted = 0
    for link in links:
        if link.role is Role.COULD_ADOPT:
            if adopted == ADOPTED_MOST or link.relevance < ADOPTED_FROM or not has_fact(link):
                continue
            adopted += 1
        kept.append(PracticeTag(link.practice_id, link.role, link.relevance))
    return tuple(kept)


def filter_values(tags: Iterable[PracticeTag]) -> tuple[str, ...]:
    """What filters find them by: each practice by its id, and again with its role.

    >>> filter_values([PracticeTag("p27", Role.PARTNER_FOR, 0.5)])
    ('p27', 'p27:partner_for')
    """
    return tuple(v for t in tags for v in (t.practice_id, f"{t.practice_id}:{t.role.value}"))


def has_fact(link: PracticeLink) -> bool:
    """Whether a fact of the organisation or of its territory speaks for the practice."""
    return any(
        reason.criterion in PracticeCriterion.codes()
        and reason.value is not None
        and reason.value > _EVEN
        for reason in link.reasons
    )


def strength_of(relevance: float) -> TagStrength:
    """Relevance in words.

    >>> strength_of(0.8).label
    'Piste forte'
    """
    if relevance >= _STRONG_FROM:
        return TagStrength.STRONG
    return TagStrength.WORTH if relevance >= ADOPTED_FROM else TagStrength.WEAK
