"""The report of a check as one page that can be mailed: no script, nothing from elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from territorial_map.domain.content_policy import policy_meta
from territorial_map.domain.term import Term
from territorial_map.ingest.sources.about import LayoutKnown
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport
from territorial_map.ingest.sources.report import covered, share

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { border: 1px solid #767676; padding: 0.25rem 0.6rem; text-align: left;
  vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
"""


def report_html(report: ImportReport) -> str:
    """The whole page, in French."""
    intake, about = report.intake, report.about
    names = ", ".join(path.name for path in report.files)
    title = f"Contrôle : {about.title}"
    warning = (
        "<p><strong>Format vu en partie seulement : à confirmer sur un fichier officiel."
        "</strong></p>"
        if about.layout is LayoutKnown.PARTLY
        else ""
    )
    parts = [
        f"<h1>{escape(title)}</h1>",
        (
            f"<p>Fichier : {escape(names)}. Publié par {escape(about.publisher)}. "
            f"Licence : {escape(about.licence)}. "
            f"Extraction : {escape(report.vintage or 'date non indiquée')}.</p>"
        ),
        warning,
        (
            f"<p>{intake.read} lignes lues = {intake.kept} gardées + {intake.rejected.total()} "
            f"rejetées + {intake.left_out.total()} hors champ.</p>"
        ),
        _problems("Lignes rejetées", intake.rejected, report),
        _problems("Lignes hors champ", intake.left_out, report),
        _problems("Corrigé ou écarté, ligne gardée", intake.noted, report),
        _table(
            "Colonnes personnelles écartées (valeurs non lues)",
            ("Colonne", "Valeurs"),
            sorted(intake.dropped_columns.items()),
        ),
        _contacts(intake),
        _table(
            "Cellules non prises telles quelles, par colonne",
            ("Colonne", "Motif", "Nombre", "Premiers exemples"),
            _doubts(intake),
        ),
        _table(
            "Colonnes du fichier et champs reconnus",
            ("Colonne", "Champ"),
            [(name, field or "non lue") for name, field in intake.matched_columns.items()],
        ),
        _table("Par catégorie", ("Catégorie", "Lignes"), sorted(report.by_category.items())),
        _table(
            "Champs remplis",
            ("Champ", "Lignes", "Part"),
            [(name, count, share(count, intake.kept)) for name, count in covered(report)],
        ),
    ]
    return (
        f'<!doctype html>\n<html lang="fr"><head><meta charset="utf-8">{policy_meta()}'
        f"<title>{escape(title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def _contacts(intake: Intake) -> str:
    doubts = intake.doubts
    if not (doubts.emails or doubts.mobiles):
        return ""
    return (
        f"<p>Contacts laissés dans le fichier, ni lus ni gardés : {doubts.emails} adresses "
        f"électroniques, {doubts.mobiles} mobiles.</p>"
    )


def _doubts(intake: Intake) -> list[tuple[str, str, int, str]]:
    doubts = intake.doubts
    return [
        (
            column,
            doubt.label,
            count,
            " ; ".join(
                f"ligne {e.line} : {e.value}" for e in doubts.examples[column, doubt] if e.value
            ),
        )
        for (column, doubt), count in doubts.counts.most_common()
    ]


def _problems(title: str, counter: Mapping[Term, int], report: ImportReport) -> str:
    rows = [
        (
            kind.label,
            count,
            " ; ".join(
                f"ligne {example.line}{' : ' if example.value else ''}{example.value}"
                for example in report.intake.examples.get(kind, ())
                if example.line
            ),
        )
        for kind, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return _table(title, ("Motif", "Nombre", "Premiers exemples"), rows)


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    listed = list(rows)
    if not listed:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in listed)
    return (
        f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _cell(value: object) -> str:
    number = ' class="n"' if isinstance(value, int) else ""
    return f"<td{number}>{escape(str(value))}</td>"
