"""What a named member of a PTCE is, whatever doubtful type its page files it under."""

import pytest

from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    PartnerType,
)
from territorial_map.ingest.poles.member_types import MEMBER_TYPES, nature_of
from territorial_map.ingest.poles.sole_traders import is_sole_trader


@pytest.mark.parametrize("member_type", sorted(MEMBER_TYPES))
def test_every_type_gives_a_kind_and_an_evidence(member_type: str) -> None:
    nature = nature_of("Les Magnolias", member_type)

    assert nature.status.ess_evidence
    assert (nature.partner_type is None) is member_type.startswith("ess_")


@pytest.mark.parametrize(
    ("name", "member_type", "partner_type", "ess"),
    [
        ("Ville de Paris", "local_authority", PartnerType.LOCAL_AUTHORITY, "outside_public"),
        (
            "Département de Vaucluse",
            "local_authority",
            PartnerType.LOCAL_AUTHORITY,
            "outside_public",
        ),
        ("CC du Pays de Bray", "local_authority", PartnerType.GROUPING, "outside_public"),
        (
            "Métropole européenne de Lille",
            "local_authority",
            PartnerType.GROUPING,
            "outside_public",
        ),
        (
            "Parc naturel régional du Luberon",
            "local_authority",
            PartnerType.GROUPING,
            "outside_public",
        ),
        ("CIAS de la région d'Audruicq", "local_authority", PartnerType.CCAS, "outside_public"),
        ("SAMOA", "local_authority", PartnerType.OTHER, "to_establish"),
        ("Dijon Habitat", "other", PartnerType.LANDLORD, "outside_public"),
        ("CRESS Rhône-Alpes", "ess_association", PartnerType.NETWORK_HEAD, "statutory"),
        ("Urscop Aquitaine", "ess_other", PartnerType.NETWORK_HEAD, "to_establish"),
        ("Université Rennes 1", "research", PartnerType.HIGHER_EDUCATION, "outside_public"),
        ("GREDEG", "research", PartnerType.RESEARCH, "to_establish"),
        ("IUT de Figeac", "training", PartnerType.HIGHER_EDUCATION, "outside_public"),
        ("GRETA 95", "training", PartnerType.TRAINING, "outside_public"),
        ("Sodexo", "enterprise", PartnerType.ENTERPRISE, "to_establish"),
        ("Eco-Origin (cluster éco-activités)", "other", PartnerType.BUSINESS_CLUB, "to_establish"),
    ],
)
def test_a_partner_is_what_its_name_says(
    name: str, member_type: str, partner_type: PartnerType, ess: str
) -> None:
    nature = nature_of(name, member_type)

    assert nature.kind is Kind.TERRITORIAL_PARTNER
    assert (nature.partner_type, nature.status.ess) == (partner_type, EssStatus(ess))


def test_a_foundation_filed_as_another_ess_body_is_a_foundation() -> None:
    status = nature_of("Fondation Blachère", "ess_other").status

    assert (status.legal_form, status.ess) == (LegalForm.FOUNDATION, EssStatus.STATUTORY)


def test_a_cooperative_of_unknown_form_is_ess_by_its_family() -> None:
    status = nature_of("Coopanme", "ess_cooperative").status

    assert (status.legal_family, status.ess) == (LegalFamily.COOPERATIVE, EssStatus.STATUTORY)
    assert status.legal_form is LegalForm.UNKNOWN


def test_an_emmaus_community_is_no_grouping_of_communes() -> None:
    assert nature_of("Communauté Emmaüs", "ess_association").kind is Kind.ESS_ACTOR


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("La Drisse (entreprise adaptée)", Device.EA),
        ("Chantiers Nature (SARL, entreprise d'insertion)", Device.EI),
        ("Apij (organisme de formation)", Device.TRAINING_BODY),
        ("Régie de Territoire des Deux Rives (RDT2R)", Device.REGIE_QUARTIER),
    ],
)
def test_a_device_in_brackets_is_held(name: str, device: Device) -> None:
    assert device in nature_of(name, "ess_other").devices


def test_the_name_of_a_company_is_not_that_of_a_sole_trader() -> None:
    assert not is_sole_trader("Sodexo")
