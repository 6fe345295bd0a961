"""What a list that comes back completed says, cell by cell, as the API tells it."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId
from territorial_map.api.models.contributions import ContributionLine, contribution_line
from territorial_map.services.contributions.brought_back import CellFate, ToldCell


class ListCell(TypedDict):
    """What became of a cell, and why; ``column`` is empty where nobody was found for the line."""

    line: Annotated[int, Field(ge=1)]
    column: str
    fate: CellFate
    fate_label: str
    why: str
    organisation: str | None
    contribution: ContributionLine | None


class ListBroughtBack(TypedDict):
    """Each cell of a list that says something; ``kept`` once what is proposed waits to be read."""

    edition: EditionId
    kept: bool
    counts: dict[CellFate, Count]
    cells: list[ListCell]


def list_brought_back(cells: Iterable[ToldCell], edition: str, *, kept: bool) -> ListBroughtBack:
    """What became of the cells of a list."""
    told = list(cells)
    return {
        "edition": edition,
        "kept": kept,
        "counts": {fate: sum(cell.fate is fate for cell in told) for fate in CellFate},
        "cells": [_cell(each) for each in told],
    }


def _cell(cell: ToldCell) -> ListCell:
    return {
        "line": cell.line,
        "column": cell.column,
        "fate": cell.fate,
        "fate_label": cell.fate.label,
        "why": cell.why,
        "organisation": cell.organisation or None,
        "contribution": contribution_line(cell.proposal) if cell.proposal else None,
    }
