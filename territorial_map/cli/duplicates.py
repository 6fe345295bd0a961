"""``territorial-map duplicates``: organisations that are perhaps one, listed or reviewed."""

from datetime import UTC, datetime

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from territorial_map.api.models.operators import doubts_answer
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
    say,
)
from territorial_map.domain.duplicate_verdicts import DuplicateVerdict
from territorial_map.services.duplicates.review import DoubtfulPair, decide, doubts, left
from territorial_map.services.duplicates.side_by_side import FieldAgreement
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.settings import make_home, settings
from territorial_map.store.duplicate_verdicts import VerdictFile

_KEYS = {"s": DuplicateVerdict.SAME, "d": DuplicateVerdict.DIFFERENT}
_LATER, _QUIT = "l", "q"
_ASKED = "[s] même organisation, [d] différentes, [l] plus tard, [q] quitter"
_STYLES = {
    FieldAgreement.SAME: "green",
    FieldAgreement.CLOSE: "green",
    FieldAgreement.DIFFERENT: "bold red",
    FieldAgreement.ONE_ONLY: "",
    FieldAgreement.OWN: "dim",
}


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    group = typer.Typer(
        help="Revoir les organisations qui sont peut-être les mêmes.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("list")(list_)
    group.command("review")(review)
    app.add_typer(group, name="duplicates")


def list_(*, output_format: FormatOption = "text") -> None:
    """Lister les paires peut-être identiques de l’édition courante, avec ce qui en fut décidé."""
    check_format(output_format)
    found = doubts(open_current(), _verdicts())
    if output_format == OutputFormat.JSON:
        print_json(doubts_answer(found))
        return
    for doubt in found:
        decided = doubt.verdict.label if doubt.verdict else "à vérifier"
        typer.echo(f"{doubt.one.id}\t{doubt.other.id}\t{decided}")
        typer.echo(f"  {doubt.one.name} / {doubt.other.name}")
    say(f"{len(left(found))} à vérifier, {len(found) - len(left(found))} déjà décidées.")


def review(*, output_format: FormatOption = "text") -> None:
    """Décider de chaque paire, côte à côte ; on peut quitter et reprendre quand on veut."""
    check_format(output_format)
    edition, verdicts = open_current(), _verdicts()
    pairs = left(doubts(edition, verdicts))
    if output_format == OutputFormat.JSON:
        print_json(doubts_answer(pairs))
        return
    console = Console(stderr=True)
    kept = 0
    for number, doubt in enumerate(pairs, start=1):
        console.print(_table(doubt, f"{number} sur {len(pairs)}"))
        answer = _answer()
        if answer == _QUIT:
            break
        if answer in _KEYS:
            _keep(edition, verdicts, doubt, _KEYS[answer])
            kept += 1
    rest = len(left(doubts(edition, verdicts)))
    say(f"{kept} décision(s) gardée(s) dans {verdicts.path}. Il reste {rest} paire(s) à vérifier.")
    if kept:
        say("Elles valent dès la prochaine construction : territorial-map build.")


def _verdicts() -> VerdictFile:
    chosen = settings()
    make_home(chosen)
    return VerdictFile(chosen.verdicts)


def _answer() -> str:
    """One of the keys; anything else is asked again, the end of the input quits."""
    while True:
        try:
            given = input(f"{_ASKED} : ").strip().lower()
        except EOFError:
            return _QUIT
        if given in {*_KEYS, _LATER, _QUIT}:
            return given
        say(f"« {given} » n’est pas une réponse : {_ASKED}.")


def _keep(
    edition: OpenEdition, verdicts: VerdictFile, doubt: DoubtfulPair, verdict: DuplicateVerdict
) -> None:
    today = datetime.now(tz=UTC).date().isoformat()
    decide(edition, verdicts, (doubt.one.id, doubt.other.id), verdict.value, today)


def _table(doubt: DoubtfulPair, title: str) -> Table:
    table = Table(title=title, expand=True)
    for heading in ("", doubt.one.name, doubt.other.name, ""):
        table.add_column(heading, overflow="fold")
    for line in doubt.lines:
        style = _STYLES[line.agreement]
        table.add_row(
            line.field.label,
            Text(line.one or "non renseigné", style if line.one else "dim"),
            Text(line.other or "non renseigné", style if line.other else "dim"),
            Text(line.agreement.label, style),
        )
    return table
