"""What people decided of two records, once for all builds: same, or different."""

from dataclasses import dataclass

from territorial_map.domain.term import Term


class Verdict(Term):
    """What was decided; the label is how a list shows it."""

    SAME = "same", "même organisation"
    DIFFERENT = "different", "organisations différentes"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A verdict on a pair of ids, in alphabetical order, and its ISO date."""

    one: str
    other: str
    verdict: Verdict
    decided_on: str

    def __post_init__(self) -> None:
        if not self.one or self.one >= self.other:
            raise ValueError(f"a pair is two different ids in order: {self.one}, {self.other}")

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids."""
        return (self.one, self.other)
