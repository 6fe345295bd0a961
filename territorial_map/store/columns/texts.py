"""Many texts in two arrays: their UTF-8 one after the other, and where each begins."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

Arrays = dict[str, NDArray[Any]]


class PackedTexts:
    """Texts by their number, read from arrays that may be mapped; as UTF-8 bytes they compare."""

    __slots__ = ("_bytes", "_starts")

    def __init__(self, arrays: Arrays, name: str) -> None:
        """Those that ``packed`` put under a name."""
        self._bytes = arrays[f"{name}.bytes"]
        self._starts = arrays[f"{name}.starts"]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        return (self.at(number) for number in range(len(self)))

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self.find(text) is not None

    def at(self, number: int) -> str:
        """The text of a number."""
        return self.bytes_at(number).decode()

    def bytes_at(self, number: int) -> bytes:
        """The UTF-8 of a text, or the bytes that were put there."""
        return self._bytes[self._starts[number] : self._starts[number + 1]].tobytes()

    def find(self, text: str) -> int | None:
        """The number of a text, where they are sorted and each is there once."""
        sought = _sought(text)
        at = self._first_from(sought)
        return at if at < len(self) and self.bytes_at(at) == sought else None

    def beginning_with(self, prefix: str) -> range:
        """The numbers of the texts that begin so, where they are sorted."""
        sought = _sought(prefix)
        return range(self._first_from(sought), self._first_from(sought + b"\xff"))

    def _first_from(self, sought: bytes) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.bytes_at(middle) < sought:
                low = middle + 1
            else:
                high = middle
        return low


def _sought(text: str) -> bytes:
    return text.encode(errors="surrogatepass")  # half a character is in no text


def packed(name: str, texts: "Iterable[str] | pa.Array") -> Arrays:
    """The arrays of texts, in their order."""
    import pyarrow as pa  # noqa: PLC0415 - large to load, to write columns only

    told = pa.array(texts, pa.large_string()).cast(pa.large_binary())
    return packed_bytes(name, told)


def packed_bytes(name: str, several: "Iterable[bytes] | pa.Array") -> Arrays:
    """The same of bytes."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    told = pa.array(several, pa.large_binary())
    _, starts, content = told.buffers()
    at = np.frombuffer(starts, np.int64)[told.offset : told.offset + len(told) + 1]
    if not len(told):
        at = np.zeros(1, np.int64)
    raw = np.frombuffer(content or b"", np.uint8)[at[0] : at[-1]]
    return {f"{name}.bytes": raw, f"{name}.starts": at - at[0]}
