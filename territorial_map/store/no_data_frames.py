"""DuckDB asked without data frames, for a command that handles none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PANDAS = "pandas"


@contextmanager
def no_data_frames() -> Iterator[None]:
    """DuckDB does not load pandas while this lasts; nothing changes where pandas is there already.

    At the first parameter of a statement DuckDB imports pandas, were it only to know its « no
    value » from a text: some 30 MiB and half a second, for what is never given. For a program of
    one thread: whoever else imports pandas meanwhile is told that it is absent.
    """
    if _PANDAS in sys.modules:
        yield
        return
    sys.modules[_PANDAS] = None  # type: ignore[assignment] # how Python is told: not to be found
    try:
        yield
    finally:
        del sys.modules[_PANDAS]
