"""Closed lists whose members carry their French label beside their code."""

from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Self


class Term(StrEnum):
    """A member of a closed list: ``value`` is the code, ``label`` the French text (and the msgid).

    >>> from territorial_map.domain.vocabulary import Kind
    >>> Kind.PTCE, Kind.PTCE.label
    (<Kind.PTCE: 'ptce'>, 'PTCE')
    """

    label: str
    description: str

    def __new__(cls, value: str, label: str = "", description: str = "") -> Self:
        """Make a member from its code, its French label and an optional description."""
        if not label:
            raise TypeError(f"{cls.__name__} {value} has no label")
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.description = description
        return member

    if not TYPE_CHECKING:
        # Read for every stored value: that of enumerations calls two functions of Python's.
        value = property(attrgetter("_value_"))

    # Equal to its code as text, so of the same hash; enumerations have one of their own, slower.
    __hash__ = str.__hash__

    @classmethod
    def codes(cls) -> tuple[str, ...]:
        """Every code of the list, in its declared order."""
        return tuple(member.value for member in cls)

    @classmethod
    def labels(cls) -> dict[str, str]:
        """French label of every code."""
        return {member.value: member.label for member in cls}
