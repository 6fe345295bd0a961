"""The public answer of a check: plain values, French and English side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.ptce.check import PtceCheck
from territorial_map.domain.ptce.gap_candidates import Filling, Neighbour
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import LegalText, TextStatus
from territorial_map.domain.ptce.persons import Mention

Json = dict[str, Any]


def answer_of(check: PtceCheck, fillings: Iterable[Filling] = ()) -> Json:
    """The answer in the shape of the public API and of the command line.

    ``article_9`` and ``call_eligibility`` are two lists of findings, never summed up in one word;
    ``could_fill`` names who nearby could establish what is not.
    """
    return {
        "article_9": [_finding(finding) for finding in check.article_9],
        "call_eligibility": [_finding(finding) for finding in check.call_eligibility],
        "could_fill": [_filling(filling) for filling in fillings],
        "legal_persons": {"at_least": check.persons.low, "at_most": check.persons.high},
        "complete": check.complete,
        "existing_ptce": check.existing,
        "texts": [_text(text) for text in _texts_of(check)],
    }


def _texts_of(check: PtceCheck) -> list[LegalText]:
    findings = (*check.article_9, *check.call_eligibility)
    return list({finding.clause.text.id: finding.clause.text for finding in findings}.values())


def _text(text: LegalText) -> Json:
    return {
        "id": text.id,
        "reference": _both(text.reference),
        "status": text.status.value,
        "status_label": {"fr": text.status.label, "en": text.status.label_en},
        "text": text.fr,
        "text_en": text.en,
        "read_on": text.read_on.isoformat() if text.read_on else None,
        "url": text.url,
    }


def _finding(finding: Finding) -> Json:
    clause = finding.clause
    quoted = clause.text.status is TextStatus.QUOTED
    return {
        "code": clause.code.value,
        "title": _both(clause.title),
        "verdict": finding.verdict.value,
        "verdict_label": {"fr": finding.verdict.label, "en": finding.verdict.label_en},
        "quote": clause.quote if quoted else None,
        "summary": None if quoted else {"fr": clause.quote, "en": clause.quote_en},
        "text_id": clause.text.id,
        "members": _mentions(finding.members),
        "to_establish": _mentions(finding.to_establish),
        "evidence": [_both(sentence) for sentence in finding.evidence],
        "proof": _both(finding.proof),
        "would_establish": _both(finding.would_establish),
    }


def _filling(filling: Filling) -> Json:
    return {
        "code": filling.code.value,
        "needed": filling.needed,
        "verdict_with": filling.verdict_with.value if filling.verdict_with else None,
        "known": filling.known,
        "candidates": [_candidate(candidate) for candidate in filling.candidates],
        "thin": _both(filling.thin),
    }


def _candidate(candidate: Neighbour) -> Json:
    member, km = candidate.member, candidate.distance_km
    return {
        "id": member.id,
        "name": member.name,
        "siren": member.siren,
        "commune": member.place.commune,
        "distance_km": None if km is None else round(km, 1),
    }


def _mentions(mentions: Sequence[Mention]) -> list[Json]:
    return [{"id": m.id, "name": m.name, "siren": m.siren} for m in mentions]


def _both(sentence: Sentence | None) -> Json | None:
    return None if sentence is None else {"fr": sentence.fr, "en": sentence.en}
