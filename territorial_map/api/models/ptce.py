"""The check of a group against the texts on PTCEs: two blocks of findings."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import (
    BothLanguages,
    Count,
    Kilometres,
    Named,
    sentence,
    sentence_or_none,
)
from territorial_map.domain.ptce.check import PtceCheck
from territorial_map.domain.ptce.gap_candidates import Filling, Neighbour
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import LegalText, TextStatus
from territorial_map.domain.ptce.persons import Mention
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.services.ptce.group_file import LineNote
from territorial_map.services.ptce.together import PoleMembers


class MemberMention(TypedDict):
    """A legal person of the group; ``id`` is null where it was described."""

    id: str | None
    name: str
    siren: str | None


class FindingAnswer(TypedDict):
    """What can be said of one clause, by whom and by which evidence, and what is still asked.

    ``quote`` is the clause's own words where they were read, ``summary`` ours elsewhere.
    """

    code: ElementCode | ConditionCode
    title: BothLanguages
    verdict: ClauseVerdict
    verdict_label: BothLanguages
    quote: str | None
    summary: BothLanguages | None
    text_id: str
    members: list[MemberMention]
    to_establish: list[MemberMention]
    evidence: list[BothLanguages]
    proof: BothLanguages | None
    would_establish: BothLanguages | None


class Neighbouring(TypedDict):
    """Someone nearby who could fill a clause."""

    id: str | None
    name: str
    siren: str | None
    commune: str | None
    distance_km: Kilometres | None


class FillingAnswer(TypedDict):
    """The nearest who could fill a clause, and the verdict with the first ``needed`` of them."""

    code: ElementCode | ConditionCode
    needed: Annotated[int, Field(ge=1)]
    verdict_with: ClauseVerdict | None
    known: Count
    candidates: list[Neighbouring]
    thin: BothLanguages | None


class PersonsCounted(TypedDict):
    """How many legal persons the group has, at least and at most."""

    at_least: Count
    at_most: Count


class LegalTextAnswer(TypedDict):
    """A text that the findings rest on; ``text`` quotes it only where its status says so."""

    id: str
    reference: BothLanguages
    status: TextStatus
    status_label: BothLanguages
    text: str
    text_en: str | None
    read_on: str | None
    url: str | None


class LineNoteAnswer(TypedDict):
    """What was not taken of a line as it stands; a line ``set_aside`` was not checked."""

    line: Count
    value: str
    problem: BothLanguages
    set_aside: bool


class PoleToAdd(BothLanguages):
    """The known members of a pole of the group that are not in it: the first action."""

    pole: Named
    source: str
    members: list[Named]


class GroupCheck(TypedDict):
    """Two lists of findings, never summed up in one word; who nearby could fill what is not.

    ``notes`` say what of the list could not be read, line by line; the rest was checked.
    """

    article_9: list[FindingAnswer]
    call_eligibility: list[FindingAnswer]
    could_fill: list[FillingAnswer]
    legal_persons: PersonsCounted
    complete: bool
    existing_ptce: str | None
    notes: list[LineNoteAnswer]
    texts: list[LegalTextAnswer]
    first_actions: list[PoleToAdd]


def group_check(
    check: PtceCheck,
    fillings: Iterable[Filling] = (),
    notes: Iterable[LineNote] = (),
    poles: Iterable[PoleMembers] = (),
) -> GroupCheck:
    """The findings, who could fill what is not established, what was not read, and the texts.

    ``poles`` of the group whose known members are to be added come as first actions.
    """
    return {
        "article_9": list(map(_finding, check.article_9)),
        "call_eligibility": list(map(_finding, check.call_eligibility)),
        "could_fill": list(map(_filling, fillings)),
        "legal_persons": {"at_least": check.persons.low, "at_most": check.persons.high},
        "complete": check.complete,
        "existing_ptce": check.existing,
        "notes": list(map(_note, notes)),
        "texts": list(map(_text, _texts_of(check))),
        "first_actions": [_to_add(each) for each in poles if each.members],
    }


def _note(note: LineNote) -> LineNoteAnswer:
    return {
        "line": note.line,
        "value": note.value,
        "problem": sentence(note.problem),
        "set_aside": note.set_aside,
    }


def _texts_of(check: PtceCheck) -> list[LegalText]:
    findings = (*check.article_9, *check.call_eligibility)
    return list({finding.clause.text.id: finding.clause.text for finding in findings}.values())


def _text(text: LegalText) -> LegalTextAnswer:
    return {
        "id": text.id,
        "reference": sentence(text.reference),
        "status": text.status,
        "status_label": {"fr": text.status.label, "en": text.status.label_en},
        "text": text.fr,
        "text_en": text.en,
        "read_on": text.read_on.isoformat() if text.read_on else None,
        "url": text.url,
    }


def _finding(finding: Finding) -> FindingAnswer:
    clause = finding.clause
    quoted = clause.text.status is TextStatus.QUOTED
    return {
        "code": clause.code,
        "title": sentence(clause.title),
        "verdict": finding.verdict,
        "verdict_label": {"fr": finding.verdict.label, "en": finding.verdict.label_en},
        "quote": clause.quote if quoted else None,
        "summary": None if quoted else {"fr": clause.quote, "en": clause.quote_en or ""},
        "text_id": clause.text.id,
        "members": _mentions(finding.members),
        "to_establish": _mentions(finding.to_establish),
        "evidence": [sentence(each) for each in finding.evidence],
        "proof": sentence_or_none(finding.proof),
        "would_establish": sentence_or_none(finding.would_establish),
    }


def _filling(filling: Filling) -> FillingAnswer:
    return {
        "code": filling.code,
        "needed": filling.needed,
        "verdict_with": filling.verdict_with,
        "known": filling.known,
        "candidates": list(map(_candidate, filling.candidates)),
        "thin": sentence_or_none(filling.thin),
    }


def _candidate(candidate: Neighbour) -> Neighbouring:
    member, km = candidate.member, candidate.distance_km
    return {
        "id": member.id,
        "name": member.name,
        "siren": member.siren,
        "commune": member.place.commune,
        "distance_km": None if km is None else round(km, 1),
    }


def _mentions(mentions: Sequence[Mention]) -> list[MemberMention]:
    return [{"id": m.id, "name": m.name, "siren": m.siren} for m in mentions]


def _to_add(pole: PoleMembers) -> PoleToAdd:
    return {
        "pole": {"id": pole.pole.id, "name": pole.pole.name},
        "source": pole.source,
        "members": [{"id": one.id, "name": one.name} for one in pole.members],
        **sentence(pole.action),
    }
