"""``territorial-map enrich``: what the Annuaire des entreprises says of legal persons."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
    say,
    table_progress_bar,
    whole,
)
from territorial_map.domain.selection import Selection
from territorial_map.settings import settings

_MOST = 20_000


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("enrich")(enrich)


def enrich(
    limit: Annotated[
        int,
        typer.Option(
            help="Combien de personnes morales demander.",
            parser=whole("--limit", 1, _MOST),
            metavar="N",
        ),
    ] = 100,
    *,
    organisation: Annotated[
        str, typer.Option(help="Une seule organisation, par son identifiant.")
    ] = "",
    contact: Annotated[
        str, typer.Option(help="Adresse à joindre, dite au service dans le User-Agent.")
    ] = "",
    tables: Annotated[
        Path | None,
        typer.Option("--sources", help="Dossier des tables sources (sinon celui des réglages)."),
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Compléter des personnes morales : forme, NAF, effectif, ESS, ouverte ou fermée.

    Sept questions par seconde au plus. Les réponses servent à la prochaine construction (build) et
    ne remplacent rien de ce que disent les autres sources. Les personnes physiques sont refusées.
    """
    from territorial_map.refresh.companies import Companies, rules  # noqa: PLC0415 - slow to load
    from territorial_map.refresh.enriching import enrich as run  # noqa: PLC0415 - the same
    from territorial_map.refresh.web import Web, new_client  # noqa: PLC0415 - the same

    check_format(output_format)
    edition = open_current()
    chosen = (
        [edition.organisation(organisation)]
        if organisation
        else edition.organisations(Selection.of({}))
    )
    folder = tables or settings().sources
    folder.mkdir(parents=True, exist_ok=True)
    followed = rules(contact)
    with new_client(followed) as client, table_progress_bar() as progress:
        companies = Companies(Web(client, followed), datetime.now(tz=UTC).date())
        report = run(chosen, folder, companies, limit, progress)
    if output_format == OutputFormat.JSON:
        print_json(asdict(report))
        return
    say(
        f"{report.asked} demandées : {report.open} ouvertes, {report.closed} fermées, "
        f"{report.unknown} inconnues, {report.refused} refusées (personnes physiques ou non "
        f"diffusibles), {report.failed} sans réponse."
    )
    say(f"{report.fresh} réponses récentes gardées ; {report.waiting} restent à demander.")
    if report.stopped:
        say(f"Arrêté avant la fin : {report.stopped}")
    if report.asked > report.failed:
        say("Construisez l’édition : build.")
