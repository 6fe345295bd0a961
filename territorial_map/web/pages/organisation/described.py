"""An organisation for search engines and link previews: title, description, schema.org data."""

from typing import Any

from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.vocabulary import Located
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.texts import NBSP, Texts
from territorial_map.web.base.titles import Heading, cut
from territorial_map.web.base.wording import what_it_is


def titled(organisation: Organisation) -> str:
    """Its name and where it is, as the title of the window says it."""
    where = _where(organisation.place)
    return f"{organisation.name}, {where}" if where else organisation.name


def _where(place: Place) -> str | None:
    return place.commune or place.department or place.region


def organisation_heading(organisation: Organisation, t: Texts) -> Heading:
    """Name and place; then what it is, what it does, and from when we know it."""
    place = organisation.place
    where = _where(place)
    sectors = ", ".join(t(claim.sector.label) for claim in organisation.sectors)
    located = f"{where}{NBSP}({place.department})" if place.commune and place.department else where
    told = [
        what_it_is(organisation, t),
        located,
        sectors or t("Activités non renseignées"),
        t(
            "{source}, {vintage}",
            source=source_in_words(organisation.source.source, t),
            vintage=t.date(organisation.source.vintage),
        ),
    ]
    return Heading(titled(organisation), cut(". ".join(part for part in told if part) + "."))


def organisation_data(organisation: Organisation, address: str) -> dict[str, Any]:
    """An organisation as schema.org data, from fields of the directory; nothing of persons.

    https://schema.org/Organization. A point is said only where the address itself is located, on
    what is a place too, as schema.org has it: the centre of a commune is no organisation's point.
    ``areaServed`` is what it says it serves, else the smallest territory where it is known to be.
    """
    place = organisation.place
    identifiers = [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in (
            ("SIREN", organisation.siren),
            ("SIRET", organisation.siret),
            ("FINESS", organisation.finess),
        )
        if value
    ]
    postal = {
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": place.commune,
        "addressRegion": place.region,
    }
    geo = _coordinates(place)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization" if geo is None else ["Organization", "Place"],
        "@id": address,
        "name": organisation.name,
        "alternateName": organisation.acronym,
        "url": _web_address(organisation.website),
        "telephone": organisation.phone,
        "identifier": identifiers,
        "geo": geo,
        "areaServed": _area_served(organisation),
        "mainEntityOfPage": address,
    }
    known = {name: value for name, value in postal.items() if value}
    if known and place.located is not Located.ABROAD:
        data["address"] = {"@type": "PostalAddress", "addressCountry": "FR"} | known
    return {name: value for name, value in data.items() if value}


def _coordinates(place: Place) -> dict[str, Any] | None:
    if place.located is not Located.ADDRESS or place.point is None:
        return None
    point = place.point
    return {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}


def _area_served(organisation: Organisation) -> str | dict[str, Any] | None:
    if organisation.service_area:
        return organisation.service_area
    place = organisation.place
    named = (
        (place.commune, place.commune_code),
        (place.department, place.department_code),
        (place.region, place.region_code),
    )
    for name, code in named:
        if name and code:
            coded = {"@type": "PropertyValue", "propertyID": "INSEE", "value": code}
            return {"@type": "AdministrativeArea", "name": name, "identifier": coded}
    return None


def _web_address(website: str | None) -> str | None:
    return website if website and website.lower().startswith(("http://", "https://")) else None
