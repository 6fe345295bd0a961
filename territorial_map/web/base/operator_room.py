"""A page of operator mode that the browser draws: closed to all but operators, its words in it."""

import json
from collections.abc import Mapping

from dash import html

from territorial_map.domain.term import Term
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, named, page_link
from territorial_map.web.base.opening import opening
from territorial_map.web.base.texts import Texts


def operator_room(visit: Visit, block: str, words: Mapping[str, object]) -> list[Node]:
    """What the page is for, then a place for what is to be decided.

    ``block`` begins the classes of its parts; ``words`` are those that the browser draws.
    """
    t = visit.t
    closed = t(
        "Cette page est réservée au mode opérateur : il faut le secret de qui tient cet annuaire."
    )
    content: list[Node] = [
        *opening(visit.heading),
        html.P("", className=f"{block}-said", role="status"),
        html.Div(
            [html.P(closed), html.P(page_link(t("Ouvrir le mode opérateur"), "/operateur"))],
            className=f"{block}-closed",
            hidden=True,
        ),
        html.Div(className=f"{block}-room", hidden=True),
    ]
    told = json.dumps(words, ensure_ascii=False)
    return [html.Div(painted(content), className=block, **named({"data-words": told}))]


def labels_of(terms: type[Term], t: Texts) -> dict[str, str]:
    """The label of each code of a closed list."""
    return {code: t(label) for code, label in terms.labels().items()}
