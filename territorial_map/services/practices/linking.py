"""Links of a whole directory when it is built: once per distinct profile and surroundings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from territorial_map.domain.geo import Point
from territorial_map.domain.link_basis import Like, LinkBasis, like_key
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.practices.criteria import territory_value
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.profile import PracticeProfile
from territorial_map.domain.practices.surroundings import Nearby, Surroundings
from territorial_map.domain.practices.tags import PracticeTag, tags_of
from territorial_map.domain.practices.terms import PracticeCriterion
from territorial_map.services.practices.answers import links_for_profile
from territorial_map.services.practices.build_neighbourhood import Near, Whereabouts
from territorial_map.services.practices.nearby_groups import (
    ESS_ENTERPRISES,
    LINKED_PERSONS,
    OTHER_ENTERPRISES,
    SEVERAL,
    SPACES,
    SUPPLIERS,
    Group,
    peer_trait,
)
from territorial_map.services.practices.organisation_profiles import profile_of

_REPORT_EVERY = 500
_TERRITORIAL = tuple(criterion for criterion in PracticeCriterion if criterion.is_territorial)
_GROUPS: dict[str, Group] = {
    "suppliers": SUPPLIERS,
    "spaces": SPACES,
    "ess": ESS_ENTERPRISES,
    "others": OTHER_ENTERPRISES,
    "linked": LINKED_PERSONS,
}
_SOMEBODY = (Nearby("…"),)
_PEERS = frozenset({PracticeCriterion.PEERS_NEAR})
_MOST_KNOWN = 40_000  # points, some more than there are communes


class LinkingProgress(Protocol):
    """How the linking tells where it is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell where the step is."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules read of an organisation; ``told`` are the criteria its territory answers."""

    profile: PracticeProfile
    surroundings: Surroundings

    @property
    def told(self) -> frozenset[PracticeCriterion]:
        """The territorial criteria that speak: relevance depends on nothing else around."""
        return frozenset(
            criterion
            for criterion in _TERRITORIAL
            if territory_value(criterion, self.surroundings) is not None
        )

    @property
    def key(self) -> tuple[PracticeProfile, frozenset[PracticeCriterion]]:
        """Two organisations of one key have the same practices, roles and relevance."""
        return replace(self.profile, commune=None), self.told


@dataclass(frozen=True, slots=True)
class PracticeTagger:
    """Tags directories (``Tagging``)."""

    library: PracticeLibrary

    def survey(self, standings: Iterable[LinkBasis]) -> "SurveyedDirectory":
        """Learn who stands where."""
        return SurveyedDirectory(self.library, standings)


class SurveyedDirectory:
    """Tags its organisations: a few thousand cases, whatever their number.

    Surroundings say that somebody is within reach, not who: names are read from the edition when
    they are shown.
    """

    def __init__(self, library: PracticeLibrary, standings: Iterable[LinkBasis]) -> None:
        self._library = library
        self._whereabouts = Whereabouts()
        self._profiles: dict[tuple[Like, bool], PracticeProfile] = {}
        self._peers: dict[Like, tuple[str, ...]] = {}
        self._around: dict[tuple[float, float], _Around] = {}
        self._known: dict[
            tuple[Like, bool, frozenset[PracticeCriterion]], tuple[PracticeTag, ...]
        ] = {}
        traits: dict[Like, tuple[str, ...]] = {}
        for like, person, _, point in standings:
            if point is not None:
                if like not in traits:
                    traits[like] = _traits_of(like.organisation)
                self._whereabouts.add(traits[like], point, person)

    def tags(self, standing: LinkBasis) -> tuple[PracticeTag, ...]:
        """The practices that an organisation answers to in filters."""
        key = (standing.like, standing.sites > 1, self._told(standing))
        tags = self._known.get(key)
        if tags is None:
            case = self.case(standing)
            links = links_for_profile(case.profile, self._library, case.surroundings)
            tags = self._known[key] = tags_of(links)
        return tags

    def case(self, standing: LinkBasis) -> Case:
        """What the rules read of an organisation."""
        told = self._told(standing)
        mix = PracticeCriterion.MIX_NEAR in told
        surroundings = Surroundings(
            suppliers=_SOMEBODY if PracticeCriterion.SUPPLIERS_NEAR in told else None,
            spaces=_SOMEBODY if PracticeCriterion.SPACES_NEAR in told else None,
            article_9_mix=True if mix else None,
            mix=_SOMEBODY if mix else (),
            peers=_SOMEBODY if PracticeCriterion.PEERS_NEAR in told else None,
        )
        return Case(self._profile(standing.like, several=standing.sites > 1), surroundings)

    def _told(self, standing: LinkBasis) -> frozenset[PracticeCriterion]:
        like, person, _, point = standing
        if point is None:
            return frozenset()
        around = self._around_of(point)
        told = around.told
        if person in around.persons:
            told = _groups_told(around.near, person)
        peers = self._peers.get(like)
        if peers is None:
            peers = self._peers[like] = self._peer_traits(like)
        for trait in peers:
            if around.near.has_others(trait, person):
                return told | _PEERS
        return told

    def _around_of(self, point: Point) -> "_Around":
        place = (point.lon, point.lat)
        around = self._around.get(place)
        if around is None:
            if len(self._around) >= _MOST_KNOWN:
                self._around.clear()
            near = self._whereabouts.near(point)
            persons = frozenset(person for group in _GROUPS for person in near.some(group))
            around = self._around[place] = _Around(near, persons, _groups_told(near, ""))
        return around

    def _profile(self, like: Like, *, several: bool) -> PracticeProfile:
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


