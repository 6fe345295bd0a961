"""``territorial-map dismissals``: the pairs that operators set aside for all, as labels."""

from dataclasses import asdict
from typing import Annotated

import typer

from territorial_map.cli.console import check_format, open_current, open_ledger, print_json
from territorial_map.domain.term import Term
from territorial_map.services.partnerships.labels import labels_csv, labels_of
from territorial_map.settings import settings


class LabelFormat(Term):
    """How labels are printed."""

    CSV = "csv", "CSV"
    JSON = "json", "JSON"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("dismissals")(dismissals)


def dismissals(
    *,
    output_format: Annotated[str, typer.Option("--format", help="csv ou json.")] = "csv",
) -> None:
    """Sortir les paires écartées par les opérateurs, comme étiquettes (note 0)."""
    check_format(output_format, LabelFormat.codes())
    ledger = open_ledger(settings().ledger)
    labels = labels_of(ledger.decisions(), open_current())
    ledger.close()
    if output_format == LabelFormat.JSON:
        print_json({"labels": [asdict(label) for label in labels]})
    else:
        typer.echo(labels_csv(labels), nl=False)
