"""Reading ``data/law``: every text once, every quote found in its text, or nothing loads."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.sentence import say
from territorial_map.domain.language.writing import typeset
from territorial_map.domain.ptce.law import (
    ARTICLE_9,
    DECREE,
    Clause,
    Law,
    LegalText,
    TextStatus,
)
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode
from territorial_map.services.knowledge.toml_document import FileTable, TomlDocument, read_toml

CHECK_FILE = "ptce_check.toml"


class _TextTable(FileTable):
    id: str
    status: TextStatus
    reference_fr: str
    reference_en: str
    fr: str
    url: str
    en: str | None = None
    read_on: dt.date | None = None

    def text(self) -> LegalText:
        """The text; an official one keeps its own spaces and apostrophes."""
        return LegalText(
            id=self.id,
            reference=say(self.reference_fr, self.reference_en),
            status=self.status,
            fr=self.fr if self.status is TextStatus.QUOTED else typeset(self.fr),
            url=self.url,
            en=self.en,
            read_on=self.read_on,
        )


class _ClauseTable(FileTable):
    quote: str
    title_fr: str
    title_en: str
    would_fr: str
    would_en: str
    proof_fr: str
    proof_en: str
    quote_en: str | None = None

    def clause(self, code: ElementCode | ConditionCode, text: LegalText) -> Clause:
        quoted = text.status is TextStatus.QUOTED
        return Clause(
            code=code,
            text=text,
            quote=self.quote if quoted else typeset(self.quote),
            title=say(self.title_fr, self.title_en),
            proof=say(self.proof_fr, self.proof_en),
            would_establish=say(self.would_fr, self.would_en),
            quote_en=self.quote_en,
        )


class _ElementTable(_ClauseTable):
    code: ElementCode


class _ConditionTable(_ClauseTable):
    code: ConditionCode


class _LawFile(FileTable):
    texts: tuple[_TextTable, ...] = ()
    article_9: tuple[_ElementTable, ...] = ()
    call_eligibility: tuple[_ConditionTable, ...] = ()


def load_law(folder: Path) -> Law:
    """Every text and clause of the folder; official texts keep their own spaces and apostrophes.

    Raises:
        SourceError: a file is missing or unreadable, or one of its entries is refused; the
            message names the file and the line.
    """
    check = read_toml(folder / CHECK_FILE)
    texts = [
        text
        for path in sorted({*folder.glob("*.toml"), folder / CHECK_FILE})
        for text in _texts(read_toml(path))
    ]
    clauses = tuple(_clauses(check, {text.id: text for text in texts}))
    try:
        return Law.of(tuple(texts), clauses)
    except ValueError as problem:
        raise SourceError(f"« {folder} » : {problem}.") from problem


def _texts(document: TomlDocument) -> Iterator[LegalText]:
    for nth, table in enumerate(document.as_model(_LawFile).texts):
        try:
            yield table.text()
        except ValueError as problem:
            raise document.error(("texts", nth), f"{problem}.") from problem


def _clauses(document: TomlDocument, texts: dict[str, LegalText]) -> Iterator[Clause]:
    told = document.as_model(_LawFile)
    if missing := [name for name in (ARTICLE_9, DECREE) if name not in texts]:
        raise document.error((), f"texte absent\u00a0: {', '.join(missing)}.")
    blocks: tuple[tuple[str, tuple[_ElementTable | _ConditionTable, ...], LegalText], ...] = (
        ("article_9", told.article_9, texts[ARTICLE_9]),
        ("call_eligibility", told.call_eligibility, texts[DECREE]),
    )
    for block, tables, text in blocks:
        for nth, table in enumerate(tables):
            try:
                yield table.clause(table.code, text)
            except ValueError as problem:
                raise document.error((block, nth, "quote"), f"{problem}.") from problem
