"""The profiles of an edition with what each needs and can share, ready for quick bounds."""

import math
from dataclasses import dataclass
from functools import lru_cache

from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.coding import profile_from_code
from territorial_map.domain.pooling.facts import Profile
from territorial_map.domain.pooling.rulebook import Frame, Mode, Rulebook, Side
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
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
    ids that may be the same body as an id.
    """

    by_number: dict[int, Profile]
    claims: dict[PoolingCategory, dict[int, ProfileClaims]]
    windows: dict[str, tuple[float, float, float, float]]
    doubts: dict[str, frozenset[str]]


@lru_cache(maxsize=2_000)
def potentials(
    index: ProfileIndex, category: PoolingCategory, own: tuple[float, float], frame: Frame
) -> tuple[tuple[int, float], ...]:
    """Per profile that can meet these strengths ``(number, score at no distance if feasible)``.

    Few pairs of strengths exist in a category: the answers are remembered.
    """
    fits = (
        (number, claims.fit_with(*own, frame.modes))
        for number, claims in index.claims[category].items()
    )
    return tuple((number, fit**frame.weights.fit) for number, fit in fits if fit > 0)


def strengths(
    profile: Profile, category: PoolingCategory, rulebook: Rulebook
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
    by_number = {row.profile: profile_from_code(row.code) for row in rows}
    claims = {}
    for category in PoolingCategory:
        found = {n: ProfileClaims(*strengths(p, category, rulebook)) for n, p in by_number.items()}
        claims[category] = {n: claim for n, claim in found.items() if claim.need or claim.resource}
    windows = {code: (west, south, east, north) for code, west, south, east, north in communes}
    organisations = (organisation_of(row.record) for row in doubtful)
    doubts = {one.id: frozenset(one.perhaps_same) for one in organisations}
    return ProfileIndex(by_number, claims, windows, doubts)
