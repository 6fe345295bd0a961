"""From ``phrases.toml`` to the clauses that open a reason; every code must have one."""

from pathlib import Path
from typing import Any

from territorial_map.domain.practices.catalogue import Text
from territorial_map.domain.practices.rules import Phrases
from territorial_map.domain.practices.terms import PracticeCriterion
from territorial_map.services.practices.codes import codes_told
from territorial_map.services.practices.toml_files import (
    TomlFile,
    check_keys,
    read_toml,
    text_of,
)


def load_phrases(folder: Path) -> Phrases:
    """Read the phrases; raises PracticeSourceError when one is missing or not known."""
    file = read_toml(folder / "phrases.toml")
    check_keys(file, file.tables, [*PracticeCriterion.codes(), "unmatched", "unknown"])
    told = {}
    for criterion in PracticeCriterion:
        table = _table(file, criterion.value)
        check_keys(file, table, codes_told(criterion), f"[{criterion.value}]")
        for code in codes_told(criterion):
            told[criterion, code] = text_of(file, table, code, f"[{criterion.value}]")
    profile = [each for each in PracticeCriterion if not each.is_territorial]
    return Phrases(
        told,
        _per_criterion(file, "unmatched", profile),
        _per_criterion(file, "unknown", PracticeCriterion),
    )


def _per_criterion(
    file: TomlFile, name: str, criteria: list[PracticeCriterion] | type[PracticeCriterion]
) -> dict[PracticeCriterion, Text]:
    table = _table(file, name)
    check_keys(file, table, PracticeCriterion.codes(), f"[{name}]")
    return {each: text_of(file, table, each.value, f"[{name}]") for each in criteria}


def _table(file: TomlFile, name: str) -> dict[str, Any]:
    table = file.tables.get(name)
    if not isinstance(table, dict):
        raise file.error(f"la table [{name}] manque.")
    return table
