"""Totals, notes and titles inside a table are no organisations; names like them are."""

import pyarrow.parquet as pq
import pytest

from territorial_map.domain.cells import is_furniture
from territorial_map.domain.cells.area_names import AREA_NAMES
from territorial_map.domain.text import fold
from territorial_map.settings import data_folder


@pytest.mark.parametrize(
    "name",
    [
        "TOTAL",
        "Total général",
        "Total :",
        "Totaux",
        "Sous-total Ain",
        "Total par département",
        "Nombre de structures : 2",
        "Source : enquête interne",
        "Sources: INSEE",
        "(*) données 2023",
        "* hors établissements secondaires",
        "NB : liste non exhaustive",
        "Mis à jour le 12/03/2024",
        "12 structures",
    ],
)
def test_a_row_of_furniture_is_told(name: str) -> None:
    assert is_furniture({"name": name, "category": "association"}, ("7",))


@pytest.mark.parametrize(
    "name",
    [
        "Total Énergies Solidaire",
        "Source de vie",
        "Nota Bene",
        "Nombre d’or",
        "Moyenne montagne",
        "Somme solidaire",
        "Page blanche",
        "Notes et mots",
    ],
)
def test_an_organisation_named_alike_is_kept(name: str) -> None:
    assert not is_furniture({"name": name})


def test_a_row_that_tells_a_place_or_a_number_is_an_organisation() -> None:
    assert not is_furniture({"name": "Total", "commune": "Pau"})
    assert not is_furniture({"name": "Total", "siret": "80746931700018"})


def test_a_title_alone_on_its_row_is_furniture() -> None:
    assert is_furniture({"name": "Département de l’Ain", "commune": ""})
    assert not is_furniture({"name": "Département de l’Ain"})  # of names alone
    assert not is_furniture({"name": "Département de l’Ain", "category": "public"})


def test_the_names_of_areas_are_those_of_the_territories() -> None:
    folder = data_folder("data") / "territories"
    named = {
        fold(name)
        for layer in ("departments", "regions")
        for name in pq.read_table(folder / f"{layer}.parquet", columns=["name"])["name"].to_pylist()
    }

    assert named == AREA_NAMES
