"""``territorial-map backup`` and ``restore``: decisions and tables of sources, in one file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import open_ledger, say
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.services.backups import back_up, restore
from territorial_map.settings import make_home, settings

SourcesOption = Annotated[
    Path | None,
    typer.Option("--sources", help="Dossier des tables sources (sinon celui des verdicts)."),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup")(backup_command)
    app.command("restore")(restore_command)


def backup_command(
    output: Annotated[Path, typer.Option("--output", "-o", help="Fichier .zip à écrire.")],
    sources: SourcesOption = None,
) -> None:
    """Sauvegarder les décisions des opérateurs et les tables sources en un fichier."""
    chosen = settings()
    make_home(chosen)
    if not output.parent.is_dir():
        raise BadParameter("--output", str(output), f"le dossier « {output.parent} » n’existe pas.")
    ledger = open_ledger(chosen.ledger)
    made = back_up(ledger, sources or chosen.verdicts.parent, output, datetime.now(tz=UTC))
    ledger.close()
    say(f"{output} : {made.decisions} décision(s) et {made.tables} fichier(s) de sources.")


def restore_command(
    file: Annotated[Path, typer.Argument(help="La sauvegarde (.zip).")],
    sources: SourcesOption = None,
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Remplacer les tables du même nom qui diffèrent.")
    ] = False,
) -> None:
    """Ramener décisions et tables d’une sauvegarde, après l’avoir vérifiée tout entière."""
    if not file.is_file():
        raise NotFound(f"Il n’y a pas de fichier « {file} ».")
    chosen = settings()
    make_home(chosen)
    ledger = open_ledger(chosen.ledger)
    brought = restore(file, ledger, sources or chosen.verdicts.parent, replace=replace)
    ledger.close()
    say(
        f"{brought.decisions} décision(s) et {brought.tables} fichier(s) ramenés ; "
        "le reste y était déjà. Construisez l’édition avec « territorial-map build »."
    )
