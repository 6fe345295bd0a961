"""The organisations of a list that somebody kept: found again by the ids they had then."""

from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition

MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Followed:
    """An organisation found by an id it has or had; ``ended`` is why it is over, if it is.

    ``asked`` differs from ``listed.id`` once the organisation was merged with another.
    """

    asked: str
    listed: Listed
    ended: str | None = None


def followed(edition: OpenEdition, ids: Sequence[str]) -> tuple[Followed, ...]:
    """What the ids lead to, in their order; an id that nothing answers to is absent."""
    asked = tuple(dict.fromkeys(ids))
    own = edition.own_ids(asked)
    found = {item.id: item for item in edition.listed_by_ids(tuple(set(own.values())))}
    poles = tuple(item.id for item in found.values() if item.kind is Kind.PTCE)
    ended = {
        one.id: one.pole.ended for one in edition.records(poles) if one.pole and one.pole.ended
    }
    return tuple(Followed(one, found[own[one]], ended.get(own[one])) for one in asked if one in own)


def first_lines(
    edition: OpenEdition, selection: Selection, order: Order, limit: int
) -> tuple[int, tuple[Listed, ...]]:
    """How many organisations a selection keeps, and the first of them, as the list shows them."""
    page = edition.page(selection, order, limit, 0)
    return page.total, page.items
