"""``territorial-map contributions``: a list brought back, the queue, and what is decided of it."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.api.models.contribution_figures import figures_answer
from territorial_map.api.models.contribution_lists import list_brought_back
from territorial_map.api.models.contributions import review_answer
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    open_ledger,
    print_json,
    say,
)
from territorial_map.cli.filters import with_filters
from territorial_map.cli.writing import write_chunks, write_table
from territorial_map.domain.contributions.review import Verdict
from territorial_map.domain.contributions.terms import ProposalState, ReviewOutcome, Teller
from territorial_map.domain.contributions.values import in_words
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.listing import usual_order
from territorial_map.domain.selection import Selection
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.readers import Upload
from territorial_map.services.contributions.brought_back import (
    BroughtBack,
    CellFate,
    ToldCell,
    cells_of_list,
)
from territorial_map.services.contributions.completing import (
    MOST_IDS,
    PATH,
    TABLE_FORMATS,
    completing_table,
    of_ids,
    of_selection,
)
from territorial_map.services.contributions.figures import contribution_figures
from territorial_map.services.contributions.receiving import MOST_WAITING, keep_all
from territorial_map.services.contributions.reviewing import decide_proposal, review_queue
from territorial_map.services.export.cells import neutral
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.texts import language_of
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
    group.command("table")(with_filters(table))
    group.command("take")(take)
    group.command("list")(list_proposals)
    group.command("figures")(with_filters(figures))
    group.command("decide")(decide)
    app.add_typer(group, name="contributions")


def table(
    selection: Selection,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Fichier : .xlsx, .ods ou .csv.")],
    ids: Annotated[str, typer.Option(help="Identifiants, par virgules, au lieu des filtres.")] = "",
    lang: Annotated[str, typer.Option(help="Langue du fichier : fr ou en.")] = "fr",
) -> None:
    """Faire le tableau à compléter pendant des appels : celles dont l’activité n’est pas dite.

    Il revient par « contributions take ».
    """
    extension = output.suffix.lower().removeprefix(".")
    if extension not in TABLE_FORMATS:
        raise BadParameter("--output", output.name, "format inconnu.", TABLE_FORMATS)
    edition = open_current()
    whose = (
        of_ids(edition, ids.split(","), MOST_IDS)
        if ids
        else of_selection(edition, selection, usual_order(selection), MOST_IDS)
    )
    link = f"{settings().public_url}{PATH}"
    made = completing_table(edition, whose, link, language_of(lang))
    write_table(made, FORMATS[extension], output)
    say(f"{len(whose.items)} fiches sur {whose.total} dans {output}.")


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
    told = BroughtBack(Teller(teller), source, datetime.now(tz=UTC))
    cells, edition = _told_by(file, told, kept=not dry_run)
    if output is not None:
        write_chunks(_csv(cells), output)
        say(f"{len(cells)} cellules dans {output}.")
    if output_format == OutputFormat.JSON:
        print_json(list_brought_back(cells, edition, kept=not dry_run))
    else:
        _print(cells, kept=not dry_run)


def _told_by(file: Path, told: BroughtBack, *, kept: bool) -> tuple[list[ToldCell], str]:
    """What became of each cell, and the id of the edition that it was read beside."""
    if not file.is_file():
        raise NotFound(f"Le fichier « {file} » n’existe pas.")
    given = read_list(Upload(file.name, file.read_bytes()))
    with no_data_frames(), _book() as book:
        edition = open_current()
        cells = cells_of_list(given, told, edition, book)
        if kept:
            keep_all((cell.proposal for cell in cells if cell.proposal), book, MOST_WAITING)
    return cells, edition.edition.id


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
        print_json(review_answer(queue, edition.edition.id))
        return
    typer.echo(" · ".join(f"{each.label} : {count}" for each, count in queue.counts.items()))
    for one in queue.proposals:
        said = one.proposal.contribution
        name = one.organisation.name if one.organisation else said.organisation
        what = said.field.label if said.field else said.kind.label
        value = in_words(said.field, said.value) if said.field else said.value
        told = f" : {value}" if value else ""
        typer.echo(f"{one.proposal.id}  {name} ({said.organisation}) — {what}{told}")


def figures(selection: Selection, *, output_format: FormatOption = "text") -> None:
    """Compter ce que deviennent les contributions, de toutes les fiches ou d’une sélection."""
    check_format(output_format)
    edition = open_current()
    with _book() as book:
        found = contribution_figures(book, edition, selection, datetime.now(tz=UTC))
    if output_format == OutputFormat.JSON:
        print_json(figures_answer(found, edition.edition.id))
        return
    delay = "rien de décidé" if found.median_days is None else f"{found.median_days} jours"
    typer.echo(
        f"Reçues : {found.received} · acceptées : {found.accepted} · à relire : {found.waiting}\n"
        f"Délai médian : {delay}\n"
        f"Fiches confirmées en {found.year} : {found.confirmed} sur {found.total}"
    )


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


def _csv(cells: Iterable[ToldCell]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(_HEADINGS)
    for cell in cells:
        value = cell.proposal.contribution.value if cell.proposal else ""
        proposal = cell.proposal.id if cell.proposal else ""
        row = (cell.line, cell.column, cell.fate.label, cell.why)
        told = (*row, cell.organisation, value, proposal)
        writer.writerow([neutral(str(each)) for each in told])
    yield b"\xef\xbb\xbf" + buffer.getvalue().encode()
