"""``territorial-map refresh``: the directory brought up to date from official files."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    ConsoleReport,
    FormatOption,
    OutputFormat,
    check_format,
    print_json,
    publish_contributions,
    say,
    table_progress_bar,
    whole,
)
from territorial_map.cli.workshop import workshop_of
from territorial_map.domain.refresh import RefreshReport
from territorial_map.refresh.wishes import Busy, Ending, Wishes
from territorial_map.refresh.words import history_line, lines_of
from territorial_map.settings import MARCHE_TOKEN, Settings, settings
from territorial_map.store.refresh_files import reports

_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("refresh")(refresh)


def refresh(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE...]", help="Codes des sources (sinon, les habituelles)."),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Dire ce qui est vu, sans rien prendre ni écrire.")
    ] = False,
    build: Annotated[
        bool, typer.Option("--build/--no-build", help="Construire l’édition, ou s’arrêter avant.")
    ] = True,
    accept: Annotated[
        bool,
        typer.Option("--accept", help="Servir même au-delà des limites : après avoir regardé."),
    ] = False,
    history: Annotated[
        bool,
        typer.Option("--history", help="Dire les derniers rafraîchissements, et rien d’autre."),
    ] = False,
    limit: Annotated[
        int,
        typer.Option(
            help="Combien en dire (--history).", parser=whole("--limit", 1, 400), metavar="N"
        ),
    ] = _SHOWN,
    tables: Annotated[
        Path | None,
        typer.Option(
            "--sources", help="Dossier des tables sources (sinon celles du projet et les vôtres)."
        ),
    ] = None,
    plan: Annotated[
        Path | None, typer.Option(help="Autre plan des sources (.toml) que celui du produit.")
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Rafraîchir l’annuaire depuis les fichiers officiels : chercher, vérifier, construire, servir.

    Codes de sortie : 0 tout est à jour ; 1 rien n’a pu être fait ; 2 commande fausse ; 3 une source
    en échec, les autres servies ; 4 édition retenue, à accepter ; 5 source arrêtée ? ; 6 un autre
    rafraîchissement est en cours.
    """
    check_format(output_format)
    chosen = settings()
    if history:
        _print_history(chosen.editions, limit, output_format)
        return
    wishes = Wishes(tuple(sources or ()), dry_run, build, accept)
    try:
        with table_progress_bar() as progress:
            report = _refreshed(chosen, tables, plan, wishes, progress)
    except Busy as error:
        say(str(error))
        raise typer.Exit(Ending.BUSY) from error
    if output_format == OutputFormat.JSON:
        print_json(asdict(report))
    else:
        for line in lines_of(report):
            typer.echo(line)
    raise typer.Exit(report.exit_code)


def _refreshed(
    chosen: Settings,
    tables: Path | None,
    plan: Path | None,
    wishes: Wishes,
    progress: ConsoleReport,
) -> RefreshReport:
    from territorial_map.refresh.plan_file import read_plan  # noqa: PLC0415 - slow to load
    from territorial_map.refresh.run import refresh as run  # noqa: PLC0415 - the same
    from territorial_map.refresh.web import Web, new_client  # noqa: PLC0415 - the same

    if not wishes.dry_run:
        publish_contributions(tables or chosen.sources)
    followed = read_plan(plan, chosen.contact)
    tokens = {MARCHE_TOKEN: chosen.marche_token}
    with new_client(followed.network) as client:
        web = Web(client, followed.network)
        return run(followed, web, workshop_of(chosen, tables, progress), tokens, wishes)


def _print_history(editions: Path, limit: int, output_format: str) -> None:
    found = reports(editions, limit)
    if output_format == OutputFormat.JSON:
        print_json([asdict(report) for report in found])
        return
    if not found:
        say(f"Aucun rafraîchissement dans « {editions} ».")
    for report in found:
        typer.echo(history_line(report))
