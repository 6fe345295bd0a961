"""What holds for every group, whatever its members."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.check import PtceCheck, check_group
from territorial_map.domain.ptce.gap_candidates import Neighbour, could_fill
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, MemberStanding, ess_from_form
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    LegalFamily,
    LegalForm,
    Located,
    PartnerType,
)

CODES = (*ElementCode, *ConditionCode)
STRENGTH = {
    ClauseVerdict.NOT_MET: 0,
    ClauseVerdict.NOT_ESTABLISHED: 1,
    ClauseVerdict.TO_DECLARE: 2,
    ClauseVerdict.ESTABLISHED: 3,
}
PLACES = (
    Place(),
    *(
        Place(
            located=Located.COMMUNE,
            commune_code=commune,
            commune=commune,
            epci_code=epci,
            epci=epci,
            department_code=department,
            department=department,
            point=point,
        )
        for commune, epci, department, point in (
            ("26281", "200068781", "26", Point(5.02, 45.06)),
            ("07324", "200073096", "07", Point(4.82, 45.05)),
            ("97302", "249730045", "973", Point(-52.32, 4.92)),
            ("97801", None, "978", None),
        )
    ),
)


def persons() -> st.SearchStrategy[Member]:
    """One legal person each: everything about it follows from its number."""

    def build(number: int, public: int, form: LegalForm, seed: int) -> Member:
        esus = seed % 3 == 0
        siren = f"{public}{number:08d}" if seed % 4 else None
        return Member(
            name=f"Organisation fictive {public} {number % 7 if siren is None else number + 100}",
            id=None if siren else f"fictive:{public}:{number}",
            siren=siren,
            ess=ess_from_form(form, esus=esus),
            legal_form=form,
            legal_family=form.family,
            partner_type=[None, *PartnerType][seed % (len(PartnerType) + 1)],
            devices=(tuple(Device)[seed % len(Device)],) if seed % 5 == 0 else (),
            esus=esus,
            place=PLACES[seed % len(PLACES)],
        )

    return st.integers(0, 400).flatmap(
        lambda n: st.builds(
            build,
            st.just(n),
            st.just((0, 1, 2, 5)[n % 4]),
            st.just(tuple(LegalForm)[n * 7 % len(LegalForm)]),
            st.just(n * 31 % 97),
        )
    )


def groups() -> st.SearchStrategy[list[Member]]:
    return st.lists(persons(), min_size=1, max_size=8)


def verdicts(check: PtceCheck) -> dict[str, ClauseVerdict]:
    return {code.value: check.of(code).verdict for code in CODES}


@given(members=groups(), complete=st.booleans(), randomness=st.randoms())
def test_the_order_of_members_never_matters(
    law: Law, *, members: list[Member], complete: bool, randomness: Random
) -> None:
    shuffled = sorted(members, key=lambda _: randomness.random())

    same = check_group(shuffled, complete=complete, law=law)

    assert same == check_group(members, complete=complete, law=law)


@given(members=groups(), complete=st.booleans())
def test_a_member_twice_counts_once(law: Law, *, members: list[Member], complete: bool) -> None:
    doubled = check_group([*members, members[0]], complete=complete, law=law)

    assert doubled == check_group(members, complete=complete, law=law)


@given(members=groups(), newcomer=persons(), complete=st.booleans())
def test_a_newcomer_never_weakens_what_is_established_but_the_territory(
    law: Law, *, members: list[Member], newcomer: Member, complete: bool
) -> None:
    before = verdicts(check_group(members, complete=complete, law=law))

    after = verdicts(check_group([*members, newcomer], complete=complete, law=law))

    def established(verdicts: dict[str, ClauseVerdict]) -> set[str]:
        found = {code for code in verdicts if verdicts[code] is ClauseVerdict.ESTABLISHED}
        return found - {ElementCode.TERRITORY.value}

    assert established(before) <= established(after)


@given(members=groups(), newcomer=persons())
def test_a_newcomer_never_takes_the_territory_below_facts_to_declare(
    law: Law, *, members: list[Member], newcomer: Member
) -> None:
    def territory(group: Sequence[Member]) -> ClauseVerdict:
        return check_group(group, complete=False, law=law).of(ElementCode.TERRITORY).verdict

    before, after = territory(members), territory([*members, newcomer])

    assert STRENGTH[after] >= min(STRENGTH[before], STRENGTH[ClauseVerdict.TO_DECLARE])


@given(members=groups())
def test_nothing_is_not_met_unless_the_list_is_declared_complete(
    law: Law, *, members: list[Member]
) -> None:
    check = check_group(members, complete=False, law=law)

    assert ClauseVerdict.NOT_MET not in verdicts(check).values()


@given(members=groups(), complete=st.booleans())
def test_completeness_changes_nothing_that_is_established(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    open_list = verdicts(check_group(members, complete=False, law=law))

    found = verdicts(check_group(members, complete=complete, law=law))

    assert open_list.keys() == found.keys() == {code.value for code in CODES}
    for code, verdict in open_list.items():
        assert (found[code] is ClauseVerdict.ESTABLISHED) is (verdict is ClauseVerdict.ESTABLISHED)


@given(members=groups())
def test_links_and_territory_are_never_not_met(law: Law, *, members: list[Member]) -> None:
    check = check_group(members, complete=True, law=law)

    assert check.of(ElementCode.LINKS).verdict is not ClauseVerdict.NOT_MET
    assert check.of(ElementCode.TERRITORY).verdict is not ClauseVerdict.NOT_MET


@given(members=groups(), complete=st.booleans())
def test_no_existing_ptce_is_told_that_it_lacks_anything(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    check = check_group(members, complete=complete, law=law, existing="Un PTCE connu")

    assert set(verdicts(check).values()) <= {ClauseVerdict.ESTABLISHED, ClauseVerdict.TO_DECLARE}


@given(members=groups(), complete=st.booleans())
def test_public_bodies_are_never_among_the_ess(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    check = check_group(members, complete=complete, law=law)

    public = {m.siren or m.id for m in members if m.standing is MemberStanding.PUBLIC}
    for code in (ElementCode.ESS_ENTERPRISES, ConditionCode.ONE_ESS):
        named = {m.siren or m.id for m in check.of(code).members + check.of(code).to_establish}
        assert not named & public


@given(members=groups(), complete=st.booleans())
def test_every_finding_says_what_its_verdict_needs(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    check = check_group(members, complete=complete, law=law)

    for finding in (*check.article_9, *check.call_eligibility):
        lacking = finding.verdict in {ClauseVerdict.NOT_ESTABLISHED, ClauseVerdict.NOT_MET}
        assert finding.clause.quote in finding.clause.text.fr
        assert (finding.would_establish is not None) is lacking
        assert (finding.proof is not None) is (finding.verdict is ClauseVerdict.TO_DECLARE)


@given(members=groups(), around=st.lists(persons(), max_size=8), complete=st.booleans())
def test_who_could_fill_a_clause_is_no_member_and_gives_the_announced_verdict(
    law: Law, *, members: list[Member], around: list[Member], complete: bool
) -> None:
    inside = {member.person_key for member in members}
    neighbours = [Neighbour(member, float(n)) for n, member in enumerate(around)]

    fillings = could_fill(members, neighbours, complete=complete, law=law)
    assume(fillings)
    for filling in fillings:
        joined = [*members, *(c.member for c in filling.candidates[: filling.needed])]
        again = check_group(joined, complete=complete, law=law).of(filling.code).verdict
        assert not inside & {c.member.person_key for c in filling.candidates}
        assert filling.verdict_with in {again, None}
        assert (filling.verdict_with is None) is (not filling.candidates)


@given(members=groups(), complete=st.booleans(), family=st.sampled_from(LegalFamily))
def test_a_form_that_its_number_denies_establishes_nothing_and_nothing_is_missing_for_it(
    law: Law, *, members: list[Member], complete: bool, family: LegalFamily
) -> None:
    doubtful = Member(
        "Personne fictive contredite",
        siren="900000001",
        ess=EssStatus.STATUTORY,
        legal_form=LegalForm.ASSOCIATION,
        legal_family=LegalFamily.ASSOCIATION,
        registered=family,
    )
    believing = replace(doubtful, registered=None)
    denied = check_group([*members, doubtful], complete=complete, law=law)
    without = check_group(members, complete=complete, law=law)
    believed = check_group([*members, believing], complete=complete, law=law)

    for code in (ElementCode.ESS_ENTERPRISES, ConditionCode.ONE_ESS):
        found, at_best = denied.of(code).verdict, believed.of(code).verdict
        established = without.of(code).verdict is ClauseVerdict.ESTABLISHED
        assert (found is ClauseVerdict.ESTABLISHED) is established
        assert found is not ClauseVerdict.NOT_MET or at_best is ClauseVerdict.NOT_MET
        assert "900000001" not in {mention.siren for mention in denied.of(code).members}


@given(members=groups(), complete=st.booleans())
def test_an_ended_pole_is_told_and_counts_for_nothing(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    ended = Member("Pôle fictif", id="fictif:pole", siren="900000001", ended="terminé en 2019")

    without = check_group(members, complete=complete, law=law)
    with_it = check_group([*members, ended], complete=complete, law=law)

    assert verdicts(with_it) == verdicts(without)
    assert with_it.persons == without.persons
    told = with_it.of(ConditionCode.THREE_PERSONS).evidence
    assert any("a pris fin en 2019" in each.fr for each in told)


@given(members=groups(), complete=st.booleans(), count=st.integers(1, 4))
def test_lines_of_one_name_without_a_number_are_one_person_at_least_and_each_at_most(
    law: Law, *, members: list[Member], complete: bool, count: int
) -> None:
    alike = [Member("Homonyme fictif sans numéro", line=n) for n in range(count)]

    without = check_group(members, complete=complete, law=law).persons
    with_them = check_group([*members, *alike], complete=complete, law=law).persons

    assert (with_them.low, with_them.high) == (without.low + 1, without.high + count)


@given(members=groups(), complete=st.booleans())
def test_an_enterprise_of_unknown_statutes_establishes_nothing(
    law: Law, *, members: list[Member], complete: bool
) -> None:
    unknown = Member("Société fictive", siren="900000001", partner_type=PartnerType.ENTERPRISE)

    without = verdicts(check_group(members, complete=complete, law=law))
    with_it = verdicts(check_group([*members, unknown], complete=complete, law=law))

    for code in (ElementCode.OTHER_ENTERPRISES, ConditionCode.ONE_NON_ESS, ConditionCode.ONE_ESS):
        established = with_it[code.value] is ClauseVerdict.ESTABLISHED
        assert established is (without[code.value] is ClauseVerdict.ESTABLISHED)
        assert with_it[code.value] is not ClauseVerdict.NOT_MET
