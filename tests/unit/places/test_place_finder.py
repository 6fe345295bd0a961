"""The place finder: codes exactly, names of today and before, and the ways to write both."""

import pytest

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.services.explore.gazetteer import Gazetteer

COMMUNE, DEPARTMENT, REGION = (
    TerritoryLevel.COMMUNE,
    TerritoryLevel.DEPARTMENT,
    TerritoryLevel.REGION,
)


@pytest.fixture(scope="module")
def gazetteer(reference: TerritoryReference) -> Gazetteer:
    levels = (reference.regions, reference.departments, reference.epci, reference.communes)
    islands = [Territory(DEPARTMENT, "978", "Saint-Martin")]
    territories = [*(t for level in levels for t in level.values()), *islands]
    return Gazetteer(territories, reference.reader)


@pytest.mark.parametrize(
    ("typed", "level", "code"),
    [
        ("Marseille 3e", COMMUNE, "13055"),
        ("Paris 10e", COMMUNE, "75056"),
        ("Lyon 3e", COMMUNE, "69123"),
        ("Lyon 69003", COMMUNE, "69123"),
        ("Paris 75010", COMMUNE, "75056"),
        ("Nantes (44)", COMMUNE, "44109"),
        ("Isère (38)", DEPARTMENT, "38"),
        ("38 - Isère", DEPARTMENT, "38"),
        ("isere", DEPARTMENT, "38"),
        ("Saint-Denis (La Réunion)", COMMUNE, "97411"),
        ("Saint-Denis (93)", COMMUNE, "93066"),
        ("Annecy-le-Vieux", COMMUNE, "74010"),
        ("cherbourg octeville", COMMUNE, "50129"),
        ("69152", COMMUNE, "69149"),
        ("74011", COMMUNE, "74010"),
        ("2A004", COMMUNE, "2A004"),
        ("2a004", COMMUNE, "2A004"),
        ("69383", COMMUNE, "69123"),
        ("97801", DEPARTMENT, "978"),
        ("26281", COMMUNE, "26281"),
        ("26100", COMMUNE, "26281"),
        ("Rhône-Alpes", REGION, "84"),
        ("PACA", REGION, "93"),
        ("Bourgogne", REGION, "27"),
        ("Picardie", REGION, "32"),
        ("Lorraine", REGION, "44"),
        ("Limousin", REGION, "75"),
        ("IDF", REGION, "11"),
        ("aura", REGION, "84"),
        ("NPDC", REGION, "32"),
        ("HDF", REGION, "32"),
        ("Réunion", REGION, "04"),
        ("Guadeloupe", REGION, "01"),
        ("Loire-Inférieure", DEPARTMENT, "44"),
        ("Évry", COMMUNE, "91228"),
        ("mans", COMMUNE, "72181"),
        ("sables d'olonne", COMMUNE, "85194"),
        ("97150", DEPARTMENT, "978"),
        ("Romnas-sur-Isère", COMMUNE, "26281"),
        ("Marseille 15ème arrondissement", COMMUNE, "13055"),
        ("Lyon IX", COMMUNE, "69123"),
        ("Lyon 9", COMMUNE, "69123"),
        ("Paris 1", COMMUNE, "75056"),
        ("Paris 2", COMMUNE, "75056"),
        ("Paris XX", COMMUNE, "75056"),
        ("paris 20ème", COMMUNE, "75056"),
        ("Paris (75)", COMMUNE, "75056"),
        ("31 Toulouse", COMMUNE, "31555"),
        ("le 93", DEPARTMENT, "93"),
        ("9-3", DEPARTMENT, "93"),
        ("dans le 42", DEPARTMENT, "42"),
        ("département de l'Isère", DEPARTMENT, "38"),
        ("Isère, Auvergne-Rhône-Alpes", DEPARTMENT, "38"),
        ("Métropole de Lyon", TerritoryLevel.EPCI, "200046977"),
        ("grand lyon", TerritoryLevel.EPCI, "200046977"),
        ("CC Rhône Crussol", TerritoryLevel.EPCI, "200041366"),
        ("comcom Rhône Crussol", TerritoryLevel.EPCI, "200041366"),
        ("ca valence romans agglo", TerritoryLevel.EPCI, "200068781"),
        ("cran gevrier", COMMUNE, "74010"),
        ("Belfort", COMMUNE, "90010"),
        ("Paris 3", COMMUNE, "75056"),
        ("Marseille 1", COMMUNE, "13055"),
        ("la 2B", DEPARTMENT, "2B"),
        ("cc du val de drôme", TerritoryLevel.EPCI, "242600252"),
        ("Nantes, Loire-Atlantique, France", COMMUNE, "44109"),
        ("Pierre-Bénite", COMMUNE, "69149"),
        ("Meythet", COMMUNE, "74010"),
        ("Lomme", COMMUNE, "59350"),
        ("Grenoble cedex 9", COMMUNE, "38185"),
        ("La Roche s/ Yon", COMMUNE, "85191"),
        ("Le Port 97420", COMMUNE, "97407"),
    ],
)
def test_what_is_typed_finds_its_place_first(
    typed: str, level: TerritoryLevel, code: str, gazetteer: Gazetteer
) -> None:
    found = gazetteer.find(typed)

    assert (found[0].territory.level, found[0].territory.code) == (level, code)


def test_a_former_name_says_what_it_became(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Annecy-le-Vieux")[0].name == "Annecy-le-Vieux → Annecy"


@pytest.mark.parametrize("typed", ["99999", "69999", "00000", "zzzzqqqq", "123456789"])
def test_what_is_no_place_finds_nothing(typed: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.find(typed) == ()


def test_a_code_has_no_typing_tolerance(
    gazetteer: Gazetteer, reference: TerritoryReference
) -> None:
    index = reference.reader.index
    unknown = [
        code
        for code in map(str, range(26380, 26480))
        if not index.now(code) and not index.served_by(code)
    ]

    assert len(unknown) > 40
    assert all(gazetteer.find(code) == () for code in unknown)


def test_an_ambiguous_name_lists_its_namesakes_by_size(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Saint-Denis")

    assert [place.territory.code for place in found[:2]] == ["97411", "93066"]


def test_a_territory_is_told_once_while_its_name_is_typed(gazetteer: Gazetteer) -> None:
    found = [place.territory.code for place in gazetteer.find("annec")]

    assert found.count("74010") == 1


def test_a_former_code_answers_wherever_a_code_is_asked(gazetteer: Gazetteer) -> None:
    commune = gazetteer.get(COMMUNE, "74011")

    assert commune is not None
    assert (commune.code, gazetteer.name_of(COMMUNE, "74011")) == ("74010", "Annecy")
    assert [c.code for c in gazetteer.communes("Cherbourg-Octeville")] == ["50129"]