@dataclass(frozen=True, slots=True, eq=False)
class _Around:
    """A point's surroundings: what anybody else than ``persons`` is told of the groups there."""

    near: Near
    persons: frozenset[str]
    told: frozenset[PracticeCriterion]


def _groups_told(near: Near, person: str) -> frozenset[PracticeCriterion]:
    """Which groups have others than a legal person within reach; peers are asked apart."""
    has, told = near.has_others, []
    if has("suppliers", person):
        told.append(PracticeCriterion.SUPPLIERS_NEAR)
    if has("spaces", person):
        told.append(PracticeCriterion.SPACES_NEAR)
    if has("others", person) and has("linked", person) and has("ess", person, SEVERAL):
        told.append(PracticeCriterion.MIX_NEAR)
    return frozenset(told)


def _traits_of(o: Organisation) -> tuple[str, ...]:
    """The names of the groups that an organisation belongs to, and of those of its peers."""
    groups = [
        name for name, group in _GROUPS.items() if any(selection.keeps(o) for selection in group)
    ]
    return (
        *groups,
        f"{o.kind}:kind:{o.kind}",
        *(f"{o.kind}:device:{device}" for device in o.devices),
        *(f"{o.kind}:place_type:{place}" for place in o.place_types),
        *(f"{o.kind}:sector:{sector}" for sector in o.fields),
    )


def standings_of(organisations: Sequence[Organisation]) -> Iterator[LinkBasis]:
    """Where each organisation of a directory held in memory stands, in their order."""
    sites = Counter(o.person_key for o in organisations)
    likes: dict[str, Like] = {}
    for o in organisations:
        like = likes.setdefault(like_key(o), Like(o))
        yield LinkBasis(like, o.person_key, sites[o.person_key], o.place.point)


def cases_of(
    organisations: Sequence[Organisation], library: PracticeLibrary
) -> Iterator[tuple[Organisation, Case]]:
    """Every organisation with what the rules read of it."""
    standings = list(standings_of(organisations))
    directory = PracticeTagger(library).survey(standings)
    for organisation, standing in zip(organisations, standings, strict=True):
        yield organisation, directory.case(standing)


def link_directory(
    organisations: Sequence[Organisation],
    library: PracticeLibrary,
    progress: LinkingProgress | None = None,
) -> tuple[Organisation, ...]:
    """The same organisations, each with the practices it answers to in filters."""
    standings = list(standings_of(organisations))
    directory = PracticeTagger(library).survey(standings)
    linked = []
    for done, (one, standing) in enumerate(zip(organisations, standings, strict=True), 1):
        linked.append(replace(one, practices=directory.tags(standing)))
        if progress is not None and (done % _REPORT_EVERY == 0 or done == len(organisations)):
            progress("Bonnes pratiques", done, len(organisations))
    return tuple(linked)
