"""DuckDB asked without data frames, for a command that handles none."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import ModuleType

_PANDAS = "pandas"


class _NotFound(MetaPathFinder):
    """Tells that pandas is absent: whoever can do without it does."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> None:
        del path, target
        if fullname == _PANDAS:
            raise ModuleNotFoundError(fullname, name=fullname)


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
    finder = _NotFound()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
