"""The check over an open edition: ids, described members, an existing PTCE, who is around."""

import json

import pytest

from territorial_map.api.models.ptce import group_check
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.organisation import PoleFacts, Status
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.domain.vocabulary import Kind, LegalForm
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.check import check_for_ids, check_for_text
from territorial_map.services.ptce.together import same_group_ids
from tests.in_memory import edition_of
from tests.synthetic import organisation, place

TABLE = """name,legal_form,partner_type,siren,commune
Association fictive,association,,000000018,Romans-sur-Isère
SARL fictive,SARL,,000000117,26362
"""


def test_three_sites_of_the_directory_are_one_person(small_edition: OpenEdition, law: Law) -> None:
    sites = [f"synthetic:site{n}" for n in (1, 2, 3)]

    answer = check_for_ids(small_edition, sites, complete=True, law=law)

    assert (answer.check.persons.low, answer.check.persons.high) == (1, 1)
    assert answer.check.of(ConditionCode.THREE_PERSONS).verdict is ClauseVerdict.NOT_MET


def test_described_members_are_placed_by_the_name_or_code_of_their_commune(
    small_edition: OpenEdition, law: Law
) -> None:
    answer = check_for_text(small_edition, TABLE, complete=False, law=law)

    assert [member.place.commune for member in answer.members] == ["Romans-sur-Isère", "Valence"]
    assert answer.check.of(ElementCode.TERRITORY).verdict is ClauseVerdict.ESTABLISHED


def test_who_is_around_can_fill_what_is_missing(small_edition: OpenEdition, law: Law) -> None:
    answer = check_for_text(small_edition, TABLE, complete=False, law=law)

    fillings = {filling.code: filling for filling in answer.could_fill}
    ess = fillings[ElementCode.ESS_ENTERPRISES]
    assert [candidate.member.id for candidate in ess.candidates] == ["synthetic:scop"]
    assert ess.verdict_with is ClauseVerdict.ESTABLISHED
    links = fillings[ElementCode.LINKS]
    assert [candidate.member.id for candidate in links.candidates] == ["synthetic:town"]
    assert links.thin is not None


def test_a_ptce_alone_is_the_check_of_its_known_members(
    small_edition: OpenEdition, law: Law
) -> None:
    answer = check_for_ids(small_edition, ["synthetic:ptce"], complete=True, law=law)

    assert answer.check.existing == "PTCE synthétique"
    assert {member.id for member in answer.members} == {"synthetic:town", "synthetic:scop"}
    verdicts = {finding.verdict for finding in answer.check.article_9}
    assert verdicts <= {ClauseVerdict.ESTABLISHED, ClauseVerdict.TO_DECLARE}


def test_members_of_a_pole_in_the_group_are_added_first_and_are_no_candidates(
    small_edition: OpenEdition, law: Law
) -> None:
    ids = ["synthetic:ptce", "synthetic:lieu"]
    answer = check_for_ids(small_edition, ids, complete=False, law=law)

    (pole,) = answer.poles
    assert {one.id for one in pole.members} == {"synthetic:town", "synthetic:scop"}
    assert "2 membres connus de ce pôle" in pole.action.fr
    candidates = {
        candidate.member.id for filling in answer.could_fill for candidate in filling.candidates
    }
    assert not candidates & {"synthetic:town", "synthetic:scop", *ids}
    (told,) = group_check(answer.check, answer.could_fill, (), answer.poles)["first_actions"]
    assert told["pole"] == {"id": "synthetic:ptce", "name": "PTCE synthétique"}
    assert [one["id"] for one in told["members"]] == [one.id for one in pole.members]


def test_nobody_of_the_group_of_a_member_is_a_candidate(law: Law) -> None:
    here = place(5.05, 45.04)
    several = [
        organisation("synthetic:a", name="Zygomar", place=here, phone="04 75 00 00 01"),
        organisation(
            "synthetic:b",
            name="Zygomar Intérim",
            place=here,
            phone="04 75 00 00 01",
            status=Status(legal_form=LegalForm.SCOP, legal_family=LegalForm.SCOP.family),
        ),
    ]
    with edition_of(several) as edition:
        alike = same_group_ids(
            edition, check_for_ids(edition, ["synthetic:a"], complete=False, law=law).members
        )
        answer = check_for_ids(edition, ["synthetic:a"], complete=False, law=law)

    assert alike == {"synthetic:b"}
    assert answer.could_fill
    assert not any(filling.candidates for filling in answer.could_fill)


def test_the_answer_has_the_public_shape_and_is_json(small_edition: OpenEdition, law: Law) -> None:
    answer = check_for_text(small_edition, TABLE, complete=False, law=law)

    told = json.loads(json.dumps(group_check(answer.check, answer.could_fill)))

    assert [element["code"] for element in told["article_9"]] == list(ElementCode.codes())
    assert [c["code"] for c in told["call_eligibility"]] == list(ConditionCode.codes())
    first, condition = told["article_9"][0], told["call_eligibility"][0]
    assert {"code", "verdict", "quote", "members", "evidence"} <= set(first)
    assert first["members"] == [
        {"id": None, "name": "Association fictive", "siren": "000000018"},
    ]
    assert condition["quote"] is None
    assert condition["summary"]["fr"]


