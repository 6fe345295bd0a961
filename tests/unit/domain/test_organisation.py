"""An organisation refuses what cannot be true."""

import pytest

from territorial_map.domain.organisation import Place, Status
from territorial_map.domain.vocabulary import Device, EssStatus, LegalFamily, LegalForm, Located
from tests.synthetic import organisation


def test_a_public_body_is_never_ess() -> None:
    status = Status(EssStatus.STATUTORY, "", LegalForm.ASSOCIATION, "", LegalFamily.ASSOCIATION)

    with pytest.raises(ValueError, match="not ESS"):
        organisation(siren="212602817", status=status)


def test_a_geiq_is_no_siae() -> None:
    assert not Device.GEIQ.is_siae
    assert [d for d in Device if d.is_siae] == [
        Device.ACI,
        Device.EI,
        Device.AI,
        Device.ETTI,
        Device.EITI,
    ]


def test_a_siret_belongs_to_its_siren() -> None:
    with pytest.raises(ValueError, match="is not of SIREN"):
        organisation(siren="807469317", siret="77554408300477")


def test_a_place_at_an_address_names_its_commune() -> None:
    with pytest.raises(ValueError, match="without a commune"):
        Place(Located.ADDRESS)


def test_a_legal_form_stays_in_its_family() -> None:
    with pytest.raises(ValueError, match="family"):
        Status(legal_form=LegalForm.SCOP, legal_family=LegalFamily.ASSOCIATION)
