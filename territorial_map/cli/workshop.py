"""Where commands build editions that are compared before they are served."""

from datetime import UTC, datetime
from pathlib import Path

from territorial_map.cli.console import ConsoleReport, knowledge
from territorial_map.refresh.workshop import Workshop
from territorial_map.services.practices.linking import PracticeTagger
from territorial_map.settings import Settings, data_folder


def workshop_of(chosen: Settings, tables: Path | None, progress: ConsoleReport) -> Workshop:
    """The workshop of the settings; ``tables`` is a folder that holds all tables by itself."""
    packaged = data_folder("data")
    return Workshop(
        chosen.editions,
        tables or chosen.sources,
        chosen.territories,
        datetime.now(tz=UTC).date().isoformat(),
        lambda: knowledge().trades,
        lambda: PracticeTagger(knowledge().practices),
        progress,
        packaged_sources=None if tables else packaged / "sources",
        packaged_reference=packaged / "territories",
    )
