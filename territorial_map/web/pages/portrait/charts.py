"""Bars that plotly.js draws when their reader comes to them, and the table that says the same.

What is not known is a band hatched over the whole width, with its words: never a bar of length 0.
Every bar has its name before it and its figure behind it, so that no colour has to be told apart.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dash import html

from territorial_map.web.base.drawing_script import plotly_address
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Texts

_INK, _PAPER = "#1b2a3d", "#f4f7fa"
_HERE, _OTHER, _EDGE = "#12467f", "#b5d0ec", "#46566b"
_HATCH = {"shape": "/", "bgcolor": "#ffffff", "fgcolor": "#8794a6", "size": 7, "solidity": 0.25}
_ROW_PX, _LETTER_PX, _MARGIN_PX = 23, 7.2, 8
_ROOM = 1.6  # what the axis is longer than the longest bar: its figure stands behind it


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length (``None``: not drawn), what is told behind it.

    ``missing`` is the length of what is not known, hatched behind the bar.
    """

    name: str
    value: float | None
    told: str
    missing: float = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under a heading."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Groups of bars on one axis from 0 to ``most``, and the table that says the same."""

    title: str
    groups: tuple[BarGroup, ...]
    most: float
    table: html.Table


def chart_parts(chart: Chart, source: str, t: Texts) -> list[Node]:
    """The place of a drawing, its files, its table; ``source`` is written into what leaves."""
    told = t("{title} : le tableau qui suit dit tout du dessin.", title=chart.title)
    told_of_drawing = {"role": "img", "aria-label": told, "data-drawing": "1"}
    hint = t("Hachuré : non connu de nos sources, ce n’est pas 0.")
    files = [
        _file("png", t("Image (PNG)"), chart, t),
        _file("svg", t("Dessin (SVG)"), chart, t),
        _file("csv", t("Tableau (CSV)"), chart, t),
    ]
    scrolled = html.Div(chart.table, className="table-scroll", tabIndex=0)
    figure = figure_of(chart)
    kept = {"height": f"{figure['layout']['height']}px"}  # the page does not move when it is drawn
    drawn = {
        "data-chart": json.dumps(figure, ensure_ascii=False, separators=(",", ":")),
        "data-title": chart.title,
        "data-source": source,
        "data-plotly": plotly_address(),
    }
    return [
        html.Figure(
            [
                html.Figcaption([html.Strong(chart.title), html.Span(hint, className="hint")]),
                html.Div(className="chart-drawing", style=kept, **named(told_of_drawing)),
                html.Div(files, className="chart-files"),
                html.P(
                    t("Le dessin n’a pas pu être chargé : le tableau dit la même chose."),
                    className="hint chart-failed",
                    role="status",
                ),
                html.Details(
                    [html.Summary(t("Le même dessin en tableau")), scrolled], className="more"
                ),
            ],
            className="chart",
            **named(drawn),
        )
    ]


def figure_of(chart: Chart) -> dict[str, Any]:
    """The figure in plotly's own words: known bars, hatched ones, words beside both."""
    rows = _rows(chart)
    bars = [(y, one) for y, one in rows if isinstance(one, Bar)]
    names = max((len(one.name) for _, one in bars), default=0)
    left = round(2 * _MARGIN_PX + _LETTER_PX * names)
    longest = chart.most * _ROOM
    return {
        "data": [_known(bars), _missing(bars)],
        "layout": {
            "barmode": "overlay",
            "showlegend": False,
            "height": round(_ROW_PX * (len(rows) + 0.5)) + 2 * _MARGIN_PX,
            "margin": {"l": left, "r": _MARGIN_PX, "t": _MARGIN_PX, "b": _MARGIN_PX},
            "paper_bgcolor": _PAPER,
            "plot_bgcolor": _PAPER,
            "font": {"family": "system-ui, sans-serif", "size": 13, "color": _INK},
            "xaxis": {
                "range": [0, longest],
                "showgrid": False,
                "zeroline": False,
                "showticklabels": False,
            },
            "yaxis": {
                "range": [len(rows) - 0.25, -0.75],
                "tickvals": [y for y, _ in bars],
                "ticktext": [escape(one.name, quote=False) for _, one in bars],
                "ticklabelstandoff": 4,
                "showgrid": False,
                "zeroline": False,
            },
            "annotations": [_words(y, one, left) for y, one in rows],
        },
    }


def _rows(chart: Chart) -> list[tuple[int, Bar | str]]:
    told: list[Bar | str] = []
    for group in chart.groups:
        told += [group.title] if group.title else []
        told += group.bars
    return list(enumerate(told))


def _known(bars: Sequence[tuple[int, Bar]]) -> dict[str, Any]:
    drawn = [(y, one, one.value) for y, one in bars if one.value is not None]
    return {
        **_bar([y for y, _, _ in drawn], [value for _, _, value in drawn]),
        "marker": {
            "color": [_HERE if one.strong else _OTHER for _, one, _ in drawn],
            "line": {"color": _EDGE, "width": 1},
        },
    }


def _missing(bars: Sequence[tuple[int, Bar]]) -> dict[str, Any]:
    drawn = [(y, one) for y, one in bars if one.missing]
    return {
        **_bar([y for y, _ in drawn], [one.missing for _, one in drawn]),
        "base": [one.value or 0 for _, one in drawn],
        "marker": {"pattern": _HATCH, "line": {"color": _EDGE, "width": 1}},
    }


def _bar(rows: list[int], lengths: list[float]) -> dict[str, Any]:
    across = {"type": "bar", "orientation": "h", "width": 0.72, "hoverinfo": "skip"}
    return {**across, "y": rows, "x": lengths}


def _words(y: int, one: Bar | str, left: int) -> dict[str, Any]:
    """A heading over its bars, or the figure behind a bar, on paper of its own."""
    common = {"y": y, "showarrow": False, "xanchor": "left", "bgcolor": _PAPER, "borderpad": 1}
    if isinstance(one, str):
        return {
            **common,
            "x": 0,
            "xshift": _MARGIN_PX - left,
            "text": f"<b>{escape(one, quote=False)}</b>",
        }
    return {**common, "x": one.value or 0, "xshift": 5, "text": escape(one.told, quote=False)}


def _file(kind: str, words: str, chart: Chart, t: Texts) -> html.Button:
    label = t("Télécharger « {title} » : {file}", title=chart.title, file=words)
    told = {"data-chart-file": kind, "aria-label": label}
    content: list[Node] = [icon("download"), words]
    return html.Button(content, type="button", className="button button-small", **named(told))
