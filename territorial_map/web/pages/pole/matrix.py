"""Who brings, who looks for what: members by categories, a cell said by its words and its line."""

from collections.abc import Callable, Sequence

from dash import html

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.ptce.matrix import (
    Ground,
    MatrixCell,
    MatrixRow,
    PoolingMatrix,
    said_in_words,
)
from territorial_map.web.base.marks import Node, hidden, icon, named
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import Texts

# The id under which a list holds a member; none for who is not of the list.
LineOf = Callable[[str], str | None]


def matrix_view(
    matrix: PoolingMatrix | None, telling: Telling, line_of: LineOf | None = None
) -> list[Node]:
    """The categories worth a meeting, then folded the others; nothing without members.

    Without ``line_of`` no answer can be noted: there is no script to keep it.
    """
    if matrix is None or not matrix.rows:
        return []
    t = telling.t
    how = t(
        "Plein : déclaré ou connu de nos sources. Tirets et ≈ : déduit par une règle, à vérifier. "
        "Point d’interrogation : rien n’est connu, à demander."
    )
    nodes: list[Node] = [html.H3(t("Qui apporte, qui cherche")), html.P(how)]
    if line_of is not None:
        note = t("Appuyez sur une case pour noter la réponse : elle reste dans ce navigateur.")
        nodes.append(html.P(note, className="hint"))
    if matrix.first:
        nodes.append(_table(matrix, matrix.first, telling, line_of))
    if matrix.others:
        n = len(matrix.others)
        words = t.plural("{n} autre catégorie", "{n} autres catégories", n)
        table = _table(matrix, matrix.others, telling, line_of)
        heading = html.Summary([words, icon("chevron-down")])
        nodes.append(html.Details([heading, table], className="more"))
    return nodes


def _table(
    matrix: PoolingMatrix,
    categories: Sequence[PoolingCategory],
    telling: Telling,
    line_of: LineOf | None,
) -> Node:
    t = telling.t
    heads = [html.Th(telling.category(category), scope="col") for category in categories]
    head = html.Thead(html.Tr([html.Th(t("Membre"), scope="col"), *heads]))
    rows = [_row(row, matrix, categories, telling, line_of) for row in matrix.rows]
    caption = html.Caption(t("Membres et catégories de mutualisation"), className="visually-hidden")
    table = html.Table([caption, head, html.Tbody(rows)], className="matrix")
    label = {"aria-label": t("Tableau des membres par catégorie")}
    return html.Div(table, className="matrix-rows", role="region", tabIndex=0, **named(label))


def _row(
    row: MatrixRow,
    matrix: PoolingMatrix,
    categories: Sequence[PoolingCategory],
    telling: Telling,
    line_of: LineOf | None,
) -> html.Tr:
    line = line_of(row.member.id) if line_of is not None else None
    cells = [
        html.Td(_cell(row, matrix.cell(row, category), category, telling, line))
        for category in categories
    ]
    return html.Tr([html.Th(row.member.name, scope="row"), *cells])


def _cell(
    row: MatrixRow,
    cell: MatrixCell,
    category: PoolingCategory,
    telling: Telling,
    line: str | None,
) -> Node:
    words = _words(cell, telling.t)
    reasons = reasons_of_cell(cell, telling.say)
    style = f"cell cell-{cell.ground.value}"
    if line is None:
        return html.Span(words, className=style, title=reasons or None)
    about = {
        "data-answer-of": line,
        "data-answer-in": category.value,
        "data-answer-name": row.member.name,
        "data-answer-on": telling.category(category),
        "data-answer-why": reasons,
        "aria-haspopup": "dialog",
    }
    return html.Button(words, type="button", className=style, **named(about))


def _words(cell: MatrixCell, t: Texts) -> list[Node]:
    if cell.says is None:
        return [html.Span("?", **named({"aria-hidden": "true"})), hidden(t("à demander"))]
    said = said_in_words(cell.says, t)
    if cell.ground is Ground.KNOWN:
        return [said]
    return [html.Span("≈ ", **named({"aria-hidden": "true"})), said, hidden(f" ({t('déduit')})")]


def reasons_of_cell(cell: MatrixCell, say: Callable[[Sentence], str]) -> str:
    """What the cell rests on."""
    reasons = (claim.reason for claim in cell.told if claim.reason is not None)
    return " ; ".join(dict.fromkeys(say(reason) for reason in reasons))
