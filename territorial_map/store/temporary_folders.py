"""Passing folders: what is made beside its place, and goes whatever happens."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

_PREFIX = ".partial-"
_OF_PROCESS = re.compile(rf"{re.escape(_PREFIX)}(\d+)-.*")


@contextmanager
def passing_folder(beside: Path) -> Iterator[Path]:
    """A folder inside another, which may be absent; nothing of it is left.

    What a process that was killed left there goes too: its number stands in the name.
    """
    beside.mkdir(parents=True, exist_ok=True)
    _sweep(beside)
    prefix = f"{_PREFIX}{os.getpid()}-"
    with TemporaryDirectory(prefix=prefix, dir=beside, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _sweep(beside: Path) -> None:
    for path in beside.glob(f"{_PREFIX}*"):
        found = _OF_PROCESS.fullmatch(path.name)
        if found is not None and not _is_alive(int(found[1])):
            rmtree(path, ignore_errors=True)


def _is_alive(process: int) -> bool:
    """Whether a process of this number runs, be it somebody else's."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
