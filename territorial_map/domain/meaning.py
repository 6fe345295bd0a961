"""What a typed text asks for, once read against an edition: criteria, a place, and names.

``TextMeaning.keeps`` is the definition; SQL elsewhere must agree with it.
"""

from dataclasses import dataclass

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.text import fold, words

WordSets = tuple[frozenset[str], ...]
"""Per typed word, the directory words it may stand for (case, accents and typos resolved)."""


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A place read in a text: a circle as the crow flies, in kilometres."""

    point: Point
    radius_km: float

    def keeps(self, organisation: Organisation) -> bool:
        """Whether an organisation with a position stands in the circle."""
        point = organisation.place.point
        return point is not None and distance_km(self.point, point) <= self.radius_km


@dataclass(frozen=True, slots=True)
class TextPart:
    """One thing that a text asks for: one of its values, else every one of its words.

    ``values`` are pairs of a filter and a value (``device``, ``esat``); ``alias`` is an id that an
    organisation answers to (``rna:W263001234``). Words are met in names, communes and devices.
    """

    values: tuple[tuple[str, str], ...] = ()
    words: WordSets = ()
    alias: str = ""

    def asks(self, dimension: str) -> bool:
        """Whether a value of the filter is what is asked for."""
        return any(name == dimension for name, _ in self.values)

    def is_never_said(self) -> bool:
        """Whether no organisation can be kept: no value, no id, and a word that none has."""
        return not (self.values or self.alias or (self.words and all(self.words)))

    def keeps(self, organisation: Organisation) -> bool:
        """Whether an organisation is, or says, what is asked for."""
        for name, value in self.values:
            if value in BY_NAME[name].values(organisation):
                return True
        if self.alias and any(mention.id == self.alias for mention in organisation.sources):
            return True
        have = organisation.search_words
        return bool(self.words) and all(have & stands_for for stands_for in self.words)


@dataclass(frozen=True, slots=True)
class TextMeaning:
    """What a text asks for: all of its parts, in its place; or the name that the text is.

    ``told`` is, per telling word of the text, what a name may say for it: by it names come first in
    a list with ``names_first``, and with ``by_name`` a name that says all of them is kept whatever
    the parts ask for.
    ``folded`` is the text itself: an organisation of that very name is always kept.
    """

    parts: tuple[TextPart, ...] = ()
    near: NearPlace | None = None
    told: WordSets = ()
    names_first: bool = False
    by_name: bool = False
    folded: str = ""

    def plainly(self) -> "TextMeaning":
        """The same organisations, kept for less: a word that nobody says leaves the name alone.

        Texts that nobody answers mean the same, however many their words.

        >>> TextMeaning((TextPart(words=(frozenset(),)),), by_name=False, folded="zz").plainly()
        TextMeaning(parts=(), near=None, told=(), names_first=False, by_name=False, folded='zz')
        """
        said = self.by_name and all(self.told)
        if said or not any(part.is_never_said() for part in self.parts):
            return self
        return TextMeaning(folded=self.folded)

    def keeps(self, organisation: Organisation) -> bool:
        """Whether the organisation is among those that the text asks for."""
        if self.folded and self.folded == fold(organisation.name):
            return True
        if self.by_name and names_all(organisation, self.told):
            return True
        if not self.parts and self.near is None:
            return False
        here = self.near is None or self.near.keeps(organisation)
        return here and all(part.keeps(organisation) for part in self.parts)


def names_all(organisation: Organisation, sets: WordSets) -> bool:
    """Whether an organisation's name, with its acronym, has one word of each set."""
    have = {*words(organisation.name), *words(organisation.acronym or "")}
    return all(have & stands_for for stands_for in sets)
