"""Who is together already, with what shows it: apart, never proposed."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.services.partnerships.partners import Existing
from territorial_map.web.base.marks import Node, icon, symbol
from territorial_map.web.base.partnerships.card import Telling, apart_button

_AT_ONCE = 5


def existing_parts(
    existing: Sequence[Existing],
    telling: Telling,
    heading: type[html.H4] = html.H4,
    centre: Facts | None = None,
) -> list[Node]:
    """Those whom a source ties, then those who are probably of the same group.

    Of the latter a visitor can say that they are not, where the ``centre`` is given.
    """
    t = telling.t
    sure = [one for one in existing if one.is_sure]
    probable = [one for one in existing if not one.is_sure]
    return [
        *_existing(heading(t("Déjà en lien avec")), sure, telling),
        *_existing(heading(t("Sans doute du même groupe")), probable, telling, centre),
    ]


def left_out(existing: Sequence[Existing], telling: Telling, centre: Facts) -> list[Node]:
    """How many are not among the leads since they are together already, and why; who, folded."""
    if not existing:
        return []
    t = telling.t
    sure = sum(one.is_sure for one in existing)
    probable = len(existing) - sure
    why = [
        words
        for n, words in (
            (sure, t("{n} déjà en lien", n=t.number(sure))),
            (
                probable,
                t.plural(
                    "{n} sans doute du même groupe", "{n} sans doute du même groupe", probable
                ),
            ),
        )
        if n
    ]
    count = t.plural(
        "{n} organisation écartée des pistes",
        "{n} organisations écartées des pistes",
        len(existing),
    )
    heading: list[Node] = [
        t("{count} : {why}", count=count, why=", ".join(why)),
        icon("chevron-down"),
    ]
    parts = existing_parts(existing, telling, centre=centre)
    return [html.Details([html.Summary(heading), *parts], className="more left-out")]


def _existing(
    heading: Node, existing: Sequence[Existing], telling: Telling, centre: Facts | None = None
) -> list[Node]:
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
                        apart_button(centre, one.facts, telling.t) if centre else None,
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
