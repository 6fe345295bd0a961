"""The check over an open edition: ids, described members, an existing PTCE, who is around."""

import json

import pytest

from territorial_map.api.models.ptce import group_check
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.check import check_for_ids, check_for_text

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


def test_an_unknown_commune_is_named_with_its_line(small_edition: OpenEdition, law: Law) -> None:
    text = "name,commune\nUne fictive,Ville-qui-n’existe-pas\n"

    with pytest.raises(BadParameter) as refused:
        check_for_text(small_edition, text, complete=False, law=law)

    assert refused.value.parameter == "ligne 2, colonne commune"


def test_a_collectivity_without_polygon_is_a_place(small_edition: OpenEdition, law: Law) -> None:
    text = "name,commune\nUne fictive,97801\n"

    answer = check_for_text(small_edition, text, complete=False, law=law)

    assert answer.members[0].place.department == "Saint-Martin"
    assert answer.could_fill[0].candidates == ()
