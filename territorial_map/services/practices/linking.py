"""Links of a whole directory when it is built: once per distinct profile and surroundings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.criteria import territory_value
from territorial_map.domain.practices.profile import Profile
from territorial_map.domain.practices.surroundings import UNKNOWN_SURROUNDINGS, Surroundings
from territorial_map.domain.practices.tags import PracticeTag, tags_of
from territorial_map.domain.practices.terms import Criterion
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.loading import PracticeLibrary
from territorial_map.services.practices.neighbourhood import Neighbourhood
from territorial_map.services.practices.organisation_profiles import profile_of
from territorial_map.services.practices.vicinity import surroundings_in

_REPORT_EVERY = 500
_TERRITORIAL = tuple(criterion for criterion in Criterion if criterion.is_territorial)


class Progress(Protocol):
    """How the linking tells where it is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell where the step is."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules read of an organisation; ``told`` are the criteria its territory answers."""

    profile: Profile
    surroundings: Surroundings

    @property
    def told(self) -> frozenset[Criterion]:
        """The territorial criteria that speak: relevance depends on nothing else around."""
        return frozenset(
            criterion
            for criterion in _TERRITORIAL
            if territory_value(criterion, self.surroundings) is not None
        )

    @property
    def key(self) -> tuple[Profile, frozenset[Criterion]]:
        """Two organisations of one key have the same practices, roles and relevance."""
        return replace(self.profile, commune=None), self.told


def cases_of(
    organisations: Sequence[Organisation], library: PracticeLibrary
) -> Iterator[tuple[Organisation, Case]]:
    """Every organisation with what the rules read of it."""
    sites = Counter(o.person_key for o in organisations)
    neighbourhood = Neighbourhood(organisations)
    for organisation in organisations:
        n_sites = sites[organisation.person_key]
        profile = profile_of(organisation, library.rules, n_sites).profile
        point = organisation.place.point
        surroundings = UNKNOWN_SURROUNDINGS
        if point is not None:
            vicinity = neighbourhood.around(point, organisation.person_key)
            surroundings = surroundings_in(vicinity, profile)
        yield organisation, Case(profile, surroundings)


def link_directory(
    organisations: Sequence[Organisation],
    library: PracticeLibrary,
    progress: Progress | None = None,
) -> tuple[Organisation, ...]:
    """The same organisations, each with the practices it answers to in filters."""
    known: dict[tuple[Profile, frozenset[Criterion]], tuple[PracticeTag, ...]] = {}
    linked = []
    for done, (organisation, case) in enumerate(cases_of(organisations, library), 1):
        if case.key not in known:
            links = links_for_profile(case.profile, library, case.surroundings)
            known[case.key] = tags_of(links)
        linked.append(replace(organisation, practices=known[case.key]))
        if progress is not None and (done % _REPORT_EVERY == 0 or done == len(organisations)):
            progress("Bonnes pratiques", done, len(organisations))
    return tuple(linked)
