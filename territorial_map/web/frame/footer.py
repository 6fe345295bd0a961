"""The foot of every page: the pages that the menu of five does not name, and the API."""

from dash import html

from territorial_map.web.base.marks import named
from territorial_map.web.base.page_spec import MenuPlace
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.menu_link import menu_link
from territorial_map.web.frame.pages import Pages

_API = "/api/v1/docs"


def footer(t: Texts, pages: Pages) -> html.Footer:
    """Links to the pages that are named at the foot, and to the description of the API."""
    links = [menu_link(page, t) for page in pages.in_menu(MenuPlace.FOOT)]
    links.append(html.A(t("Documentation de l’API"), href=_API))
    label = {"aria-label": t("Pied de page")}
    return html.Footer(
        html.Nav(html.Ul([html.Li(link) for link in links]), **named(label)),
        className="site-foot",
    )
