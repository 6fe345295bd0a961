"""One key for every way of writing a commune."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from territorial_map.domain.city_labels import city_key, loose_city_key


@given(label=st.text(max_size=20))
@example(label="0:S:0")
@example(label="CHALON S SAONE")
def test_a_key_is_its_own_key(label: str) -> None:
    key = city_key(label)

    assert city_key(key) == key


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("ST ETIENNE CEDEX 2", "saint etienne"),
        ("PONTARLIER CEDEX", "pontarlier"),
        ("BELLEGARDE SUR VALSERINE C", "bellegarde sur valserine"),
        ("LYON CEDEX08", "lyon"),
        ("ROCHE SUR YON (LA)", "la roche sur yon"),
        ("Isle-d’Abeau (L’)", "l isle d abeau"),
        ("STE CROIX S/ AIZIER", "sainte croix sur aizier"),
        ("CHALON S SAONE", "chalon sur saone"),
        ("CHALON-S-SAONE", "chalon sur saone"),
        ("ST MAUR S/S BOIS", "saint maur sous bois"),
        ("MARSEILLE 13EME ARRONDISSEMENT", "marseille"),
        ("Lyon 3e", "lyon"),
        ("Œuilly", "oeuilly"),
        ("ND DE BONDEVILLE", "notre dame de bondeville"),
    ],
)
def test_labels_of_registers(label: str, key: str) -> None:
    assert city_key(label) == key


def test_a_loose_key_forgets_articles_and_spaces() -> None:
    assert loose_city_key(city_key("L'Île d'Yeu")) == loose_city_key(city_key("ILE YEU"))
