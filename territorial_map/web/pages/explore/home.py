"""What the main screen says before anything is asked: what it is for, ways in, territories."""

from dash import html

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.text import words
from territorial_map.domain.vocabulary import Device, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.partner_query import PATH as PARTNERS
from territorial_map.web.base.addresses import HOME, POLE, in_language, territory_path
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts

_SUPPLIERS = (
    *(Device.ESAT, Device.EA, Device.EATT),
    *(Device.EI, Device.ACI, Device.AI, Device.ETTI, Device.EITI),
)
_SHARED = (
    PoolingCategory.PREMISES_AND_LAND,
    PoolingCategory.SHARED_JOBS,
    PoolingCategory.EQUIPMENT,
)
_TOGETHER = (PoolingCategory.JOINT_BIDS, PoolingCategory.JOINT_OFFER)


def home(state: PageState, edition: OpenEdition, t: Texts) -> list[Node]:
    """One sentence, four ways in, the régions with their figures; nothing once a list is asked."""
    if not state.selection.is_empty:
        return []
    total, facets = edition.facets(edition.resolve(Selection()))
    counts = {value.value: value.count for value in facets[TerritoryLevel.REGION.value]}
    lead = t(
        "{n} organisations de l’économie sociale et solidaire, ESAT, entreprises adaptées, PTCE et "
        "lieux partagés. Pour chacune\u00a0: qui pourrait être partenaire, sur quoi, et pourquoi.",
        n=t.number(total),
    )
    return [
        html.H2(t("Trouvez avec qui coopérer, près de chez vous")),
        html.P(lead),
        html.Ul(
            _ways(t),
            className="home-ways",
            **named({"aria-label": t("Que voulez-vous faire\u00a0?")}),
        ),
        _territories(counts, total - sum(counts.values()), edition, t),
    ]


def _ways(t: Texts) -> list[html.Li]:
    bought = "&".join(f"device={device.value}" for device in _SUPPLIERS)
    return [
        _way(
            "phone",
            t("Acheter responsable"),
            t("ESAT, entreprises adaptées, insertion\u00a0: qui fait quoi, et qui appeler."),
            in_language(f"{HOME}?{bought}", t.language),
        ),
        _way(
            "users",
            t("Partager un local, un poste, un équipement"),
            t("Qui cherche la même chose que vous, ou peut vous la prêter."),
            _partners(_SHARED, t),
        ),
        _way(
            "file-text",
            t("Répondre ensemble"),
            t("À un marché, à un appel à projets\u00a0: des voisins qui complètent votre offre."),
            _partners(_TOGETHER, t),
        ),
        _way(
            "network",
            t("Constituer un PTCE"),
            t("Partir d’un pôle existant ou de votre liste, et voir ce qui reste à établir."),
            in_language(POLE, t.language),
        ),
    ]


def _way(mark: str, title: str, what: str, address: str) -> html.Li:
    told = [html.Strong(title), html.Span(what, className="hint")]
    return html.Li(page_link([icon(mark), html.Span(told)], address, class_name="home-way"))


def _partners(categories: tuple[PoolingCategory, ...], t: Texts) -> str:
    asked = "&".join(f"pooling={category.value}" for category in categories)
    return in_language(f"{PARTNERS}?{asked}", t.language)


def _territories(
    counts: dict[str, int], nowhere: int, edition: OpenEdition, t: Texts
) -> html.Details:
    found = [(edition.gazetteer.get(TerritoryLevel.REGION, code), n) for code, n in counts.items()]
    named_ones = [(region, count) for region, count in found if region is not None]
    regions = sorted(named_ones, key=lambda pair: words(pair[0].name))
    items = [
        html.Li(
            [
                page_link(region.name, in_language(territory_path(region), t.language)),
                html.Span(t.number(count), className="count"),
            ]
        )
        for region, count in regions
    ]
    told = t("Organisations connues de nos sources, par région.")
    if nowhere:
        told += " " + t.plural(
            "{n} n’a pas de région connue.", "{n} n’ont pas de région connue.", nowhere
        )
    return html.Details(
        [
            html.Summary(t("Ou partir d’un territoire")),
            html.P(told, className="hint"),
            html.Ul(items, className="home-regions"),
        ],
        className="home-territories",
    )
