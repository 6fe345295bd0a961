"""Making a group of communes: its name, who is in it, and its address, which keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from dash import html

from territorial_map.domain.commune_groups import MOST_GROUPED, GroupLevel, group_codes, group_of
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import held_of
from territorial_map.services.portrait.place import GROUP_COMMUNES, GROUP_NAME
from territorial_map.services.portrait.zones import usual_name
from territorial_map.web.base.addresses import (
    GROUPS,
    MOST_NAME,
    PORTRAITS,
    in_language,
    territory_path,
)
from territorial_map.web.base.answers import Asked, Content, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.opening import opening
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.portrait.my_groups import my_groups
from territorial_map.web.pages.portrait.wording import PORTRAIT_SCRIPT
from territorial_map.web.plain.forms import form, hidden_fields, submit, text_field

MAKING, ADDED = "faire", "ajouter"
_LONGEST = 4_000
_MOST_FOUND = 50
_MOST_SHOWN = 12
_GATHERED = (TerritoryLevel.COMMUNE, TerritoryLevel.EPCI)


@dataclass(frozen=True, slots=True)
class GroupMade:
    """What an address has of a group so far, what was typed, and what could not be read."""

    name: str
    communes: tuple[Territory, ...]
    typed: str
    unread: tuple[str, ...]

    def address(self, communes: Sequence[Territory], t: Texts) -> str:
        """The same page with other communes."""
        codes = ",".join(one.code for one in communes)
        pairs = [(MAKING, "1"), (GROUP_NAME, self.name), (GROUP_COMMUNES, codes)]
        told = [(name, value) for name, value in pairs if value]
        path = f"{GROUPS}?{urlencode(told, quote_via=quote, safe=',')}"
        return in_language(path, t.language)


def making(asked: Asked, told: Mapping[str, str]) -> Seen:
    """The page that makes a group, with what its address has of it already."""
    edition, t = asked.edition, asked.t
    made = _read(edition, told)
    heading = Heading(
        t("Faire le portrait d’un groupe de communes"),
        t(
            "Choisissez des communes, une à une ou depuis une intercommunalité, ou collez leurs "
            "codes : l’adresse de la page garde le groupe, à partager telle quelle."
        ),
    )
    key = ("group", edition.edition.id, made, t.language)
    content = Content(key, lambda: _document(heading, made, edition, t))
    head = Head(heading, GROUPS, indexed=not told)
    return Seen(head, content, t.language, here=PORTRAITS, alone=True, module=PORTRAIT_SCRIPT)


def _read(edition: OpenEdition, told: Mapping[str, str]) -> GroupMade:
    """Codes of the address, then those typed; what is neither is what to look for."""
    typed = told.get(ADDED, "").strip()[:_LONGEST]
    pasted = group_codes(typed)
    as_codes = bool(pasted) and all(any(c.isdigit() for c in one) for one in pasted)
    codes = group_codes(told.get(GROUP_COMMUNES, "")[:_LONGEST])
    found: dict[str, Territory] = {}
    unread = []
    for code in (*codes, *(pasted if as_codes and len(pasted) > 1 else ())):
        commune = edition.gazetteer.get(TerritoryLevel.COMMUNE, code)
        if commune is None:
            unread.append(code[:20])
        else:
            found[commune.code] = commune
    name = told.get(GROUP_NAME, "").strip()[:MOST_NAME]
    looked_for = "" if as_codes and len(pasted) > 1 else typed[:MOST_NAME]
    return GroupMade(name, tuple(found.values()), looked_for, tuple(unread))


def _document(heading: Heading, made: GroupMade, edition: OpenEdition, t: Texts) -> list[Node]:
    found = edition.gazetteer.find(made.typed, _MOST_FOUND) if made.typed else ()
    return [
        *opening(heading),
        _unread(made, t),
        _finder(made, t),
        _found(made, found, edition, t) if made.typed else None,
        _chosen(made, t),
        my_groups(t),
    ]


def _unread(made: GroupMade, t: Texts) -> Node:
    if not made.unread:
        return None
    words = t.plural(
        "{n} code n’est celui d’aucune commune : {codes}.",
        "{n} codes ne sont ceux d’aucune commune : {codes}.",
        len(made.unread),
        codes=", ".join(made.unread[:_MOST_SHOWN]),
    )
    return html.P(words, role="status", className="coverage-note")


def _finder(made: GroupMade, t: Texts) -> Node:
    kept = [(MAKING, "1"), (GROUP_COMMUNES, ",".join(one.code for one in made.communes))]
    kept += [] if t.language is Language.FRENCH else [("lang", t.language.value)]
    fields = [
        text_field(GROUP_NAME, t("Nom du groupe"), made.name, t("Pays de la forêt"), "text"),
        text_field(
            ADDED,
            t("Ajouter une commune, une intercommunalité, ou des codes INSEE"),
            made.typed,
            t("Crest, ou 26362, 26281"),
        ),
        submit(t("Ajouter"), "button"),
        *hidden_fields(kept),
    ]
    return form(GROUPS, fields, "plain-search portrait-finder")


def _found(
    made: GroupMade, found: Sequence[PlaceName], edition: OpenEdition, t: Texts
) -> html.Section:
    kept = [one for one in found if one.territory.level in _GATHERED][:_MOST_SHOWN]
    title = html.H3(t("Communes et intercommunalités trouvées"))
    if not kept:
        none = t("Aucune commune ni intercommunalité ne s’appelle « {place} ».", place=made.typed)
        advice = t("Essayez un nom plus court, ou un code INSEE.")
        return html.Section([title, html.P(none, role="status"), html.P(advice)])
    items = [_proposed(made, one, edition, t) for one in kept]
    return html.Section([title, html.Ul(items, className="chips")])


def _proposed(made: GroupMade, one: PlaceName, edition: OpenEdition, t: Texts) -> html.Li:
    inside: Sequence[Territory] = (one.territory,)
    told = one.context
    if one.territory.level is TerritoryLevel.EPCI:
        inside = held_of(edition).lying_in(TerritoryLevel.COMMUNE, one.territory)
        told = t.plural("{n} commune", "{n} communes", len(inside))
    together = tuple({each.code: each for each in (*made.communes, *inside)}.values())
    if len(together) > MOST_GROUPED:
        too_many = t("ferait plus de {n} communes", n=MOST_GROUPED)
        return html.Li([one.name, html.Span(f" {too_many}", className="hint")], className="chip")
    label = hidden(t("Ajouter au groupe"))
    link = html.A([label, f"+ {one.name}"], href=made.address(together, t))
    return html.Li([link, html.Span(f" {told}", className="hint")], className="chip")


def _chosen(made: GroupMade, t: Texts) -> html.Section:
    if not made.communes:
        none = t("Aucune commune dans ce groupe pour l’instant.")
        return html.Section([html.H3(t("Le groupe")), html.P(none)])
    n = len(made.communes)
    items = [_one(made, one, t) for one in sorted(made.communes, key=lambda one: one.name)]
    content: list[Node] = [
        html.H3(t.plural("Le groupe : {n} commune", "Le groupe : {n} communes", n)),
        html.Ul(items, className="chips"),
    ]
    if n > MOST_GROUPED:
        content.append(html.P(t("{n} communes au plus : retirez-en.", n=MOST_GROUPED)))
        return html.Section(content)
    name = made.name or usual_name(list(made.communes))
    group = group_of(GroupLevel.GROUP, made.communes, name)
    href = in_language(territory_path(group), t.language)
    words = t("Voir le portrait du groupe")
    content.append(html.P(html.A(words, href=href, className="button button-strong")))
    return html.Section(content)


def _one(made: GroupMade, one: Territory, t: Texts) -> html.Li:
    others = [each for each in made.communes if each.code != one.code]
    label = t("Retirer {name} du groupe", name=one.name)
    away = html.A(["×", hidden(label)], href=made.address(others, t), title=label)
    return html.Li([f"{one.name} ", away], className="chip")
