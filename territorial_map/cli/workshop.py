"""Where commands build editions that are compared before they are served."""

from datetime import UTC, datetime
from pathlib import Path

from territorial_map.cli.console import ConsoleReport, knowledge
from territorial_map.refresh.workshop import Workshop
from territorial_map.services.practices.linking import PracticeTagger
from territorial_map.settings import Settings, data_folder


def workshop_of(chosen: Settings, tables: Path | None, progress: ConsoleReport) -> Workshop:
    """The workshop of the settings; ``tables`` is the folder of tables, or else the project's."""
    folder = data_folder("data")
    return Workshop(
        chosen.editions,
        tables or folder / "sources",
        folder / "territories",
        datetime.now(tz=UTC).date().isoformat(),
        lambda: PracticeTagger(knowledge().practices),
        progress,
    )
