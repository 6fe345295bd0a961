"""A group that would make a PTCE as plain HTML: its members, then the check in its two blocks."""

from dataclasses import replace

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.ptce.member import Member
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.check import check_for_ids
from territorial_map.services.ptce.study import members_found
from territorial_map.web.base.addresses import sheet_address
from territorial_map.web.base.answers import Asked
from territorial_map.web.base.marks import Node, hidden, page_link
from territorial_map.web.base.opening import needs_script, opening
from territorial_map.web.base.organisation_line import Way, organisation_line
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.pole.check import Adding, check_blocks
from territorial_map.web.pages.pole.starting import group_at
from territorial_map.web.pages.pole.state import (
    MOST_MEMBERS,
    GroupState,
    address_of_group,
)

_MOST_NAMED = 3


def heading(asked: Asked) -> Heading:
    """How many organisations the group has, and the first of them."""
    t, ids = asked.t, group_at(asked.search, asked.edition).ids
    if not ids:
        return asked.heading
    names = [item.name for item in asked.edition.listed_by_ids(ids)]
    count = t.plural("Groupe de {n} organisation", "Groupe de {n} organisations", len(ids))
    more = "…" if len(ids) > _MOST_NAMED else ""
    title = f"{count} : {', '.join(names[:_MOST_NAMED])}{more}" if names else count
    return Heading(title, asked.heading.description)


def plain(asked: Asked) -> list[Node]:
    """Members and check of the group; an invitation without any id."""
    t = asked.t
    group = _group(asked)
    needs = t(
        "Chercher un membre par son nom et emporter l’examen en fichier demandent JavaScript."
    )
    return [*opening(heading(asked)), *group, *needs_script(t, needs if group else "")]


def _group(asked: Asked) -> list[Node]:
    t, edition, state = asked.t, asked.edition, group_at(asked.search, asked.edition)
    found, unknown = members_found(edition, state.ids)
    if not found and not unknown:
        return []
    parts: list[Node] = [html.H3(t("Membres")), _members(found, edition, t)]
    if unknown:
        told = t("Identifiant inconnu de cette édition : {id}", id=", ".join(unknown))
        parts.append(html.P(told, className="hint"))
    if found:
        answer = check_for_ids(edition, found, complete=state.complete, law=edition.knowledge.law)
        parts += [*_completeness(state, t), *check_blocks(answer, t, _joining(state, t))]
    return parts


def _members(found: dict[str, Organisation], edition: OpenEdition, t: Texts) -> html.Ul | None:
    items = edition.listed_by_ids(tuple(found))
    way = Way(sheet_address(t))
    lines = [organisation_line(item, way, t) for item in items]
    return html.Ul(lines, className="lines") if lines else None


def _joining(state: GroupState, t: Texts) -> Adding:
    """A link to the group with one more member; nothing when the group is full."""

    def way(member: Member) -> Node:
        if len(state.ids) >= MOST_MEMBERS:
            return ""
        words = [t("Ajouter au groupe"), hidden(f" : {member.name}")]
        return page_link(words, address_of_group(state.having((*state.ids, member.id or ""))))

    return way


def _completeness(state: GroupState, t: Texts) -> list[Node]:
    """Whether its author declares the list complete, and the address that says the other."""
    other = address_of_group(replace(state, complete=not state.complete))
    if state.complete:
        way = html.A(t("Ne plus la déclarer complète"), href=other)
        return [html.P([t("Liste déclarée complète par son auteur."), " ", way])]
    note = t(
        "Dans une liste non déclarée complète, ce qui manque est « non établi ». Déclarée "
        "complète, il peut être « non rempli » : c’est vous qui le déclarez."
    )
    way = html.A(t("La déclarer complète"), href=other)
    return [
        html.P([t("Liste non déclarée complète."), " ", way]),
        html.P(note, className="hint"),
    ]
