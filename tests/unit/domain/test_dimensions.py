"""Each filter has a label, and takes what its codes look like and nothing else."""

import pytest

from territorial_map.domain.dimensions import BY_NAME, DIMENSIONS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import MAX_VALUES, Selection


def test_every_filter_has_a_label_of_its_own() -> None:
    labels = [dimension.label for dimension in DIMENSIONS]

    assert len(labels) > 20
    assert [label for label in labels if not (isinstance(label, str) and label.strip())] == []
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("region", ["84", "011"], ["8", "0001", "Bretagne", "²4", ""]),
        ("department", ["01", "2A", "974"], ["1", "2a", "2C", "0026", "Drôme", "2²"]),
        ("epci", ["200040459"], ["20004045", "2000404590", "20004045A", "٢٠٠٠٤٠٤٥٩"]),
        ("commune", ["26281", "2A004"], ["2628", "262811", "2C004", "Romans"]),
        ("siren", ["807469317", "807 469 317", "807.469.317"], ["80746931", "8074693170", "x"]),
        ("siret", ["80746931700018", "807 469 317 00018"], ["8074693170001", "807469317000180"]),
        ("practice", ["p27"], ["p99", "27", "p27x"]),
        ("quality", ["complete"], ["", "Complète", "none"]),
    ],
)
def test_a_filter_takes_its_own_codes_alone(name: str, right: list[str], wrong: list[str]) -> None:
    dimension = BY_NAME[name]

    assert [value for value in right if not dimension.accepts(value)] == []
    assert [value for value in wrong if dimension.accepts(value)] == []


def test_too_many_values_are_refused_with_their_filter_and_their_number() -> None:
    codes = [f"{n:05}" for n in range(1_000, 1_000 + MAX_VALUES + 1)]

    assert Selection.of({"commune": codes[:-1]}).chosen("commune")
    with pytest.raises(BadParameter) as refused:
        Selection.of({"commune": codes})

    assert refused.value.parameter == "commune"
    assert refused.value.value == f"{MAX_VALUES + 1} valeurs"
