"""The files that follow a schema of others: data·inclusion, digital mediation, points of both."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from data_inclusion.schema.v1.structures import Structure

from territorial_map.domain.vocabulary import Device, PartnerType
from territorial_map.open_data.inclusion import structures_of
from territorial_map.open_data.mediation import FIELDS, places_of
from tests.open_data.directory import mention
from tests.synthetic import organisation, place_in_lyon

MEDNUM = Path(__file__).parents[1] / "fixtures" / "mediation-numerique-schema-1.0.2.json"


def test_structures_are_those_of_data_inclusion(folder: Path) -> None:
    rows = json.loads((folder / "structures-data-inclusion.json").read_text(encoding="utf-8"))

    assert [row["id"] for row in rows] == ["cooperation-territoriale--synthetic:esat"]
    told = Structure(**rows[0])
    assert {network.value for network in told.reseaux_porteurs or ()} == {"esat", "ea"}
    assert (told.telephone, told.siret) == ("+33475000000", "77554408300477")


def test_the_centre_of_a_commune_is_no_point_of_a_structure() -> None:
    (told,) = structures_of([organisation(devices=(Device.ACI,), place=place_in_lyon(None))])

    assert "longitude" not in told
    assert told["code_insee"] == "69123"


@pytest.mark.parametrize(
    ("changes", "networks"),
    [
        ({"partner_type": PartnerType.CCAS}, [["ccas-cias"]]),
        ({"devices": (Device.EMPLOYERS_GROUP,)}, []),
        ({"devices": (Device.GEIQ,), "name": "A"}, []),
        ({"devices": (Device.GEIQ,), "name": "Structure synthétique."}, [["geiq"]]),
    ],
)
def test_only_structures_that_fit_the_schema_are_told(
    changes: dict[str, Any], networks: list[list[str]]
) -> None:
    found = structures_of([organisation(**changes)])

    assert [one["reseaux_porteurs"] for one in found] == networks
    assert [one["nom"] for one in found if one["nom"].endswith(".")] == []


def test_places_of_mediation_are_those_that_a_programme_names() -> None:
    source = mention("synthetic:1", "Licence Ouverte 2.0", "Aidants Connect (ANCT)")
    space = organisation("synthetic:space", siret="77554408300477", siren="775544083")
    named = replace(space, sources=(replace(source, id=space.id),), phone="04 75 00 00 00")
    without_siret = replace(named, siret=None)

    found = places_of([space, named, without_siret])

    assert [one["id"] for one in found] == ["synthetic:space"]
    assert found[0]["services"] == "Aide aux démarches administratives"
    assert found[0]["telephone"] == "+33475000000"


def test_the_columns_of_mediation_are_those_of_the_national_schema() -> None:
    schema = json.loads(MEDNUM.read_text(encoding="utf-8"))

    assert list(FIELDS) == [field["name"] for field in schema["fields"]]
