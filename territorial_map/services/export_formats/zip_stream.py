"""A zip archive whose bytes can be taken while it is being written."""

import zipfile
from collections.abc import Iterable, Iterator

CHUNK_BYTES = 256 * 1024
_LARGE_ROWS = 200_000  # past it a sheet may exceed the 2 GiB that a plain zip entry holds


class _Outlet:
    """A file that only goes forward: ``zipfile`` then never seeks back."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def write(self, part: bytes, /) -> int:
        """Keep the part until it is taken."""
        self._parts.append(bytes(part))
        self.size += len(part)
        return len(part)

    def flush(self) -> None:
        """Everything is already at hand."""

    def close(self) -> None:
        """Nothing to give back."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts, self.size = self._parts, [], 0
        return b"".join(parts)


class ZipStream:
    """Entries go in one after the other; ``taken`` gives the bytes written so far."""

    def __init__(self) -> None:
        self._outlet = _Outlet()
        self._zip = zipfile.ZipFile(
            self._outlet,
            "w",
            zipfile.ZIP_DEFLATED,
            compresslevel=4,
        )

    def add(self, name: str, content: bytes) -> None:
        """A whole entry."""
        self._zip.writestr(name, content)

    def pour(self, name: str, parts: Iterable[str], rows: int) -> Iterator[bytes]:
        """An entry written part by part, yielding the archive's bytes as they come."""
        with self._zip.open(name, "w", force_zip64=rows > _LARGE_ROWS) as entry:
            for part in parts:
                entry.write(part.encode())
                if self._outlet.size >= CHUNK_BYTES:
                    yield self._outlet.taken()

    def taken(self) -> bytes:
        """The bytes written since the last time."""
        return self._outlet.taken()

    def end(self) -> bytes:
        """Close the archive and give its last bytes."""
        self._zip.close()
        return self._outlet.taken()
