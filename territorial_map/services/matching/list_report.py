"""What is said of a list that was read: its columns, and what was not taken as it stands."""

from collections import Counter
from typing import Any

from territorial_map.services.matching.list_files import GivenList

Json = dict[str, Any]


def understanding(given: GivenList) -> Json:
    """The columns, for each field understood the column that fills it, and the sheets if any."""
    told: Json = {
        "columns": list(given.columns),
        "understood": dict(given.understood),
        "unknown": list(given.unknown),
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
