"""Links of a whole directory when it is built: once per distinct profile and surroundings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.criteria import territory_value
from territorial_map.domain.practices.profile import Profile
from territorial_map.domain.practices.standing import Like, Standing, like_key
from territorial_map.domain.practices.surroundings import Nearby, Surroundings
from territorial_map.domain.practices.tags import PracticeTag, tags_of
from territorial_map.domain.practices.terms import Criterion
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.loading import PracticeLibrary
from territorial_map.services.practices.organisation_profiles import profile_of
from territorial_map.services.practices.vicinity import (
    ESS_ENTERPRISES,
    LINKED_PERSONS,
    OTHER_ENTERPRISES,
    SEVERAL,
    SPACES,
    SUPPLIERS,
    Group,
    peer_trait,
)
from territorial_map.services.practices.whereabouts import Whereabouts

_REPORT_EVERY = 500
_TERRITORIAL = tuple(criterion for criterion in Criterion if criterion.is_territorial)
_GROUPS: dict[str, Group] = {
    "suppliers": SUPPLIERS,
    "spaces": SPACES,
    "ess": ESS_ENTERPRISES,
    "others": OTHER_ENTERPRISES,
    "linked": LINKED_PERSONS,
}
_SOMEBODY = (Nearby("…"),)


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


class PracticeTagger:
    """Tags a directory (``Tagging``): a few thousand cases, whatever the number of organisations.

    Surroundings say that somebody is within reach, not who: names are read from the edition when
    they are shown.
    """

    def __init__(self, library: PracticeLibrary) -> None:
        self._library = library
        self._whereabouts = Whereabouts()
        self._traits: dict[Like, tuple[str, ...]] = {}
        self._profiles: dict[tuple[Like, bool], Profile] = {}
        self._peers: dict[Like, tuple[str, ...]] = {}
        self._known: dict[tuple[Like, bool, frozenset[Criterion]], tuple[PracticeTag, ...]] = {}

    def survey(self, standings: Iterable[Standing]) -> None:
        """Learn who stands where."""
        for standing in standings:
            if standing.point is not None:
                traits = self._traits_of(standing.like)
                self._whereabouts.add(traits, standing.point, standing.person_key)

    def tags(self, standing: Standing) -> tuple[PracticeTag, ...]:
        """The practices that an organisation answers to in filters."""
        key = (standing.like, standing.sites > 1, self._told(standing))
        if key not in self._known:
            case = self.case(standing)
            links = links_for_profile(case.profile, self._library, case.surroundings)
            self._known[key] = tags_of(links)
        return self._known[key]

    def case(self, standing: Standing) -> Case:
        """What the rules read of an organisation."""
        told = self._told(standing)
        mix = Criterion.MIX_NEAR in told
        surroundings = Surroundings(
            suppliers=_SOMEBODY if Criterion.SUPPLIERS_NEAR in told else None,
            spaces=_SOMEBODY if Criterion.SPACES_NEAR in told else None,
            article_9_mix=True if mix else None,
            mix=_SOMEBODY if mix else (),
            peers=_SOMEBODY if Criterion.PEERS_NEAR in told else None,
        )
        return Case(self._profile(standing.like, several=standing.sites > 1), surroundings)

    def _told(self, standing: Standing) -> frozenset[Criterion]:
        if standing.point is None:
            return frozenset()
        if standing.like not in self._peers:
            self._peers[standing.like] = self._peer_traits(standing.like)
        person, has = standing.person_key, self._whereabouts.near(standing.point).has_others
        told = []
        if has("suppliers", person):
            told.append(Criterion.SUPPLIERS_NEAR)
        if has("spaces", person):
            told.append(Criterion.SPACES_NEAR)
        if has("others", person) and has("linked", person) and has("ess", person, SEVERAL):
            told.append(Criterion.MIX_NEAR)
        if any(has(trait, person) for trait in self._peers[standing.like]):
            told.append(Criterion.PEERS_NEAR)
        return frozenset(told)

    def _profile(self, like: Like, *, several: bool) -> Profile:
        key = (like, several)
        if key not in self._profiles:
            found = profile_of(like.organisation, self._library.rules, 2 if several else 1)
            self._profiles[key] = replace(found.profile, commune=None)
        return self._profiles[key]

    def _peer_traits(self, like: Like) -> tuple[str, ...]:
        profile = self._profile(like, several=False)
        trait = peer_trait(profile)
        if profile.kind is None or trait is None:
            return ()
        return tuple(f"{profile.kind}:{trait[0]}:{value}" for value in trait[1])

    def _traits_of(self, like: Like) -> tuple[str, ...]:
        if like not in self._traits:
            o = like.organisation
            groups = [
                name
                for name, group in _GROUPS.items()
                if any(selection.keeps(o) for selection in group)
            ]
            sectors = dict.fromkeys(claim.sector for claim in o.sectors)
            self._traits[like] = (
                *groups,
                f"{o.kind}:kind:{o.kind}",
                *(f"{o.kind}:device:{device}" for device in o.devices),
                *(f"{o.kind}:place_type:{place}" for place in o.place_types),
                *(f"{o.kind}:sector:{sector}" for sector in sectors),
            )
        return self._traits[like]


def standings_of(organisations: Sequence[Organisation]) -> Iterator[Standing]:
    """Where each organisation of a directory held in memory stands, in their order."""
    sites = Counter(o.person_key for o in organisations)
    likes: dict[str, Like] = {}
    for o in organisations:
        like = likes.setdefault(like_key(o), Like(o))
        yield Standing(like, o.person_key, sites[o.person_key], o.place.point)


def cases_of(
    organisations: Sequence[Organisation], library: PracticeLibrary
) -> Iterator[tuple[Organisation, Case]]:
    """Every organisation with what the rules read of it."""
    standings = list(standings_of(organisations))
    tagger = PracticeTagger(library)
    tagger.survey(standings)
    for organisation, standing in zip(organisations, standings, strict=True):
        yield organisation, tagger.case(standing)


def link_directory(
    organisations: Sequence[Organisation],
    library: PracticeLibrary,
    progress: Progress | None = None,
) -> tuple[Organisation, ...]:
    """The same organisations, each with the practices it answers to in filters."""
    standings = list(standings_of(organisations))
    tagger = PracticeTagger(library)
    tagger.survey(standings)
    linked = []
    for done, (one, standing) in enumerate(zip(organisations, standings, strict=True), 1):
        linked.append(replace(one, practices=tagger.tags(standing)))
        if progress is not None and (done % _REPORT_EVERY == 0 or done == len(organisations)):
            progress("Bonnes pratiques", done, len(organisations))
    return tuple(linked)
