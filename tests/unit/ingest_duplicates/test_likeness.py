"""When two records of two tables are one organisation, perhaps one, or two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.ingest.duplicates import Record, core_name, fold_duplicates
from tests.synthetic import organisation, place
from tests.unit.ingest_duplicates.six_tables import TABLES

SIRETS = (None, "77554408300477", "77554408300436", "77569338501754")
NAMES = ("ASSOC LES ASTELLES", "Les Astelles", "ESAT LES BROSSES", "Atelier du Vercors")

LINKING = settings(max_examples=8, deadline=None)  # each example is linked in a database


@st.composite
def records(draw: st.DrawFn, identity: str) -> Organisation:
    siret = draw(st.sampled_from(SIRETS))
    return organisation(
        identity,
        source_name=draw(st.sampled_from(NAMES)),
        siret=siret,
        siren=siret[:9] if siret else draw(st.sampled_from((None, "775544083"))),
        devices=draw(st.sampled_from(((), (Device.ACI,), (Device.ESAT,)))),
        kind=draw(st.sampled_from((Kind.ESS_ACTOR, Kind.PTCE, Kind.SHELTERED_SUPPLIER))),
        place=place(commune=draw(st.sampled_from(("26281", "26362")))),
    )


def found(one: Organisation, other: Organisation) -> str:
    folded = fold_duplicates([Record(TABLES[1], one), Record(TABLES[2], other)])
    return "one" if folded.merged else "perhaps" if folded.perhaps else "two"


@LINKING
@given(records("siae:1"), records("ess:1"))
def test_different_devices_or_persons_are_two(one: Organisation, other: Organisation) -> None:
    answer = found(one, other)

    if one.devices and other.devices and one.devices != other.devices:
        assert answer == "two"
    if one.siren and other.siren and one.siren != other.siren:
        assert answer == "two"


@LINKING
@given(records("siae:1"), records("ess:1"))
def test_a_pole_is_never_one_of_its_members(one: Organisation, other: Organisation) -> None:
    if Kind.PTCE in {one.kind, other.kind}:
        assert found(one, other) == "two"


@given(st.text(max_size=40), st.text(max_size=20))
def test_a_core_name_is_its_own_core(name: str, commune: str) -> None:
    core = core_name(name, commune)

    assert core_name(core) == core


@pytest.mark.parametrize(
    ("name", "commune", "core"),
    [
        ("ASSOC REGIE DE QUARTIER REMIRE MONTJOLY", "Remire-Montjoly", "regie quartier"),
        ("Archer entreprises (transport, BTP)", "Romans-sur-Isère", "archer entreprises"),
        ("ASSOC PAYS DE BRAY SERVICES", "Lachapelle-aux-Pots", "pays bray services"),
        ("Ville de Paris", "Paris", "ville"),
        ("COMMUNE", "", "commune"),
    ],
)
def test_what_makes_a_name_its_own(name: str, commune: str, core: str) -> None:
    assert core_name(name, commune) == core


def pair(one: str, other: str, **both: object) -> str:
    return found(
        organisation("siae:1", source_name=one, **both),
        organisation("ess:1", source_name=other, **both),
    )


def test_a_same_name_at_a_same_place_is_one() -> None:
    assert pair("ASSOC VAL HORIZON", "Val Horizon") == "one"


def test_a_name_cut_by_a_register_is_the_same_name() -> None:
    whole = "Association pour la promotion du maraîchage biologique en Drôme"

    assert pair(whole, whole[:50].upper()) == "one"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Université Rennes 1", "Université Rennes 2"),
        ("Pays de Bray Services", "Pays de Bray Emploi"),
        ("Énergies citoyennes", "La Clarté"),
    ],
)
def test_near_names_of_two_bodies_are_two(one: str, other: str) -> None:
    assert pair(one, other) != "one"


def test_a_beginning_of_a_name_is_only_perhaps_the_same() -> None:
    assert pair("Baluchon", "Baluchon-À table citoyens") == "perhaps"


def test_two_sites_of_one_person_with_one_name_stay_two() -> None:
    first = organisation("siae:1", siren="775544083", siret="77554408300477", source_name="Brosses")
    second = organisation("ess:1", siren="775544083", siret="77554408300436", source_name="Brosses")

    assert found(first, second) == "perhaps"
