"""From ``rules.toml`` and ``phrases.toml`` to the rule book, joined with what the guide shows."""

import math
from collections import Counter
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, StrictFloat

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.catalogue import Practice, PracticeCatalogue
from territorial_map.domain.practices.rules import (
    Fit,
    PracticeCondition,
    PracticeRule,
    RoleRule,
    RuleBook,
)
from territorial_map.domain.practices.terms import PracticeCriterion, Role, Trait
from territorial_map.domain.vocabulary import LegalForm, SizeBand
from territorial_map.services.knowledge.practice_codes import codes_of
from territorial_map.services.knowledge.practice_phrases import load_phrases
from territorial_map.services.knowledge.toml_document import (
    FileTable,
    Place,
    TomlDocument,
    read_toml,
)

Conditions = dict[PracticeCriterion, tuple[str, ...]]
Values = dict[str, StrictFloat]
_NEVER: Conditions = {}
_IMPLIED: dict[LegalForm, tuple[Trait, ...]] = {}


class _RoleTable(FileTable):
    role: Role
    when: Annotated[Conditions, Field(min_length=1)]
    why: Sentence
    imposed: bool = False


class _RuleTable(FileTable):
    """A practice: whom it excludes, its roles, and values by criterion, each under its own key."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Values]

    never: Conditions = _NEVER
    role: tuple[_RoleTable, ...] = ()


class _RulesFile(FileTable):
    """Weights by criterion, what legal forms imply, and one table per practice, by its id."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _RuleTable]

    weights: dict[PracticeCriterion, Annotated[float, Field(gt=0)]]
    implied_traits: dict[LegalForm, tuple[Trait, ...]] = _IMPLIED


def load_practice_rules(folder: Path, catalogue: PracticeCatalogue) -> RuleBook:
    """Read the rules of every practice of the catalogue.

    Raises:
        SourceError: with the file and the line at fault.
    """
    document = read_toml(folder / "rules.toml")
    _check_keys(document, [practice.id for practice in catalogue.practices])
    told = document.as_model(_RulesFile)
    tables = told.__pydantic_extra__
    for criterion in PracticeCriterion:
        if criterion not in told.weights:
            raise document.error(("weights", criterion.value), "ce poids manque.")
    values = values_shown(catalogue)
    rules = {}
    for practice in catalogue.practices:
        if practice.id not in tables:
            raise document.error((), f"la pratique {practice.id} n’a pas de règle.")
        reader = _RuleReader(document, practice.id, tables[practice.id], told.weights)
        rules[practice.id] = reader.rule(values[practice.id])
    return RuleBook(rules, load_phrases(folder), told.implied_traits)


def _check_keys(document: TomlDocument, practices: list[str]) -> None:
    """Refuse unknown keys first: any table is welcome to the models."""
    document.check_codes(document.tables, ["weights", "implied_traits", *practices], ())
    admitted = ["never", "role", *PracticeCriterion.codes()]
    for practice_id in practices:
        table = document.tables.get(practice_id)
        if isinstance(table, dict):
            document.check_codes(table, admitted, (practice_id,))


class _RuleReader:
    """Makes the rule of one practice of its table, each code checked."""

    def __init__(
        self,
        document: TomlDocument,
        practice_id: str,
        table: _RuleTable,
        weights: dict[PracticeCriterion, float],
    ) -> None:
        self._document, self._id, self._table = document, practice_id, table
        self._weights = weights

    def rule(self, shown: dict[PracticeCriterion, dict[str, float]]) -> PracticeRule:
        """The rule, given what the guide's examples show of the practice."""
        told = self._table.__pydantic_extra__
        fits = tuple(
            self._fit(criterion, told.get(criterion.value, {}), shown.get(criterion, {}))
            for criterion in PracticeCriterion
            if criterion.value in told or criterion in shown
        )
        never = self._conditions(self._table.never, (self._id, "never"))
        roles = tuple(self._role(nth) for nth in range(len(self._table.role)))
        return PracticeRule(self._id, fits, never, roles)

    def _fit(self, criterion: PracticeCriterion, told: Values, shown: dict[str, float]) -> Fit:
        place = (self._id, criterion.value)
        self._document.check_codes(told, ["others", "weight", *codes_of(criterion)], place)
        own = {code: value for code, value in told.items() if code not in {"others", "weight"}}
        weight = told.get("weight", self._weights[criterion])
        try:
            return Fit(criterion, shown | own, weight, told.get("others"), frozenset(shown))
        except ValueError as error:
            raise self._document.error(place, f"{error}.") from error

    def _role(self, nth: int) -> RoleRule:
        told = self._table.role[nth]
        when = self._conditions(told.when, (self._id, "role", nth, "when"))
        return RoleRule(told.role, when, told.why, imposed=told.imposed)

    def _conditions(self, told: Conditions, place: Place) -> tuple[PracticeCondition, ...]:
        for criterion, codes in told.items():
            self._document.check_codes(codes, codes_of(criterion), (*place, criterion.value))
        return tuple(PracticeCondition(each, frozenset(codes)) for each, codes in told.items())


def values_shown(
    catalogue: PracticeCatalogue,
) -> dict[str, dict[PracticeCriterion, dict[str, float]]]:
    """By practice and criterion, what the guide's examples show and how far each code speaks.

    The value is the code's specificity (inverse document frequency), from 1 for a code that one
    practice alone shows down to 0.5 for one that all show: to have employees says little of a
    practice, to fish says much.
    """
    shown = {practice.id: codes_shown(practice) for practice in catalogue.practices}
    counts = Counter(
        (criterion, code)
        for by_criterion in shown.values()
        for criterion, codes in by_criterion.items()
        for code in codes
    )
    most = math.log(len(shown))
    return {
        practice_id: {
            criterion: {
                code: round(1 - 0.5 * math.log(counts[criterion, code]) / most, 2) for code in codes
            }
            for criterion, codes in by_criterion.items()
        }
        for practice_id, by_criterion in shown.items()
    }


def codes_shown(practice: Practice) -> dict[PracticeCriterion, frozenset[str]]:
    """By criterion, what the guide's examples show; a family only where no form is told."""
    shown: dict[PracticeCriterion, set[str]] = {}
    for example in practice.examples:
        traces = example.traces
        size = () if traces.size_band is SizeBand.UNKNOWN else (traces.size_band,)
        scope = () if traces.scope is None else (traces.scope,)
        found = {
            PracticeCriterion.LEGAL_FORM: traces.legal_forms or traces.families,
            PracticeCriterion.DEVICES: traces.devices,
            PracticeCriterion.PLACE_TYPES: traces.place_types,
            PracticeCriterion.SECTORS: traces.sectors,
            PracticeCriterion.SIZE_BAND: size,
            PracticeCriterion.SCOPE: scope,
            PracticeCriterion.AUDIENCES: traces.audiences,
            PracticeCriterion.TRAITS: traces.traits,
        }
        for criterion, terms in found.items():
            shown.setdefault(criterion, set()).update(term.value for term in terms)
    return {criterion: frozenset(codes) for criterion, codes in shown.items() if codes}
