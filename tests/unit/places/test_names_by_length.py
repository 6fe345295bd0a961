"""Names met with typing errors: as if each were compared, for a tenth of the work."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from territorial_map.places.names_by_length import NamesByLength

words = st.text("ab ", max_size=9)


@given(st.lists(words, unique=True), words, st.integers(0, 2), st.none() | st.integers(1, 4))
def test_the_nearest_names_are_those_of_a_comparison_with_each(
    names: list[str], wanted: str, errors: int, most: int | None
) -> None:
    apart = sorted((OSA.distance(wanted, name), name) for name in names)
    expected = [name for distance, name in apart if distance <= errors]

    assert NamesByLength(names).nearest(wanted, errors, most) == expected[:most]
