"""Addresses with nothing behind them: why, the search, and where to look instead."""

from collections.abc import Iterable

from dash import html

from territorial_map.web.base.addresses import HOME, in_language
from territorial_map.web.base.marks import Node
from territorial_map.web.base.opening import opening
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.plain.search import search_form


def no_place(words: str, t: Texts) -> list[Node]:
    """A search for a place that has no such name, or an address of a territory that is none."""
    return lost(Heading(t("Lieu introuvable"), words), t)


def lost(heading: Heading, t: Texts, searched: str = "", ways: Iterable[Node] = ()) -> list[Node]:
    """Why nothing is here, the search (for what is ``searched``), and ways on."""
    home = html.A(t("Ouvrir la carte et l’annuaire"), href=in_language(HOME, t.language))
    items = [html.Li(way) for way in (*ways, home)]
    return [*opening(heading), search_form(searched, t), html.Ul(items)]
