"""``territorial-map export open-data``: an edition as a folder of open data."""

from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import FormatOption, check_format, open_edition, print_json, say
from territorial_map.services.open_data.files import OpenDataSet, read_data_set
from territorial_map.services.open_data.texts import left_out_words
from territorial_map.settings import settings


def open_data(
    folder: Annotated[Path, typer.Argument(help="Dossier à faire ; remplacé s’il est des nôtres.")],
    *,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Aussi les organisations dont la licence n’est pas précisée."),
    ] = False,
    edition: Annotated[str, typer.Option(help="Une autre édition que la courante.")] = "",
    output_format: FormatOption = "text",
) -> None:
    """Écrire l’édition en données ouvertes : CSV, GeoParquet, GeoPackage, Data Package, DCAT-AP.

    Sans --all, une organisation dont une source ne précise pas de licence n’y est pas.
    """
    from territorial_map.open_data.writing import (  # noqa: PLC0415 - data frames, for this alone
        Publication,
        write_open_data,
    )

    check_format(output_format)
    chosen = settings()
    publication = Publication(chosen.publisher, chosen.public_url)
    opened = open_edition(edition)
    leaving = write_open_data(opened, folder, publication, everything=everything)
    made = read_data_set(folder)
    say(f"{made.rows} organisations dans {folder} (édition {made.edition}).")
    if not everything:
        say(left_out_words(leaving))
    if output_format == "json":
        print_json(_told(made))
        return
    for one in made.files:
        typer.echo(f"{one.name}\t{one.rows} lignes\t{one.bytes} octets\t{_licences(one.licences)}")


def _licences(licences: tuple[object, ...]) -> str:
    return " ; ".join(getattr(one, "title", "") for one in licences)


def _told(made: OpenDataSet) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "edition": made.edition,
        "rows": made.rows,
        "kept_back": made.kept_back,
        "files": [
            {
                "name": one.name,
                "rows": one.rows,
                "bytes": one.bytes,
                "sha256": one.sha256,
                "licences": [licence.title for licence in one.licences],
            }
            for one in made.files
        ],
    }
