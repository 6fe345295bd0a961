"""The command line: ``territorial-map`` and its commands, one module each."""

import sys
from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from territorial_map.cli import (
    backup,
    build,
    check,
    contributions,
    coverage,
    dismissals,
    doctor,
    duplicates,
    editions,
    enrich,
    export,
    group_words,
    import_,
    info,
    map_file,
    match,
    partners,
    practices,
    ptce_check,
    refresh,
    serve,
    sources,
    territory,
    verify,
)
from territorial_map.cli.console import say
from territorial_map.domain.errors import UserError
from territorial_map.domain.machine_faults import sentence_of
from territorial_map.store.databases import faults_of_the_machine

app = typer.Typer(
    name="territorial-map",
    help="Carte et annuaire de la coopération territoriale.",
    no_args_is_help=True,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (
    build,
    serve,
    export,
    info,
    practices,
    partners,
    ptce_check,
    dismissals,
    group_words,
    contributions,
    sources,
    coverage,
    territory,
    check,
    import_,
    refresh,
    enrich,
    duplicates,
    map_file,
    match,
    verify,
    editions,
    doctor,
    backup,
):
    module.register(app)


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Dire la version, et rien d’autre.")
    ] = False,
) -> None:
    """Carte et annuaire de la coopération territoriale."""
    if version:
        typer.echo(f"territorial-map {installed_version('territorial-map')}")
        raise typer.Exit


_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run a command; what cannot be done is one sentence on stderr and exit code 2."""
    try:
        with faults_of_the_machine():
            app(arguments, standalone_mode=True)
    except UserError as error:
        say(str(error))
        sys.exit(2)
    except OSError as error:
        say(sentence_of(error))
        sys.exit(2)
    except SystemExit as ending:
        if ending.code == _INTERRUPTED:  # Typer makes it of Ctrl-C
            say("Interrompu : rien n’a été écrit à moitié.")
        if isinstance(ending.__context__, BrokenPipeError):  # Typer ends it without a word
            say(sentence_of(ending.__context__))
            sys.exit(2)
        raise
