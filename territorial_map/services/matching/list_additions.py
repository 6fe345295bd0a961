"""What the directory adds to a matched list: practices that concern it, partnerships inside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from territorial_map.domain.pooling.partnership import Partnership
from territorial_map.queries.schema import organisations
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.group_partnerships import Bond, partnerships_inside

MOST_PAIRED = 60
_MOST_PRACTICES = 12
_MOST_PAIRS = 20


@dataclass(frozen=True, slots=True)
class PracticeCount:
    """A practice, its French title, and how many organisations of the list it concerns."""

    id: str
    title: str
    organisations: int


@dataclass(frozen=True, slots=True)
class Adds:
    """``practices`` commonest first; pairs among the first ``paired`` of ``total`` found ones."""

    practices: tuple[PracticeCount, ...]
    partnerships: tuple[Partnership, ...]
    existing: tuple[Bond, ...]
    paired: int
    total: int


def adds_of(edition: OpenEdition, ids: Sequence[str]) -> Adds:
    """What the directory knows of a list of its organisations.

    Raises:
        NotFound: an id that no organisation answers to.
    """
    distinct = list(dict.fromkeys(ids))
    paired = distinct[:MOST_PAIRED]
    inside = partnerships_inside(edition, paired, limit=_MOST_PAIRS)
    return Adds(
        practices=_practices(edition, distinct),
        partnerships=inside.found,
        existing=inside.existing,
        paired=len(paired),
        total=len(distinct),
    )


def _practices(edition: OpenEdition, ids: Sequence[str]) -> tuple[PracticeCount, ...]:
    held = (
        select(func.unnest(organisations.c.practice).label("practice"))
        .where(organisations.c.id.in_(ids))
        .subquery()
    )
    statement = (
        select(held.c.practice, func.count().label("n"))
        .where(~func.contains(held.c.practice, ":"))
        .group_by(held.c.practice)
        .order_by(func.count().desc(), held.c.practice)
        .limit(_MOST_PRACTICES)
    )
    with edition.file.connect() as connection:
        rows = connection.execute(statement).fetchall()
    return tuple(
        PracticeCount(row.practice, edition.names.practice(row.practice), row.n) for row in rows
    )
