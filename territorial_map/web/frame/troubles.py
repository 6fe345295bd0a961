"""What a page cannot know for the moment, said on it."""

from dash import html

from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.pages import Pages


def troubles(t: Texts, pages: Pages) -> list[Node]:
    """A line under the header while operators' decisions cannot be read; nothing else."""
    pages.site.ledger.dismissals()
    if not pages.site.ledger.is_away:
        return []
    told = t(
        "Les décisions des opérateurs ne peuvent pas être lues pour le moment : des paires "
        "écartées peuvent reparaître."
    )
    return [html.P([icon("triangle-alert"), told], className="site-trouble", role="status")]
