"""``territorial-map sources``: the official files that can be imported."""

from dataclasses import asdict

import typer

from territorial_map.cli.console import FormatOption, OutputFormat, check_format, print_json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sources")(sources)


def sources(
    output_format: FormatOption = "text",
) -> None:
    """Lister les sources lisibles : où elles sont publiées, sous quelle licence."""
    from territorial_map.ingest.sources import ABOUTS  # noqa: PLC0415 - slow to load

    check_format(output_format)
    if output_format == OutputFormat.JSON:
        print_json([asdict(about) for about in ABOUTS])
        return
    for about in ABOUTS:
        typer.echo(f"{about.code} : {about.title}, {about.publisher}")
        typer.echo(f"  {about.formats} ; mise à jour : {about.refresh}")
        typer.echo(f"  Licence : {about.licence} ; format {about.layout.label}")
        typer.echo(f"  {about.page}")
        typer.echo(f"  Table écrite : {about.table}")
