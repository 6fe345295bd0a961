"""``territorial-map doctor``: what is wrong with this installation, and how to mend it."""

from dataclasses import asdict
from datetime import UTC, datetime

import typer

from territorial_map.cli.console import FormatOption, OutputFormat, check_format, print_json
from territorial_map.services.doctor import Standing, examine
from territorial_map.settings import data_folder, settings

_SIGNS = {Standing.GOOD: "✓", Standing.DOUBTFUL: "!", Standing.WRONG: "✗"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(output_format: FormatOption = "text") -> None:
    """Examiner réglages, dossiers, édition et registre ; code 1 si quelque chose est à réparer."""
    check_format(output_format)
    folders = (data_folder("data"), data_folder("assets"))
    findings = examine(settings(), datetime.now(tz=UTC).date(), folders)
    if output_format == OutputFormat.JSON:
        told = [asdict(each) | {"standing": each.standing.value} for each in findings]
        print_json({"findings": told})
    else:
        for each in findings:
            typer.echo(f"{_SIGNS[each.standing]} {each.point} : {each.told}")
            if each.mend:
                typer.echo(f"    → {each.mend}")
    if any(each.standing is Standing.WRONG for each in findings):
        raise typer.Exit(1)
