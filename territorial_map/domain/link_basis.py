"""What the practices of an organisation depend on, when a whole directory is linked at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from territorial_map.domain.declared import Declared
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.facts import is_overseas
from territorial_map.domain.practices.tags import PracticeTag


@dataclass(frozen=True, slots=True, eq=False)
class Like:
    """One of the organisations that the rules read alike (same ``like_key``), for all of them.

    Compared by identity: make one for each key.
    """

    organisation: Organisation


class LinkBasis(NamedTuple):
    """Whom an organisation is like, whose site it is, of how many, and where it stands."""

    like: Like
    person_key: str
    sites: int
    point: Point | None


class Surveyed(Protocol):
    """A directory whose organisations are all known: their practices are asked one by one."""

    def tags(self, standing: LinkBasis) -> tuple[PracticeTag, ...]:
        """The practices that an organisation answers to in filters."""


class Tagging(Protocol):
    """Tags the organisations of a directory, once it has been told all of them."""

    def survey(self, standings: Iterable[LinkBasis]) -> Surveyed:
        """Learn who stands where, in bounded memory."""


def like_key(organisation: Organisation) -> str:
    """A text that two organisations share when both engines read the same of them.

    Everything that the profile of practices and the groups of a vicinity read, but the commune and
    the sites; and the whole profile of partnerships.
    """
    o, status, pole = organisation, organisation.status, organisation.pole
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
            ",".join([f"{claim.sector}:{claim.origin}" for claim in o.sectors]),
            str(is_overseas(o)),
            _declared(o.needs),
            _declared(o.offers),
            "" if pole is None else f"{pole.ended is not None}:{pole.pooled_resources!r}",
        )
    )


def _declared(several: tuple[Declared, ...]) -> str:
    return ",".join([f"{one.until or ''}:{'+'.join(one.categories)}" for one in several])
