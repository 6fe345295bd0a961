"""What to advise first: practices that a known fact calls for, roles and the rest apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.practices.links import PracticeLink
from territorial_map.domain.practices.reasons import GENERAL, ROLE
from territorial_map.domain.practices.terms import Role

FIRST = 5


@dataclass(frozen=True, slots=True)
class FirstAdvice:
    """Every link once, most relevant first in each part.

    ``advised`` are the practices to adopt that come first: at most one that suits everyone, each
    other rests on a known fact. ``others`` could be adopted too; ``waiting`` ones say nothing of
    this organisation until an unknown fact is told. ``roles`` are what it already is to others or
    does, told once; what its status or the law imposes is there alone, never an advice.
    """

    advised: tuple[PracticeLink, ...]
    others: tuple[PracticeLink, ...]
    waiting: tuple[PracticeLink, ...]
    roles: tuple[PracticeLink, ...]

    @property
    def in_order(self) -> tuple[PracticeLink, ...]:
        """The whole: what to adopt, then the roles, then what waits."""
        return (*self.advised, *self.others, *self.roles, *self.waiting)


def first_advice(links: Iterable[PracticeLink]) -> FirstAdvice:
    """Sort links, most relevant first, into what is said first and what is said apart."""
    adoptable: list[PracticeLink] = []
    waiting: list[PracticeLink] = []
    roles: list[PracticeLink] = []
    general = False
    for link in links:
        if link.role is not Role.COULD_ADOPT:
            roles.append(link)
        elif rests_on_a_fact(link):
            adoptable.append(link)
        elif not general and len(adoptable) < FIRST:
            general = True
            adoptable.append(link)
        else:
            waiting.append(link)
    return FirstAdvice(
        tuple(adoptable[:FIRST]), tuple(adoptable[FIRST:]), tuple(waiting), tuple(roles)
    )


def rests_on_a_fact(link: PracticeLink) -> bool:
    """True when a fact of the profile speaks for the practice first, not its general worth."""
    return link.reasons[0].criterion not in {GENERAL, ROLE}
