"""From ``rules.toml`` and ``phrases.toml`` to the rule book, joined with what the guide shows."""

import math
from collections import Counter
from pathlib import Path
from typing import Any

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
from territorial_map.services.practices.codes import codes_of
from territorial_map.services.practices.phrase_files import load_phrases
from territorial_map.services.practices.toml_files import (
    TomlFile,
    check_keys,
    read_toml,
    term_of,
    terms_of,
    text_of,
)


def load_practice_rules(folder: Path, catalogue: PracticeCatalogue) -> RuleBook:
    """Read the rules of every practice of the catalogue.

    Raises PracticeSourceError, which names the file and the line at fault.
    """
    file = read_toml(folder / "rules.toml")
    ids = [practice.id for practice in catalogue.practices]
    check_keys(file, file.tables, ["weights", "implied_traits", *ids])
    weights = _weights(file)
    values = values_shown(catalogue)
    rules = {}
    for practice in catalogue.practices:
        table = file.tables.get(practice.id)
        if not isinstance(table, dict):
            raise file.error(f"la pratique {practice.id} n’a pas de règle.")
        rules[practice.id] = _rule(file, values[practice.id], (practice.id, table), weights)
    return RuleBook(rules, load_phrases(folder), _implied(file))


def _weights(file: TomlFile) -> dict[PracticeCriterion, float]:
    table = file.tables.get("weights", {})
    check_keys(file, table, PracticeCriterion.codes(), "[weights]")
    for criterion in PracticeCriterion:
        weight = table.get(criterion.value)
        if not isinstance(weight, int | float) or weight <= 0:
            raise file.error(
                f"poids de «\u00a0{criterion.value}\u00a0» absent ou négatif.",
                "[weights]",
                criterion.value,
            )
    return {criterion: float(table[criterion.value]) for criterion in PracticeCriterion}


def _implied(file: TomlFile) -> dict[LegalForm, tuple[Trait, ...]]:
    table = file.tables.get("implied_traits", {})
    check_keys(file, table, LegalForm.codes(), "[implied_traits]")
    return {
        LegalForm(code): terms_of(file, table, code, Trait, "[implied_traits]") for code in table
    }


def _rule(
    file: TomlFile,
    shown: dict[PracticeCriterion, dict[str, float]],
    entry: tuple[str, dict[str, Any]],
    weights: dict[PracticeCriterion, float],
) -> PracticeRule:
    practice_id, table = entry
    at = f"[{practice_id}]"
    check_keys(file, table, ["never", "role", *PracticeCriterion.codes()], at)
    fits = []
    for criterion in PracticeCriterion:
        codes = shown.get(criterion, {})
        told = table.get(criterion.value, None if not codes else {})
        if told is not None:
            fits.append(_fit(file, at, criterion, told, (codes, weights[criterion])))
    roles = tuple(
        _role(file, each, f"#{nth}:[[{practice_id}.role]]")
        for nth, each in enumerate(table.get("role", []), 1)
    )
    return PracticeRule(practice_id, tuple(fits), _conditions(file, table, "never", at), roles)


def _fit(
    file: TomlFile,
    at: str,
    criterion: PracticeCriterion,
    told: dict[str, Any],
    guide: tuple[dict[str, float], float],
) -> Fit:
    shown, weight = guide
    check_keys(file, told, ["others", "weight", *codes_of(criterion)], at, criterion.value)
    if not all(isinstance(value, int | float) for value in told.values()):
        raise file.error("des nombres sont attendus.", at, criterion.value)
    own = {code: float(value) for code, value in told.items() if code not in ("others", "weight")}
    others = told.get("others")
    try:
        return Fit(
            criterion,
            shown | own,
            float(told.get("weight", weight)),
            None if others is None else float(others),
            frozenset(shown),
        )
    except ValueError as error:
        raise file.error(f"{error}.", at, criterion.value) from error


def _conditions(
    file: TomlFile, table: dict[str, Any], key: str, *landmarks: str
) -> tuple[PracticeCondition, ...]:
    conditions = []
    for name, codes in table.get(key, {}).items():
        criterion = term_of(file, name, PracticeCriterion, *landmarks, key)
        allowed = codes_of(criterion)
        check_keys(file, dict.fromkeys(codes), allowed, *landmarks, key)
        conditions.append(PracticeCondition(criterion, frozenset(codes)))
    return tuple(conditions)


def _role(file: TomlFile, table: dict[str, Any], at: str) -> RoleRule:
    check_keys(file, table, ["role", "when", "why", "imposed"], at)
    when = _conditions(file, table, "when", at)
    if not when:
        raise file.error("un rôle demande au moins une condition «\u00a0when\u00a0».", at)
    return RoleRule(
        term_of(file, table.get("role"), Role, at, "role"),
        when,
        text_of(file, table, "why", at),
        imposed=bool(table.get("imposed", False)),
    )


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
