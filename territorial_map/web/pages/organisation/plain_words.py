"""What the organisation is and does, in plain words, each with its evidence."""

from dash import html

from territorial_map.domain.organisation import Organisation, PoleFacts
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import EssStatus, Kind, SectorOrigin
from territorial_map.services.stored_sentences import stored_in_words
from territorial_map.web.base.french import in_french, with_quotes
from territorial_map.web.base.marks import Node, badge, icon, outside_link
from territorial_map.web.pages.organisation.context import Context, fold, section

NOT_SEEN = {
    "activities": "activités",
    "pooled_resources": "moyens mutualisés",
    "coordinator": "structure porteuse",
    "year": "année",
}


def meaning_section(sheet: Sheet, context: Context) -> html.Section:
    """Whether this one is ESS, on what evidence, and what is an ESAT, an ACI, a PTCE…: folded."""
    organisation = sheet.organisation
    terms: list[tuple[str, Term]] = [("device", device) for device in organisation.devices]
    terms += [("place_type", place) for place in organisation.place_types]
    if organisation.partner_type:
        terms.append(("partner_type", organisation.partner_type))
    if not terms or organisation.kind is Kind.PTCE:
        terms.insert(0, ("kind", organisation.kind))
    t = context.t
    explained = [_explained(name, term, context) for name, term in terms]
    answer = " · ".join(t(term.label) for _, term in terms)
    folds = [_ess(organisation, context), fold(t("En clair"), answer, *explained)]
    return html.Section(folds, className="panel-section panel-meaning")


def _explained(name: str, term: Term, context: Context) -> html.Div:
    t = context.t
    nodes: list[Node] = [html.Strong(t(term.label))]
    found = context.explained(name, term)
    if found is not None:
        words, source = found
        nodes.append(html.P(words))
        if source:
            nodes.append(html.P(source, className="reference", **in_french(t)))
    return html.Div(nodes, className="explained")


def _ess(organisation: Organisation, context: Context) -> html.Details:
    t, status = context.t, organisation.status
    found = context.explained("ess_status", status.ess)
    nodes: list[Node] = []
    if status.ess_evidence:
        evidence = t(
            "Ce qui le montre : {evidence}", evidence=stored_in_words(status.ess_evidence, t)
        )
        nodes.append(html.P(with_quotes(evidence, t)))
    if found is not None:
        words, source = found
        nodes.append(html.P(words, className="hint"))
        if source:
            nodes.append(html.P(source, className="reference", **in_french(t)))
    return fold(t("Est-ce de l’ESS ?"), _ess_badge(status.ess, context), *nodes)


def _ess_badge(status: EssStatus, context: Context) -> html.Span:
    tones = {EssStatus.STATUTORY: "strong", EssStatus.COMMERCIAL_COMPANY: "strong"}
    tone = tones.get(status, "warn" if status is EssStatus.TO_ESTABLISH else "plain")
    return badge(context.t(status.label), tone)


def activity_section(sheet: Sheet, context: Context) -> html.Section:
    """Sectors with their origin, and for a PTCE what it does and pools."""
    organisation, t = sheet.organisation, context.t
    nodes: list[Node] = []
    if organisation.sectors:
        nodes.append(_sectors(organisation, context))
    if organisation.pole is not None:
        nodes += _pole(organisation.pole, context)
    if not organisation.sectors and not (organisation.pole and organisation.pole.activities):
        unknown = html.Strong(t("Activités non renseignées"))
        ask = t("Aucune source ne les dit : à demander à l’organisation.")
        nodes.append(html.P([unknown, html.Br(), ask], className="unknown"))
    return section(t("Activités"), *nodes, name="activity")


def _sectors(organisation: Organisation, context: Context) -> html.Ul:
    t = context.t
    lines = []
    for claim in organisation.sectors:
        tone = "plain" if claim.origin is SectorOrigin.DECLARED else "quiet"
        year = f" ({claim.year})" if claim.year else ""
        origin = badge(t(claim.origin.label) + year, tone)
        told: list[Node] = [html.Span(t(claim.sector.label)), origin]
        if claim.evidence:
            told.append(
                html.Span(with_quotes(stored_in_words(claim.evidence, t), t), className="evidence")
            )
        if claim.url:
            told.append(outside_link(t("Voir la page"), claim.url, class_name="evidence"))
        lines.append(html.Li(told))
    return html.Ul(lines, className="sectors")


def _pole(pole: PoleFacts, context: Context) -> list[Node]:
    t = context.t
    facts: list[tuple[str, str, Node]] = [
        ("activities", t("Ce que fait le pôle"), _bullets(pole.activities)),
        ("pooled_resources", t("Ce que ses membres mutualisent"), _bullets(pole.pooled_resources)),
        ("coordinator", t("Structure porteuse"), pole.coordinator),
        ("year", t("Année de création ou de labellisation"), pole.year),
    ]
    nodes: list[Node] = []
    for field, title, value in facts:
        if value is None:
            continue
        doubt = badge(t("à confirmer"), "warn") if field in pole.to_confirm else None
        nodes += [html.Dt([title, " ", doubt]), html.Dd(value)]
    missing = [t(NOT_SEEN[field]) for field, _, value in facts if value is None]
    if missing:
        words = t("Non connu de nos sources : {fields}.", fields=", ".join(missing))
        return [html.Dl(nodes), html.P([icon("info"), words], className="hint")]
    return [html.Dl(nodes)]


def _bullets(values: tuple[str, ...]) -> html.Ul | None:
    return html.Ul([html.Li(value) for value in values], className="bullets") if values else None
