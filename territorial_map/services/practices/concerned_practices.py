"""Which practices concern an organisation or a profile, and who stands for a practice near."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.catalogue import Theme
from territorial_map.domain.practices.first_advice import FirstAdvice, first_advice
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink, link_practices
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS, Surroundings
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.names import PRACTICE
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import tied_persons
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.nearby_groups import surroundings_in
from territorial_map.services.practices.neighbourhood import EditionVicinity
from territorial_map.services.practices.organisation_profiles import (
    Inference,
    OrganisationProfile,
    profile_of,
)

_LISTED = 6
STANDING = (Role.EMBODIES, Role.PARTNER_FOR, Role.DECLARED)
"""The roles of those one can go and see, or work with, on a practice."""


@dataclass(frozen=True, slots=True)
class ConcernedProfile:
    """A profile, what surrounds it, and its practices, most relevant first."""

    profile: PracticeProfile
    surroundings: Surroundings
    links: tuple[PracticeLink, ...]

    @property
    def advice(self) -> FirstAdvice:
        """What is advised first, and what is told apart."""
        return first_advice(self.links)


@dataclass(frozen=True, slots=True)
class ConcernedOrganisation:
    """The same for an organisation; ``inferred`` are the values its source does not state."""

    organisation: Organisation
    profile: PracticeProfile
    inferred: tuple[Inference, ...]
    surroundings: Surroundings
    links: tuple[PracticeLink, ...]

    @property
    def advice(self) -> FirstAdvice:
        """What is advised first, and what is told apart."""
        return first_advice(self.links)


@dataclass(frozen=True, slots=True)
class ThemeLinks:
    """The links of one theme, most relevant first."""

    theme: Theme
    links: tuple[PracticeLink, ...]


def practices_of(
    edition: OpenEdition, library: PracticeLibrary, any_id: str
) -> ConcernedOrganisation:
    """The practices of an organisation, each with its reasons, said of it in the third person.

    Raises:
        NotFound: no organisation of the edition answers to the id.
    """
    organisation = edition.organisation(any_id)
    known = organisation_profile(edition, library, organisation)
    place = organisation.place
    surroundings = UNKNOWN_SURROUNDINGS
    if place.point is not None:
        precise = place.located is Located.ADDRESS
        vicinity = EditionVicinity(
            edition, place.point, organisation.person_key, precise, tied_persons(edition, any_id)
        )
        surroundings = surroundings_in(vicinity, known.profile)
    links = link_practices(known.profile, library.catalogue, library.rules_of_sheets, surroundings)
    return ConcernedOrganisation(organisation, known.profile, known.inferred, surroundings, links)


def organisation_profile(
    edition: OpenEdition, library: PracticeLibrary, organisation: Organisation
) -> OrganisationProfile:
    """What the rules read of an organisation of the edition, its other sites counted."""
    sites = 1
    if organisation.siren is not None:
        sites, _ = edition.totals(Selection.of({"siren": [organisation.siren]}))
    return profile_of(organisation, library.rules, sites)


def practices_for_profile(
    edition: OpenEdition | None, library: PracticeLibrary, profile: PracticeProfile
) -> ConcernedProfile:
    """The practices of a profile; its commune counts when an edition is open.

    Raises:
        BadParameter: the edition knows no commune of that code or name, or several.
    """
    surroundings = UNKNOWN_SURROUNDINGS
    if edition is not None and profile.commune is not None:
        point = point_of_commune(edition, profile.commune)
        if point is not None:
            surroundings = surroundings_in(EditionVicinity(edition, point), profile)
    links = links_for_profile(profile, library, surroundings)
    return ConcernedProfile(profile, surroundings, links)


def point_of_commune(edition: OpenEdition, text: str) -> Point | None:
    """The point of a commune given by its INSEE code or its whole name.

    ``None`` for the communes of the collectivities that have no polygon here (975, 977, 978).

    Raises:
        BadParameter: no commune of that code or name, or several of that name.
    """
    found = edition.gazetteer.communes(text)
    if len(found) == 1:
        return found[0].point
    if found:
        codes = tuple(f"{commune.code} ({commune.name})" for commune in found[:_LISTED])
        problem = f"{len(found)} communes de ce nom\u00a0: donnez le code INSEE."
        raise BadParameter("commune", text, problem, codes)
    if text[:3] in COLLECTIVITIES and text.isdigit() and len(text) == 5:
        return None
    raise BadParameter(
        "commune", text, "commune inconnue\u00a0: donnez son nom entier ou son code INSEE."
    )


def by_theme(links: Iterable[PracticeLink], library: PracticeLibrary) -> tuple[ThemeLinks, ...]:
    """Links under the first theme of their practice, in the guide's order; no theme is empty."""
    found: dict[int, list[PracticeLink]] = {}
    for link in links:
        practice = library.catalogue.practice(link.practice_id)
        if practice is not None:
            found.setdefault(practice.themes[0], []).append(link)
    return tuple(
        ThemeLinks(theme, tuple(found[theme.number]))
        for theme in library.catalogue.themes
        if theme.number in found
    )


def standing_for(
    practice_id: str, around: Around | None = None, roles: Iterable[Role] = STANDING
) -> Selection:
    """The selection of those who stand in one of the roles to a practice, near a place or not.

    Lists, maps, exports and page addresses take it as any other selection.

    Raises:
        BadParameter: no practice of that id.
    """
    return Selection.of(
        {PRACTICE: [f"{practice_id}:{role.value}" for role in roles]}, around=around
    )
