"""``territorial-map export``: a selection, or the partners around a centre, as a file."""

from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import OutputFormat, dismissals_of, open_current, print_json, say
from territorial_map.cli.filters import with_filters
from territorial_map.cli.open_data import open_data
from territorial_map.cli.writing import write_table
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Order, usual_order
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format as FileFormat
from territorial_map.services.partner_lists.partner_query import asked_from_query
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.texts import language_of
from territorial_map.settings import settings

Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="Fichier, dont l’extension dit le format.")
]
Columns = Annotated[
    str, typer.Option(help="Colonnes à garder, dans leur ordre : name,commune,phone.")
]
Lang = Annotated[str, typer.Option(help="Langue du fichier : fr ou en.")]
Format = Annotated[
    str, typer.Option("--format", help="text, ou json : le bilan sur la sortie standard.")
]
_POOLING = f"Catégorie, se répète : {', '.join(PoolingCategory.codes())}."


def register(app: typer.Typer) -> None:
    """Add the command, with ``export partners`` and ``export open-data`` under it."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True)(with_filters(export))
    group.command("partners")(partners)
    group.command("open-data")(open_data)
    app.add_typer(group, name="export")


def export(
    context: typer.Context,
    selection: Selection,
    *,
    output: Output = None,
    order: Annotated[
        str | None, typer.Option(help="relevance, name, distance, territory ou vintage.")
    ] = None,
    rows: Annotated[str, typer.Option(help="site ou person (personne morale).")] = "site",
    columns: Columns = "",
    lang: Lang = "fr",
    output_format: Format = "text",
) -> None:
    """Exporter la sélection, avec sa requête, ses sources et son édition.

    Formats : csv, xlsx, ods, pdf, docx, html (carte), geojson, gpkg, kml, vcf.
    """
    if context.invoked_subcommand is not None:
        return
    path, chosen = _file_and_format(output)
    sorting = order or usual_order(selection).value
    for name, value, term in (
        ("--order", sorting, Order),
        ("--rows", rows, RowsPer),
        ("--format", output_format, OutputFormat),
    ):
        if value not in term.codes():
            raise BadParameter(name, value, "valeur inconnue.", term.codes())
    language, own = language_of(lang), settings()
    table = export_table(
        open_current(), selection, Order(sorting), RowsPer(rows), own.public_url, language
    )
    _write(table, path, chosen, columns)
    about = table.about
    say(f"{about.total} organisations dans {path} ({about.query} ; édition {about.edition.id}).")
    if output_format == OutputFormat.JSON:
        _account(table, path)


def partners(
    *,
    centre: Annotated[str, typer.Option("--for", help="Identifiant d’une organisation.")] = "",
    commune: Annotated[str, typer.Option(help="Code d’une commune (COG de l’édition).")] = "",
    near: Annotated[str, typer.Option(help="Longitude,latitude d’un lieu.")] = "",
    radius_km: Annotated[str, typer.Option(help="Rayon à vol d’oiseau, en km (30).")] = "",
    pooling: Annotated[list[str] | None, typer.Option(help=_POOLING)] = None,
    practice: Annotated[
        list[str] | None,
        typer.Option(help="Pratique qui concerne le partenaire : p27 ; se répète."),
    ] = None,
    limit: Annotated[str, typer.Option(help="Personnes morales au plus (50).")] = "",
    output: Output = None,
    columns: Columns = "",
    lang: Lang = "fr",
    output_format: Format = "text",
) -> None:
    """Exporter les partenaires locaux d’une organisation ou d’un lieu.

    Rangés par ce qu’ils pourraient faire ensemble, une ligne par personne morale.
    """
    path, chosen = _file_and_format(output)
    if output_format not in OutputFormat.codes():
        raise BadParameter("--format", output_format, "valeur inconnue.", OutputFormat.codes())
    single = {"for": centre, "commune": commune, "near": near}
    single |= {"radius_km": radius_km, "limit": limit}
    asked = asked_from_query(
        {name: [value] for name, value in single.items()}
        | {"pooling": pooling or [], "practice": practice or []}
    )
    own = settings()
    dismissals = dismissals_of(own.ledger)
    table = partner_table(open_current(), asked, own.public_url, dismissals, language_of(lang))
    _write(table, path, chosen, columns)
    about = table.about
    say(f"{about.n_of_n} lignes dans {path} ({about.query} ; édition {about.edition.id}).")
    if output_format == OutputFormat.JSON:
        _account(table, path)


def _write(table: ExportTable, path: Path, chosen: FileFormat, columns: str) -> None:
    keys = [key.strip() for key in columns.split(",") if key.strip()]
    write_table(table.keeping(keys) if keys else table, chosen, path)


def _account(table: ExportTable, path: Path) -> None:
    about = table.about
    counts = {"total": about.total, "rows": about.rows, "found": about.found}
    answer = {"file": str(path), **counts, "unlocated": about.unlocated}
    print_json(answer | {"query": about.query, "link": about.link, "edition": about.edition.id})


def _file_and_format(output: Path | None) -> tuple[Path, FileFormat]:
    if output is None:
        raise BadParameter("--output", "", "un fichier est attendu : -o liste.xlsx.")
    extension = output.suffix.removeprefix(".").lower()
    if extension not in FORMATS:
        raise BadParameter(
            "--output", str(output), "extension inconnue.", tuple(f".{c}" for c in FORMATS)
        )
    return output, FORMATS[extension]
