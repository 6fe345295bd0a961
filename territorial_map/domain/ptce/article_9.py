"""The seven elements of article 9, I, of law 2014-856, read on a group.

« Plusieurs » ESS enterprises is read as two legal persons at least; the enterprises they associate
with are read as other than ESS, and one is enough. « En lien avec » is not membership: links are
never missing by law. Territory is a fact: one EPCI or one département for every located enterprise
establishes it, kilometres never decide, and it is never « not met ».
"""

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.ptce import evidence as why
from territorial_map.domain.ptce.group import CheckedGroup, Finding, count_sentences
from territorial_map.domain.ptce.persons import count_persons
from territorial_map.domain.ptce.territorial_facts import ground_of
from territorial_map.domain.ptce.verdict import ClauseVerdict, ElementCode

SEVERAL = 2
_SEVERAL_NOTE = say(
    "Le texte dit « entreprises » au pluriel : nous lisons « deux personnes morales au moins ».",
    "The text says “enterprises”, in the plural: we read “two legal persons at least”.",
)
_OTHERS_NOTE = say(
    "Le texte dit « des entreprises » sans préciser : nous lisons « hors ESS », et une suffit.",
    "The text says “enterprises” without more: we read “outside the ESS”, and one is enough.",
)
_LINKS_NOTE = say(
    "« En lien avec » n’est pas une appartenance : la loi n’exige pas que ces personnes soient "
    "membres. Nos sources ne montrent pas de lien dans cette liste.",
    "“En lien avec” is not membership: the law does not ask that these persons be members. Our "
    "sources show no link in this list.",
)


def elements_of(group: CheckedGroup) -> tuple[Finding, ...]:
    """Every element, in the order of the article as the check names it."""
    return (
        _ess_enterprises(group),
        _other_enterprises(group),
        _links(group),
        _territory(group),
        *(
            group.finding(group.law.clause(code), ClauseVerdict.TO_DECLARE)
            for code in (
                ElementCode.STRATEGY,
                ElementCode.INNOVATION,
                ElementCode.SUSTAINABLE_DEVELOPMENT,
            )
        ),
    )


def _ess_enterprises(group: CheckedGroup) -> Finding:
    found, open_ = group.ess, group.maybe_ess
    verdict = group.verdict(count_persons(found), SEVERAL, count_persons((*found, *open_)))
    return group.finding(
        group.law.clause(ElementCode.ESS_ENTERPRISES),
        verdict,
        members=found,
        to_establish=open_,
        evidence=(
            *count_sentences(group),
            *why.why_ess(found),
            *why.why_to_establish(open_),
            *why.why_public(group.persons),
            _SEVERAL_NOTE,
        ),
    )


def _other_enterprises(group: CheckedGroup) -> Finding:
    found, open_ = group.others, group.maybe_others
    verdict = group.verdict(count_persons(found), 1, count_persons((*found, *open_)))
    return group.finding(
        group.law.clause(ElementCode.OTHER_ENTERPRISES),
        verdict,
        members=found,
        to_establish=open_,
        evidence=(
            *why.why_other(found),
            *why.why_unknown(open_),
            *_grouping_notes(group),
            _OTHERS_NOTE,
        ),
    )


def _grouping_notes(group: CheckedGroup) -> tuple[Sentence, ...]:
    return tuple(
        say(
            f"{person.name} : groupement d’entreprises ; la liste de ses adhérents dira s’ils sont "
            "hors ESS en majorité.",
            f"{person.name}: a grouping of enterprises; the list of its members will tell whether "
            "most are outside the ESS.",
        )
        for person in group.persons
        if person.is_grouping
    )


def _links(group: CheckedGroup) -> Finding:
    clause, found = group.law.clause(ElementCode.LINKS), group.links
    if found:
        evidence = why.why_link(found)
        return group.finding(clause, ClauseVerdict.ESTABLISHED, members=found, evidence=evidence)
    to_declare = group.complete or group.existing is not None
    verdict = ClauseVerdict.TO_DECLARE if to_declare else ClauseVerdict.NOT_ESTABLISHED
    return group.finding(clause, verdict, evidence=(_LINKS_NOTE,))


def _territory(group: CheckedGroup) -> Finding:
    clause, ground = (
        group.law.clause(ElementCode.TERRITORY),
        ground_of(group.persons, group.grouped),
    )
    if ground.shared is not None:
        noun, name = ground.shared
        article = "le même EPCI" if noun == "EPCI" else "le même département"
        fact = say(
            f"Toutes les entreprises localisées ont un site dans {article}, « {name} ». Le "
            "territoire du projet reste à nommer dans la convention.",
            f"Every located enterprise has a site in the same {noun}, “{name}”. The territory of "
            "the project is still to be named in the agreement.",
        )
        gathered = tuple(p for p in group.grouped if any(s.place.department_code for s in p.sites))
        return group.finding(
            clause, ClauseVerdict.ESTABLISHED, members=gathered, evidence=(fact, *ground.evidence)
        )
    to_declare = ground.at_least_two or group.existing is not None
    verdict = ClauseVerdict.TO_DECLARE if to_declare else ClauseVerdict.NOT_ESTABLISHED
    return group.finding(clause, verdict, evidence=ground.evidence)
