"""Official texts as the product may show them: quoted, summed up, or still to confirm."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode
from territorial_map.domain.term import Term

ARTICLE_9 = "law-2014-856-art-9"
ARTICLE_1 = "law-2014-856-art-1"
DECREE = "decree-2015-431-art-3"


class TextStatus(Term):
    """How far a text can be shown as law; the labels are what readers see beside it."""

    QUOTED = "quoted", "texte cité"
    SUMMARY = "summary", "d’après un résumé, à confirmer"
    TO_CONFIRM = "to_confirm", "résumé, à confirmer sur Légifrance"

    @property
    def label_en(self) -> str:
        """The label in English."""
        return _STATUS_EN[self]


_STATUS_EN = {
    TextStatus.QUOTED: "quoted text",
    TextStatus.SUMMARY: "from a summary, to be confirmed",
    TextStatus.TO_CONFIRM: "summary, to be confirmed on Légifrance",
}


@dataclass(frozen=True, slots=True)
class LegalText:
    """``fr`` is the text itself when quoted, else our summary; ``en`` is never official.

    ``read_on`` is the day the text was read; a text to confirm was not read.
    """

    id: str
    reference: Sentence
    status: TextStatus
    fr: str
    url: str
    en: str | None = None
    read_on: dt.date | None = None

    def __post_init__(self) -> None:
        if not self.fr.strip():
            raise ValueError(f"{self.id}: no text")
        if (self.read_on is None) is not (self.status is TextStatus.TO_CONFIRM):
            raise ValueError(f"{self.id}: a date of reading goes with what was read, only")
        if self.status is not TextStatus.QUOTED and not self.en:
            raise ValueError(f"{self.id}: a summary needs its English")


@dataclass(frozen=True, slots=True)
class Clause:
    """One element or condition of the check; ``quote`` is found word for word in ``text``.

    ``quote_en`` is there for a summary only: an official quote stays French. ``proof`` is what its
    authors can show; ``would_establish`` what is lacking when it is not established.
    """

    code: ElementCode | ConditionCode
    text: LegalText = field(repr=False)
    quote: str
    title: Sentence
    proof: Sentence
    would_establish: Sentence
    quote_en: str | None = None

    def __post_init__(self) -> None:
        if not self.quote or self.quote not in self.text.fr:
            raise ValueError(f"{self.code}: « {self.quote} » is not in {self.text.id}")
        if self.quote_en is not None and self.quote_en not in (self.text.en or ""):
            raise ValueError(f"{self.code}: “{self.quote_en}” is not in {self.text.id}")


@dataclass(frozen=True, slots=True)
class Law:
    """Every text by id, and the clauses of the check in their order."""

    texts: Mapping[str, LegalText]
    article_9: tuple[Clause, ...]
    call_eligibility: tuple[Clause, ...]

    def __post_init__(self) -> None:
        _expect(self.article_9, ElementCode, ARTICLE_9)
        _expect(self.call_eligibility, ConditionCode, DECREE)

    @classmethod
    def of(cls, texts: tuple[LegalText, ...], clauses: tuple[Clause, ...]) -> Self:
        """The law from its texts and clauses, each clause put in its block, in declared order."""
        by_id = {text.id: text for text in texts}
        if len(by_id) != len(texts):
            raise ValueError("two legal texts share an id: each is quoted once")
        article_9 = tuple(c for c in clauses if isinstance(c.code, ElementCode))
        calls = tuple(c for c in clauses if isinstance(c.code, ConditionCode))
        return cls(by_id, article_9, calls)

    def clause(self, code: ElementCode | ConditionCode) -> Clause:
        """The clause of a code."""
        return next(c for c in (*self.article_9, *self.call_eligibility) if c.code is code)


def _expect(clauses: tuple[Clause, ...], codes: type[Term], text_id: str) -> None:
    if tuple(c.code for c in clauses) != tuple(codes):
        raise ValueError(f"the clauses of {text_id} must be {', '.join(codes.codes())}, in order")
    if any(c.text.id != text_id for c in clauses):
        raise ValueError(f"every clause must be taken from {text_id}")
