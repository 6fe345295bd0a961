"""``territorial-map group-words``: the pairs that operators say to be of one group, or not."""

from typing import Annotated

import typer

from territorial_map.cli.console import check_format, open_current, open_ledger, print_json
from territorial_map.domain.term import Term
from territorial_map.services.partnerships.group_word_list import told_words, words_csv
from territorial_map.settings import settings


class WordFormat(Term):
    """How words are printed."""

    CSV = "csv", "CSV"
    JSON = "json", "JSON"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("group-words")(group_words)


def group_words(
    *,
    output_format: Annotated[str, typer.Option("--format", help="csv ou json.")] = "csv",
) -> None:
    """Sortir les paires que les opérateurs disent du même groupe, ou non."""
    check_format(output_format, WordFormat.codes())
    ledger = open_ledger(settings().ledger)
    told = told_words(ledger.group_decisions(), open_current())
    ledger.close()
    if output_format == WordFormat.JSON:
        print_json({"group_words": [one.row() for one in told]})
    else:
        typer.echo(words_csv(told), nl=False)
