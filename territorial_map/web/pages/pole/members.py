"""The members of a group, what the browser keeps, and what they could pool."""

from collections import Counter
from collections.abc import Sequence

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import EssStatus, Kind
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.partnerships.group_partnerships import Inside, one_per_pair
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.table import found_row, scrolled
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import what_it_is
from territorial_map.web.pages.pole.state import GroupState, address_of_group


def member_list(studied: StudiedGroup, state: GroupState, t: Texts) -> list[Node]:
    """The members with a way to take each out, then whether the list is complete."""
    if not studied.members and not studied.unknown:
        return [_empty(t)]
    nodes = [_beginning(studied, state, t), *_whence(studied, state, t)]
    lines = [_member(one, studied, state, t) for one in studied.members]
    lines += [_unknown(any_id, t) for any_id in studied.unknown]
    count = t.plural("{n} membre", "{n} membres", len(lines))
    nodes += [
        html.P(count, className="result-count", role="status"),
        html.Ul(lines, className="members"),
        *_known_members(studied, state, t),
        Tickbox(
            html.Span(
                [
                    html.Strong(t("Cette liste est complète")),
                    html.Span(
                        t(
                            "Sans cette case, ce qui manque est « non établi ». Avec elle, il peut "
                            "être « non rempli » : c’est vous qui le déclarez."
                        ),
                        className="complete-note",
                    ),
                ]
            ),
            checked=state.complete,
            attributes={"data-complete": "1"},
            class_name="complete",
        ),
        html.Div(
            [
                html.Button(
                    [icon("link"), html.Span(t("Copier le lien"), className="copy-label")],
                    type="button",
                    className="button button-small",
                    **named({"data-copy-here": "1", "data-copied": t("Lien copié")}),
                ),
            ],
            className="panel-actions",
        ),
    ]
    return nodes


def _empty(t: Texts) -> html.Div:
    return html.Div(
        [
            html.P(t("Le groupe est vide."), className="empty-title"),
            html.P(
                t(
                    "Cherchez un membre ci-dessus, ou partez d’un pôle, d’une de vos listes ou "
                    "d’un fichier. Trois suffisent pour commencer."
                )
            ),
            page_link([icon("map"), t("Ouvrir la carte et l’annuaire")], "/", class_name="button"),
        ],
        className="empty",
    )


def _beginning(studied: StudiedGroup, state: GroupState, t: Texts) -> html.Div:
    """What the browser reads of a group: who begins it, and the name that its list would have."""
    start = {"data-group-start": "\n".join(state.ids)} if state.pole else {}
    return html.Div(hidden=True, **named({"data-group-name": group_name(studied, t), **start}))


def group_name(studied: StudiedGroup, t: Texts) -> str:
    """The name of the list that keeps a group: after its pole, else where most members are."""
    if studied.pole is not None:
        return t("Groupement PTCE, {name}", name=studied.pole.name)
    for places in (
        [one.place.epci for one in studied.members],
        [one.place.department for one in studied.members],
    ):
        place, count = Counter(places).most_common(1)[0] if places else (None, 0)
        if place and 2 * count > len(places):
            return t("Groupement PTCE, {name}", name=place)
    return t("Groupement PTCE")


def _whence(studied: StudiedGroup, state: GroupState, t: Texts) -> list[Node]:
    """For a group that starts from a pole, who names its members."""
    pole = studied.pole
    if pole is None or not state.pole:
        return []
    words = t(
        "Parti des membres connus de « {name} » ({source}).",
        name=pole.name,
        source=source_in_words(pole.source.source, t),
    )
    return [html.P(words, className="hint")]


def _member(one: Organisation, studied: StudiedGroup, state: GroupState, t: Texts) -> html.Li:
    sheet = "/" + search_of(PageState(organisation=one.id, language=state.language))
    told: list[Node] = [what_it_is(one, t)]
    if one.place.commune:
        told += [" · ", one.place.commune]
    tone = "strong" if one.status.ess in _ESS else "plain"
    standing = [] if one.kind is Kind.PTCE else [badge(t(one.status.ess.label), tone)]
    return html.Li(
        [
            symbol(one.kind),
            html.Div(
                [
                    page_link(one.name, sheet),
                    html.Div(told, className="neighbour-told"),
                    *standing,
                ]
            ),
            _remove("\n".join(studied.ids_of(one)), one.name, t),
        ],
        className="member",
    )


