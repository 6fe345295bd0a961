"""``territorial-map match``: somebody's list, each row matched to the directory."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from territorial_map.api.models.matching import matched_list
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
    say,
)
from territorial_map.cli.import_options import SheetOption
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.matching.terms import WORTH_CHOOSING, MatchVerdict, Why, likelihood_of
from territorial_map.domain.matching.verdict import EVERY
from territorial_map.readers import Upload
from territorial_map.services.matching.answers import Matched, match_list
from territorial_map.services.matching.column_choices import parse_choices
from territorial_map.services.matching.list_files import GivenList, read_list
from territorial_map.services.matching.list_report import list_report
from territorial_map.services.matching.result_file import result_csv
from territorial_map.store.no_data_frames import no_data_frames

_SHOWN = 60
_TOWNS = 10


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("match")(match)


def match(
    file: Annotated[Path, typer.Argument(help="Liste de partenaires : CSV, XLSX ou ODS.")],
    *,
    sheet: SheetOption = "",
    columns: Annotated[
        str, typer.Option(help="Colonnes, si leurs noms ne suffisent pas : name=Structure,city=Où.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Fichier CSV du résultat.")
    ] = None,
    all_candidates: Annotated[
        bool, typer.Option("--all-candidates", help="Montrer aussi les candidats peu probables.")
    ] = False,
    output_format: FormatOption = "text",
) -> None:
    """Rapprocher une liste de l’annuaire : trouvée, à choisir ou inconnue, jamais au hasard."""
    check_format(output_format)
    if output is not None and not output.parent.is_dir():
        problem = f"le dossier « {output.parent} » n’existe pas."
        raise BadParameter("--output", str(output), problem)
    if not file.is_file():
        raise NotFound(f"Le fichier « {file} » n’existe pas.")
    upload = Upload(file.name, file.read_bytes())
    given = read_list(upload, sheet=sheet, chosen=parse_choices(columns))
    with no_data_frames():
        edition = open_current()
        matched = list(match_list(edition, given, EVERY if all_candidates else WORTH_CHOOSING))
    if output is not None:
        output.write_bytes(b"".join(result_csv(given, matched)))
        say(f"{len(matched)} lignes dans {output}.")
    if output_format == OutputFormat.JSON:
        print_json(matched_list(edition, given, matched))
    else:
        _print(given, matched)


def _print(given: GivenList, matched: list[Matched]) -> None:
    """How columns were understood, the counts, then the rows that are not plainly found first."""
    if len(given.sheets) > 1:
        others = ", ".join(f"« {name} »" for name in given.sheets if name != given.sheet)
        typer.echo(f"Feuille « {given.sheet} » ; avec --sheet : {others}")
    for field, column in given.understood.items():
        typer.echo(f"Colonne « {column} » : {field}")
    _print_report(given)
    counts = {v: sum(m.decision.verdict is v for m in matched) for v in MatchVerdict}
    typer.echo(" · ".join(f"{verdict.label} : {n}" for verdict, n in counts.items()))
    _print_towns(matched)
    table = Table("Ligne", "Verdict", "Probabilité", "Annuaire", "Raison")
    doubtful_first = sorted(matched, key=lambda m: m.decision.verdict is MatchVerdict.FOUND)
    for each in doubtful_first[:_SHOWN]:
        table.add_row(*_cells(each))
    Console(width=140).print(table)
    if len(matched) > _SHOWN:
        typer.echo(f"{_SHOWN} lignes sur {len(matched)} : -o FICHIER.csv les donne toutes.")


def _print_report(given: GivenList) -> None:
    """The columns that were not understood, and the cells that were not taken as they stand."""
    if given.unknown:
        unread = ", ".join(f"« {column} »" for column in given.unknown)
        typer.echo(f"Colonnes non comprises : {unread}. Si l’une compte : --columns name=…,phone=…")
    report = list_report(given)
    for note in report["notes"]:
        typer.echo(f"À savoir : {note}")
    _print_set_aside(report)
    for doubted in report["doubts"]:
        examples = ", ".join(f"ligne {e['line']} « {e['value']} »" for e in doubted["examples"])
        typer.echo(
            f"Colonne « {doubted['column']} », {doubted['count']} fois : {doubted['reason']}"
            f"{f' {examples}.' if examples else ''}"
        )


def _print_set_aside(report: dict[str, Any]) -> None:
    """The contacts taken out, the columns of persons, and the rows set apart by why."""
    for key, said in (("emails", "adresse(s) électronique(s)"), ("mobiles", "mobile(s)")):
        if report[key]:
            typer.echo(f"{report[key]} {said} : ni publié ni conservé.")
    if report["persons"]:
        persons = ", ".join(f"« {column} »" for column in report["persons"])
        typer.echo(f"Colonnes de personnes, jamais lues : {persons}.")
    for why, count in report["apart"].items():
        typer.echo(f"{count} ligne(s) mise(s) à part : {Why(why).label}")


def _print_towns(matched: list[Matched]) -> None:
    """The communes that an ambiguous town may mean."""
    ambiguous = [each for each in matched if each.communes]
    for each in ambiguous[:_TOWNS]:
        named = ", ".join(f"{one.name} ({one.code})" for one in each.communes)
        typer.echo(f"Ligne {each.line.line} : communes possibles : {named}")
    if len(ambiguous) > _TOWNS:
        typer.echo(f"{_TOWNS} lignes sur {len(ambiguous)} dont la ville a plusieurs communes.")


def _cells(matched: Matched) -> tuple[str, ...]:
    decision = matched.decision
    shown = [matched.found] if matched.found else [matched.facts[c.id] for c in decision.candidates]
    named = "\n".join(f"{item.name} ({item.commune or 'lieu inconnu'})" for item in shown[:3])
    score = likelihood_of(decision.score).label if matched.facts else ""
    return str(matched.line.line), decision.verdict.label, score, named, decision.why.label
