"""What the symbols of a map mean, wherever there is one."""

from dash import html

from territorial_map.domain.trade_question import TradeCounts
from territorial_map.domain.vocabulary import Kind
from territorial_map.web.base.marks import Node, named, symbol, symbol_to_call
from territorial_map.web.base.texts import Texts


def legend_notes(trades: TradeCounts | None, t: Texts) -> html.Div:
    """What is no kind: how sure a place is, several together, and who is to be called, counted."""
    notes = [
        legend_note(symbol(Kind.ESS_ACTOR), t("à l’adresse")),
        legend_note(symbol(Kind.ESS_ACTOR, precise=False), t("à la commune")),
        legend_note(
            html.Span(className="legend-donut", **named({"aria-hidden": "true"})),
            t("plusieurs organisations, par type"),
        ),
    ]
    if trades is not None and trades.unknown:
        notes.insert(0, _to_call(trades.unknown, t))
    return html.Div(notes, className="legend-notes")


def legend_lines(t: Texts) -> html.Div:
    """What the lines of an open sheet are; shown while there are some."""
    notes = [
        legend_note(_line("strong"), t("piste forte")),
        legend_note(_line("explore"), t("piste à explorer")),
    ]
    return html.Div(notes, className="legend-notes legend-lines")


def _line(tier: str) -> html.Span:
    return html.Span(className=f"legend-line legend-line-{tier}", **named({"aria-hidden": "true"}))


def legend_note(mark: Node, words: Node) -> html.Span:
    """A mark and what it means."""
    return html.Span([mark, words], className="legend-note")


def _to_call(count: int, t: Texts) -> html.Span:
    words = t("activité non renseignée, à appeler")
    told: list[Node] = [f"{words}\u00a0: ", html.Strong(t.number(count), className="count")]
    return legend_note(symbol_to_call(Kind.SHELTERED_SUPPLIER), html.Span(told))
