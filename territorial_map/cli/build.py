"""``territorial-map build``: an edition from its sources."""

from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    contributed,
    knowledge,
    publish_contributions,
    say,
    table_progress_bar,
)
from territorial_map.domain.edition import Edition
from territorial_map.services.practices.linking import PracticeTagger
from territorial_map.settings import data_folder, settings
from territorial_map.store.overlaid_folders import overlaid


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(
    sources: Annotated[
        Path | None,
        typer.Option(help="Dossier des tables sources (sinon celles du projet et les vôtres)."),
    ] = None,
    territories: Annotated[
        Path | None,
        typer.Option(help="Dossier des territoires et des zonages (sinon celui du projet)."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Dossier des éditions (par défaut : le réglage).")
    ] = None,
) -> None:
    """Construire une édition à partir de ses sources et la rendre courante."""
    from territorial_map.ingest.build import build_edition  # noqa: PLC0415 - loads geopandas

    chosen = settings()
    data = data_folder("data")
    if sources is None:
        publish_contributions(chosen.sources)
    read = contributed(sources) if sources else overlaid(data / "sources", chosen.sources)
    lands = (
        nullcontext(territories)
        if territories
        else overlaid(data / "territories", chosen.territories)
    )
    with read as folder, lands as ground, table_progress_bar() as report:
        edition = build_edition(
            folder,
            ground,
            out or chosen.editions,
            built_on=datetime.now(tz=UTC).date().isoformat(),
            trades=knowledge().trades,
            tagging=PracticeTagger(knowledge().practices),
            progress=report,
        )
    for line in closing_report(edition):
        say(line)


def closing_report(edition: Edition) -> list[str]:
    """The report of a build, in lines."""
    report = edition.report
    counts = f"{report.kept} gardées + {report.merged} fusionnées + {report.rejected} rejetées"
    lines = [f"Édition {edition.id}", f"  {report.read} lignes lues = {counts}"]
    lines += [
        f"  · {s.file} ({s.vintage}) : {s.read} = {s.kept} + {s.merged} + {s.rejected}"
        for s in report.sources
    ]
    lines += [f"  – {r.sentence} ({r.count})" for r in report.remarks]
    if report.rejections:
        lines.append(f"  Lignes rejetées, avec leur motif : {edition.id}.rejets.csv")
    return lines
