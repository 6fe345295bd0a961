"""What a visitor says of pairs, as the browser keeps it: ``[a, b, what]`` each.

What is a category (not relevant for it), or whether the two are of one group.
"""

from collections.abc import Iterable

from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Said, dismissal_of
from territorial_map.ledger.group_words import GroupSaid, GroupWord, group_word_of

MOST = 2_000


def dismissals_kept(kept: object, for_all: Iterable[Said] = ()) -> frozenset[Said]:
    """What a browser sends, and what is kept for all; what is none of ours is left out.

    Of a pair that the visitor says something of (of one group, or not), nobody else's word counts.
    """
    several = kept[:MOST] if isinstance(kept, list) else []
    own: frozenset[Said] = frozenset(filter(None, map(_said, several)))
    told = {word.pair for word in own if isinstance(word, GroupWord)}
    others = [d for d in for_all if not (isinstance(d, GroupWord) and d.pair in told)]
    return frozenset((*own, *others))


def _said(entry: object) -> Said | None:
    if not isinstance(entry, list) or len(entry) != 3 or not all(map(_is_text, entry)):
        return None
    one, other, what = entry
    if not one or not other or one == other:
        return None
    if what in GroupSaid.codes():
        return group_word_of(one, other, GroupSaid(what))
    if what in PoolingCategory.codes():
        return dismissal_of(one, other, PoolingCategory(what))
    return None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def about(any_id: str, said: Iterable[Said]) -> list[Said]:
    """What concerns an organisation, in order."""
    return sorted((d for d in said if any_id in {d.a_id, d.b_id}), key=key_of)


def pair_key(a_id: str, b_id: str, category: PoolingCategory) -> str:
    """The pair as one attribute of the page, read by the browser."""
    return key_of(dismissal_of(a_id, b_id, category))


def group_key(a_id: str, b_id: str, said: GroupSaid) -> str:
    """What is said of a pair's group as one attribute of the page."""
    return key_of(group_word_of(a_id, b_id, said))


def key_of(said: Said) -> str:
    """What is said of a pair as one attribute of the page."""
    what = said.said if isinstance(said, GroupWord) else said.pooling
    return f"{said.a_id}\n{said.b_id}\n{what.value}"
