"""What one member is for article 9: who is public, who is ESS, who is a link, one by one."""

import pytest

from territorial_map.domain.organisation import Membership, Place, PoleFacts, Status
from territorial_map.domain.ptce.member import (
    Member,
    MemberStanding,
    ess_from_form,
    member_of_organisation,
)
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    LegalFamily,
    LegalForm,
    Located,
    PartnerType,
)
from tests.synthetic import organisation

PUBLIC, PRIVATE = "212602817", "775544083"
TO_ESTABLISH = MemberStanding.TO_ESTABLISH


def member(**facts: object) -> Member:
    return Member("Synthétique", **facts)  # type: ignore[arg-type] # facts of many types


@pytest.mark.parametrize("name", ["", "  ", "\u00a0"])
def test_a_member_has_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="a member has a name"):
        Member(name)


@pytest.mark.parametrize("siren", ["12345678", "1234567890", "12345678A", ""])
def test_a_siren_of_a_member_has_nine_digits(siren: str) -> None:
    with pytest.raises(ValueError, match="nine digits"):
        member(siren=siren)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"siren": PUBLIC}, MemberStanding.PUBLIC),
        ({"legal_form": LegalForm.PUBLIC}, MemberStanding.PUBLIC),
        ({"legal_family": LegalFamily.PUBLIC}, MemberStanding.PUBLIC),
        ({"ess": EssStatus.OUTSIDE_PUBLIC}, MemberStanding.PUBLIC),
        ({"partner_type": PartnerType.LOCAL_AUTHORITY}, MemberStanding.PUBLIC),
        ({"partner_type": PartnerType.CHAMBER}, MemberStanding.PUBLIC),
        (
            {"partner_type": PartnerType.CCAS, "ess": EssStatus.OUTSIDE_PRIVATE},
            MemberStanding.OTHER_PRIVATE,
        ),
        ({"partner_type": PartnerType.GROUPING, "ess": EssStatus.STATUTORY}, TO_ESTABLISH),
        ({"ess": EssStatus.STATUTORY}, MemberStanding.ESS),
        ({"ess": EssStatus.COMMERCIAL_COMPANY}, MemberStanding.ESS),
        ({"ess": EssStatus.OUTSIDE_PRIVATE}, MemberStanding.OTHER_PRIVATE),
        (
            {"ess": EssStatus.OUTSIDE_PRIVATE, "legal_family": LegalFamily.COMMERCIAL},
            MemberStanding.OTHER_ENTERPRISE,
        ),
        (
            {"ess": EssStatus.OUTSIDE_PRIVATE, "partner_type": PartnerType.ENTERPRISE},
            MemberStanding.OTHER_ENTERPRISE,
        ),
        ({"partner_type": PartnerType.ENTERPRISE}, MemberStanding.OTHER_ENTERPRISE),
        ({"legal_form": LegalForm.COMMERCIAL}, MemberStanding.OTHER_ENTERPRISE),
        ({"legal_form": LegalForm.COMMERCIAL, "esus": True}, TO_ESTABLISH),
        ({"legal_form": LegalForm.COMMERCIAL, "devices": (Device.EI,)}, TO_ESTABLISH),
        ({"devices": (Device.ESAT,)}, TO_ESTABLISH),
        ({}, TO_ESTABLISH),
    ],
)
def test_a_member_is_one_thing_for_the_texts(
    facts: dict[str, object], standing: MemberStanding
) -> None:
    told = member(**facts)

    assert told.standing is standing
    assert told.statutes_known == ("ess" in facts)


@pytest.mark.parametrize(
    ("facts", "contradicts"),
    [
        ({"siren": PUBLIC, "legal_form": LegalForm.ASSOCIATION}, True),
        ({"siren": PUBLIC, "legal_form": LegalForm.PUBLIC}, False),
        ({"siren": PUBLIC}, False),
        ({"siren": PRIVATE, "legal_form": LegalForm.ASSOCIATION}, False),
        (
            {
                "siren": PRIVATE,
                "legal_form": LegalForm.ASSOCIATION,
                "registered": LegalFamily.COMMERCIAL,
            },
            True,
        ),
        ({"legal_form": LegalForm.ASSOCIATION, "registered": LegalFamily.COMMERCIAL}, False),
        ({"siren": PUBLIC, "legal_form": LegalForm.ASSOCIATION, "id": "synthetic:1"}, False),
    ],
)
def test_a_number_contradicts_only_a_form_that_a_list_declares(
    *, facts: dict[str, object], contradicts: bool
) -> None:
    told = member(**facts)

    assert told.contradicts_its_number is contradicts
    if contradicts:
        assert told.standing is TO_ESTABLISH


LINKS = {
    *(PartnerType.LOCAL_AUTHORITY, PartnerType.GROUPING, PartnerType.HIGHER_EDUCATION),
    *(PartnerType.RESEARCH, PartnerType.TRAINING, PartnerType.CCAS, PartnerType.CHAMBER),
    *(PartnerType.NETWORK_HEAD, PartnerType.BUSINESS_CLUB, PartnerType.LANDLORD),
}


