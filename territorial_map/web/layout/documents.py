"""Pages of text: sources and licences, and the page that is not there."""

from dash import html

from territorial_map.web.layout.header import header, skip_links
from territorial_map.web.texts import Texts
from territorial_map.web.url_state import PageState, search_of
from territorial_map.web.views.marks import Node, page_link

ANCHORS = {"document": "Aller au contenu"}


def document_page(t: Texts, content: Node, here: str = "") -> list[Node]:
    """A page of text under the header."""
    main = html.Main(html.Div(content, className="document"), id="document", tabIndex=-1)
    return [skip_links(t, ANCHORS), header(t, searching=False, here=here), main]


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
    return document_page(
        t, [html.H2(t("Page introuvable")), html.P(words), html.P(advice), html.Ul(ways)]
    )
