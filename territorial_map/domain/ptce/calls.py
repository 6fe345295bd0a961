"""The seven conditions of décret 2015-431, article 3: eligibility to State calls, nothing more.

They count legal persons, never sites, and stand beside the elements of article 9, never mixed.
"""

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import say
from territorial_map.domain.language.writing import counted
from territorial_map.domain.ptce import evidence as why
from territorial_map.domain.ptce.group import CheckedGroup, Finding, count_sentences
from territorial_map.domain.ptce.member import MemberStanding
from territorial_map.domain.ptce.persons import Person, count_persons, only
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode

_EN = Language.ENGLISH

THREE = 3
_ANY_PERSON_NOTE = say(
    "Une troisième entreprise du groupe peut en tenir lieu, l’article 9 visant « toute autre "
    "personne physique ou morale » : au service de l’État de l’accepter.",
    "A third enterprise of the group may do, since article 9 names “any other natural or legal "
    "person”: for the State to accept or not.",
)


def conditions_of(group: CheckedGroup) -> tuple[Finding, ...]:
    """Every condition, in the order of the décret."""
    return (
        _private_law(group),
        _three_persons(group),
        _one_ess(group),
        _one_non_ess(group),
        _one_other(group),
        group.finding(group.law.clause(ConditionCode.PROJECT), ClauseVerdict.TO_DECLARE),
        _no_earlier_support(group),
    )


def _private_law(group: CheckedGroup) -> Finding:
    """It is the pole that must be of private law, not its members: always to declare."""
    private = {MemberStanding.ESS, MemberStanding.OTHER_ENTERPRISE, MemberStanding.OTHER_PRIVATE}
    able = only(group.persons, lambda p: p.standing in private)
    n = len(able)
    fact = say(
        f"Il s’agit de la structure qui porte le pôle. {counted(n, 'membre', 'membres')} de droit "
        f"privé d’après nos sources {'pourraient' if n > 1 else 'pourrait'} la porter.",
        f"This is about the body that carries the pole. {counted(n, 'member', 'members', _EN)} of "
        "private law by our sources could carry it.",
    )
    clause = group.law.clause(ConditionCode.PRIVATE_LAW)
    return group.finding(clause, ClauseVerdict.TO_DECLARE, members=able, evidence=(fact,))


def _three_persons(group: CheckedGroup) -> Finding:
    count = count_persons(group.persons)
    return group.finding(
        group.law.clause(ConditionCode.THREE_PERSONS),
        group.verdict(count, THREE, count),
        members=group.persons,
        evidence=count_sentences(group),
    )


def _one_ess(group: CheckedGroup) -> Finding:
    found, open_ = group.ess, group.maybe_ess
    return group.finding(
        group.law.clause(ConditionCode.ONE_ESS),
        group.verdict(count_persons(found), 1, count_persons((*found, *open_))),
        members=found,
        to_establish=open_,
        evidence=(
            *why.why_ess(found),
            *why.why_to_establish(open_),
            *why.why_public(group.persons),
        ),
    )


def _one_non_ess(group: CheckedGroup) -> Finding:
    found, open_ = group.others, group.maybe_others
    return group.finding(
        group.law.clause(ConditionCode.ONE_NON_ESS),
        group.verdict(count_persons(found), 1, count_persons((*found, *open_))),
        members=found,
        to_establish=open_,
        evidence=(*why.why_other(found), *why.why_unknown(open_)),
    )


def _one_other(group: CheckedGroup) -> Finding:
    clause = group.law.clause(ConditionCode.ONE_OTHER)
    apart = only(group.links, lambda p: _is_apart(p, group))
    if apart:
        evidence = why.why_link(apart)
        return group.finding(clause, ClauseVerdict.ESTABLISHED, members=apart, evidence=evidence)
    count = count_persons(group.persons)
    if count.low >= THREE:
        return group.finding(clause, ClauseVerdict.TO_DECLARE, evidence=(_ANY_PERSON_NOTE,))
    return group.finding(clause, group.verdict(count, THREE, count))


def _is_apart(person: Person, group: CheckedGroup) -> bool:
    """True when the group still has its ESS and its other enterprise without this person."""
    for needed in (group.ess, group.others):
        if person in needed and count_persons(needed).low < 2:
            return False
    return True


def _no_earlier_support(group: CheckedGroup) -> Finding:
    named = sorted({(s.name, pole) for p in group.persons for s in p.sites for pole in s.poles})
    facts = tuple(
        say(
            f"{name} est nommé par « {pole} » : vérifier si ce pôle a déjà été soutenu.",
            f"{name} is named by “{pole}”: check whether that pole was already supported.",
        )
        for name, pole in named
    )
    clause = group.law.clause(ConditionCode.NO_EARLIER_SUPPORT)
    return group.finding(clause, ClauseVerdict.TO_DECLARE, evidence=facts)