@pytest.mark.parametrize("kind", PartnerType)
def test_whom_article_9_names_is_a_link_whatever_its_statutes(kind: PartnerType) -> None:
    assert member(partner_type=kind, ess=EssStatus.STATUTORY).is_link == (kind in LINKS)
    private = member(partner_type=kind, ess=EssStatus.OUTSIDE_PRIVATE)
    assert private.is_link == (kind is not PartnerType.ENTERPRISE)


@pytest.mark.parametrize(
    ("facts", "link"),
    [
        ({"devices": (Device.TRAINING_BODY,), "ess": EssStatus.STATUTORY}, True),
        ({"ess": EssStatus.STATUTORY}, False),
        ({"ess": EssStatus.OUTSIDE_PRIVATE}, True),
        ({"siren": PUBLIC}, True),
        ({"legal_form": LegalForm.COMMERCIAL}, False),
        ({"partner_type": PartnerType.OTHER, "legal_form": LegalForm.COMMERCIAL}, False),
        ({}, False),
    ],
)
def test_who_is_named_by_nothing_is_a_link_by_what_it_is(
    *, facts: dict[str, object], link: bool
) -> None:
    assert member(**facts).is_link is link


@pytest.mark.parametrize(
    ("facts", "grouping"),
    [
        ({"partner_type": PartnerType.BUSINESS_CLUB}, True),
        ({"devices": (Device.ACI, Device.GEIQ)}, True),
        ({"devices": (Device.EMPLOYERS_GROUP,)}, True),
        ({"devices": (Device.ACI,)}, False),
        ({"partner_type": PartnerType.CHAMBER}, False),
        ({}, False),
    ],
)
def test_clubs_and_employers_groups_are_groupings_of_enterprises(
    *, facts: dict[str, object], grouping: bool
) -> None:
    assert member(**facts).is_grouping_of_enterprises is grouping


def test_a_person_is_its_number_then_its_record_then_its_name_place_and_line() -> None:
    romans = Place(Located.COMMUNE, commune_code="26281", commune="Romans")

    assert member(siren=PRIVATE, id="synthetic:1").person_key == f"siren:{PRIVATE}"
    assert member(id="synthetic:1", place=romans).person_key == "synthetic:1"
    assert member(place=romans, line=3).person_key == "name:synthetique|26281|3"
    by_name = Place(commune="Romans-sur-Isère")
    assert member(place=by_name).person_key == "name:synthetique|romans sur isere|0"
    assert member(line=3).person_key != member(line=4).person_key


@pytest.mark.parametrize(
    ("form", "status"),
    [
        (LegalForm.ASSOCIATION, EssStatus.STATUTORY),
        (LegalForm.SCOP, EssStatus.STATUTORY),
        (LegalForm.COMMERCIAL, EssStatus.OUTSIDE_PRIVATE),
        (LegalForm.COMMERCIAL_ESS, EssStatus.COMMERCIAL_COMPANY),
        (LegalForm.PUBLIC, EssStatus.OUTSIDE_PUBLIC),
        (LegalForm.ENDOWMENT_FUND, EssStatus.TO_ESTABLISH),
        (LegalForm.UNKNOWN, EssStatus.TO_ESTABLISH),
    ],
)
def test_a_form_alone_tells_a_status_or_leaves_it_to_establish(
    form: LegalForm, status: EssStatus
) -> None:
    assert ess_from_form(form) is status
    by_agreement = EssStatus.TO_ESTABLISH if form is LegalForm.COMMERCIAL else status
    assert ess_from_form(form, esus=True) is by_agreement


def test_a_record_of_the_directory_makes_a_member_with_all_that_it_tells() -> None:
    ties = tuple(
        Membership("ptce:1", "Pôle synthétique", f"https://example.org/{n}", "seen") for n in (1, 2)
    )
    status = Status(
        EssStatus.STATUTORY,
        "Statut dit.",
        LegalForm.SCOP,
        "Forme dite.",
        LegalForm.SCOP.family,
    )
    record = organisation(
        "synthetic:1",
        name="Scop synthétique",
        siren=PRIVATE,
        status=status,
        partner_type=PartnerType.OTHER,
        devices=(Device.EI,),
        memberships=ties,
        notes=("Agrément ESUS.",),
        pole=PoleFacts(ended="2023"),
    )

    assert member_of_organisation(record) == Member(
        name="Scop synthétique",
        id="synthetic:1",
        siren=PRIVATE,
        ess=EssStatus.STATUTORY,
        ess_evidence="Statut dit. Forme dite.",
        legal_form=LegalForm.SCOP,
        legal_family=LegalForm.SCOP.family,
        partner_type=PartnerType.OTHER,
        devices=(Device.EI,),
        esus=True,
        place=record.place,
        poles=("Pôle synthétique",),
        ended="2023",
    )
    plain = member_of_organisation(organisation("synthetic:2", notes=(), pole=None))
    assert (plain.esus, plain.ended, plain.poles) == (False, None, ())
