"""What is said of a source: who publishes it, where, under which licence, how often."""

from dataclasses import dataclass

from territorial_map.domain.term import Term


class LayoutKnown(Term):
    """How much of a layout was seen when its importer was written."""

    SEEN = "seen", "vérifié"
    PARTLY = "partly", "vu en partie : à confirmer"
    FREE = "free", "libre : colonnes reconnues par leur nom"


@dataclass(frozen=True, slots=True)
class SourceAbout:
    """A source that can be imported; ``table`` is the file it writes in the sources folder.

    ``register`` names it inside sentences. ``is_register`` says that two of its ids are two
    organisations. ``refresh`` and ``formats`` are French, for the reader.
    """

    code: str
    title: str
    publisher: str
    page: str
    licence: str
    refresh: str
    formats: str
    table: str
    register: str
    layout: LayoutKnown = LayoutKnown.SEEN
    is_register: bool = True
