"""Who the organisation is tied to, and who is near."""

from urllib.parse import quote

from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.naf import naf_code
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.sheet import Sheet, SheetTie
from territorial_map.domain.vocabulary import Kind, LegalForm, SizeBand
from territorial_map.services.stored_sentences import stored_in_words
from territorial_map.web.base.addresses import POLE, in_language
from territorial_map.web.base.marks import Node, badge, icon, outside_link, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import grouped
from territorial_map.web.pages.organisation.context import (
    Context,
    answered,
    folded,
    n_of_n,
    neighbour,
    section,
)


def poles_section(sheet: Sheet, context: Context) -> html.Section | None:
    """The PTCEs it is tied to, or for a PTCE who is named as a member."""
    t, organisation = context.t, sheet.organisation
    if organisation.kind is Kind.PTCE:
        return _members(sheet, context)
    if not organisation.memberships:
        return None
    listed = {pole.id: pole for pole in sheet.poles}
    lines: list[html.Li] = []
    for membership in organisation.memberships:
        remark = _seen(membership.confidence, membership.source_url, context)
        pole = listed.get(membership.ptce_id)
        if pole is not None:
            lines.append(neighbour(pole, context, remark))
        else:
            lines.append(html.Li([membership.ptce_name, " ", remark]))
    note = html.P(t("Coopération déjà existante, nommée par une page publique."), className="hint")
    return section(t("PTCE"), note, *folded(lines, t("Voir les autres")), name="poles")


def networks_section(sheet: Sheet, context: Context) -> html.Section | None:
    """The networks that carry it, each with the source that tells it."""
    t, ties = context.t, sheet.organisation.networks
    if not ties:
        return None
    lines = [
        html.Li([tie.name, " ", badge(f"{tie.source} {tie.vintage[:4]}".strip(), "quiet")])
        for tie in ties
    ]
    note = t(
        "D’après la source : un réseau ne dit ni la forme juridique, ni une coopération entre ses "
        "membres."
    )
    title = t("Réseaux qui la portent")
    return section(title, html.P(note, className="hint"), html.Ul(lines), name="networks")


def _members(sheet: Sheet, context: Context) -> html.Section:
    t = context.t
    start = in_language(f"{POLE}?from={quote(sheet.organisation.id, safe=':')}", t.language)
    examined = html.P(
        page_link([icon("users"), t("Examiner ce pôle")], start, class_name="button button-small")
    )
    if not sheet.members:
        words = html.P(t("Aucun membre connu de nos sources."), className="unknown")
        return section(t("Membres et partenaires"), words, examined, name="poles")
    lines = [neighbour(tie.organisation, context, _tie(tie, context)) for tie in sheet.members]
    note = t("Nommés par une page publique : la liste n’est pas forcément complète.")
    count = t.plural("{n} membre ou partenaire", "{n} membres et partenaires", len(lines))
    summary = t("Voir tous les membres")
    told = html.P(note, className="hint")
    return section(count, told, examined, *folded(lines, summary), name="poles")


def _tie(tie: SheetTie, context: Context) -> html.Span:
    return _seen(tie.confidence, tie.source_url, context)


def _seen(confidence: str, source_url: str, context: Context) -> html.Span:
    t = context.t
    nodes: list[Node] = []
    if confidence != "seen":
        nodes.append(badge(t("lien indirect"), "warn"))
    if source_url.startswith(("http://", "https://")):
        nodes += [" ", outside_link(t("source"), source_url.split(" ; ", maxsplit=1)[0])]
    return html.Span(nodes)


