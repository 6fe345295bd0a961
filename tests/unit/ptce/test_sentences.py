"""What readers are told beside a verdict."""

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.check import check_group
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, ess_from_form
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.domain.vocabulary import Device, LegalFamily, LegalForm, Located, PartnerType


def member(name: str, form: LegalForm = LegalForm.ASSOCIATION, **changes: object) -> Member:
    fields: dict[str, object] = {
        "name": name,
        "id": f"fictive:{name}",
        "ess": ess_from_form(form, esus=bool(changes.get("esus"))),
        "legal_form": form,
        "legal_family": form.family,
    }
    return Member(**(fields | changes))  # type: ignore[arg-type] # values of many types


def at(commune: str, department: str, lon: float, lat: float, epci: str | None = None) -> Place:
    return Place(
        located=Located.COMMUNE,
        commune_code=commune,
        commune=commune,
        epci_code=epci,
        epci=epci,
        department_code=department,
        department=department,
        point=Point(lon, lat),
    )


def french(finding: Finding) -> str:
    return " ".join(sentence.fr for sentence in finding.evidence)


def test_a_public_body_that_runs_an_aci_is_told_apart_from_the_ess(law: Law) -> None:
    town = member("Commune fictive", LegalForm.PUBLIC, siren="212602817", devices=(Device.ACI,))

    finding = check_group([town], complete=False, law=law).of(ElementCode.ESS_ENTERPRISES)

    assert "personne publique, jamais entreprise de l’ESS" in french(finding)


def test_esus_is_told_as_evidence_to_look_at(law: Law) -> None:
    company = member("Société fictive", LegalForm.COMMERCIAL, esus=True)

    finding = check_group([company], complete=False, law=law).of(ElementCode.ESS_ENTERPRISES)

    assert [mention.name for mention in finding.to_establish] == ["Société fictive"]
    assert "l’agrément ESUS est un indice, pas une forme" in french(finding)


def test_members_without_siren_that_share_a_name_make_the_count_a_range(law: Law) -> None:
    twins = [member("Jumelle fictive", id=f"fictive:{n}") for n in (1, 2)]

    finding = check_group(twins, complete=False, law=law).of(ConditionCode.THREE_PERSONS)

    assert "au moins 1 et au plus 2" in french(finding)


def test_guyane_is_not_measured_by_the_crow_alone(law: Law) -> None:
    pair = [
        member("Une fictive", place=at("97302", "973", -52.32, 4.92)),
        member("Autre fictive", place=at("97311", "973", -54.03, 5.5)),
    ]

    finding = check_group(pair, complete=False, law=law).of(ElementCode.TERRITORY)

    assert "200\u00a0km au plus à vol d’oiseau" in french(finding)
    assert "La loi ne fixe aucune distance" in french(finding)
    assert "par le fleuve ou par la piste" in french(finding)


def test_the_fact_of_the_territory_says_how_many_are_where(law: Law) -> None:
    group = [
        member("A fictive", place=at("26281", "26", 5.02, 45.06, "Agglo")),
        member("B fictive", place=at("26362", "26", 4.9, 44.92, "Agglo")),
        member("C fictive", place=at("07324", "07", 4.82, 45.05, "Arche")),
    ]

    finding = check_group(group, complete=False, law=law).of(ElementCode.TERRITORY)

    assert finding.verdict is ClauseVerdict.TO_DECLARE
    assert "2 membres sur 3 dans l’EPCI «\u00a0Agglo\u00a0»." in french(finding)


def test_known_members_of_a_ptce_are_told_as_known_to_our_sources(law: Law) -> None:
    check = check_group([member("Une fictive")], complete=False, law=law, existing="PTCE fictif")

    assert "connus de nos sources" in french(check.of(ElementCode.OTHER_ENTERPRISES))


def test_an_earlier_pole_is_a_fact_to_check_not_a_verdict(law: Law) -> None:
    tied = member("Une fictive", poles=("PTCE fictif",))

    finding = check_group([tied], complete=True, law=law).of(ConditionCode.NO_EARLIER_SUPPORT)

    assert finding.verdict is ClauseVerdict.TO_DECLARE
    assert "PTCE fictif" in french(finding)


@pytest.mark.parametrize("kind", list(PartnerType))
def test_french_never_breaks_before_tall_punctuation(law: Law, kind: PartnerType) -> None:
    group = [
        member("Une fictive", partner_type=kind),
        member("Deux fictive", LegalForm.COMMERCIAL, esus=True),
        member("Trois fictive", LegalForm.UNKNOWN, partner_type=kind),
    ]

    check = check_group(group, complete=False, law=law, existing="PTCE fictif")

    for finding in (*check.article_9, *check.call_eligibility):
        for broken in (" :", " ;", " ?", " !", " »", "« "):
            assert broken not in french(finding)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"siren": "212602817"},
            "un SIREN qui commence par 1 ou 2 est celui d’une personne publique.",
        ),
        (
            {"siren": "775544083", "registered": LegalFamily.COMMERCIAL},
            f"nos sources donnent ce SIREN à la famille « {LegalFamily.COMMERCIAL.label} ».",
        ),
    ],
)
def test_a_form_that_its_number_denies_is_told_with_what_denies_it(
    law: Law, facts: dict[str, object], told: str
) -> None:
    declared = member("Régie fictive", LegalForm.ASSOCIATION, id=None, **facts)

    finding = check_group([declared], complete=False, law=law).of(ElementCode.ESS_ENTERPRISES)

    beginning = "Régie fictive : déclarée « Association », mais "
    assert f"{beginning}{told}" in french(finding).replace("\u00a0", " ")
