"""From ``phrases.toml`` to the clauses that open a reason; every code must have one."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import RootModel

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.rules import Phrases
from territorial_map.domain.practices.terms import PracticeCriterion
from territorial_map.services.knowledge.practice_codes import codes_told
from territorial_map.services.knowledge.toml_document import TomlDocument, read_toml


class _PhrasesFile(RootModel[dict[str, dict[str, Sentence]]]):
    """By criterion (or ``unmatched``, ``unknown``), by code."""


_Tables = dict[str, dict[str, Sentence]]


def load_phrases(folder: Path) -> Phrases:
    """Read the phrases.

    Raises:
        SourceError: one is missing or not known, with its line.
    """
    document = read_toml(folder / "phrases.toml")
    tables = document.as_model(_PhrasesFile).root
    document.check_codes(tables, [*PracticeCriterion.codes(), "unmatched", "unknown"], ())
    told = {
        (criterion, code): text
        for criterion in PracticeCriterion
        for code, text in _complete(
            document, tables, criterion.value, codes_told(criterion)
        ).items()
    }
    profile = [each.value for each in PracticeCriterion if not each.is_territorial]
    return Phrases(
        told,
        _per_criterion(document, tables, "unmatched", profile),
        _per_criterion(document, tables, "unknown", PracticeCriterion.codes()),
    )


def _per_criterion(
    document: TomlDocument, tables: _Tables, name: str, codes: Iterable[str]
) -> dict[PracticeCriterion, Sentence]:
    found = _complete(document, tables, name, tuple(codes))
    return {PracticeCriterion(code): text for code, text in found.items()}


def _complete(
    document: TomlDocument, tables: _Tables, name: str, codes: tuple[str, ...]
) -> dict[str, Sentence]:
    """The phrases of a table: those of ``codes``, each there, and no other."""
    found = tables.get(name, {})
    document.check_codes(found, codes, (name,))
    for code in codes:
        if code not in found:
            raise document.error((name, code), "cette formule manque.")
    return found
