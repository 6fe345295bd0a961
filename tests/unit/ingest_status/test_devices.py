"""Devices and kinds of place: what the register files, and what the name adds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.vocabulary import Device, PartnerType, PlaceType, SizeBand
from territorial_map.ingest.status import (
    Clues,
    devices_of,
    old_label_note,
    place_types_of,
    public_partner_type,
    size_of,
)


@given(name=st.text(max_size=30), category=st.sampled_from(("aci", "ei", "ai", "etti", "geiq")))
def test_a_geiq_is_never_a_siae_and_a_siae_never_a_geiq(name: str, category: str) -> None:
    devices = devices_of(Clues(f"GEIQ {name}", category))

    assert not (Device.GEIQ in devices and any(device.is_siae for device in devices))


def test_a_geiq_is_an_employers_group() -> None:
    assert devices_of(Clues("GEIQ BTP 81", "geiq")) == (Device.GEIQ, Device.EMPLOYERS_GROUP)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ASSOC REGIE QUARTIER CRETEIL", True),
        ("ASSOC REGIE INTER QUARTIERS MACON", True),
        ("ASSOC REGIE DE TERRITOIRE DES DEUX RIVES", True),
        ("ASS DE PREFIGURATION REGIE DE QUARTIERS GRAN PIE C", False),
        ("SCIC REGIE DES ECRIVAINS", False),
    ],
)
def test_a_neighbourhood_regie_is_told_by_its_name(name: str, *, told: bool) -> None:
    assert (Device.REGIE_QUARTIER in devices_of(Clues(name, "ei"))) is told


def test_an_employers_group_is_told_by_its_name() -> None:
    assert devices_of(Clues("GROUPEMENT D EMPLOYEURS DE GUYANE")) == (Device.EMPLOYERS_GROUP,)


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("RÉGIES DES TERRITOIRES DU NORD", Device.REGIE_QUARTIER),
        ("Entreprise à but d’emploi", Device.TZCLD),
        ("TZCLD Colombelles", Device.TZCLD),
        ("Territoires zéro chômeur", Device.TZCLD),
        ("GPT EMPLOYEURS", Device.EMPLOYERS_GROUP),
        ("EATT du Rhône", Device.EATT),
        ("Entreprise adaptée de travail temporaire", Device.EATT),
        ("Organisme de formation", Device.TRAINING_BODY),
        ("CFPPA", Device.TRAINING_BODY),
        ("GRETA", Device.TRAINING_BODY),
        ("AFPA", Device.TRAINING_BODY),
        ("GEIQ BTP", Device.GEIQ),
    ],
)
def test_every_way_to_name_a_device_is_read(name: str, device: Device) -> None:
    assert device in devices_of(Clues(name, "association"))


def test_a_pepiniere_filed_as_tiers_lieu_is_a_pepiniere() -> None:
    clues = Clues("Pépinière d'entreprises de Lomagne", "tiers_lieu")

    assert place_types_of(clues) == (PlaceType.PEPINIERE,)


def test_a_place_keeps_its_filed_kind_and_adds_those_it_names() -> None:
    clues = Clues("Atelier Made in iKi - FabLab Bresse du Jura", "tiers_lieu")

    assert place_types_of(clues) == (PlaceType.TIERS_LIEU, PlaceType.FABLAB)


@pytest.mark.parametrize("name", ["ATELIER PROTEGE IRIS", "AP DE BROU", 'A. P. "LE VERDIER"'])
def test_an_old_label_says_so(name: str) -> None:
    assert "avant 2005" in (old_label_note(name, "ea") or "")


@pytest.mark.parametrize(
    ("name", "category"),
    [("APF INDUSTRIE", "ea"), ("EA LE HAUT MEXANT", "ea"), ("ATELIER PROTEGE", "esat")],
)
def test_other_names_carry_no_note(name: str, category: str) -> None:
    assert old_label_note(name, category) is None


@pytest.mark.parametrize(
    ("name", "siren", "partner_type"),
    [
        ("COM DE LAON", "210203000", PartnerType.LOCAL_AUTHORITY),
        ("COM DE COM VAL DE MEUSE VOIE SACREE", "200066140", PartnerType.GROUPING),
        ("CTRE INTERCOM ACTION SOCIAL GD AUCH COEUR GASCOGNE", "263200000", PartnerType.CCAS),
        ("CIAS CARCASSONNE AGGLO SOLIDARITE", "200033199", PartnerType.CCAS),
        ("SYNDICAT MIXTE DU PARC NATUREL REGIONAL", "259720000", PartnerType.GROUPING),
        ("DEPARTEMENT DE SAONE ET LOIRE", "227100013", PartnerType.LOCAL_AUTHORITY),
        ("LYC POLYVALENT DES GLIERES", "197400000", PartnerType.TRAINING),
        ("NANTES TERRE ATLANTIQUE", "194400000", PartnerType.TRAINING),
        ("THE PLACE by CCI28", "182800011", PartnerType.CHAMBER),
        ("SMAELT", "200029999", PartnerType.OTHER),
    ],
)
def test_a_public_body_is_the_partner_its_name_or_siren_tells(
    name: str, siren: str, partner_type: PartnerType
) -> None:
    assert public_partner_type(Clues(name, siren=siren)) is partner_type


def test_a_new_commune_is_known_by_the_name_of_its_territory() -> None:
    clues = Clues("VIRE NORMANDIE", siren="200060176", commune="Vire Normandie")

    assert public_partner_type(clues) is PartnerType.LOCAL_AUTHORITY


@pytest.mark.parametrize(
    ("band", "size"),
    [
        ("", SizeBand.UNKNOWN),
        ("NN", SizeBand.UNKNOWN),
        ("0", SizeBand.NONE),
        ("00", SizeBand.NONE),
        ("1", SizeBand.MICRO),
        ("03", SizeBand.MICRO),
        ("12", SizeBand.SMALL),
        ("31", SizeBand.MEDIUM),
        ("32", SizeBand.LARGE),
        ("53", SizeBand.LARGE),
    ],
)
def test_headcount_bands_fold_to_five_sizes(band: str, size: SizeBand) -> None:
    assert size_of(band) is size
