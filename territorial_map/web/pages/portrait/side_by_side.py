"""A territory side by side with those it is compared with: one row per thing, one column each."""

from collections.abc import Sequence

from dash import html

from territorial_map.services.portrait import FigureRow, TerritoryPortrait
from territorial_map.services.portrait.beside import LEAST_FOR_A_RATE, AlikeFigure
from territorial_map.services.portrait.figures import Figure
from territorial_map.services.portrait.words import quantity_in_words
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.wording import figure_cells, portrait_link

# Beside so many, each stands in view at once; beside more the table is folded and scrolls.
FEW = 3
_WIDTH, _HEIGHT, _EDGE = 220.0, 26.0, 10.0


def side_by_side_parts(portrait: TerritoryPortrait, t: Texts) -> list[Node]:
    """Counts and rates of each, then a strip that shows where this one stands; nothing alone.

    Unfolded where few were chosen. A count is the length of the list that it leads to.
    """
    alike = portrait.alike
    if alike is None or not alike.territories:
        return []
    n = len(alike.territories)
    words = t.plural(
        "Côte à côte : ce territoire et {n} autre, chiffre par chiffre",
        "Côte à côte : ce territoire et {n} autres, chiffre par chiffre",
        n,
    )
    content = html.Details(
        [html.Summary(words), _legend(t), _table(portrait, t)],
        className="more side-by-side",
        open=alike.chosen and n <= FEW,
    )
    return [content]


def _legend(t: Texts) -> html.P:
    told = t(
        "Dessin, pour 10 000 habitants : ◆ ce territoire, ○ les autres, trait : leur médiane. Sans "
        "losange, il a moins de {n} fiches, ou le chiffre n’est pas connu.",
        n=LEAST_FOR_A_RATE,
    )
    return html.P(told, className="hint")


def _table(portrait: TerritoryPortrait, t: Texts) -> html.Div:
    others = [one.territory for one in portrait.alike.territories] if portrait.alike else []
    columns: list[Node] = [portrait.place.territory.name, *(portrait_link(o, t) for o in others)]
    first: list[Node] = [html.Th(t("Type"), scope="col", rowSpan=2)]
    first += [html.Th(one, scope="colgroup", colSpan=2) for one in columns]
    first.append(html.Th(t("Dessin"), scope="col", rowSpan=2))
    second = [
        html.Th(words, scope="col", className="number")
        for _ in columns
        for words in (t("Connues"), t("Pour 10 000 hab."))
    ]
    figures = portrait.figures
    rows = [_row(portrait, row, t) for row in (figures.total, *figures.kinds, *figures.devices)]
    head = html.Thead([html.Tr(first), html.Tr(second)])
    caption = html.Caption(t("Côte à côte"))
    table = html.Table([caption, head, html.Tbody(rows)], className="portrait-table")
    return html.Div(table, className="table-scroll", tabIndex=0)


def _row(portrait: TerritoryPortrait, row: FigureRow, t: Texts) -> html.Tr:
    label = t(row.label) if row.label else t("Toutes les organisations")
    cells: list[Node] = [html.Th(label, scope="row")]
    others = portrait.alike.territories if portrait.alike else ()
    told = row.alike.counts if row.alike else (None,) * len(others)
    people = [one.territory for one in others]
    figures = [row.here, *map(_figure, told, (one.population for one in people))]
    for territory, figure in zip((portrait.place.territory, *people), figures, strict=True):
        cells += figure_cells(figure, row, territory, t)
    rates = [one.rate for one in figures[1:] if one.rate is not None]
    cells.append(html.Td(_strip(row, rates, t)))
    return html.Tr(cells)


def _figure(count: int | None, people: int | None) -> Figure:
    if count is None or not people or count < LEAST_FOR_A_RATE:
        return Figure(count, None)
    return Figure(count, count * 10_000 / people)


def _strip(row: FigureRow, rates: Sequence[float], t: Texts) -> Node:
    """One line from none to the greatest rate: a ring per other territory, a diamond for this.

    Rates of few organisations are told nowhere, and not drawn either.
    """
    alike = row.alike
    middle = alike.median_rate if alike else None
    most = max(*rates, row.here.rate or 0.0, middle or 0.0, 0.0)
    if alike is None or not most:
        return ["—", hidden(t("rien à dessiner"))]
    marks = [
        _mark("line", x1=_EDGE, y1=_HEIGHT / 2, x2=_WIDTH - _EDGE, y2=_HEIGHT / 2, kind="axis"),
        *(_mark("circle", cx=_at(rate, most), cy=_HEIGHT / 2, r=4, kind="other") for rate in rates),
    ]
    if middle is not None:
        x = _at(middle, most)
        marks.append(_mark("line", x1=x, y1=3, x2=x, y2=_HEIGHT - 3, kind="middle"))
    if row.here.rate is not None:
        x, y = _at(row.here.rate, most), _HEIGHT / 2
        diamond = f"M{x:g} {y - 7:g}L{x + 7:g} {y:g}L{x:g} {y + 7:g}L{x - 7:g} {y:g}Z"
        marks.append(Element("path", None, {"d": diamond, "class": "strip-here"}))
    box = {"viewBox": f"0 0 {_WIDTH:g} {_HEIGHT:g}", "width": f"{_WIDTH:g}", "class": "strip"}
    return Element("svg", marks, {**box, "role": "img", "aria-label": _read(row, alike, most, t)})


def _at(rate: float, most: float) -> float:
    return round(_EDGE + (_WIDTH - 2 * _EDGE) * rate / most, 1)


def _mark(tag: str, *, kind: str, **places: float) -> Element:
    told = {name: f"{value:g}" for name, value in places.items()}
    return Element(tag, None, {**told, "class": f"strip-{kind}"})


def _read(row: FigureRow, alike: AlikeFigure, most: float, t: Texts) -> str:
    """The drawing in words, for whoever does not see it."""
    here = t("non connu") if row.here.rate is None else quantity_in_words(row.here.rate, t)
    middle = t("non connu")
    if alike.median_rate is not None:
        middle = quantity_in_words(alike.median_rate, t)
    return t(
        "Pour 10 000 habitants : ici {here}, médiane {middle}, le plus {most}.",
        here=here,
        middle=middle,
        most=quantity_in_words(most, t),
    )
