"""Addresses with a value that cannot be taken: put right, the rest kept, and one notice says so.

The address is sent on to one that reads well, which carries what was put right (``noticed``): the
notice is made again from it, so it can be shared, and says nothing that the address does not.
"""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote, urlencode

from dash import html

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.places import PlaceReader
from territorial_map.services.explore.filter_mending import mend_of, mended
from territorial_map.services.explore.mends import Mend, MendKind, mend_in_words
from territorial_map.services.explore.query_string import pairs_of
from territorial_map.services.portrait.place import LEVELS, ZONE_LEVELS
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.state import MOST_NOTICED, NOTICED, state_from_search
from territorial_map.web.base.texts import Texts

_MOST_LETTERS = 60
_LEVELS = {**LEVELS, **ZONE_LEVELS}
Pair = tuple[str, str]


def readable_search(
    search: str, places: PlaceReader, read: Callable[[str], object] = state_from_search
) -> str | None:
    """A query string that reads well, with what was put right or left out; ``None`` when it did.

    ``search`` has no question mark; ``read`` refuses what the page cannot take (``BadParameter``).
    Nothing else of it is lost.
    """
    asked = pairs_of(search)
    found = mended(asked, places)
    unknown = {(mend.name, mend.value) for mend in found.mends if mend.taken_off}
    told = [(mend.name, mend.value) for mend in found.mends]
    kept = [(n, v) for n, v in found.pairs if (n, v.strip()) not in unknown]
    kept, refused = _without_mistakes(kept, read)
    told += refused
    if not told:
        return None
    before = [pair for pair in kept if pair[0] == NOTICED]
    kept = [pair for pair in kept if pair[0] != NOTICED]
    noticed = [(NOTICED, f"{name}:{value[:_MOST_LETTERS]}") for name, value in told]
    pairs = [*kept, *dict.fromkeys((*before, *noticed))]
    return urlencode(pairs, quote_via=quote, safe=":,/")


def _without_mistakes(
    pairs: Sequence[Pair], read: Callable[[str], object]
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that can be read together, and those that cannot, one after the other."""
    kept, refused = list(pairs), list[Pair]()
    while True:
        try:
            read(urlencode(kept))
        except BadParameter as error:
            wrong = [p for p in kept if p[0] == error.parameter and p[1].strip() == error.value]
            wrong = wrong or [p for p in kept if p[0] == error.parameter]
            if not wrong:
                return [], [*refused, *kept]
            refused += wrong
            kept = [pair for pair in kept if pair not in wrong]
        else:
            return kept, refused


def formerly_at(path: str, right_path: str) -> list[Pair]:
    """What to tell of a path whose code is one of before: « /dans/commune/74011 », Annecy now.

    ``right_path`` is where it leads; only the first part of it that begins with a code is read. The
    part before it says the level, else it is a commune (« /autour/74011 »).
    """
    parts = right_path.split("/")
    for n, (asked, right) in enumerate(zip(path.split("/"), parts, strict=False)):
        old, now = asked.partition("-")[0].upper(), right.partition("-")[0].upper()
        if now[:1].isdigit():
            level = _LEVELS.get(parts[n - 1], TerritoryLevel.COMMUNE)
            return [(NOTICED, f"{level.value}:{old}")] if old.isalnum() and old != now else []
    return []


def notices(noticed: Iterable[str], places: PlaceReader, t: Texts) -> list[str]:
    """A sentence for each value that an address says was put right or left out."""
    told = []
    for each in noticed:
        name, _, value = each.partition(":")
        mend = mend_of(name, value, places) or Mend(MendKind.UNKNOWN, name, value)
        told.append(mend_in_words(mend, places, t))
    return told[:MOST_NOTICED]


def notice_of(noticed: Iterable[str], places: PlaceReader, t: Texts) -> list[Node]:
    """The one notice of a page; nothing where the address read well."""
    told = notices(noticed, places, t)
    return [icon("info"), html.Span(" ".join(told))] if told else []


def notice_told(search: str, places: PlaceReader, t: Texts) -> list[Node]:
    """The notice of an address as a paragraph that is read out; nothing where it read well."""
    told = notice_of(state_from_search(search).noticed, places, t)
    return [html.P(told, className="result-notice", role="status")] if told else []