_ESS = {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}


def _remove(any_id: str, name: str, t: Texts) -> html.Button:
    attributes = {
        "data-group-remove": any_id,
        "data-name": name,
        "data-said": t("{name} est retiré du groupe.", name=name),
    }
    return html.Button(
        [icon("x"), hidden(t("Retirer {name} du groupe", name=name))],
        type="button",
        title=t("Retirer du groupe"),
        className="button button-small",
        **named(attributes),
    )


def _unknown(any_id: str, t: Texts) -> html.Li:
    words = t("Identifiant inconnu de cette édition : {id}", id=any_id)
    return html.Li(
        [icon("triangle-alert"), html.Div(words), _remove(any_id, any_id, t)],
        className="member is-unknown",
    )


def _known_members(studied: StudiedGroup, state: GroupState, t: Texts) -> list[Node]:
    """For a PTCE alone, who its known members are, and a way to start from them."""
    alone = len(studied.members) == 1 and studied.members[0].kind is Kind.PTCE
    if not alone or studied.answer is None:
        return []
    members = studied.answer.members
    if not members:
        return [html.P(t("Aucun membre connu de nos sources."), className="unknown")]
    address = address_of_group(state.having(m.id for m in members if m.id))
    title = t.plural(
        "{n} membre connu de nos sources", "{n} membres connus de nos sources", len(members)
    )
    names = html.Ul([html.Li(m.name) for m in members], className="bullets")
    return [
        html.Details([html.Summary([title, icon("chevron-down")]), names], className="more"),
        page_link(t("Partir de ces membres"), address, class_name="button button-small"),
    ]


def pooling_inside(
    inside: Inside, telling: Telling, covered: TerritoryCoverage | None = None
) -> list[Node]:
    """What members could pool among themselves, who cooperates already, who has no place.

    ``covered`` is what our sources cover where the group is.
    """
    t = telling.t
    nodes: list[Node] = []
    if inside.found:
        titles = (t("Membre"), t("Avec"), t("Sur quoi"), t("Piste"), t("Distance"), t("Raisons"))
        head = html.Thead(html.Tr([html.Th(title, scope="col") for title in titles]))
        leads = one_per_pair(inside.found)
        rows = html.Tbody([found_row(found, telling) for found in leads])
        caption = html.Caption(t("Du plus proche au plus lointain par mot, à vol d’oiseau"))
        words = t.plural(
            "{n} piste entre deux membres", "{n} pistes entre deux membres", len(leads)
        )
        heading = html.Summary([words, icon("chevron-down")])
        table = scrolled(html.Table([caption, head, rows]), t("Tableau des pistes"))
        nodes.append(html.Details([heading, table], className="more"))
    else:
        words = t("Aucune piste entre ces membres d’après nos sources.")
        nodes.append(html.P(words, className="unknown"))
    nodes += covered_here(covered, t)
    nodes += _bonds(inside, telling)
    if inside.unlocated:
        names = ", ".join(facts.name for facts in inside.unlocated)
        words = t("Sans position connue, donc sans distance ni piste : {names}.", names=names)
        nodes.append(html.P(words, className="hint"))
    return nodes


def _bonds(inside: Inside, telling: Telling) -> Sequence[Node]:
    if not inside.existing:
        return []
    t = telling.t
    lines = [
        html.Li(
            f"{bond.a.name} — {bond.b.name} : "
            + " ; ".join(telling.say(tie.sentence) for tie in bond.ties)
        )
        for bond in inside.existing
    ]
    heading = html.Summary([t("Déjà en lien"), f" ({len(lines)})", icon("chevron-down")])
    return [html.Details([heading, html.Ul(lines, className="bullets")], className="more")]
