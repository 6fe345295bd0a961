"""How a row and an organisation agree, and the odds that they are one.

A conditional logit with an outside option: each candidate has odds ``exp(w · features)``, « none of
them » has odds 1, and a candidate's probability is its odds over all odds. So two candidates that
agree as well as each other share the probability, and a row that resembles nothing leaves it to
« none ». The weights come from ``data/matching/weights.toml``.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.matching.terms import NumberLevel, PhoneLevel, PlaceLevel

_ALL = 0.99  # of the telling words of a row


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """Two names compared; every figure is in [0, 1].

    ``ratio`` likens the whole texts; ``of_row`` and ``of_candidate`` say how much of each name's
    telling words the other has; ``rarity`` how rare the words they share are. ``letters`` is the
    length of the acronym that stands for the other name, 0 without one; ``begins`` says that one
    name, long enough, is how the other begins.
    """

    ratio: float
    of_row: float
    of_candidate: float
    rarity: float
    same: bool = False
    letters: int = 0
    begins: bool = False
    devices_differ: bool = False
    numbers_differ: bool = False

    @property
    def acronym(self) -> bool:
        """True when one name is the other's acronym."""
        return self.letters > 0

    @property
    def unlike(self) -> bool:
        """True when nothing in one name calls the other to mind."""
        least = min(self.of_row, self.of_candidate), max(self.of_row, self.of_candidate)
        return not self.acronym and self.ratio < 0.6 and least[0] < 0.34 and least[1] < 0.5

    @property
    def alike(self) -> bool:
        """True when each name has nearly all of the other's telling words, or is its acronym."""
        near = min(self.of_row, self.of_candidate) >= 0.8 or self.ratio >= 0.9
        return (near or self.acronym) and not self.numbers_differ and not self.devices_differ


@dataclass(frozen=True, slots=True)
class RowAgreement:
    """All that is compared; ``name`` is ``None`` when the row tells none.

    ``town_named``: the row’s name tells the town of the organisation, whatever its cells do.
    """

    number: NumberLevel
    place: PlaceLevel
    name: NameAgreement | None
    same_postcode: bool = False
    phone: PhoneLevel = PhoneLevel.UNTOLD
    town_named: bool = False

    @property
    def is_there(self) -> bool:
        """True when the row tells the organisation's commune, in a cell or in the name."""
        told = {PlaceLevel.COMMUNE, PlaceLevel.AMONG}
        unsure = {PlaceLevel.WITHIN, PlaceLevel.UNTOLD}
        return self.place in told or (self.town_named and self.place in unsure)

    @property
    def is_inside_there(self) -> bool:
        """True when an organisation of the row's very commune bears every telling word of it."""
        name = self.name
        if name is None or self.place not in {PlaceLevel.COMMUNE, PlaceLevel.AMONG}:
            return False
        return name.of_row >= _ALL and not (name.devices_differ or name.numbers_differ)

    def features(self) -> dict[str, float]:
        """Named figures that the weights multiply; a name's features fade with what is untold."""
        found = {f"number_{self.number.value}": 1.0, f"place_{self.place.value}": 1.0}
        found[f"phone_{self.phone.value}"] = 1.0
        found["postcode_same"] = float(self.same_postcode)
        found["town_named"] = float(self.town_named)
        name = self.name
        if name is None:
            return found | {"name_untold": 1.0}
        return found | {
            "name_ratio": name.ratio,
            "name_near": max(0.0, name.ratio - 0.8) * 5,
            "name_of_row": name.of_row,
            "name_of_candidate": name.of_candidate,
            "name_both": min(name.of_row, name.of_candidate),
            "name_rarity": name.rarity * min(name.of_row, name.of_candidate),
            "name_same": float(name.same),
            "name_same_rare": name.rarity * name.same,
            "name_begins": float(name.begins),
            "name_inside_there": name.rarity * self.is_inside_there,
            "name_acronym": float(name.acronym),
            "name_acronym_long": max(0, min(name.letters, 6) - 3) / 3,
            "name_devices_differ": float(name.devices_differ),
            "name_numbers_differ": float(name.numbers_differ),
        }


@dataclass(frozen=True, slots=True)
class MatchWeights:
    """Weights by feature, and the thresholds: found from ``found``, unknown below ``unknown``."""

    by_feature: Mapping[str, float]
    found: float
    unknown: float

    def __post_init__(self) -> None:
        if not 0 < self.unknown < self.found < 1:
            raise ValueError("thresholds: 0 < unknown < found < 1")

    def logit(self, agreement: RowAgreement) -> float:
        """Log of the odds of one candidate; a feature without weight is an error."""
        return sum(self.by_feature[name] * x for name, x in agreement.features().items())

    def probabilities(self, agreements: Sequence[RowAgreement]) -> tuple[float, ...]:
        """Each candidate's probability to be the one; what is left to 1 is « none of them »."""
        logits = [self.logit(agreement) for agreement in agreements]
        highest = max((0.0, *logits))
        odds = [math.exp(logit - highest) for logit in logits]
        total = math.exp(-highest) + math.fsum(odds)
        return tuple(each / total for each in odds)
