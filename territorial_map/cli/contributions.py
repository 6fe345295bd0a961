"""``territorial-map contributions``: a list brought back, the queue, and what is decided of it."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    open_ledger,
    print_json,
    say,
)
from territorial_map.cli.writing import write_chunks
from territorial_map.domain.contributions.review import Proposal, Verdict
from territorial_map.domain.contributions.terms import ProposalState, ReviewOutcome, Teller
from territorial_map.domain.contributions.values import in_words
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.readers import Upload
from territorial_map.services.contributions.brought_back import BroughtBack, CellFate, ToldCell
from territorial_map.services.contributions.receiving import keep
from territorial_map.services.contributions.reviewing import decide_proposal, review_queue
from territorial_map.services.export.cells import neutral
from territorial_map.services.matching.answers import match_list
from territorial_map.services.matching.list_files import read_list
from territorial_map.settings import settings
from territorial_map.store.no_data_frames import no_data_frames

_HEADINGS = ("Ligne", "Colonne", "Suite", "Pourquoi", "Organisation", "Valeur", "Proposition")


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    group = typer.Typer(
        help="Compléter l’annuaire par une liste, lire les propositions et en décider.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("take")(take)
    group.command("list")(list_proposals)
    group.command("decide")(decide)
    app.add_typer(group, name="contributions")


def take(
    file: Annotated[
        Path, typer.Argument(help="Liste complétée, après des appels par exemple : CSV, XLSX, ODS.")
    ],
    *,
    teller: Annotated[
        str, typer.Option(help="Qui le dit : organisation, partner ou visitor.")
    ] = Teller.PARTNER.value,
    source: Annotated[str, typer.Option(help="D’où on le sait, en quelques mots.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Dire la suite, ne rien garder.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Fichier CSV : la suite de chaque cellule."),
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Proposer à la relecture ce qu’une liste dit et que les fiches ne disent pas."""
    check_format(output_format)
    if teller not in Teller.codes():
        raise BadParameter("--teller", teller, "valeur inconnue.", Teller.codes())
    cells = _told_by(file, BroughtBack(Teller(teller), source, datetime.now(tz=UTC)))
    if not dry_run:
        _keep(cells)
    if output is not None:
        write_chunks(_csv(cells), output)
        say(f"{len(cells)} cellules dans {output}.")
    if output_format == OutputFormat.JSON:
        counts = {fate.value: sum(cell.fate is fate for cell in cells) for fate in CellFate}
        print_json({"kept": not dry_run, "counts": counts, "cells": [_row(c) for c in cells]})
    else:
        _print(cells, kept=not dry_run)


def _told_by(file: Path, told: BroughtBack) -> list[ToldCell]:
    if not file.is_file():
        raise NotFound(f"Le fichier « {file} » n’existe pas.")
    given = read_list(Upload(file.name, file.read_bytes()))
    with no_data_frames():
        edition = open_current()
        return list(told.cells(given, match_list(edition, given), edition))


def _keep(cells: Iterable[ToldCell]) -> None:
    with _book() as book:
        for cell in cells:
            if cell.proposal is not None:
                keep(cell.proposal, book)


def _print(cells: Sequence[ToldCell], *, kept: bool) -> None:
    """The counts, then each cell that waits for nobody."""
    counts = Counter(cell.fate for cell in cells)
    typer.echo(" · ".join(f"{fate.label} : {counts[fate]}" for fate in CellFate))
    for cell in cells:
        if cell.fate in {CellFate.REFUSED, CellFate.NOT_FOUND}:
            where = f", colonne « {cell.column} »" if cell.column else ""
            typer.echo(f"Ligne {cell.line}{where} : {cell.fate.label.lower()}. {cell.why}")
    if not kept:
        typer.echo("Rien n’a été gardé (--dry-run).")


def list_proposals(
    *,
    state: Annotated[
        str, typer.Option(help="waiting, asked, accepted ou refused.")
    ] = ProposalState.WAITING.value,
    output_format: FormatOption = "text",
) -> None:
    """Lister les propositions d’un état, les plus risquées d’abord."""
    check_format(output_format)
    if state not in ProposalState.codes():
        raise BadParameter("--state", state, "valeur inconnue.", ProposalState.codes())
    edition = open_current()
    with _book() as book:
        queue = review_queue(book, edition, ProposalState(state), datetime.now(tz=UTC))
    if output_format == OutputFormat.JSON:
        counts = {each.value: count for each, count in queue.counts.items()}
        rows = [_told(one.proposal) | {"now": one.now} for one in queue.proposals]
        print_json({"counts": counts, "proposals": rows})
        return
    typer.echo(" · ".join(f"{each.label} : {count}" for each, count in queue.counts.items()))
    for one in queue.proposals:
        said = one.proposal.contribution
        name = one.organisation.name if one.organisation else said.organisation
        what = said.field.label if said.field else said.kind.label
        value = in_words(said.field, said.value) if said.field else said.value
        told = f" : {value}" if value else ""
        typer.echo(f"{one.proposal.id}  {name} ({said.organisation}) — {what}{told}")


def decide(
    proposal: Annotated[str, typer.Argument(help="Identifiant de la proposition.")],
    outcome: Annotated[str, typer.Argument(help="accepted, refused, asked ou undone.")],
    *,
    because: Annotated[
        str, typer.Option(help="Une phrase ; attendue pour refuser ou demander.")
    ] = "",
    value: Annotated[str, typer.Option(help="La valeur corrigée, pour accepter.")] = "",
) -> None:
    """Décider d’une proposition : visible à la prochaine édition si elle est acceptée."""
    if outcome not in ReviewOutcome.codes():
        raise BadParameter("outcome", outcome, "valeur inconnue.", ReviewOutcome.codes())
    edition = open_current()
    with _book() as book:
        seen = len(book.proposal(proposal).decisions)
        verdict = Verdict(ReviewOutcome(outcome), seen, value, because)
        done = decide_proposal(book, edition, proposal, verdict, datetime.now(tz=UTC))
    typer.echo(f"{proposal} : {done.proposal.state.label}.")


@contextmanager
def _book() -> Iterator[ContributionBook]:
    ledger = open_ledger(settings().ledger)
    try:
        yield ledger.contributions
    finally:
        ledger.close()


def _row(cell: ToldCell) -> dict[str, Any]:
    said = cell.proposal.contribution if cell.proposal else None
    return {
        "line": cell.line,
        "column": cell.column,
        "fate": cell.fate.value,
        "why": cell.why,
        "organisation": said.organisation if said else "",
        "value": said.value if said else "",
        "proposal": cell.proposal.id if cell.proposal else "",
    }


def _told(proposal: Proposal) -> dict[str, Any]:
    said = proposal.contribution
    return {
        "id": proposal.id,
        "state": proposal.state.value,
        "organisation": said.organisation,
        "kind": said.kind.value,
        "field": said.field.value if said.field else "",
        "value": said.value,
        "before": proposal.before,
        "teller": said.teller.value,
        "source": said.source,
        "told_at": proposal.told_at.isoformat(),
    }


def _csv(cells: Iterable[ToldCell]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(_HEADINGS)
    for cell in cells:
        row = _row(cell) | {"fate": cell.fate.label}
        writer.writerow([neutral(str(each)) for each in row.values()])
    yield b"\xef\xbb\xbf" + buffer.getvalue().encode()
