"""``territorial-map ptce-check``: a group of members against the texts on PTCEs."""

from pathlib import Path
from typing import Annotated

import typer

from territorial_map.api.models.ptce import GroupCheck, group_check
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    knowledge,
    open_current,
    print_json,
    text_of,
)
from territorial_map.cli.import_options import SheetOption
from territorial_map.readers import Upload
from territorial_map.services.ptce.check import check_for_file, check_for_text

_ARTICLE_9 = "Éléments de l’article 9 de la loi n° 2014-856"
_CALLS = "Conditions des appels de l’État (décret n° 2015-431, article 3)"
_VERDICTS = {
    "established": "établi",
    "not_established": "non établi d’après nos sources",
    "to_declare": "à déclarer",
    "not_met": "non rempli par la liste déclarée complète",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ptce-check")(ptce_check)


def ptce_check(
    file: Annotated[
        str,
        typer.Argument(help="Liste de membres (CSV, XLSX, ODS…) ou d’identifiants ; - : l’entrée."),
    ],
    *,
    sheet: SheetOption = "",
    complete: Annotated[bool, typer.Option("--complete", help="La liste est complète.")] = False,
    output_format: FormatOption = "text",
) -> None:
    """Examiner un groupe au regard des textes sur les PTCE, en deux blocs séparés."""
    check_format(output_format)
    law = knowledge().law
    edition = open_current()
    if _is_list(file):
        list_file = Upload(Path(file).name, Path(file).read_bytes())
        checked = check_for_file(edition, list_file, sheet=sheet, complete=complete, law=law)
    else:
        checked = check_for_text(edition, text_of(file, "FILE"), complete=complete, law=law)
    shape = group_check(checked.check, checked.could_fill, checked.notes, checked.poles)
    if output_format == OutputFormat.JSON:
        print_json(shape)
        return
    for line in check_in_words(shape):
        typer.echo(line)


def _is_list(file: str) -> bool:
    """True for a file that is no plain text of ids: those are read as text, with their comments."""
    path = Path(file)
    return path.is_file() and path.suffix.lower() not in {"", ".txt", ".csv", ".tsv"}


def check_in_words(shape: GroupCheck) -> list[str]:
    """The check as lines: each block, each clause, its verdict and its evidence."""
    lines = [f"Ligne {note['line']} : {note['problem']['fr']}" for note in shape["notes"]]
    blocks = ((_ARTICLE_9, shape["article_9"]), (_CALLS, shape["call_eligibility"]))
    for title, findings in blocks:
        lines += ["", title]
        for finding in findings:
            lines.append(f"  {finding['title']['fr']} : {_VERDICTS[finding['verdict']]}")
            lines += [f"    – {sentence['fr']}" for sentence in finding["evidence"]]
    return lines
