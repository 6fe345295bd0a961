"""``territorial-map info``: what the current edition holds."""

from dataclasses import asdict
from typing import Any

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
)
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located
from territorial_map.refresh.words import lines_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.quality_report import quality_report
from territorial_map.settings import settings
from territorial_map.store.refresh_files import report_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("info")(info)


def info(
    output_format: FormatOption = "text",
) -> None:
    """Dire ce que contient l’édition courante."""
    check_format(output_format)
    edition = open_current()
    content = with_refresh(edition_content(edition), edition.edition.id)
    if output_format == OutputFormat.JSON:
        print_json(content)
        return
    print_content(content)


def with_refresh(content: dict[str, Any], edition_id: str) -> dict[str, Any]:
    """The same with the report of the refresh that built the edition; ``None`` where none did."""
    report = report_of(settings().editions, edition_id)
    return content | {"refresh": asdict(report) if report else None}


def print_content(content: dict[str, Any]) -> None:
    """What an edition holds, as lines on stdout."""
    typer.echo(
        f"Édition {content['edition']['id']}, construite le {content['edition']['built_on']}"
    )
    for title, counts in content["organisations"].items():
        shown = (
            counts if isinstance(counts, int) else ", ".join(f"{k} {n}" for k, n in counts.items())
        )
        typer.echo(f"  {title} : {shown}")
    for line in _refresh_lines(content["edition"]["id"]):
        typer.echo(f"  {line}")
    typer.echo("  qualité des fiches (part des critères remplis)")
    for share in (content["quality"]["whole"], *content["quality"]["by_source"]):
        name = share["name"] or "toute l’édition"
        complete = share["levels"]["complete"]
        typer.echo(
            f"    {name} : {share['score']:.0%} de {share['organisations']} fiches, "
            f"{complete} complètes"
        )


def _refresh_lines(edition_id: str) -> tuple[str, ...]:
    report = report_of(settings().editions, edition_id)
    if report is None:
        return ("construite sans rafraîchissement (build)",)
    return (f"rafraîchie le {report.began_at[:10]} :", *lines_of(report))


def edition_content(edition: OpenEdition) -> dict[str, Any]:
    """What the edition holds, counted: organisations, sources, report."""
    about, report = edition.edition, edition.edition.report
    total, _ = edition.totals(Selection.of({}))
    located = edition.counts("located")
    return {
        "edition": {
            "id": about.id,
            "built_on": about.built_on,
            "content_hash": about.content_hash,
        },
        "organisations": {
            "total": total,
            "by_kind": edition.counts("kind"),
            "by_device": edition.counts("device"),
            "by_ess_status": edition.counts("ess_status"),
            "by_region": edition.counts("region"),
            "located": {level.value: located.get(level.value, 0) for level in Located},
        },
        "sources": [asdict(source) for source in report.sources],
        "quality": quality_report(edition).as_json(),
        "report": {
            "read": report.read,
            "kept": report.kept,
            "merged": report.merged,
            "rejected": report.rejected,
        },
    }
