"""A process that knows nothing of the product, and loads it with a change in a fork of itself."""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.mutants.covering import OPTIONS
from benchmarks.mutants.running import Change, forked

# What the tests of the heart load, so that no change pays for it.
_LOADED_ONCE = (
    *("duckdb", "duckdb_sqlalchemy", "sqlalchemy", "pyarrow.parquet", "numpy", "orjson"),
    *("pydantic", "fastapi", "starlette.testclient", "hypothesis.strategies", "rapidfuzz"),
    *("openpyxl", "xlsxwriter", "odfdo", "docx", "typst", "pikepdf", "vobject", "shapely"),
    *("stdnum.luhn", "babel", "clevercsv", "python_calamine", "charset_normalizer", "pyproj"),
    *("pandas", "pyogrio", "anyio", "jinja2", "segno", "filelock", "limits", "phonenumbers"),
    *("dash", "dash_leaflet", "dash_mantine_components", "networkx", "uvicorn", "structlog"),
    *("babel.core", "jsonschema_rs", "openapi_spec_validator", "playwright.sync_api", "rdflib"),
    *("pydantic_settings", "psutil", "rich.console", "schemathesis", "anyio.pytest_plugin"),
)


def load_third_parties() -> None:
    """Load what every change needs; what is not installed is left to the tests to miss."""
    for name in _LOADED_ONCE:
        if importlib.util.find_spec(name.partition(".")[0]) is not None:
            importlib.import_module(name)
    loaded = [name for name in sys.modules if name.partition(".")[0] == "territorial_map"]
    if loaded:
        raise RuntimeError(f"loaded before it is changed: {', '.join(loaded)}")


def serve(root: Path, asked: Connection) -> None:
    """Answer ``(change, tests, usual seconds)`` with the exit code of the tests, until the end."""
    while True:
        try:
            change, tests, seconds = asked.recv()
        except EOFError:
            return
        asked.send(forked(lambda: _run(root, change, tests), seconds + 5))  # noqa: B023 - run at once


def _run(root: Path, change: Change, tests: Sequence[str]) -> int:
    sys.meta_path.insert(0, Changed(root, change))
    importlib.import_module(change.module)  # pytest would load a doctest's own from its file
    return int(pytest.main([*tests, *OPTIONS, "-x", "--tb=short"]))


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Loads one module from another text, and leaves no compiled file of it."""

    def __init__(self, root: Path, change: Change) -> None:
        self._change, self._package = change, change.path.stem == "__init__"
        self._root = root

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The changed module's, and no other's."""
        del path, target
        if fullname != self._change.module:
            return None
        origin = str(self._root / self._change.path)
        return importlib.util.spec_from_loader(
            fullname, self, origin=origin, is_package=self._package
        )

    def get_source(self, fullname: str) -> str:
        """The other text."""
        del fullname
        return self._change.after

    def is_package(self, fullname: str) -> bool:
        """Whether the changed module is a package's own."""
        del fullname
        return self._package
