"""Answers of an edition as bytes: what was answered to an address is answered again for nothing.

An edition never changes, and answers that carry its tag depend on the edition and the address
alone (``answers.etag_of``): no thread, no question and no writing of JSON the second time.
"""

from collections import OrderedDict
from dataclasses import dataclass

from fastapi import Request, Response

from territorial_map.api.answers import etag_of

_MOST_BYTES = 16 * 2**20
_MOST_EACH = 2**19
_AROUND = 1_000  # what an answer weighs beside its body

_Key = tuple[str, str, bytes]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer before any layer has added to it."""

    body: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    etag: str

    @property
    def weight(self) -> int:
        return len(self.body) + _AROUND


class RememberedAnswers:
    """The memory of one process, ``most_bytes`` at most; used from its event loop alone.

    ``never`` names routes that ask elsewhere too.
    """

    def __init__(self, never: frozenset[str] = frozenset(), most_bytes: int = _MOST_BYTES) -> None:
        self._never, self._most = never, most_bytes
        self._bytes = 0
        self._answers: OrderedDict[_Key, _Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._answers)

    def key_of(self, request: Request, edition_id: str) -> _Key:
        """What an answer is remembered by: edition and address, as it was asked."""
        return edition_id, request.scope["path"], request.scope["query_string"]

    def answer(self, key: _Key, request: Request) -> Response | None:
        """The answer, or that it is unchanged; ``None`` where none is remembered."""
        found = self._answers.get(key)
        if found is None:
            return None
        self._answers.move_to_end(key)
        unchanged = found.etag in request.headers.get("if-none-match", "")
        again = Response(status_code=304) if unchanged else Response(found.body)
        own = [] if unchanged else [pair for pair in again.raw_headers if pair[0] == _LENGTH]
        again.raw_headers = [*(pair for pair in found.headers if pair[0] != _LENGTH), *own]
        return again

    def keep(self, key: _Key, name: str, request: Request, answer: Response) -> None:
        """Remember an answer of the route ``name``, if edition and address alone say it."""
        body, etag = getattr(answer, "body", None), answer.headers.get("ETag", "")
        whole = answer.status_code == 200 and isinstance(body, bytes)
        if not whole or name in self._never or etag != etag_of(Request(request.scope), key[0]):
            return
        kept = _Kept(bytes(body or b""), tuple(answer.raw_headers), etag)
        if kept.weight > _MOST_EACH or key in self._answers:
            return
        self._answers[key] = kept
        self._bytes += kept.weight
        while self._bytes > self._most:
            self._bytes -= self._answers.popitem(last=False)[1].weight


_LENGTH = b"content-length"
