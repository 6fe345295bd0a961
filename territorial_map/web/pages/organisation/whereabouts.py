"""Where the organisation is and how to reach it."""

from urllib.parse import quote

from dash import html

from territorial_map.domain.organisation import Organisation, Place, Zoning
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.vocabulary import Located
from territorial_map.places import PlaceFlag
from territorial_map.web.base.marks import Node, icon, named, outside_link, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import phone_link
from territorial_map.web.pages.organisation.context import Context, fold, section

_DIRECTIONS = "https://www.openstreetmap.org/directions?to="


def contact_section(sheet: Sheet, context: Context) -> html.Section:
    """Phone, website, address and the way there."""
    organisation, t = sheet.organisation, context.t
    place = organisation.place
    address: list[Node] = [_address(place, context), " ", _way_there(place, organisation.name, t)]
    nodes: list[Node] = [
        html.P([icon("phone"), _phone(organisation.phone, context)], className="contact to-call"),
        html.P([icon("globe"), _website(organisation.website, context)], className="contact"),
        html.P([icon("map-pin"), html.Span(address)], className="contact"),
    ]
    if organisation.service_area:
        area = t("Intervient sur : {area}", area=organisation.service_area)
        nodes.append(html.P([icon("navigation"), html.Span(area)], className="contact"))
    return section(t("Adresse et contact"), *nodes, name="contact")


def _address(place: Place, context: Context) -> str:
    city = " ".join(part for part in (place.postcode, place.commune) if part)
    parts = [part for part in (place.address, city) if part]
    if parts:
        return ", ".join(parts)
    return place.department or place.region or context.t("Adresse non renseignée")


def territory_section(sheet: Sheet, context: Context) -> html.Section | None:
    """Its territories, how sure its position is, and the zones it stands in, folded."""
    organisation, t = sheet.organisation, context.t
    place = organisation.place
    nodes: list[Node] = [breadcrumb(place, context), *_remarks(place, context)]
    zones = _zonings(organisation, context)
    if zones:
        names = dict.fromkeys(t(zone.kind.label) for zone in organisation.zonings)
        nodes.append(fold(t("Zonages"), ", ".join(names), *zones))
    known = [node for node in nodes if node is not None]
    return section(t("Son territoire"), *known, name="territory") if known else None


def _way_there(place: Place, name: str, t: Texts) -> html.A | None:
    """The way to an address; none to the middle of a commune."""
    if place.located is not Located.ADDRESS or place.point is None:
        return None
    lat, lon = f"{place.point.lat:.5f}", f"{place.point.lon:.5f}"
    link = outside_link(t("Itinéraire"), f"{_DIRECTIONS}{lat}%2C{lon}", class_name="way-there")
    # What a phone's own map is asked: RFC 5870, with the label that Android shows.
    setattr(link, "data-geo", f"geo:{lat},{lon}?q={lat},{lon}({quote(name)})")
    return link


def _remarks(place: Place, context: Context) -> list[Node]:
    t = context.t
    told = {
        Located.COMMUNE: t(
            "Sur la carte, le symbole creux est au centre de la commune : "
            "l’adresse exacte n’est pas située."
        ),
        Located.DEPARTMENT: t("Connue au département seulement : pas de point sur la carte."),
        Located.REGION: t("Connue à la région seulement : pas de point sur la carte."),
        Located.ABROAD: t("Hors de France : dans la liste, pas sur la carte."),
        Located.NONE: t("Sans position connue : dans la liste, pas sur la carte."),
    }
    sentences = [told[place.located]] if place.located in told else []
    if place.missing_reason:
        sentences.append(place.missing_reason)
    remarks = PlaceFlag.labels()
    sentences += [t(remarks[flag]) for flag in place.flags if flag in remarks]
    return [html.P([icon("info"), sentence], className="hint") for sentence in sentences]


def _zonings(organisation: Organisation, context: Context) -> list[Node]:
    """Its priority neighbourhood, if its address is in one; then the zones of its commune."""
    t = context.t
    by_address = [zone for zone in organisation.zonings if zone.basis is Located.ADDRESS]
    told = [
        t(
            "{kind} : {name} ({code}, {vintage}), {basis}",
            kind=t(zone.kind.label),
            name=zone.name,
            code=zone.code,
            vintage=zone.vintage,
            basis=t("d’après le point de son adresse"),
        )
        for zone in by_address
    ]
    of_commune = [
        _zone_in_words(zone, t) for zone in organisation.zonings if zone not in by_address
    ]
    if of_commune:
        told.append(t("Sa commune : {zones}", zones=" · ".join(of_commune)))
    return [html.P([icon("map"), html.Span(line)], className="contact") for line in told]


def _zone_in_words(zone: Zoning, t: Texts) -> str:
    """« Zone d’emploi : Valence (2026) »; a programme's only zone goes by its name alone."""
    if zone.name == zone.kind.label:
        return t("{name} ({vintage})", name=t(zone.name), vintage=zone.vintage)
    return t(
        "{kind} : {name} ({vintage})",
        kind=t(zone.kind.label),
        name=zone.name,
        vintage=zone.vintage,
    )


def breadcrumb(place: Place, context: Context) -> html.Nav | None:
    """Région, département, EPCI, commune: each lists the organisations of its territory."""
    levels = (
        ("region", place.region_code, place.region),
        ("department", place.department_code, place.department),
        ("epci", place.epci_code, place.epci),
        ("commune", place.commune_code, place.commune),
    )
    known = [(level, code, name) for level, code, name in levels if code and name]
    if not known:
        return None
    items = [
        html.Li(page_link(name, context.selecting(level, code))) for level, code, name in known
    ]
    label = {"aria-label": context.t("Territoires de l’organisation")}
    return html.Nav(html.Ol(items), className="breadcrumb", **named(label))


def _phone(phone: str | None, context: Context) -> Node:
    if not phone:
        return html.Span(context.t("Téléphone non renseigné"), className="unknown-value")
    return phone_link(phone)


def _website(website: str | None, context: Context) -> Node:
    if not website:
        return html.Span(context.t("Site web non renseigné"), className="unknown-value")
    if not website.lower().startswith(("http://", "https://")):
        return html.Span(website)
    shown = website.split("://", 1)[1].rstrip("/").removeprefix("www.")
    return outside_link(shown, website)
