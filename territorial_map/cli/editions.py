"""``territorial-map editions``: which there are, what changed, going back, removing old ones."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    knowledge,
    print_json,
    say,
    table_progress_bar,
    whole,
)
from territorial_map.cli.filters import with_filters
from territorial_map.cli.info import edition_content, print_content, with_refresh
from territorial_map.cli.workshop import workshop_of
from territorial_map.cli.writing import write_chunks
from territorial_map.domain.edition_list import ShelvedEdition
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import Selection
from territorial_map.services.editions.change_files import ChangeFormat, ChangeList, summary
from territorial_map.services.editions.comparing import Between, all_changes, change_page
from territorial_map.services.editions.edition_folder import (
    CURRENT,
    find_edition,
    prunable,
    prune,
    readable_edition,
    serve_edition,
)
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.names import Names
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.selection_words import selection_in_words
from territorial_map.settings import settings
from territorial_map.store.edition_files import shelved_editions

_MEGABYTE = 1_000_000


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    group = typer.Typer(
        help="Lister, comparer, servir et retirer des éditions.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("list")(list_editions)
    group.command("show")(show)
    group.command("diff")(with_filters(diff))
    group.command("use")(use)
    group.command("accept")(accept)
    group.command("prune")(prune_editions)
    app.add_typer(group, name="editions")


def list_editions(
    output_format: FormatOption = "text",
) -> None:
    """Lister les éditions du dossier, de la plus ancienne à la plus récente."""
    check_format(output_format)
    editions = shelved_editions(settings().editions)
    if output_format == OutputFormat.JSON:
        print_json([asdict(edition) for edition in editions])
        return
    if not editions:
        say(f"Aucune édition dans « {settings().editions} ». Voir « territorial-map build ».")
    for edition in editions:
        typer.echo(_line(edition))


def show(
    edition_id: Annotated[
        str, typer.Argument(metavar="[ID]", help="Identifiant, ou son début.")
    ] = CURRENT,
    output_format: FormatOption = "text",
) -> None:
    """Dire ce que contient une édition ; sans identifiant, la courante."""
    check_format(output_format)
    file = readable_edition(settings().editions, edition_id)
    content = with_refresh(edition_content(OpenEdition(file, knowledge())), file.edition.id)
    file.close()
    if output_format == OutputFormat.JSON:
        print_json(content)
    else:
        print_content(content)


def diff(
    selection: Selection,
    older: Annotated[str, typer.Argument(metavar="A", help="Édition de départ.")],
    newer: Annotated[str, typer.Argument(metavar="B", help="Édition d’arrivée.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Fichier (sinon, la sortie standard).")
    ] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", help="text, json, csv ou html.")
    ] = None,
) -> None:
    """Dire ce qui a changé entre deux éditions, pour toutes les organisations ou une sélection."""
    chosen = _diff_format(output, output_format)
    folder = settings().editions
    first, last = (find_edition(folder, wanted).id for wanted in (older, newer))
    between = Between(folder, first, last)
    counts = change_page(between, selection, limit=0).counts
    words = selection_in_words(selection, Names(Gazetteer(()), knowledge().practices.catalogue))
    say(f"De {first} à {last}, {words} : {counts.total} organisations changées.")
    if chosen is None:
        for line in summary(counts):
            typer.echo(f"  {line}")
        return
    listed = ChangeList(first, last, words, counts, all_changes(between, selection))
    if output is None:
        for chunk in listed.written_as(chosen):
            typer.echo(chunk.decode(), nl=False)
    else:
        write_chunks(listed.written_as(chosen), output)


def use(
    edition_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="Identifiant, son début, ou « previous »."),
    ],
) -> None:
    """Servir une autre édition ; l’application en marche suit d’elle-même en quelques secondes."""
    edition = serve_edition(settings().editions, edition_id)
    say(f"Édition courante : {edition.id}. Revenir : territorial-map editions use previous")


def accept(
    edition_id: Annotated[
        str, typer.Argument(metavar="ID", help="Édition retenue : identifiant, ou son début.")
    ],
    tables: Annotated[
        Path | None,
        typer.Option(
            "--sources", help="Dossier des tables sources (sinon celles du projet et les vôtres)."
        ),
    ] = None,
) -> None:
    """Servir une édition qu’un rafraîchissement a retenue, et mettre ses tables en place."""
    from territorial_map.refresh.accepting import accept_held  # noqa: PLC0415 - loads geopandas

    with table_progress_bar() as progress:
        served = accept_held(workshop_of(settings(), tables, progress), edition_id)
    say(f"Édition courante : {served}. Revenir : territorial-map editions use previous")


def prune_editions(
    *,
    keep: Annotated[
        int,
        typer.Option(
            help="Combien d’éditions récentes garder.",
            parser=whole("--keep", 1, 10_000),
            metavar="N",
        ),
    ] = 5,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Dire ce qui serait retiré, sans rien retirer.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ne pas demander de confirmation.")] = False,
) -> None:
    """Retirer les vieilles éditions ; jamais la courante, la précédente ni une qui est servie."""
    folder = settings().editions
    removed = prunable(folder, keep)
    for edition in removed:
        typer.echo(_line(edition))
    freed = sum(edition.size_bytes for edition in removed) / _MEGABYTE
    if not removed:
        say("Rien à retirer.")
    elif dry_run:
        say(f"{len(removed)} éditions seraient retirées ({freed:.0f} Mo).")
    elif yes or typer.confirm(f"Retirer ces {len(removed)} éditions ({freed:.0f} Mo) ?", err=True):
        prune(folder, removed)
        say(f"{len(removed)} éditions retirées.")
    else:
        say("Rien n’a été retiré.")


def _line(edition: ShelvedEdition) -> str:
    size = f"{edition.size_bytes / _MEGABYTE:.0f} Mo"
    held = "?" if edition.organisations is None else str(edition.organisations)
    marks = [edition.state.label.lower()] if edition.state.value != "readable" else []
    marks += [edition.kept_because] if edition.kept_because else []
    told = f" ({', '.join(marks)})" if marks else ""
    return f"{edition.id} · {held} organisations · {size}{told}"


def _diff_format(output: Path | None, asked: str | None) -> ChangeFormat | None:
    """The format asked for, else that of the file's extension; ``None`` is a summary."""
    extension = output.suffix.removeprefix(".").lower() if output else "text"
    value = asked or extension
    check_format(value, ("text", *ChangeFormat.codes()))
    if value == "text" and output is not None:
        raise BadParameter("--format", value, "un fichier se demande en", ChangeFormat.codes())
    return None if value == "text" else ChangeFormat(value)
