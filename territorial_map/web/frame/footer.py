"""The foot of every page: what one looks for there, accessibility first."""

from dash import html

from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.marks import named, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.pages import Pages

_API = "/api/v1/docs"


def footer(t: Texts, pages: Pages) -> html.Footer:
    """Links to the pages that are named at the foot, and to the description of the API."""
    entries = ((page.menu.label, page.path) for page in pages.at_foot() if page.menu is not None)
    links = [page_link(t(label), in_language(path, t.language)) for label, path in entries]
    links.append(html.A(t("Documentation de l’API"), href=_API))
    label = {"aria-label": t("Pied de page")}
    return html.Footer(
        html.Nav(html.Ul([html.Li(link) for link in links]), **named(label)),
        className="site-foot",
    )
