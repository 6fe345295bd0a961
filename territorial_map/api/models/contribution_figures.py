"""Figures of what people say, as the API tells them."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, Share
from territorial_map.services.contributions.figures import ContributionFigures


class FiguresAnswer(TypedDict):
    """What was said of a selection: received, accepted, to be read, and how soon it is decided.

    ``median_days`` goes from a proposal to its first decision; ``confirmed`` of ``total``
    organisations were said to be right this ``year``.
    """

    edition: EditionId
    received: Count
    accepted: Count
    waiting: Count
    median_days: Annotated[float, Field(ge=0)] | None
    confirmed: Count
    total: Count
    confirmed_share: Share | None
    year: Annotated[int, Field(ge=2000)]


def figures_answer(figures: ContributionFigures, edition: str) -> FiguresAnswer:
    """The figures of a selection; no share of nobody."""
    total = figures.total
    return {
        "edition": edition,
        "received": figures.received,
        "accepted": figures.accepted,
        "waiting": figures.waiting,
        "median_days": figures.median_days,
        "confirmed": figures.confirmed,
        "total": total,
        "confirmed_share": round(figures.confirmed / total, 4) if total else None,
        "year": figures.year,
    }
