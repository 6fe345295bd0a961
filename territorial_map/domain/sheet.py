"""The sheet of one organisation: its record and what the directory knows around it."""

from dataclasses import dataclass

from territorial_map.domain.listing import Listed
from territorial_map.domain.organisation import Organisation


@dataclass(frozen=True, slots=True)
class SheetTie:
    """An organisation tied to a PTCE: ``role`` is member or coordinator; ``confidence`` as read."""

    organisation: Listed
    role: str
    confidence: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """``sites`` are the other sites of the legal person, ``same_manager`` of its manager.

    ``nearest`` are the closest organisations of other legal persons, with their distance.
    ``members`` are those of a PTCE; ``poles`` the PTCEs the organisation is tied to, when listed.
    ``n_sites`` and ``n_same_manager`` count all, beyond those shown.
    """

    organisation: Organisation
    sites: tuple[Listed, ...] = ()
    n_sites: int = 0
    same_manager: tuple[Listed, ...] = ()
    n_same_manager: int = 0
    nearest: tuple[Listed, ...] = ()
    members: tuple[SheetTie, ...] = ()
    poles: tuple[Listed, ...] = ()
    perhaps_same: tuple[Listed, ...] = ()
