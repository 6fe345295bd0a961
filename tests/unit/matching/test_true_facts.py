"""A true fact of place never lowers the right candidate; a wrong one never raises it.

But for one case, which is no fault: a commune told may show that another organisation of that very
commune bears the row's words better than the right one does (``name_inside_there``).
"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.matching.agreement import NameAgreement, RowAgreement
from territorial_map.domain.matching.terms import NumberLevel, PlaceLevel
from tests.known import KNOWLEDGE

_SHARES = st.floats(0, 1)
_NAMES = st.builds(
    NameAgreement, ratio=_SHARES, of_row=_SHARES, of_candidate=_SHARES, rarity=_SHARES
)
_UNTOLD = st.builds(
    RowAgreement,
    number=st.sampled_from([NumberLevel.NONE, NumberLevel.SIREN]),
    place=st.just(PlaceLevel.UNTOLD),
    name=_NAMES,
)
_IN_DEPARTMENT = st.sampled_from([PlaceLevel.WITHIN, PlaceLevel.ELSEWHERE])
_IN_COMMUNE = {
    PlaceLevel.WITHIN: [PlaceLevel.COMMUNE, PlaceLevel.DEPARTMENT],
    PlaceLevel.ELSEWHERE: [PlaceLevel.ELSEWHERE],
}


def _inside(agreement: RowAgreement) -> float:
    """How much of the row's rare words an organisation of its very commune bears, in [0, 1]."""
    there = replace(agreement, place=PlaceLevel.COMMUNE)
    return there.features()["name_inside_there"]


def _possible(level: PlaceLevel, other: RowAgreement, right: RowAgreement) -> list[PlaceLevel]:
    """Where another organisation may turn out to be, once the commune is told."""
    found = _IN_COMMUNE[level]
    return found[-1:] if _inside(other) > _inside(right) else found


@given(right=_UNTOLD, others=st.lists(_UNTOLD, max_size=4), data=st.data())
def test_the_right_departement_then_the_right_commune_never_lower(
    right: RowAgreement, others: list[RowAgreement], data: st.DataObject
) -> None:
    weights = KNOWLEDGE.matching
    departments = [data.draw(_IN_DEPARTMENT) for _ in others]
    communes = [
        data.draw(st.sampled_from(_possible(level, other, right)))
        for level, other in zip(departments, others, strict=True)
    ]

    def likely(own: PlaceLevel, theirs: list[PlaceLevel]) -> float:
        placed = [replace(o, place=level) for o, level in zip(others, theirs, strict=True)]
        return weights.probabilities([replace(right, place=own), *placed])[0]

    untold = likely(PlaceLevel.UNTOLD, [PlaceLevel.UNTOLD] * len(others))
    within = likely(PlaceLevel.WITHIN, departments)
    placed = likely(PlaceLevel.COMMUNE, communes)

    assert untold <= within + 1e-12
    assert within <= placed + 1e-12


def test_an_organisation_of_the_very_commune_that_bears_every_word_may_be_likelier() -> None:
    weights = KNOWLEDGE.matching
    part = NameAgreement(ratio=0.5, of_row=0.5, of_candidate=1, rarity=1)
    whole = NameAgreement(ratio=0.5, of_row=1, of_candidate=0.5, rarity=1)
    right, other = (RowAgreement(NumberLevel.NONE, PlaceLevel.WITHIN, n) for n in (part, whole))

    def likely(level: PlaceLevel) -> float:
        return weights.probabilities([replace(each, place=level) for each in (right, other)])[0]

    assert likely(PlaceLevel.COMMUNE) < likely(PlaceLevel.WITHIN)


@given(right=_UNTOLD)
def test_a_wrong_place_lowers(right: RowAgreement) -> None:
    weights = KNOWLEDGE.matching

    def likely(level: PlaceLevel) -> float:
        return weights.probabilities([replace(right, place=level)])[0]

    untold = likely(PlaceLevel.UNTOLD)
    assert likely(PlaceLevel.ELSEWHERE) < untold
    assert likely(PlaceLevel.DEPARTMENT) < untold
