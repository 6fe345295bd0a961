"""The activities of two organisations: alike or complementary, as the category wants."""

from dataclasses import replace
from functools import lru_cache

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.criteria.criterion import Learning, PoolingCriterion
from territorial_map.domain.pooling.english_names import SECTORS
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import CategoryFrame, Rulebook, Wants
from territorial_map.domain.vocabulary import Device, Kind, PoolingCategory, Sector

_TRADES = tuple(sector for sector in Sector if sector is not Sector.WORK_INTEGRATION)
_ALIKE = Sentence("structures de même type.", "bodies of the same sort.")
_NEAR = Sentence("activités voisines.", "neighbouring activities.")
_UNLIKE = Sentence(
    "activités différentes, intérêt commun à vérifier.",
    "different activities, common interest to be checked.",
)
_NO_NETWORK = Sentence(
    "pas de réseau commun, où l’on échange d’abord.",
    "no common network, where one exchanges first.",
)
_COMPLETE = Sentence("activités complémentaires.", "activities that complete each other.")
_MAY_COMPLETE = Sentence(
    "activités différentes, complémentarité à vérifier.",
    "different activities, whether they complete each other is to be checked.",
)
# Bodies that have a network, a federation or a programme to exchange in.
_NETWORKS: tuple[frozenset[Device], ...] = (
    frozenset({Device.ESAT}),
    frozenset({Device.EA, Device.EATT}),
    frozenset({Device.ACI}),
    frozenset({Device.EI, Device.EITI, Device.ETTI}),
    frozenset({Device.AI, Device.ETTI}),
    frozenset({Device.GEIQ, Device.EMPLOYERS_GROUP}),
    frozenset({Device.REGIE_QUARTIER}),
    frozenset({Device.TZCLD}),
)
_OF_PLACES = len(_NETWORKS)
_OF_POLES = _OF_PLACES + 1


def activity_of(
    a: PoolingProfile, b: PoolingProfile, frame: CategoryFrame, rulebook: Rulebook
) -> float | None:
    """How well the activities suit the category, from its floor to 1; ``None`` = unknown."""
    if frame.wants is not Wants.COMPLEMENT and frame.by_device and share_device(a, b):
        value: float | None = 1.0
    elif _of_two_networks(a, b, frame.category):
        value = 0.0
    else:
        value = _of_sectors(a.sectors, b.sectors, frame.wants, rulebook)
    return None if value is None else frame.floor + (1 - frame.floor) * value


def share_device(a: PoolingProfile, b: PoolingProfile) -> bool:
    """True for bodies of one sort: a common device or place type, or two PTCEs."""
    return bool(
        a.devices & b.devices
        or a.place_types & b.place_types
        or (a.kind is Kind.PTCE and b.kind is Kind.PTCE)
    )


def _of_two_networks(a: PoolingProfile, b: PoolingProfile, category: PoolingCategory) -> bool:
    """True for peers that share no network where one has one, and that declare nothing of it."""
    if category is not PoolingCategory.PEER_EXCHANGE:
        return False
    if any(category in one.needs | one.resources for one in (a, b)):
        return False
    of_a, of_b = _networks(a), _networks(b)
    return bool(of_a or of_b) and not of_a & of_b


@lru_cache(maxsize=100_000)
def _networks(profile: PoolingProfile) -> frozenset[int]:
    found = {n for n, devices in enumerate(_NETWORKS) if devices & profile.devices}
    if profile.place_types:
        found.add(_OF_PLACES)
    if profile.kind is Kind.PTCE:
        found.add(_OF_POLES)
    return frozenset(found)


@lru_cache(maxsize=100_000)
def _of_sectors(
    a: frozenset[Sector], b: frozenset[Sector], wants: Wants, rulebook: Rulebook
) -> float | None:
    sectors = rulebook.sectors
    return (sectors.complement if wants is Wants.COMPLEMENT else sectors.likeness)(a, b)


def _reason(a: Facts, b: Facts, frame: CategoryFrame, rulebook: Rulebook) -> Sentence | None:
    if frame.by_device and share_device(a.profile, b.profile):
        return _ALIKE
    if _of_two_networks(a.profile, b.profile, frame.category):
        return _NO_NETWORK
    if not a.profile.sectors or not b.profile.sectors:
        return unknown_trades((a, b))
    if frame.wants is Wants.COMPLEMENT:
        value = rulebook.sectors.complement(a.profile.sectors, b.profile.sectors)
        if value == 1:
            return _COMPLETE
        return _common(a, b) or _MAY_COMPLETE
    value = rulebook.sectors.likeness(a.profile.sectors, b.profile.sectors)
    return _common(a, b) or (_NEAR if value else _UNLIKE)


def _common(a: Facts, b: Facts) -> Sentence | None:
    shared = sorted(a.profile.sectors & b.profile.sectors)
    if not shared:
        return None
    fr, en = ", ".join(s.label for s in shared), ", ".join(SECTORS[s] for s in shared)
    return Sentence(f"activités communes{NBSP}: {fr}.", f"common activities: {en}.")


def unknown_trades(asked: tuple[Facts, ...]) -> Sentence | None:
    """Whose activities are to be asked, of some organisations; ``None`` when all are known."""
    unknown = [facts.name for facts in asked if not facts.profile.sectors]
    if not unknown:
        return None
    fr, en = " et ".join(unknown), " and ".join(unknown)
    return Sentence(
        f"activités non renseignées pour {fr}{NBSP}: à demander.",
        f"activities not given for {en}: to be asked.",
    )


def _unknown(profile: PoolingProfile) -> tuple[str, ...]:
    return () if profile.sectors else _TRADES


def _told(profile: PoolingProfile, value: str) -> PoolingProfile:
    return replace(profile, sectors=frozenset({Sector(value)}))


def _if_learned(name: str, value: str) -> Sentence:
    sector = Sector(value)
    return Sentence(
        f"Si l’activité de {name} est «{NBSP}{sector.label}{NBSP}»",
        f"If the activity of {name} is “{SECTORS[sector]}”",
    )


ACTIVITY = PoolingCriterion(
    code="activity",
    label=Sentence("Activités", "Activities"),
    weight=lambda frame: 0.0 if frame.wants is Wants.NEITHER else 1.0,
    least=lambda frame: frame.floor,
    value=activity_of,
    reason=_reason,
    lesson=Learning("sector", Sentence("l’activité", "the activity"), _unknown, _told, _if_learned),
    by_declaration=lambda frame: frame.category is PoolingCategory.PEER_EXCHANGE,
)
