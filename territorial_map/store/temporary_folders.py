"""Passing folders: what is made beside its place, and goes whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def passing_folder(beside: Path) -> Iterator[Path]:
    """A folder inside another, which may be absent; nothing of it is left."""
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".partial-", dir=beside, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
