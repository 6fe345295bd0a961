"""The profiles of an edition with what each needs and can share, ready for quick bounds."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.profile_coding import profile_from_code
from territorial_map.domain.pooling.rulebook import CategoryFrame, Mode, Rulebook, Side
from territorial_map.domain.pooling.same_group import (
    GroupRules,
    GroupSigns,
    NameWords,
    ToldIdentity,
    signs_of,
)
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.coded_columns import Numbered, numbered
from territorial_map.store.records import organisation_of


@dataclass(frozen=True, slots=True)
class ProfileClaims:
    """A profile's strengths in one category; 0 where nothing tells."""

    need: float
    resource: float

    def fit_with(self, need: float, resource: float, modes: tuple[Mode, ...]) -> float:
        """The fit with another's strengths, the same as ``parts.fit_of`` gives."""
        together = self.need * need if Mode.TOGETHER in modes else 0.0
        if Mode.FOR_EACH_OTHER in modes:
            together = max(together, self.resource * need, self.need * resource)
        return math.sqrt(together)


@dataclass(frozen=True, slots=True, eq=False)
class ProfileIndex:
    """Profiles by number, and per category those that need or can share something.

    ``windows`` holds the west, south, east and north of every commune, by code; ``doubts`` the
    ids that may be the same body as an id, whichever of the two says it; ``sites`` the ids and
    legal persons by position; ``names`` how rare the words of names are, for ``groups``;
    ``built_on`` the day of the edition, on which what is declared still counts or not.
    """

    by_number: dict[int, PoolingProfile]
    claims: dict[PoolingCategory, dict[int, ProfileClaims]]
    windows: dict[str, tuple[float, float, float, float]]
    doubts: dict[str, frozenset[str]]
    sites: Numbered
    names: NameWords
    groups: GroupRules
    built_on: str = ""

    def signs(self, told: ToldIdentity) -> GroupSigns:
        """What says of which group an organisation of this edition probably is."""
        return signs_of(told, self.names, self.groups)


@dataclass(frozen=True, slots=True, eq=False)
class Potentials:
    """By profile number: the fit with some strengths, and the score it gives at best; (n,) each."""

    fits: NDArray[np.float64]
    bounds: NDArray[np.float64]


@lru_cache(maxsize=500)
def potentials(
    index: ProfileIndex, category: PoolingCategory, own: tuple[float, float], frame: CategoryFrame
) -> Potentials:
    """What each profile could bring to these strengths, at no distance and if all were feasible.

    Few pairs of strengths exist in a category: the answers are remembered.
    """
    fits = np.zeros(max(index.by_number, default=0) + 1)
    for number, claims in index.claims[category].items():
        fits[number] = claims.fit_with(*own, frame.modes)
    return Potentials(fits, fits**frame.weights.fit)


def strengths(
    profile: PoolingProfile, category: PoolingCategory, rulebook: Rulebook
) -> tuple[float, float]:
    """How strongly a profile needs and can share in a category; 0 where nothing tells."""
    need, resource = (claim_of(profile, category, side, rulebook) for side in Side)
    return need.strength or 0.0, resource.strength or 0.0


@lru_cache(maxsize=2)
def profile_index(edition: OpenEdition, rulebook: Rulebook) -> ProfileIndex:
    """The index of an edition, built once: an edition never changes."""
    with edition.file.connect() as connection:
        rows = connection.execute(partners.all_profiles()).fetchall()
        communes = connection.execute(partners.windows_of_communes()).fetchall()
        doubtful = connection.execute(partners.records_with_doubts()).fetchall()
        sites = numbered(connection, partners.sites_of_edition())
        names = _names(connection, rulebook.groups, len(sites.ids))
    by_number = {row.profile: profile_from_code(row.code) for row in rows}
    claims = {}
    for category in PoolingCategory:
        found = {n: ProfileClaims(*strengths(p, category, rulebook)) for n, p in by_number.items()}
        claims[category] = {n: claim for n, claim in found.items() if claim.need or claim.resource}
    windows = {code: (west, south, east, north) for code, west, south, east, north in communes}
    doubts = _both_ways(organisation_of(row.record) for row in doubtful)
    return ProfileIndex(
        by_number,
        claims,
        windows,
        doubts,
        sites,
        names,
        rulebook.groups,
        edition.edition.built_on,
    )


def _names(connection: Connection, groups: GroupRules, organisations: int) -> NameWords:
    few = groups.few_of(organisations)
    counted = connection.execute(partners.words_in_more_than(few)).fetchall()
    territories = connection.execute(partners.names_of_wide_territories()).scalars()
    return NameWords(
        {row.word: groups.counted(row.organisations, organisations) for row in counted},
        frozenset(word for name in territories for word in fold(name).split()),
    )


def _both_ways(doubtful: Iterable[Organisation]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in doubtful:
        for other in one.perhaps_same:
            found[one.id].add(other)
            found[other].add(one.id)
    return {identity: frozenset(others) for identity, others in found.items()}
