"""Filters of a request put right before its route reads them, with a word in the headers."""

from collections.abc import Collection, Mapping
from urllib.parse import quote, urlencode

from fastapi import Request, Response

from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.places import PlaceReader
from territorial_map.services.explore.filter_mending import strictly_mended
from territorial_map.services.explore.mends import mend_in_words
from territorial_map.services.texts import Texts

PLACES = "places_now"
NOTICE = "X-Notice"
_READABLE = " ,:()."
_FILTERS = frozenset(dimension.name for dimension in DIMENSIONS)


def is_filtered(known: Mapping[str, bool]) -> bool:
    """True for a route that takes every filter."""
    return known.keys() >= _FILTERS


def put_right(
    request: Request, places: PlaceReader, untouched: Collection[str] = ()
) -> dict[str, str]:
    """Put the territories of a request right in place; the headers that say so, if any was.

    A former code is read as today's, « 1 » and « 2a » as 01 and 2A, a name as its code: the answer
    says in ``Content-Location`` what was asked in the end, and in ``X-Notice`` why (in UTF-8,
    percent-encoded: headers are ASCII). The parameters ``untouched`` are left as they stand.

    Raises:
        BadParameter: a territory that is none, or exchanged coordinates.
    """
    asked = request.query_params.multi_items()
    found = strictly_mended([pair for pair in asked if pair[0] not in untouched], places)
    if not found.mends:
        return {}
    query = urlencode([*found.pairs, *(pair for pair in asked if pair[0] in untouched)])
    request.scope["query_string"] = query.encode()
    words = " ".join(mend_in_words(mend, places, Texts()) for mend in found.mends)
    return {"Content-Location": f"{request.url.path}?{query}", NOTICE: noticed(words)}


def noticed(words: str) -> str:
    """Words as the value of a header: UTF-8, percent-encoded where ASCII ends."""
    return quote(words, safe=_READABLE)


def with_headers(answer: Response, headers: Mapping[str, str]) -> Response:
    """An answer with more headers; what it notices already is told beside."""
    for name, value in headers.items():
        told = answer.headers.get(name, "") if name == NOTICE else ""
        answer.headers[name] = f"{told} {value}".strip()
    return answer
