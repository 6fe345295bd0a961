"""Types of the shared fixtures of these tests."""

from collections.abc import Callable
from pathlib import Path

from territorial_map.ingest.sources import ImportReport
from territorial_map.readers import Row

Imported = tuple[ImportReport, dict[str, Row]]
RunImport = Callable[..., Imported]
Write = Callable[[str, bytes | str], Path]
