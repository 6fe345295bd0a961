"""A true fact of place never lowers the right candidate; a wrong one never raises it."""

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
    PlaceLevel.WITHIN: st.sampled_from([PlaceLevel.COMMUNE, PlaceLevel.DEPARTMENT]),
    PlaceLevel.ELSEWHERE: st.just(PlaceLevel.ELSEWHERE),
}


@given(right=_UNTOLD, others=st.lists(_UNTOLD, max_size=4), data=st.data())
def test_the_right_departement_then_the_right_commune_never_lower(
    right: RowAgreement, others: list[RowAgreement], data: st.DataObject
) -> None:
    weights = KNOWLEDGE.matching
    departments = [data.draw(_IN_DEPARTMENT) for _ in others]
    communes = [data.draw(_IN_COMMUNE[level]) for level in departments]

    def likely(own: PlaceLevel, theirs: list[PlaceLevel]) -> float:
        placed = [replace(o, place=level) for o, level in zip(others, theirs, strict=True)]
        return weights.probabilities([replace(right, place=own), *placed])[0]

    untold = likely(PlaceLevel.UNTOLD, [PlaceLevel.UNTOLD] * len(others))
    within = likely(PlaceLevel.WITHIN, departments)
    placed = likely(PlaceLevel.COMMUNE, communes)

    assert untold <= within + 1e-12
    assert within <= placed + 1e-12


@given(right=_UNTOLD)
def test_a_wrong_place_lowers(right: RowAgreement) -> None:
    weights = KNOWLEDGE.matching

    def likely(level: PlaceLevel) -> float:
        return weights.probabilities([replace(right, place=level)])[0]

    untold = likely(PlaceLevel.UNTOLD)
    assert likely(PlaceLevel.ELSEWHERE) < untold
    assert likely(PlaceLevel.DEPARTMENT) < untold
