"""What people decided of two records, once for all builds: same, or different."""

from dataclasses import dataclass
from datetime import date

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.pairs import check_in_order, in_order
from territorial_map.domain.term import Term


class DuplicateVerdict(Term):
    """What was decided; the label is how a list shows it."""

    SAME = "same", "même organisation"
    DIFFERENT = "different", "organisations différentes"


@dataclass(frozen=True, slots=True, order=True)
class DuplicateDecision:
    """A verdict on a pair of ids, in alphabetical order, and its ISO date."""

    one: str
    other: str
    verdict: DuplicateVerdict
    decided_on: str

    def __post_init__(self) -> None:
        check_in_order(self.one, self.other)
        date.fromisoformat(self.decided_on)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids."""
        return (self.one, self.other)


def decision_of(one: str, other: str, verdict: str, decided_on: str) -> DuplicateDecision:
    """The decision on two ids given in any order.

    Raises:
        BadParameter: twice the same id, an unknown verdict, or a date that is not AAAA-MM-JJ.
    """
    pair = in_order(one, other, "deux identifiants différents sont attendus.")
    if verdict not in DuplicateVerdict.codes():
        raise BadParameter("verdict", verdict, "valeur inconnue.", DuplicateVerdict.codes())
    try:
        return DuplicateDecision(*pair, DuplicateVerdict(verdict), decided_on)
    except ValueError:
        problem = "une date est attendue, AAAA-MM-JJ."
        raise BadParameter("decided_on", decided_on, problem) from None