def test_an_unknown_id_is_named_with_its_line(small_edition: OpenEdition, law: Law) -> None:
    with pytest.raises(NotFound, match=r"Ligne 2\s: .*synthetic:absent"):
        check_for_ids(
            small_edition, ["synthetic:scop", "synthetic:absent"], complete=False, law=law
        )


def test_no_id_is_no_group(small_edition: OpenEdition, law: Law) -> None:
    with pytest.raises(BadParameter):
        check_for_ids(small_edition, [], complete=False, law=law)


def test_an_unknown_commune_costs_the_place_and_is_told_with_its_line(
    small_edition: OpenEdition, law: Law
) -> None:
    text = "name,commune\nUne fictive,Ville-qui-n’existe-pas\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    (note,) = answer.notes
    assert (note.line, note.set_aside) == (2, False)
    assert answer.members[0].place.commune is None


def test_an_unknown_id_in_a_list_costs_its_line(small_edition: OpenEdition, law: Law) -> None:
    text = "synthetic:scop\nsynthetic:absent\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    assert [member.id for member in answer.members] == ["synthetic:scop"]
    assert [(note.line, note.set_aside) for note in answer.notes] == [(2, True)]


def test_a_line_that_the_directory_knows_is_checked_by_its_record(
    small_edition: OpenEdition, law: Law
) -> None:
    known = small_edition.organisation("synthetic:site1")
    text = f"Structure;SIRET;Ville\n{known.name};{known.siret};{known.place.commune}\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    assert [member.id for member in answer.members] == ["synthetic:site1"]
    assert answer.members[0].devices == known.devices


def test_a_declared_form_that_our_sources_deny_is_told_and_decides_nothing(
    small_edition: OpenEdition, law: Law
) -> None:
    town = small_edition.organisation("synthetic:town")
    text = f"name,siren,legal_form,commune\n{town.name},{town.siren},association,26281\n"

    answer = check_for_text(small_edition, text, complete=True, law=law)

    ess = answer.check.of(ConditionCode.ONE_ESS)
    assert answer.members[0].registered is town.status.legal_family
    assert ess.verdict is ClauseVerdict.NOT_ESTABLISHED
    assert ess.members == ()
    assert any("À vérifier avant d’en rien conclure" in each.fr for each in ess.evidence)


def test_a_foreign_association_is_not_ess_by_its_name_alone(
    small_edition: OpenEdition, law: Law
) -> None:
    text = "Nom;Forme juridique;Ville;Pays\nUne fictive;association;Tournai;Belgique\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    finding = answer.check.of(ElementCode.ESS_ENTERPRISES)
    assert finding.members == ()
    assert [mention.name for mention in finding.to_establish] == ["Une fictive"]
    assert any("hors de France" in each.fr for each in finding.evidence)


def test_namesakes_without_a_number_are_one_or_two_persons(
    small_edition: OpenEdition, law: Law
) -> None:
    text = "name,legal_form\nAtelier fictif,association\nAtelier fictif,association\n"

    answer = check_for_text(small_edition, text, complete=True, law=law)

    assert (answer.check.persons.low, answer.check.persons.high) == (1, 2)
    verdict = answer.check.of(ElementCode.ESS_ENTERPRISES).verdict
    assert verdict is ClauseVerdict.NOT_ESTABLISHED, "two may be there: nothing is not met"


def test_a_collectivity_without_polygon_is_a_place(small_edition: OpenEdition, law: Law) -> None:
    text = "name,commune\nUne fictive,97801\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    assert answer.members[0].place.department == "Saint-Martin"
    assert answer.could_fill[0].candidates == ()


def test_a_member_abroad_is_told_with_the_name_of_its_country(
    small_edition: OpenEdition, law: Law
) -> None:
    listed = "Nom;Ville;Forme\nAssociation fictive;7500 Tournai;Association\n"
    answer = check_for_text(small_edition, listed, complete=True, law=law)
    evidence = answer.check.of(ElementCode.ESS_ENTERPRISES).evidence

    assert any("hors de France (Belgique)" in told.fr for told in evidence)
    assert any("outside France (Belgium)" in told.en for told in evidence)


def test_the_end_of_a_pole_is_told_as_its_sources_say_it(law: Law) -> None:
    pole = PoleFacts(ended="terminé en 2017")
    over = organisation("synthetic:over", name="Pôle fictif", kind=Kind.PTCE, pole=pole)
    beside = organisation("synthetic:beside", name="Atelier fictif")
    with edition_of([over, beside]) as edition:
        ids = ["synthetic:over", "synthetic:beside"]
        answer = check_for_ids(edition, ids, complete=True, law=law)
    evidence = answer.check.of(ElementCode.ESS_ENTERPRISES).evidence

    (told,) = [each for each in evidence if "pris fin" in each.fr]
    assert "ce pôle a pris fin en 2017" in told.fr
    assert "ended in 2017;" in told.en
