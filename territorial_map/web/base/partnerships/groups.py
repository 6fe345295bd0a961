"""Possible groups of 3 to 12 for a category: who, why each is in it, what to do with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.group_reasons import GroupMembership, memberships_of
from territorial_map.domain.pooling.groups import LARGEST, SMALLEST, PoolingGroup
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import Texts

_AT_ONCE = 4
_NAMED = 2

MapAction = Callable[[PoolingGroup, int], Node]
Heading = Callable[[Node], Any]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups found for a category; ``level`` is that of the part's own heading on its page."""

    found: tuple[PoolingGroup, ...]
    category: PoolingCategory
    level: int = 4

    def heading(self, children: Node, *, below: bool = False) -> Node:
        """The heading of the part, or one below it."""
        tags: dict[int, Heading] = {3: html.H3, 4: html.H4, 5: html.H5}
        return tags[self.level + below](children)


def groups_part(groups: Groups, on_map: MapAction, telling: Telling) -> list[Node]:
    """The whole part: what it is, the groups, or that there is none."""
    t = telling.t
    topic = telling.category(groups.category)
    title = groups.heading([t("Groupes possibles"), hidden(f" : {topic}")])
    if not groups.found:
        words = t(
            "Aucun groupe de {least} organisations ou plus dans cette catégorie, d’après nos "
            "sources : les pistes à deux restent.",
            least=SMALLEST,
        )
        return [title, html.P(words, className="unknown")]
    note = t(
        "De {least} à {most} personnes morales qui pourraient se réunir sur « {topic} ». À "
        "vérifier avec elles ; l’ordre n’est pas un classement.",
        least=SMALLEST,
        most=LARGEST,
        topic=topic,
    )
    cards = [
        _card(group, groups, on_map(group, n), telling) for n, group in enumerate(groups.found)
    ]
    return [
        title,
        html.P(note, className="hint"),
        *_conditions(groups, telling),
        html.Ul(cards, className="group-list"),
    ]


def _conditions(groups: Groups, telling: Telling) -> list[Node]:
    """What to ask, and the legal frame: the same for every group of the category."""
    t, frame = telling.t, telling.rulebook.frame(groups.category)
    asked: list[Node] = [html.Strong(t("À demander :")), " ", telling.say(frame.ask)]
    nodes: list[Node] = [html.P(asked, className="partner-ask")]
    if frame.legal is not None:
        law: list[Node] = [
            html.Strong(t("Cadre juridique, à vérifier")),
            " : ",
            telling.say(frame.legal),
        ]
        nodes.append(html.P(law, className="partner-ask"))
    return nodes


def group_name(group: PoolingGroup, telling: Telling) -> str:
    """The first members by name, and how many others."""
    names = [member.name for member in group.members]
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    others = len(names) - _NAMED
    return telling.t("{names} et {n} autres", names=", ".join(names[:_NAMED]), n=others)


def _card(group: PoolingGroup, groups: Groups, on_map: Node, telling: Telling) -> html.Li:
    t = telling.t
    several = memberships_of(group)
    lines = [_member(one, n, telling) for n, one in enumerate(several)]
    nodes: list[Node] = [
        groups.heading(group_name(group, telling), below=True),
        html.Div(
            [
                badge(t("{n} organisations", n=len(several)), "strong"),
                badge(t("{distance} au plus, à vol d’oiseau", distance=t.distance(group.width_km))),
            ],
            className="partner-marks",
        ),
        html.P(telling.say(group.reason), className="partner-why"),
        html.Ul(lines[:_AT_ONCE], className="group-members"),
    ]
    if len(lines) > _AT_ONCE:
        rest = t.plural("Voir l’autre membre", "Voir les {n} autres membres", len(lines) - _AT_ONCE)
        nodes.append(_folded(rest, html.Ul(lines[_AT_ONCE:], className="group-members"), group, t))
    why = [
        html.Li([html.Strong(one.member.name), " : ", telling.say(one.holds)]) for one in several
    ]
    title = t("Pourquoi aucune n’est de trop")
    nodes.append(_folded(title, html.Ul(why, className="bullets"), group, t))
    nodes.append(html.Div([on_map, *_actions(group, telling)], className="partner-actions"))
    return html.Li(nodes, className="group-card")


def _folded(title: str, content: Node, group: PoolingGroup, t: Texts) -> html.Details:
    about = hidden(t(" : groupe de {name}", name=group.members[0].name))
    return html.Details(
        [html.Summary([title, about, icon("chevron-down")]), content], className="more"
    )


def _member(one: GroupMembership, n: int, telling: Telling) -> html.Li:
    t = telling.t
    told: list[Node] = [
        html.Div(telling.say(text), className="neighbour-told") for text in one.brings
    ]
    name: list[Node] = [telling.name(one.member)]
    if n:
        words = t("à {distance} à vol d’oiseau", distance=t.distance(one.distance_km))
        name += [" ", badge(words)]
    return html.Li(
        [
            symbol(one.member.profile.kind),
            html.Div(
                [
                    html.Div(name, className="group-member-name"),
                    *told,
                ]
            ),
        ]
    )


def _actions(group: PoolingGroup, telling: Telling) -> list[Node]:
    """To the group of a PTCE, or to a list."""
    t = telling.t
    ids = [member.id for member in group.members]
    name = group_name(group, telling)
    said = t("{n} organisations sont dans le groupe.", n=len(ids))
    gather = html.Button(
        [icon("users"), t("Constituer un PTCE avec ce groupe"), hidden(f" : {name}")],
        type="button",
        className="button button-small",
        **named({"data-group-gather": "\n".join(ids), "data-said": said}),
    )
    listed = html.Button(
        [icon("list"), t("Ajouter à une liste"), hidden(f" : {name}")],
        type="button",
        className="button button-small",
        **named({"data-add-to-list": " ".join(ids)}),
    )
    return [gather, listed]


def map_toggle(group: PoolingGroup, n: int, telling: Telling) -> html.Button:
    """Shows a group on the map beside the panel, and back."""
    t = telling.t
    points = [member.point for member in group.members if member.point is not None]
    lons, lats = [point.lon for point in points], [point.lat for point in points]
    window = f"{min(lons)},{min(lats)},{max(lons)},{max(lats)}"
    return html.Button(
        [
            icon("map"),
            t("Voir le groupe sur la carte"),
            hidden(f" : {group_name(group, telling)}"),
        ],
        type="button",
        className="button button-small",
        **named({"data-group-map": str(n), "data-window": window, "aria-pressed": "false"}),
    )


def map_link(group: PoolingGroup, _n: int, telling: Telling) -> Node:
    """Opens the first member over the map, with its partners and groups of the category."""
    t = telling.t
    first: Facts = group.members[0]
    address = f"{telling.address_of(first.id)}&pooling={group.category.value}"
    words: Sequence[Node] = [icon("map"), t("Voir autour de {name} sur la carte", name=first.name)]
    return page_link(words, address, class_name="button button-small")
