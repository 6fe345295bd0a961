"""Pairs that a visitor set aside, as the browser keeps them: ``[a, b, category]`` each."""

from collections.abc import Iterable

from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, dismissal_of

MOST = 2_000


def dismissals_kept(kept: object, for_all: Iterable[Dismissal] = ()) -> frozenset[Dismissal]:
    """The dismissals a browser sends, and those kept for all; what is none of ours is left out."""
    several = kept[:MOST] if isinstance(kept, list) else []
    return frozenset((*filter(None, map(_dismissal, several)), *for_all))


def _dismissal(entry: object) -> Dismissal | None:
    if not isinstance(entry, list) or len(entry) != 3 or not all(map(_is_text, entry)):
        return None
    one, other, category = entry
    if not one or not other or one == other or category not in PoolingCategory.codes():
        return None
    return dismissal_of(one, other, PoolingCategory(category))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def about(any_id: str, dismissals: Iterable[Dismissal]) -> list[Dismissal]:
    """The dismissals that concern an organisation, in order."""
    return sorted(d for d in dismissals if any_id in {d.a_id, d.b_id})


def pair_key(a_id: str, b_id: str, category: PoolingCategory) -> str:
    """The pair as one attribute of the page, read by the browser."""
    dismissal = dismissal_of(a_id, b_id, category)
    return key_of(dismissal)


def key_of(dismissal: Dismissal) -> str:
    """A dismissal as one attribute of the page."""
    return f"{dismissal.a_id}\n{dismissal.b_id}\n{dismissal.pooling.value}"
