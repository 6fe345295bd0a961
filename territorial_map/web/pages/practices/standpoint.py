"""A practice seen from a place: which organisations, in which roles, and their addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.listing import Page
from territorial_map.domain.practices.catalogue import Practice
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.practices.concerned_practices import STANDING, standing_for
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A practice seen from a place: ``roles`` are those shown, ``place`` is ``commune:26281``."""

    practice_id: str
    roles: tuple[Role, ...]
    around: Around | None = None
    place: str | None = None

    @property
    def selection(self) -> Selection:
        """The same organisations as a selection of the directory."""
        return standing_for(self.practice_id, self.around, self.roles)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address."""
        pairs = [("role", role.value) for role in self.roles]
        if self.around is not None:
            point = self.around.point
            pairs.append(("near", f"{point.lon:g},{point.lat:g}"))
            pairs.append(("radius_km", f"{self.around.radius_km:g}"))
        return pairs + ([("place", self.place)] if self.place else [])


@dataclass(frozen=True, slots=True)
class SeenStanding:
    """What the directory answers: counts by role around the place, its name, and who is there.

    ``cog`` names the Code officiel géographique of its outlines.
    """

    practice: Practice
    counts: Mapping[Role, int]
    place_name: str
    page: Page
    cog: str


def roles_shown(asked: Sequence[str], counts: Mapping[Role, int]) -> tuple[Role, ...]:
    """The roles asked for; else those one can go and see, or, when nobody is, possible adopters."""
    roles = tuple(role for role in Role if role.value in asked)
    if roles:
        return roles
    return tuple(role for role in STANDING if counts.get(role)) or (Role.COULD_ADOPT,)


def directory_address(standpoint: Standpoint, t: Texts, organisation: str | None = None) -> str:
    """The directory on the same selection, one of them open or none."""
    state = PageState(
        selection=standpoint.selection,
        language=t.language,
        place=standpoint.place,
        organisation=organisation,
    )
    return "/" + search_of(state)
