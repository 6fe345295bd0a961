"""``territorial-map verify``: an exported file against the current edition."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    dismissals_of,
    open_current,
    print_json,
)
from territorial_map.services.verification.comparison import (
    ChangeKind,
    Verification,
    verify,
)
from territorial_map.services.verification.exported_files import read_export
from territorial_map.settings import settings

_MOST_SHOWN = 50


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify_file)


def verify_file(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help="Un export de l’annuaire.")],
    output_format: FormatOption = "text",
) -> None:
    """Rejouer la requête d’un fichier exporté et dire ce qui a changé.

    Code de sortie : 0 identique, 1 changé, 2 fichier qui ne peut être vérifié.
    """
    check_format(output_format)
    found = verify(read_export(file), open_current(), dismissals_of(settings().ledger))
    if output_format == OutputFormat.JSON:
        print_json({"file": str(file), "identical": found.identical} | asdict(found))
    else:
        for line in in_words(found):
            typer.echo(line)
    raise typer.Exit(0 if found.identical else 1)


def in_words(found: Verification) -> list[str]:
    """The answer in lines: the verdict, the counts, then each change."""
    editions = f"édition du fichier {found.edition_then}, édition courante {found.edition_now}"
    counts = Counter(change.kind for change in found.changes)
    told = [_counted(kind, counts[kind]) for kind in ChangeKind if counts[kind]]
    verdict = "Identique" if found.identical else f"Changé : {', '.join(told)}"
    lines = [
        f"{verdict}.",
        f"  Requête : {found.query}",
        f"  {found.lines_then} lignes dans le fichier, {found.lines_now} aujourd’hui ; {editions}.",
    ]
    if found.marks:
        marks = " ; ".join(f"{mark.label} ({count})" for mark, count in found.marks.items())
        lines.append(f"  Réenregistré par un tableur, remis en état avant de comparer : {marks}.")
    shown = found.changes[:_MOST_SHOWN]
    lines += [f"  {change.kind.label} · {change.sentence}" for change in shown]
    if len(found.changes) > len(shown):
        lines.append(
            f"  {len(shown)} changements sur {len(found.changes)} ; tous avec --format json."
        )
    return lines


def _counted(kind: ChangeKind, n: int) -> str:
    return f"{n} {kind.description if n > 1 else kind.label}"
