"""``territorial-map map``: the selection as one HTML map that needs no network."""

from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import open_current, say
from territorial_map.cli.filters import with_filters
from territorial_map.cli.writing import write_table
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import usual_order
from territorial_map.domain.selection import Selection
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.settings import settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("map")(with_filters(map_file))


def map_file(
    selection: Selection,
    output: Annotated[Path, typer.Option("-o", "--output", help="Fichier .html.")],
    rows: Annotated[str, typer.Option(help="site ou person (personne morale).")] = "site",
) -> None:
    """Écrire la carte de la sélection : un seul fichier, qui s’ouvre sans réseau."""
    if output.suffix.lower() != ".html":
        raise BadParameter("--output", str(output), "une carte est un fichier .html.")
    if rows not in RowsPer.codes():
        raise BadParameter("--rows", rows, "valeur inconnue.", RowsPer.codes())
    order = usual_order(selection)
    table = export_table(open_current(), selection, order, RowsPer(rows), settings().public_url)
    write_table(table, FORMATS["html"], output)
    size = output.stat().st_size / 1e6
    about = table.about
    say(f"{about.total} organisations dans {output} ({size:.1f} Mo ; édition {about.edition.id}).")
