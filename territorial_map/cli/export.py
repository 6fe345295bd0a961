"""``territorial-map export``: the selection as a file."""

from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import OutputFormat, open_current, print_json, say
from territorial_map.cli.filters import with_filters
from territorial_map.cli.writing import write_table
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.export.tables import ExportFormat, RowsPer, export_table
from territorial_map.settings import settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(with_filters(export))


def export(
    selection: Selection,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Fichier, dont l’extension dit le format.")
    ],
    order: Annotated[str | None, typer.Option(help="name, distance, territory ou vintage.")] = None,
    rows: Annotated[str, typer.Option(help="site ou person (personne morale).")] = "site",
    output_format: Annotated[
        str, typer.Option("--format", help="text, ou json : le bilan sur la sortie standard.")
    ] = "text",
) -> None:
    """Exporter la sélection, avec sa requête, ses sources et son édition.

    Formats : csv, xlsx, ods, pdf, docx, html (carte), geojson, gpkg, kml, vcf.
    """
    chosen = _chosen_format(output)
    sorting = order or ("distance" if selection.around else "name")
    for name, value, term in (
        ("--order", sorting, Order),
        ("--rows", rows, RowsPer),
        ("--format", output_format, OutputFormat),
    ):
        if value not in term.codes():
            raise BadParameter(name, value, "valeur inconnue.", term.codes())
    table = export_table(
        open_current(), selection, Order(sorting), RowsPer(rows), settings().public_url
    )
    write_table(table, chosen, output)
    about = table.about
    say(f"{about.total} organisations dans {output} ({about.query} ; édition {about.edition.id}).")
    if output_format == OutputFormat.JSON:
        answer = {"file": str(output), "total": about.total, "unlocated": about.unlocated}
        print_json(answer | {"query": about.query, "link": about.link, "edition": about.edition.id})


def _chosen_format(output: Path) -> ExportFormat:
    extension = output.suffix.removeprefix(".").lower()
    if extension not in ExportFormat.codes():
        raise BadParameter(
            "--output", str(output), "extension inconnue.", tuple(f".{c}" for c in ExportFormat)
        )
    return ExportFormat(extension)
