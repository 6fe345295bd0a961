"""What the practices of an organisation depend on, when a whole directory is linked at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.tags import PracticeTag


@dataclass(frozen=True, slots=True, eq=False)
class Like:
    """One of the organisations that the rules read alike (same ``like_key``), for all of them.

    Compared by identity: make one for each key.
    """

    organisation: Organisation


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom an organisation is like, whose site it is, of how many, and where it stands."""

    like: Like
    person_key: str
    sites: int
    point: Point | None


class Tagging(Protocol):
    """Tags the organisations of a directory: it is told all of them, then asked one by one."""

    def survey(self, standings: Iterable[Standing]) -> None:
        """Learn who stands where; in bounded memory, and before anything is asked."""

    def tags(self, standing: Standing) -> tuple[PracticeTag, ...]:
        """The practices that an organisation answers to in filters."""


def like_key(organisation: Organisation) -> str:
    """A text that two organisations share when the rules of practices read the same of them.

    Everything that ``Profile`` and the groups of a vicinity read, but the commune and the sites.
    """
    o, status = organisation, organisation.status
    return "|".join(
        (
            o.kind,
            status.ess,
            status.legal_form,
            status.legal_family,
            o.partner_type or "",
            o.size,
            ",".join(o.devices),
            ",".join(o.place_types),
            ",".join(claim.sector for claim in o.sectors),
        )
    )
