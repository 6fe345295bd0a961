"""Addresses with nothing behind them: why, the search, and where to look instead."""

from collections.abc import Iterable
from html import escape

from territorial_map.web.base.addresses import HOME, SEARCH, in_language
from territorial_map.web.base.texts import Texts
from territorial_map.web.plain.markup import link
from territorial_map.web.plain.search import search_boxes


def no_place_html(words: str, t: Texts) -> str:
    """A search for a place that has no such name, or an address of a territory that is none."""
    return lost_html(t("Lieu introuvable"), words, t)


def lost_html(title: str, told: str, t: Texts, searched: str = "", ways: Iterable[str] = ()) -> str:
    """Why nothing is here, the search (for what is ``searched``), and ways on (HTML links)."""
    home = link(t("Ouvrir la carte et l’annuaire"), in_language(HOME, t.language))
    items = "".join(f"<li>{way}</li>" for way in (*ways, home))
    return (
        f'<h2>{escape(title)}</h2><p class="lead">{escape(told)}</p>'
        f'<form action="{SEARCH}" method="get" role="search" class="plain-search">'
        f"{search_boxes(searched, t)}</form>"
        f"<ul>{items}</ul>"
    )
