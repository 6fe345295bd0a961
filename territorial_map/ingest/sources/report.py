"""An import or a check in words: counts, coverage, problems with their first examples."""

from collections.abc import Mapping
from typing import Any

from territorial_map.domain.term import Term
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.sources.about import LayoutKnown
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport
from territorial_map.ingest.tables import IMPORTED_COLUMNS

_SAME_FOR_ALL = frozenset({"kind", "source", "vintage", "licence"})


def share(count: int, total: int) -> str:
    """A share in whole percent, never rounded up to 100 nor down to 0.

    >>> share(1, 3), share(1999, 2000), share(1, 2000), share(0, 0)
    ('33 %', '99 %', '1 %', '0 %')
    """
    if not total or not count:
        return "0 %"
    percent = round(100 * count / total)
    bounded = min(99, max(1, percent)) if count < total else 100
    return f"{bounded} %"


def report_lines(report: ImportReport) -> list[str]:
    """The report in lines of text."""
    intake = report.intake
    names = ", ".join(path.name for path in report.files)
    lines = [
        f"{report.about.title} : {names}",
        (
            f"  Publié par {report.about.publisher} ; licence : {report.about.licence} ; "
            f"extraction : {report.vintage or 'date non indiquée'}"
        ),
    ]
    if report.about.layout is LayoutKnown.PARTLY:
        lines.append("  Format vu en partie seulement : à confirmer sur un fichier officiel.")
    lines.append(
        f"  {intake.read} lignes lues = {intake.kept} gardées + {intake.rejected.total()} "
        f"rejetées + {intake.left_out.total()} hors champ"
    )
    lines += [f"  · {code} : {count}" for code, count in sorted(report.by_category.items())]
    for each in intake.sheets:
        others = ", ".join(map(quoted, each.others))
        lines.append(f"  {each.file}, feuille lue : {quoted(each.sheet)} ; autres : {others}")
    lines += _matched(intake.matched_columns)
    lines += _dropped(intake.dropped_columns)
    lines += _doubts(intake)
    for title, counter in (
        ("Rejetées", intake.rejected),
        ("Hors champ", intake.left_out),
        ("Corrigé ou écarté, ligne gardée", intake.noted),
    ):
        lines += _problems(title, counter, report)
    lines += [f"  {report.replaced.sentence}"] if report.replaced else []
    return [*lines, *_coverage(report)]


def _matched(columns: Mapping[str, str]) -> list[str]:
    if not columns:
        return []
    return [
        "  Colonnes reconnues :",
        *(f"    {name} → {field or 'non lue'}" for name, field in columns.items()),
    ]


def _dropped(columns: Mapping[str, int]) -> list[str]:
    if not columns:
        return []
    told = " ; ".join(f"{quoted(name)} ({count})" for name, count in sorted(columns.items()))
    return [f"  Colonnes personnelles écartées (valeurs non lues) : {told}"]


def _doubts(intake: Intake) -> list[str]:
    """Cells that were not taken as they stand, by column, with their first examples."""
    doubts = intake.doubts
    lines = []
    if doubts.emails or doubts.mobiles:
        lines.append(
            f"  Contacts laissés dans le fichier, ni lus ni gardés : {doubts.emails} adresses "
            f"électroniques, {doubts.mobiles} mobiles"
        )
    if doubts.counts:
        lines.append("  Cellules non prises telles quelles, par colonne :")
    for (column, doubt), count in doubts.counts.most_common():
        told = [
            f"ligne {e.line} {quoted(e.value)}" for e in doubts.examples[column, doubt] if e.value
        ]
        shown = f" : {', '.join(told)}" if told else ""
        lines.append(f"    – {column} : {doubt.label} ({count}){shown}")
    return lines


def _problems(title: str, counter: Mapping[Term, int], report: ImportReport) -> list[str]:
    lines = [f"  {title} :"] if counter else []
    for kind, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(f"    – {kind.label} ({count}){examples_in_words(kind, report)}")
    return lines


def examples_in_words(kind: Term, report: ImportReport) -> str:
    """The first lines where a problem was met, with their values."""
    told = [
        f"ligne {example.line}" + (f" {quoted(example.value)}" if example.value else "")
        for example in report.intake.examples.get(kind, ())
        if example.line
    ]
    return f" : {', '.join(told)}" if told else ""


def covered(report: ImportReport) -> list[tuple[str, int]]:
    """Each field that differs by row and how many rows fill it, in the order of the schema."""
    return [
        (column, report.coverage[column])
        for column in IMPORTED_COLUMNS
        if column not in _SAME_FOR_ALL
    ]


def _coverage(report: ImportReport) -> list[str]:
    kept = report.intake.kept
    filled = [f"{name} {share(count, kept)}" for name, count in covered(report) if count]
    empty = [name for name, count in covered(report) if not count]
    lines = [f"  Champs remplis : {', '.join(filled)}"] if filled else []
    return [*lines, f"  Champs que ce fichier ne remplit pas : {', '.join(empty)}"]


def report_json(report: ImportReport) -> dict[str, Any]:
    """The same report for machines."""
    intake = report.intake

    def listed(counter: Mapping[Term, int]) -> list[dict[str, Any]]:
        return [
            {
                "code": kind.value,
                "sentence": kind.label,
                "count": count,
                "examples": [
                    {"line": e.line, "value": e.value} for e in intake.examples.get(kind, ())
                ],
            }
            for kind, count in sorted(counter.items())
        ]

    return {
        "source": report.about.code,
        "table": report.about.table,
        "files": [path.name for path in report.files],
        "vintage": report.vintage,
        "licence": report.about.licence,
        "layout": report.about.layout.value,
        "read": intake.read,
        "kept": intake.kept,
        "rejected": listed(intake.rejected),
        "left_out": listed(intake.left_out),
        "noted": listed(intake.noted),
        "sheets": [each._asdict() for each in intake.sheets],
        "columns": dict(intake.matched_columns),
        "personal_columns_dropped": dict(intake.dropped_columns),
        "emails": intake.doubts.emails,
        "mobiles": intake.doubts.mobiles,
        "doubts": [
            {
                "column": column,
                "code": doubt.value,
                "reason": doubt.label,
                "count": count,
                "examples": [
                    example._asdict() for example in intake.doubts.examples[column, doubt]
                ],
            }
            for (column, doubt), count in intake.doubts.counts.most_common()
        ],
        "categories": dict(sorted(report.by_category.items())),
        "replaced": report.replaced._asdict() if report.replaced else None,
        "coverage": dict(covered(report)),
    }
