"""The page that is not there."""

from dash import html

from territorial_map.web.base.marks import Node, page_link
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.page import framed_page


def missing_page(t: Texts, path: str) -> list[Node]:
    """What an unknown address shows: why, and where to go."""
    home = "/" + search_of(PageState(language=t.language)).removesuffix("?")
    words = t("Aucune page à l’adresse « {path} ».", path=path)
    ways = [
        html.Li(page_link(t("Ouvrir la carte et l’annuaire"), home)),
        html.Li(page_link(t("Voir les sources et licences"), "/sources")),
        html.Li(html.A(t("Lire la documentation de l’API"), href="/api/v1/docs")),
    ]
    advice = t(
        "Un lien a peut-être été coupé en le copiant : vérifiez qu’il est entier, "
        "ou repartez d’ici."
    )
    title = t("Page introuvable")
    content: list[Node] = [html.H2(title), html.P(words), html.P(advice), html.Ul(ways)]
    return framed_page(content, t, title=title)
