"""The editions of a folder, as a list shows them: what each is, and which one is served."""

from dataclasses import dataclass

from territorial_map.domain.term import Term


class EditionState(Term):
    """Whether this version of the product can serve an edition."""

    READABLE = "readable", "Lisible"
    OTHER_VERSION = "other_version", "D’une autre version"
    UNREADABLE = "unreadable", "Illisible"


@dataclass(frozen=True, slots=True)
class ShelvedEdition:
    """One edition of a folder.

    ``built_on`` is an ISO date, empty when unreadable; ``organisations`` counts those it holds;
    ``size_bytes`` its file and columns; ``written_at`` the file's time in seconds, which sorts two
    editions of one day. ``current`` is the one to serve, ``previous`` the one served before it,
    ``held`` one that a refresh holds back until somebody accepts it, ``in_use`` one that a running
    program holds open.
    """

    id: str
    built_on: str
    organisations: int | None
    size_bytes: int
    written_at: float
    state: EditionState
    current: bool = False
    previous: bool = False
    held: bool = False
    in_use: bool = False

    @property
    def was_served(self) -> bool:
        """Whether it may have been served: readable by some version, and not held back."""
        return self.state is not EditionState.UNREADABLE and not self.held

    @property
    def kept_because(self) -> str:
        """Why it must not be removed, in French; empty when it may be."""
        if self.current:
            return "édition courante"
        if self.in_use:
            return "servie par un programme en marche"
        if self.previous:
            return "servie juste avant l’édition courante"
        return "retenue : à accepter" if self.held else ""


def to_remove(editions: tuple[ShelvedEdition, ...], keep: int) -> tuple[ShelvedEdition, ...]:
    """The editions beyond the ``keep`` newest, without those that must stay; oldest first.

    ``editions`` come oldest first.
    """
    beyond = editions[: max(0, len(editions) - keep)]
    return tuple(edition for edition in beyond if not edition.kept_because)
