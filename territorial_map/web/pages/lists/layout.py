"""The page « Mes listes »: a place that the browser fills with what it alone keeps."""

import json

from dash import html

from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.pages.lists.words import list_page_texts

ROOT = "lists-root"
LIVE = "lists-live"
WORDS = "lists-words"


def layout(visit: Visit) -> Screen:
    """The whole page; ``assets/modules/pages/lists`` draws under ``ROOT``."""
    told = list_page_texts(visit.site.cog, visit.t, contributing=visit.site.contributing)
    words = json.dumps(told, ensure_ascii=False)
    live = {"role": "status", "aria-live": "polite"}
    content: list[Node] = [
        html.Div(id=WORDS, hidden=True, **named({"data-words": words})),
        html.Div(id=LIVE, className="visually-hidden", **named(live)),
        html.Div(id=ROOT),
    ]
    return Screen(content, style="lists-page")
