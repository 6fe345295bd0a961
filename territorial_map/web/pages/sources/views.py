"""The page « Sources et couverture »: what the edition was built from, and what was left out."""

from dash import html

from territorial_map.domain.edition import Edition, EditionReport
from territorial_map.services.explore.quality_report import QualityReport
from territorial_map.services.source_words import source_in_words
from territorial_map.services.stored_sentences import stored_in_words
from territorial_map.web.base.addresses import OPEN_DATA, OPERATOR, in_language
from territorial_map.web.base.french import in_french
from territorial_map.web.base.marks import Node, outside_link, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.sources.quality import quality_tables


def sources_document(
    edition: Edition,
    quality: QualityReport,
    fresh: list[Node],
    coverage: list[Node],
    attributions: tuple[str, ...],
    t: Texts,
) -> list[Node]:
    """Sources of the edition in a table, what they cover, then limits, base maps and the API."""
    return [
        html.H2(t("Sources et couverture")),
        html.P(
            t(
                "Édition {id}, construite le {date}.",
                id=edition.id,
                date=t.date(edition.built_on),
            ),
            className="lead",
        ),
        html.P(t("Chaque fiche dit d’où vient chacune de ses informations, et de quand.")),
        _table(edition.report, t),
        html.P(_counts(edition.report, t), className="hint"),
        *_remarks(edition.report, t),
        *fresh,
        *coverage,
        *_attributions(attributions, t),
        *quality_tables(quality, t),
        *_limits(t),
        *_maps(edition.report.cog_named, t),
        *_reuse(edition, t),
    ]


def _table(report: EditionReport, t: Texts) -> html.Div:
    texts = (t("Source"), t("Millésime"), t("Licence"))
    numbers = (t("Lignes lues"), t("Gardées"), t("Fusionnées"), t("Rejetées"))
    head = [html.Th(text, scope="col") for text in texts]
    head += [html.Th(text, scope="col", className="number") for text in numbers]
    rows = [
        html.Tr(
            [
                html.Th(source_in_words(source.name, t), scope="row"),
                html.Td(source.vintage),
                html.Td(t.label(source.licence)),
                *(
                    html.Td(t.number(n), className="number")
                    for n in (source.read, source.kept, source.merged, source.rejected)
                ),
            ]
        )
        for source in report.sources
    ]
    caption = html.Caption(t("Tables de l’édition"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _attributions(attributions: tuple[str, ...], t: Texts) -> list[Node]:
    advice = t(
        "À recopier là où vous réutilisez ces données. Une licence non précisée est à vérifier "
        "auprès de la source avant de republier."
    )
    return [
        html.H3(t("Attributions à copier"), id="attributions"),
        html.P(advice),
        html.Pre("\n".join(attributions), className="attributions", tabIndex=0, **in_french(t)),
    ]


def _counts(report: EditionReport, t: Texts) -> str:
    return t(
        "{read} lignes lues = {kept} organisations gardées + {merged} lignes fusionnées avec une "
        "organisation déjà gardée + {rejected} lignes rejetées, chacune avec sa raison.",
        read=t.number(report.read),
        kept=t.number(report.kept),
        merged=t.number(report.merged),
        rejected=t.number(report.rejected),
    )


def _remarks(report: EditionReport, t: Texts) -> list[Node]:
    if not report.remarks:
        return []
    lines = [
        html.Li([stored_in_words(t.label(remark.sentence), t), f" ({t.number(remark.count)})"])
        for remark in report.remarks
    ]
    heading = html.Summary(t("Ce que la construction a remarqué et réglé"))
    return [html.Details([heading, html.Ul(lines)], className="remarks")]


def _limits(t: Texts) -> list[Node]:
    limits = (
        t("Une organisation absente d’ici est « non connue de nos sources », pas inexistante."),
        t(
            "Des millésimes sont anciens : une organisation peut avoir fermé, déménagé ou changé "
            "d’activité depuis."
        ),
        t(
            "Le métier de la plupart des ESAT et des entreprises adaptées n’est pas dans nos "
            "sources : il est à demander."
        ),
        t("La Guyane est couverte en profondeur ; les autres régions le sont moins."),
        t("Les distances sont à vol d’oiseau."),
    )
    return [html.H3(t("Ce qu’il faut savoir")), html.Ul([html.Li(limit) for limit in limits])]


def _maps(cog: str, t: Texts) -> list[Node]:
    ign = outside_link("Plan IGN", "https://geoservices.ign.fr/planign")
    osm = outside_link("OpenStreetMap", "https://www.openstreetmap.org/copyright")
    credits_of: tuple[Node, ...] = (
        [ign, " — ", t("© IGN, Géoplateforme, Licence Ouverte 2.0.")],
        [osm, " — ", t("© contributeurs OpenStreetMap, ODbL ; tuiles d’OpenStreetMap France.")],
        t(
            "Contours et codes des territoires : IGN, INSEE (Code officiel géographique, {cog}), "
            "DGCL, La Poste ; Licence Ouverte 2.0.",
            cog=cog,
        ),
    )
    lines = [html.Li(credit) for credit in credits_of]
    return [html.H3(t("Fonds de carte et territoires")), html.Ul(lines)]


def _reuse(edition: Edition, t: Texts) -> list[Node]:
    return [
        html.H3(t("Réutiliser")),
        html.P(
            [
                t("Toute liste s’exporte en CSV et XLSX, et se lit par une interface publique : "),
                html.A(t("documentation de l’API"), href="/api/v1/docs"),
                ". ",
                t("L’édition entière, licence par licence : "),
                page_link(t("données ouvertes"), in_language(OPEN_DATA, t.language)),
                ".",
            ]
        ),
        html.P(
            t("Empreinte de l’édition : {hash}", hash=edition.content_hash),
            className="identifier",
        ),
        html.P(
            t(
                "Police Source Sans 3 (SIL OFL 1.1) ; icônes Lucide (ISC) ; "
                "logiciel libre sous AGPL-3.0-or-later."
            ),
            className="hint",
        ),
    ]


def for_operators(t: Texts) -> list[Node]:
    """The way to operator mode, where it is open."""
    way = page_link(t("Mode opérateur"), in_language(OPERATOR, t.language))
    return [html.P([t("Vous tenez cet annuaire ?"), " ", way], className="hint")]
