"""Reading ``data/law``: every text once, every quote found in its text, or nothing loads."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from territorial_map.domain.errors import SourceError
from territorial_map.domain.ptce.law import (
    ARTICLE_9,
    DECREE,
    Clause,
    Law,
    LegalText,
    TextStatus,
)
from territorial_map.domain.ptce.sentence import Sentence, say, typeset
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode
from territorial_map.settings import data_folder

CHECK_FILE = "ptce_check.toml"
_Entry = TypeVar("_Entry")
_Table = Mapping[str, Any]


def load_law(folder: Path) -> Law:
    """Every text and clause of the folder; official texts keep their own spaces and apostrophes.

    Raises:
        SourceError: a file is missing or unreadable, or one of its entries is refused; the
            message names the file and the entry.
    """
    check_file = folder / CHECK_FILE
    texts = [
        _entry(path, f"« texts » n° {n}", table, _text_of)
        for path in sorted({*folder.glob("*.toml"), check_file})
        for n, table in enumerate(_tables(path).get("texts", ()), start=1)
    ]
    by_id = {text.id: text for text in texts}
    clauses = [
        _entry(check_file, f"« {block} » n° {n}", table, read)
        for block, read in (
            ("article_9", lambda table: _clause_of(table, ElementCode, by_id[ARTICLE_9])),
            ("call_eligibility", lambda table: _clause_of(table, ConditionCode, by_id[DECREE])),
        )
        for n, table in enumerate(_tables(check_file).get(block, ()), start=1)
    ]
    try:
        return Law.of(tuple(texts), tuple(clauses))
    except ValueError as problem:
        raise SourceError(f"« {folder} » : {problem}.") from problem


@cache
def project_law() -> Law:
    """The texts that come with the project, read at the first call."""
    return load_law(data_folder("data") / "law")


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise SourceError(f"« {path} » ne peut pas être lu : {problem}.") from problem


def _entry(path: Path, place: str, table: _Table, read: Callable[[_Table], _Entry]) -> _Entry:
    try:
        return read(table)
    except KeyError as missing:
        raise SourceError(f"« {path} », entrée {place} : {missing} manque.") from missing
    except (TypeError, ValueError) as problem:
        raise SourceError(f"« {path} », entrée {place} : {problem}.") from problem


def _text_of(table: _Table) -> LegalText:
    status = TextStatus(table["status"])
    quoted = status is TextStatus.QUOTED
    return LegalText(
        id=table["id"],
        reference=_sentence(table, "reference"),
        status=status,
        fr=table["fr"] if quoted else typeset(table["fr"]),
        url=table["url"],
        en=table.get("en"),
        read_on=table.get("read_on"),
    )


def _clause_of(
    table: _Table, codes: type[ElementCode] | type[ConditionCode], text: LegalText
) -> Clause:
    quoted = text.status is TextStatus.QUOTED
    return Clause(
        code=codes(table["code"]),
        text=text,
        quote=table["quote"] if quoted else typeset(table["quote"]),
        title=_sentence(table, "title"),
        proof=_sentence(table, "proof"),
        would_establish=_sentence(table, "would"),
        quote_en=table.get("quote_en"),
    )


def _sentence(table: _Table, name: str) -> Sentence:
    return say(table[f"{name}_fr"], table[f"{name}_en"])
