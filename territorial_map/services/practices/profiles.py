"""Profiles as they come in JSON, one or a list, and the practices of each."""

from collections.abc import Mapping

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile, parse_profile
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.concerned_practices import (
    ConcernedProfile,
    practices_for_profile,
)

Answers = ConcernedProfile | list[ConcernedProfile]


def answer_profiles(
    value: object, library: PracticeLibrary, edition: OpenEdition | None = None
) -> Answers:
    """The practices of one profile (a JSON object), or of each in a list, in its order.

    Raises:
        BadParameter: not a profile, or a key or value that profiles do not have; in a list, the
            parameter begins with its rank (``[2].kind``).
    """
    if isinstance(value, list):
        return [_ranked(rank, each, library, edition) for rank, each in enumerate(value)]
    return _answer(value, library, edition)


def profile_from(value: object) -> PracticeProfile:
    """A profile from a JSON value.

    Raises:
        BadParameter: not an object, or a key or value that profiles do not have.
    """
    if not isinstance(value, Mapping):
        raise BadParameter("profile", str(value)[:40], "un objet JSON est attendu.", PROFILE_KEYS)
    return parse_profile(value)


def _answer(
    value: object, library: PracticeLibrary, edition: OpenEdition | None
) -> ConcernedProfile:
    return practices_for_profile(edition, library, profile_from(value))


def _ranked(
    rank: int, value: object, library: PracticeLibrary, edition: OpenEdition | None
) -> ConcernedProfile:
    try:
        return _answer(value, library, edition)
    except BadParameter as error:
        raise BadParameter(
            f"[{rank}].{error.parameter}", error.value, error.problem, error.allowed
        ) from error
