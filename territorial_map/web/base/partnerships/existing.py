"""Who is together already, with what shows it: apart, never proposed."""

from collections.abc import Sequence

from dash import html

from territorial_map.services.partnerships.partners import Existing
from territorial_map.web.base.marks import Node, icon, symbol
from territorial_map.web.base.partnerships.card import Telling

_AT_ONCE = 5


def existing_parts(
    existing: Sequence[Existing], telling: Telling, heading: type[html.H4] = html.H4
) -> list[Node]:
    """Those whom a source ties, then those who are probably of the same group."""
    t = telling.t
    sure = [one for one in existing if one.is_sure]
    probable = [one for one in existing if not one.is_sure]
    return [
        *_existing(heading(t("Déjà en lien avec")), sure, telling),
        *_existing(heading(t("Sans doute du même groupe")), probable, telling),
    ]


def _existing(heading: Node, existing: Sequence[Existing], telling: Telling) -> list[Node]:
    if not existing:
        return []
    lines = [
        html.Li(
            [
                symbol(one.facts.profile.kind),
                html.Div(
                    [
                        telling.name(one.facts),
                        html.Div(
                            " ; ".join(telling.say(tie.sentence) for tie in one.ties),
                            className="neighbour-told",
                        ),
                    ]
                ),
            ],
            className="neighbour",
        )
        for one in existing
    ]
    nodes: list[Node] = [heading, html.Ul(lines[:_AT_ONCE], className="neighbours")]
    if len(lines) > _AT_ONCE:
        others = html.Summary([telling.t("Voir les autres"), icon("chevron-down")])
        rest = html.Ul(lines[_AT_ONCE:], className="neighbours")
        nodes.append(html.Details([others, rest], className="more"))
    return [html.Div(nodes, className="existing")]
