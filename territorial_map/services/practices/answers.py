"""The practices of a profile, by the project's catalogue and rules."""

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink, link_practices
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS, Surroundings


def links_for_profile(
    profile: PracticeProfile,
    library: PracticeLibrary,
    surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
    declared: frozenset[str] = frozenset(),
) -> tuple[PracticeLink, ...]:
    """Every practice that is not excluded for the profile, most relevant first."""
    return link_practices(profile, library.catalogue, library.rules, surroundings, declared)
