"""On the sheet of an organisation nobody is addressed: every clause of the data, both languages."""

import re

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.rules import RuleBook
from territorial_map.domain.practices.third_person import rules_said_of, said_of

ADDRESSED = re.compile(r"\b(vous|votre|vos|vôtre|you|your|yours)\b", re.IGNORECASE)


def clauses(rules: RuleBook) -> list[Sentence]:
    told = rules.phrases
    roles = [role.why for rule in rules.rules.values() for role in rule.roles]
    return [*told.told.values(), *told.unmatched.values(), *told.unknown.values(), *roles]


def test_no_clause_said_of_an_organisation_addresses_the_reader(library: PracticeLibrary) -> None:
    before, after = clauses(library.rules), clauses(rules_said_of(library.rules))

    assert len(before) == len(after) > 100
    assert [one for one in after if ADDRESSED.search(f"{one.fr} {one.en}")] == []
    assert any(ADDRESSED.search(one.fr) for one in before)


def test_what_addresses_nobody_is_left_as_it_is() -> None:
    told = Sentence("Effectif non renseigné.", "Headcount not known.")

    assert said_of(told) == told


def test_a_clause_keeps_its_capital_and_its_facts() -> None:
    told = Sentence("Vous êtes une Scop.", "You are a Scop.")

    said = said_of(told)

    assert said.fr == "Cette organisation est une Scop."
    assert said.en == "This organisation is a Scop."
