"""The staff of two organisations: near in size, they can share as equals."""

from dataclasses import replace
from functools import cache

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.criteria.criterion import Learning, PoolingCriterion
from territorial_map.domain.pooling.english_names import SIZES
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.rulebook import CategoryFrame, Rulebook
from territorial_map.domain.vocabulary import SizeBand

CODE = "size"
_BANDS = tuple(band for band in SizeBand if band is not SizeBand.UNKNOWN)
_STEP = 0.2  # what one band apart takes off: the widest gap keeps 0.2
_FARTHEST = 1 - _STEP * (len(_BANDS) - 1)


@cache
def size_nearness(a: SizeBand, b: SizeBand) -> float | None:
    """1 in the same band, a fifth less per band apart; ``None`` when one is unknown."""
    if SizeBand.UNKNOWN in {a, b}:
        return None
    return 1 - _STEP * abs(_BANDS.index(a) - _BANDS.index(b))


def _value(a: PoolingProfile, b: PoolingProfile, _: CategoryFrame, __: Rulebook) -> float | None:
    return size_nearness(a.size, b.size)


def _reason(a: Facts, b: Facts, _: CategoryFrame, __: Rulebook) -> Sentence | None:
    if SizeBand.UNKNOWN in {a.profile.size, b.profile.size}:
        return Sentence("Effectifs non renseignés, à demander.", "Staff not given, to be asked.")
    return Sentence(
        f"Effectifs{NBSP}: {a.profile.size.label.lower()} et {b.profile.size.label.lower()}.",
        f"Staff: {SIZES[a.profile.size]} and {SIZES[b.profile.size]}.",
    )


def _unknown(profile: PoolingProfile) -> tuple[str, ...]:
    return _BANDS if profile.size is SizeBand.UNKNOWN else ()


def _told(profile: PoolingProfile, value: str) -> PoolingProfile:
    return replace(profile, size=SizeBand(value))


def _if_learned(name: str, value: str) -> Sentence:
    band = SizeBand(value)
    return Sentence(
        f"Si l’effectif de {name} est «{NBSP}{band.label}{NBSP}»",
        f"If the staff of {name} is “{SIZES[band]}”",
    )


SIZE = PoolingCriterion(
    code=CODE,
    label=Sentence("Effectifs", "Staff"),
    weight=lambda frame: frame.weight_of(CODE),
    least=lambda _: _FARTHEST,
    value=_value,
    reason=_reason,
    lesson=Learning(CODE, Sentence("l’effectif", "the staff"), _unknown, _told, _if_learned),
)
