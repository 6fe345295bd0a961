"""The ways to what completes or corrects: from an organisation's page, from those to call."""

from dash import html

from territorial_map.services.contributions.completing import PATH as COMPLETE
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import asking, contribute_path, in_language
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts


def invitation(any_id: str, site: Site, t: Texts) -> list[Node]:
    """A link to the form of an organisation; nothing where the host takes no contributions."""
    if not site.contributing:
        return []
    words: list[Node] = [icon("pencil"), t("Compléter ou corriger cette fiche")]
    href = in_language(contribute_path(any_id), t.language)
    told = t("Un numéro, un métier, un besoin, une fermeture : dites ce que vous savez.")
    return [
        html.Section(
            [html.P(told), html.P(html.A(words, href=href, className="button"))],
            className="panel-section say-link",
        )
    ]


def completing_address(state: PageState, site: Site) -> str:
    """Where those to call of a list are completed; blank where the host takes no contributions."""
    if not site.contributing:
        return ""
    return in_language(asking(COMPLETE, query_of(state.selection)), state.language)
