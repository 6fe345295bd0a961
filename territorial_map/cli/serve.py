"""``territorial-map serve``: the app and the API."""

from dataclasses import replace
from typing import Annotated

import typer

from territorial_map.cli.console import say, whole
from territorial_map.settings import settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str | None, typer.Option(help="Adresse d’écoute.")] = None,
    port: Annotated[
        int | None,
        typer.Option(help="Port d’écoute.", parser=whole("--port", 1, 65_535), metavar="N"),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            help="Processus qui servent ensemble.", parser=whole("--workers", 1, 64), metavar="N"
        ),
    ] = 1,
) -> None:
    """Servir l’application et l’API sur l’édition courante."""
    from territorial_map.hosting.running import (  # noqa: PLC0415 - others need no server
        run,
        share_at_once,
    )

    chosen = settings()
    moved = host is not None or port is not None
    host, port = host or chosen.host, port or chosen.port
    if moved and chosen.public_url == f"http://{chosen.host}:{chosen.port}":
        chosen = replace(chosen, public_url=f"http://{host}:{port}")
    chosen = replace(chosen, host=host, port=port)
    if workers > 1:
        share = share_at_once(chosen.exports_at_once, workers)
        say(f"{workers} processus : {share} exports à la fois par client pour chacun.")
    say(f"Carte et annuaire : http://{host}:{port}  (Ctrl+C pour arrêter)")
    run(chosen, workers)
