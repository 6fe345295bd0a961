"""Practice links as plain JSON values, the same for the API and the command line."""

from typing import TypedDict

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.links import PracticeLink, link_practices
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS, Surroundings


class ReasonAnswer(TypedDict):
    """One reason; ``value`` is null when the criterion cannot tell."""

    criterion: str
    fr: str
    en: str
    value: float | None


class LinkAnswer(TypedDict):
    """One practice, its role, its relevance in [0, 1] and why."""

    id: str
    role: str
    relevance: float
    reasons: list[ReasonAnswer]


class PracticesAnswer(TypedDict):
    """The links of one organisation or profile, most relevant first, then by id."""

    practices: list[LinkAnswer]


def links_for_profile(
    profile: PracticeProfile,
    library: PracticeLibrary,
    surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
    declared: frozenset[str] = frozenset(),
) -> tuple[PracticeLink, ...]:
    """Every practice that is not excluded for the profile, most relevant first."""
    return link_practices(profile, library.catalogue, library.rules, surroundings, declared)


def links_answer(links: tuple[PracticeLink, ...]) -> PracticesAnswer:
    """The JSON form of links."""
    return {"practices": [_link(link) for link in links]}


def _link(link: PracticeLink) -> LinkAnswer:
    return {
        "id": link.practice_id,
        "role": link.role.value,
        "relevance": link.relevance,
        "reasons": [
            {
                "criterion": each.criterion,
                "fr": each.sentence.fr,
                "en": each.sentence.en,
                "value": each.value,
            }
            for each in link.reasons
        ],
    }
