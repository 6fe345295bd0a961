"""The members of a group, what the browser keeps, and what they could pool."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import EssStatus, Kind
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.partnerships.group_partnerships import Inside
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.list_buttons import add_all_to_list
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.table import found_row, scrolled
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import what_it_is
from territorial_map.web.pages.pole.state import GroupState, address_of_group


def member_list(
    studied: StudiedGroup, state: GroupState, kept: tuple[str, ...], t: Texts
) -> list[Node]:
    """The members with a way to take each out, then whether the list is complete."""
    nodes = _other_group(state, kept, t)
    if not studied.members and not studied.unknown:
        return [*nodes, _empty(t)]
    lines = [_member(one, state, t) for one in studied.members]
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
                add_all_to_list((one.id for one in studied.members), t),
                html.Button(
                    [icon("x"), t("Vider le groupe")],
                    type="button",
                    className="button button-small",
                    **named({"data-group-clear": "1", "data-said": t("Groupe vidé.")}),
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
                    "Cherchez un membre ci-dessus, ou ajoutez-en depuis la carte, la liste ou une "
                    "fiche avec « Ajouter au groupe ». Trois suffisent pour commencer."
                )
            ),
            page_link([icon("map"), t("Ouvrir la carte et l’annuaire")], "/", class_name="button"),
        ],
        className="empty",
    )


def _other_group(state: GroupState, kept: tuple[str, ...], t: Texts) -> list[Node]:
    """The group of a link is not the visitor's own: nothing is lost, either can be kept."""
    if not kept or not state.ids or set(kept) == set(state.ids):
        return []
    own = address_of_group(GroupState(kept, language=state.language))
    words = t.plural(
        "Ce groupe vient d’un lien. Le vôtre ({n} membre) reste dans ce navigateur.",
        "Ce groupe vient d’un lien. Le vôtre ({n} membres) reste dans ce navigateur.",
        len(kept),
    )
    keep = html.Button(
        t("Garder celui-ci à la place"),
        type="button",
        className="button button-small",
        **named({"data-group-keep": ",".join(state.ids)}),
    )
    back = page_link(t("Revenir au mien"), own, class_name="button button-small")
    actions = html.Div([back, keep], className="panel-actions")
    note = html.Div([html.P(words), actions])
    return [html.Div([icon("info"), note], className="callout")]


def _member(one: Organisation, state: GroupState, t: Texts) -> html.Li:
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
            _remove(one.id, one.name, t),
        ],
        className="member",
    )


_ESS = {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}


def _remove(any_id: str, name: str, t: Texts) -> html.Button:
    attributes = {
        "data-group-remove": any_id,
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
    nodes: list[Node] = [html.H3(t("Ce que les membres pourraient mettre en commun"))]
    if inside.found:
        titles = (t("Membre"), t("Avec"), t("Sur quoi"), t("Piste"), t("Distance"), t("Raisons"))
        head = html.Thead(html.Tr([html.Th(title, scope="col") for title in titles]))
        rows = html.Tbody([found_row(found, telling) for found in inside.found])
        caption = html.Caption(t("Du plus proche au plus lointain par mot, à vol d’oiseau"))
        nodes.append(scrolled(html.Table([caption, head, rows]), t("Tableau des pistes")))
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