def person_section(sheet: Sheet, context: Context) -> html.Section:
    """The legal person: numbers, form, size, its other sites and those of its manager."""
    t, organisation = context.t, sheet.organisation
    nodes: list[Node] = [_person_facts(organisation, context)]
    if sheet.n_sites:
        title = t.plural("{n} autre établissement", "{n} autres établissements", sheet.n_sites)
        nodes += _others(title, sheet.sites, sheet.n_sites, context)
        if organisation.siren:
            nodes.append(_all_of(context.selecting("siren", organisation.siren), context))
    if sheet.n_same_manager:
        title = t.plural(
            "{n} autre établissement du même gestionnaire",
            "{n} autres établissements du même gestionnaire",
            sheet.n_same_manager,
        )
        nodes += _others_of_manager(title, sheet, context)
        if organisation.manager_id:
            nodes.append(_all_of(context.selecting("manager", organisation.manager_id), context))
    title = t("Personne morale et établissements")
    return answered(title, _person_answer(sheet, t), *nodes, name="person")


def _person_answer(sheet: Sheet, t: Texts) -> str:
    """The legal form where it is known, and how many other sites."""
    form = sheet.organisation.status.legal_form
    parts = [t("forme non renseignée") if form is LegalForm.UNKNOWN else t(form.label)]
    if sheet.n_sites:
        sites = t.plural("{n} autre établissement", "{n} autres établissements", sheet.n_sites)
        parts.append(sites)
    return ", ".join(parts)


def _others(title: str, items: tuple[Listed, ...], total: int, context: Context) -> list[Node]:
    lines = [neighbour(item, context) for item in items]
    shown = folded(lines, context.t("Voir les autres"), at_once=3)
    return [html.H4(title), *shown, *n_of_n(len(lines), total, context.t)]


def _others_of_manager(title: str, sheet: Sheet, context: Context) -> list[Node]:
    """The manager's other sites, those of the same legal person being listed already."""
    above = {site.id for site in sheet.sites}
    others = tuple(item for item in sheet.same_manager if item.id not in above)
    told = len(sheet.same_manager) - len(others)
    nodes = _others(title, others, sheet.n_same_manager - told, context)
    if told:
        words = context.t.plural("dont {n} ci-dessus", "dont {n} ci-dessus", told)
        nodes.insert(1, html.P(words, className="hint"))
    return nodes


def _all_of(address: str, context: Context) -> html.P:
    return html.P(page_link(context.t("Les voir tous dans la liste"), address))


def _person_facts(organisation: Organisation, context: Context) -> html.Dl:
    t, status = context.t, organisation.status
    unknown = t("non renseigné")
    form = unknown if status.legal_form is LegalForm.UNKNOWN else t(status.legal_form.label)
    size = unknown if organisation.size is SizeBand.UNKNOWN else t(organisation.size.label)
    rows: list[tuple[str, str | None]] = [
        (t("Forme juridique"), form),
        (t("D’après"), stored_in_words(status.legal_form_evidence, t)),
        (t("Effectif"), size),
        ("SIREN", grouped(organisation.siren, (3, 3, 3)) if organisation.siren else unknown),
        ("SIRET", grouped(organisation.siret, (3, 3, 3, 5)) if organisation.siret else unknown),
        ("FINESS", organisation.finess),
        (t("Code NAF"), _naf(organisation, t)),
        (t("Ouverture"), t.date(organisation.opened_on) if organisation.opened_on else None),
    ]
    nodes: list[Node] = []
    for title, value in rows:
        if value:
            nodes.append(html.Div([html.Dt(title), html.Dd(value)]))
    return html.Dl(nodes, className="facts")


def _naf(organisation: Organisation, t: Texts) -> str | None:
    """The code with its nomenclature: the same letters say another activity in the other one."""
    told = naf_code(organisation.naf)
    return f"{told.code} ({t.label(told.nomenclature.label)})" if told else None


def around_section(sheet: Sheet, context: Context) -> html.Section | None:
    """The nearest organisations of other legal persons, as the crow flies."""
    if not sheet.nearest:
        return None
    t = context.t
    lines = [neighbour(item, context) for item in sheet.nearest]
    note = t("Distances à vol d’oiseau : elles ne disent pas le temps d’accès.")
    return section(
        t("À proximité"),
        html.P(note, className="hint"),
        *folded(lines, t("Voir les autres")),
        name="around",
    )
