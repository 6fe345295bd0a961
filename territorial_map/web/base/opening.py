"""How a page begins and, without JavaScript, ends."""

from dash import html

from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading


def opening(heading: Heading) -> list[Node]:
    """The title and the lead of a page."""
    return [html.H2(heading.title), html.P(heading.description, className="lead")]


def needs_script(t: Texts, words: str = "") -> list[Node]:
    """What JavaScript is needed for (the whole page by default), and the way to the directory."""
    told = words or t("Cette page se dessine dans le navigateur : elle a besoin de JavaScript.")
    home = html.A(t("Ouvrir la carte et l’annuaire"), href=in_language("/", t.language))
    return [html.P(told), html.P(home)]
