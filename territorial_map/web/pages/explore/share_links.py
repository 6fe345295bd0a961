"""Under a list: its short address to copy, and the way to show it on another site."""

from dash import html

from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.query_string import query_of
from territorial_map.web.base.addresses import in_language, list_path
from territorial_map.web.base.marks import icon, named
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts

EMBEDDING = "/integrer"


def share_links(state: PageState, gazetteer: Gazetteer, t: Texts) -> html.P:
    """Both, for the selection of a state."""
    address = in_language(list_path(state, gazetteer), t.language)
    place = f"&place={state.place}" if state.place else ""
    query = query_of(state.selection) + place
    embedding = f"{EMBEDDING}?{query}" if query else EMBEDDING
    return html.P(
        [
            html.Button(
                [icon("link"), html.Span(t("Copier le lien de la liste"), className="copy-label")],
                type="button",
                className="button button-small",
                **named({"data-copy-address": address, "data-copied": t("Lien copié")}),
            ),
            html.A(
                [icon("share-2"), t("Intégrer à un site")],
                href=in_language(embedding, t.language),
                className="button button-small",
            ),
        ],
        className="share-links",
    )
