"""How complete the records of each source are, on the page of sources."""

from dash import html

from territorial_map.domain.quality import QualityLevel
from territorial_map.services.explore.quality_report import QualityReport, QualityShare
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts


def quality_tables(report: QualityReport, t: Texts) -> list[Node]:
    """By source at once, by département folded: records, complete ones, and what they miss."""
    lead = t(
        "Une fiche est mesurée sur cinq critères ; la part est celle des critères remplis parmi "
        "ceux qui s’appliquent. C’est la fiche qui est mesurée, jamais l’organisation."
    )
    by_department = _table(report.by_department, t("Fiches par département"), t)
    return [
        html.H3(t("Qualité des fiches")),
        html.P(lead),
        _table((*report.by_source, report.whole), t("Fiches par source"), t),
        html.Details([html.Summary(t("Par département")), by_department], className="remarks"),
    ]


def _table(shares: tuple[QualityShare, ...], caption: str, t: Texts) -> html.Div:
    missing = [t(criterion.label) for criterion, _ in shares[0].missing] if shares else []
    numbers = [t("Fiches"), t("Critères remplis"), t("Complètes")]
    numbers += [t("Sans : {criterion}", criterion=label) for label in missing]
    head = [html.Th(t("Origine"), scope="col")]
    head += [html.Th(words, scope="col", className="number") for words in numbers]
    rows = [
        html.Tr(
            [
                html.Th(source_in_words(share.name, t) or t("Toute l’édition"), scope="row"),
                *(html.Td(cell, className="number") for cell in _cells(share, t)),
            ]
        )
        for share in shares
    ]
    table = html.Table([html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _cells(share: QualityShare, t: Texts) -> list[str]:
    complete = dict(share.levels)[QualityLevel.COMPLETE]
    counts = [t.number(n) for n in (complete, *(n for _, n in share.missing))]
    return [t.number(share.organisations), t("{n} %", n=round(100 * share.score)), *counts]
