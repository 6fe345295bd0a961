"""Matched lists as plain values, in the shape of the public API and of the command line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from territorial_map.domain.listing import Listed
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.matching.verdict import MatchDecision
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.list_additions import Adds
from territorial_map.services.matching.list_files import GivenList, ListLine
from territorial_map.services.matching.matcher import BATCH, match_rows

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matched:
    """A line of a list, what it tells, what is said of it, and its candidates' facts by id."""

    line: ListLine
    given: Given
    decision: MatchDecision
    facts: dict[str, Listed]

    @property
    def found(self) -> Listed | None:
        """The organisation of a row that is found."""
        return self.facts.get(self.decision.id) if self.decision.id else None


def match_list(edition: OpenEdition, given: GivenList) -> Iterator[Matched]:
    """Every line matched, in order; a line that could not be read is unknown, and says so."""
    lines = iter(given.lines)
    decisions = match_rows(edition, list(given.rows()), edition.knowledge.matching)
    rows = given.rows()
    while batch := list(islice(lines, BATCH)):
        decided = [
            (
                line,
                row,
                MatchDecision(MatchVerdict.UNKNOWN, line.apart) if line.apart else decision,
            )
            for line, row, decision in zip(batch, rows, decisions, strict=False)
        ]
        facts = _facts(edition, (decision for _, _, decision in decided))
        for line, row, decision in decided:
            own = {c.id: facts[c.id] for c in decision.candidates}
            yield Matched(line, row, decision, own)


def _facts(edition: OpenEdition, decisions: Iterable[MatchDecision]) -> dict[str, Listed]:
    ids = {candidate.id for decision in decisions for candidate in decision.candidates}
    return {item.id: item for item in edition.listed_by_ids(tuple(sorted(ids)))}


def match_answer(
    edition: OpenEdition, given: GivenList, matched: Sequence[Matched], *, cells: bool = False
) -> Json:
    """``rows`` with their verdicts, ``counts`` by verdict, and how columns were understood."""
    counts = {
        verdict.value: sum(m.decision.verdict is verdict for m in matched)
        for verdict in MatchVerdict
    }
    return {
        "edition": edition.edition.id,
        **understanding(given),
        "counts": counts,
        "rows": [_row(each, cells=cells) for each in matched],
    }


def understanding(given: GivenList) -> Json:
    """The columns, for each field understood the column that fills it, and the sheets if any."""
    told: Json = {
        "columns": list(given.columns),
        "understood": dict(given.understood),
        "report": list_report(given),
    }
    return told | ({"sheet": given.sheet, "sheets": list(given.sheets)} if given.sheets else {})


def list_report(given: GivenList) -> Json:
    """What was not taken as it stands: contacts left alone, doubts by column, rows set apart."""
    doubts = given.doubts
    apart = Counter(line.apart for line in given.lines if line.apart is not None)
    return {
        "emails": doubts.emails,
        "mobiles": doubts.mobiles,
        "persons": list(given.persons),
        "apart": {why.value: count for why, count in apart.items()},
        "notes": list(given.notes),
        "doubts": [
            {
                "column": column,
                "code": doubt.value,
                "reason": doubt.label,
                "count": count,
                "examples": [
                    {"line": example.line, "value": example.value}
                    for example in doubts.examples[column, doubt]
                    if example.value
                ],
            }
            for (column, doubt), count in doubts.counts.most_common()
        ],
    }


def reading_answer(given: GivenList) -> Json:
    """A list as read, nothing matched: what a page shows before it matches."""
    rows = [
        {
            "line": line.line,
            "cells": list(line.cells),
            "whole": line.whole,
            "apart": line.apart.value if line.apart else None,
        }
        for line in given.lines
    ]
    return understanding(given) | {"rows": rows}


def _row(matched: Matched, *, cells: bool) -> Json:
    decision = matched.decision
    shape: Json = {
        "line": matched.line.line,
        "verdict": decision.verdict.value,
        "id": decision.id,
        "score": round(decision.score, 4),
        "why": decision.why.value,
        "reason": decision.why.label,
        "warnings": [
            {"code": warning.value, "reason": warning.label} for warning in matched.given.warnings
        ],
        "candidates": [
            _candidate(matched.facts[each.id]) | {"score": round(each.score, 4)}
            for each in decision.candidates
        ],
    }
    return shape | {"cells": list(matched.line.cells)} if cells else shape


def _candidate(item: Listed) -> Json:
    return {
        "id": item.id,
        "name": item.name,
        "acronym": item.acronym,
        "kind": item.kind.value,
        "devices": [device.short for device in item.devices],
        "siret": item.siret,
        "siren": item.siren,
        "postcode": item.postcode,
        "commune": item.commune,
        "department": item.department,
        "phone": item.phone,
        "website": item.website,
        "source": item.source,
        "vintage": item.vintage,
    }


def adds_answer(adds: Adds) -> Json:
    """Practices with how many they concern, and pairs with their word and category."""
    return {
        "total": adds.total,
        "paired": adds.paired,
        "practices": [
            {"id": p.id, "title": p.title, "organisations": p.organisations} for p in adds.practices
        ],
        "partnerships": [
            {
                "a": {"id": p.a.id, "name": p.a.name},
                "b": {"id": p.b.id, "name": p.b.name},
                "pooling": p.category.value,
                "pooling_label": p.category.label,
                "tier": p.tier.value,
                "tier_label": p.tier.label,
                "distance_km": p.nearness.distance_km and round(p.nearness.distance_km, 1),
            }
            for p in adds.partnerships
        ],
        "existing": [
            {"a": {"id": b.a.id, "name": b.a.name}, "b": {"id": b.b.id, "name": b.b.name}}
            for b in adds.existing
        ],
    }
