"""Synthetic weights that can be told by heart, and who they are tried on."""

from territorial_map.domain.matching.agreement import MatchWeights, NameAgreement, RowAgreement
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import NumberLevel, PlaceLevel, Why
from territorial_map.domain.matching.verdict import Candidate, MatchDecision, decide
from tests.known import KNOWLEDGE

SIREN, OTHER_SIREN = "807469317", "775544083"
NAMED = Given(2, name="Atelier synthétique")
ALIKE = NameAgreement(1.0, 1.0, 1.0, 1.0, same=True)
PARTLY = NameAgreement(0.7, 0.5, 0.5, 0.5)
UNLIKE = NameAgreement(0.0, 0.0, 0.0, 0.0)
# The longer the name, the likelier: 1 is all but sure, 0 as likely as « none of them ».
BY_RATIO = MatchWeights(
    dict.fromkeys(KNOWLEDGE.matching.by_feature, 0.0) | {"name_ratio": 10.0, "name_untold": 10.0},
    found=0.8,
    unknown=0.2,
)


def candidate(
    identity: str,
    name: NameAgreement | None = ALIKE,
    place: PlaceLevel = PlaceLevel.COMMUNE,
    *numbers: Why,
    siren: str | None = SIREN,
    level: NumberLevel = NumberLevel.NONE,
) -> Candidate:
    agreement = RowAgreement(level, place, name)
    return Candidate(f"synthetic:{identity}", siren, agreement, frozenset(numbers))


def verdict(given: Given, *candidates: Candidate) -> MatchDecision:
    return decide(given, candidates, BY_RATIO)
