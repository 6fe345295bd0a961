"""Where each piece of information comes from, and from when."""

from dash import html

from territorial_map.domain.organisation import FieldFact, SourceMention
from territorial_map.domain.sheet import Sheet
from territorial_map.services.source_words import source_in_words
from territorial_map.services.stored_sentences import stored_in_words
from territorial_map.web.base.french import with_quotes
from territorial_map.web.base.marks import Node, outside_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.organisation.context import Context, answered

FIELD_LABELS = {
    "acronym": "Sigle",
    "address": "Adresse",
    "commune": "Commune",
    "commune_code": "Commune",
    "devices": "Dispositif",
    "ess": "Statut ESS",
    "ess_status": "Statut ESS",
    "finess": "FINESS",
    "headcount_band": "Effectif",
    "kind": "Type",
    "legal_family": "Famille juridique",
    "legal_form": "Forme juridique",
    "manager_id": "Gestionnaire",
    "naf": "Code NAF",
    "name": "Nom",
    "opened_on": "Ouverture",
    "phone": "Téléphone",
    "place": "Position",
    "place_types": "Type de lieu",
    "point": "Position",
    "postcode": "Code postal",
    "sectors": "Secteur",
    "siren": "SIREN",
    "siret": "SIRET",
    "size": "Effectif",
    "website": "Site web",
}


def provenance_section(sheet: Sheet, context: Context) -> html.Section:
    """The sources of the record, then field by field what another source or a rule supplied."""
    t, organisation = context.t, sheet.organisation
    nodes: list[Node] = [
        html.Ul([_mention(m, t) for m in organisation.sources], className="mentions")
    ]
    if organisation.source_name != organisation.name:
        written = t("Nom dans la source : {name}", name=organisation.source_name)
        nodes.append(html.P(written, className="hint"))
    disputed = [fact for fact in organisation.field_facts if fact.other_source]
    if disputed:
        nodes += _disagreements(disputed, t)
    supplied = tuple(fact for fact in organisation.field_facts if not fact.other_source)
    if supplied:
        nodes.append(_field_table(supplied, t))
        note = t("Les autres champs viennent de la première source ci-dessus.")
        nodes.append(html.P(note, className="hint"))
    nodes += [html.P(note, className="hint") for note in organisation.notes]
    if organisation.pole is not None:
        nodes += _pages(organisation.pole.source_urls)
    nodes.append(_verified(sheet, t))
    first = organisation.source
    answer = _dated(first.source, first.vintage, t)
    return answered(t("D’où viennent ces informations"), answer, *nodes, name="provenance")


def _mention(mention: SourceMention, t: Texts) -> html.Li:
    date = t.date_in_words(mention.vintage)
    told = t("millésime {date}, {licence}", date=date, licence=t.label(mention.licence))
    return html.Li(
        [
            html.Strong(source_in_words(mention.source, t)),
            f", {told}",
            html.Span(mention.id, className="identifier"),
        ]
    )


def _disagreements(facts: list[FieldFact], t: Texts) -> list[Node]:
    """Field by field, the source that is followed, what the other one says, and the rule."""
    lines = [
        html.Li(
            [
                with_quotes(
                    t(
                        "{field} : {kept} ; {other} dit autre chose : « {value} ».",
                        field=field_label(fact.field, t),
                        kept=_dated(fact.source, fact.vintage, t),
                        other=_dated(fact.other_source or "", fact.other_vintage or "", t),
                        value=fact.other_value,
                    ),
                    t,
                ),
                html.Br(),
                html.Span(stored_in_words(fact.rule, t), className="hint"),
            ]
        )
        for fact in facts
    ]
    return [
        html.H4(t("Ce que les sources disent de différent")),
        html.Ul(lines, className="disagreements"),
    ]


def _dated(source: str, vintage: str, t: Texts) -> str:
    return f"{source_in_words(source, t)}, {t.date_in_words(vintage)}".strip(", ")


def _field_table(facts: tuple[FieldFact, ...], t: Texts) -> html.Div:
    headings = (t("Champ"), t("Source"), t("Règle"))
    rows = [
        html.Tr(
            [
                html.Th(field_label(fact.field, t), scope="row"),
                html.Td(_dated(fact.source, fact.vintage, t)),
                html.Td(_rule(fact, t)),
            ]
        )
        for fact in facts
    ]
    head = html.Thead(html.Tr([html.Th(heading, scope="col") for heading in headings]))
    caption = html.Caption(t("Champs venus d’ailleurs ou d’une règle"))
    return html.Div(
        html.Table([caption, head, html.Tbody(rows)]), className="table-scroll", tabIndex=0
    )


def _rule(fact: FieldFact, t: Texts) -> Node:
    if not fact.other_value:
        return stored_in_words(fact.rule, t)
    other = t("Autre valeur : {value}", value=fact.other_value)
    return [stored_in_words(fact.rule, t), html.Br(), html.Span(other, className="hint")]


def field_label(field: str, t: Texts) -> str:
    """The name of a field on screen; an unforeseen one shows as it is."""
    return t(FIELD_LABELS[field]) if field in FIELD_LABELS else field


def _pages(urls: tuple[str, ...]) -> list[Node]:
    links = [html.Li(outside_link(_short(url), url)) for url in urls if url.startswith("http")]
    return [html.Ul(links, className="mentions")] if links else []


def _short(url: str) -> str:
    return url.split("://", 1)[1].split("/", 1)[0].removeprefix("www.")


def _verified(sheet: Sheet, t: Texts) -> html.P:
    organisation = sheet.organisation
    if organisation.verified_on:
        by = organisation.verified_by_role or t("rôle non précisé")
        told = t(
            "Vérifié le {date} par : {role}",
            date=t.date_in_words(organisation.verified_on),
            role=by,
        )
    else:
        told = t("Fiche non vérifiée auprès de l’organisation.")
    return html.P(told, className="hint")
