"""Places that are drawn at once and filled later, so that nothing waits and nothing jumps."""

from dash import dcc, html

from territorial_map.web.base import ids
from territorial_map.web.base.marks import icon, named
from territorial_map.web.base.texts import Texts


def skeleton(lines: int) -> list[html.Div]:
    """Grey lines of the size of what comes, so that nothing jumps."""
    return [html.Div(className="skeleton", **named({"aria-hidden": "true"})) for _ in range(lines)]


def practices_place(organisation_id: str, t: Texts) -> html.Section:
    """The panel's section of practices while its links are computed."""
    return html.Section(
        [
            html.H3(t("Bonnes pratiques")),
            dcc.Store(id=ids.PANEL_PRACTICES_OF, data=organisation_id),
            html.Div(skeleton(4), id=ids.PANEL_PRACTICES, className="panel-practices-body"),
        ],
        className="panel-section panel-practices",
    )


def partners_place(organisation_id: str, t: Texts) -> html.Section:
    """The panel's section of possible partnerships, filled once the partners are found."""
    every = t("Toutes les pistes, sur quoi, et groupes possibles")
    return html.Section(
        [
            html.H3(t("Partenariats possibles"), id=f"{ids.PARTNERS}-title", tabIndex=-1),
            dcc.Store(id=ids.PARTNERS_OF, data=organisation_id),
            dcc.Store(id=ids.PARTNERS_LINES),
            dcc.Store(id=ids.PARTNERS_SHOWN),
            dcc.Store(id=ids.GROUPS_LINES),
            html.Div(skeleton(3), id=ids.PARTNERS, className="partners"),
            html.Details(
                [
                    html.Summary([every, icon("chevron-down")]),
                    html.Div(id=ids.PARTNERS_MORE, className="partners"),
                    html.Div(skeleton(2), id=ids.PARTNERS_GROUPS, className="partners groups"),
                ],
                id=ids.PARTNERS_EVERY,
                className="more partners-all",
            ),
        ],
        className="panel-section panel-partners",
        **named({"aria-labelledby": f"{ids.PARTNERS}-title"}),
    )
