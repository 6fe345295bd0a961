"""An organisation for search engines and link previews: title, description, schema.org data."""

from typing import Any

from territorial_map.domain.organisation import Organisation
from territorial_map.web.base.texts import NBSP, Texts
from territorial_map.web.base.titles import Heading, cut
from territorial_map.web.base.wording import what_it_is


def organisation_heading(organisation: Organisation, t: Texts) -> Heading:
    """Name and place; then what it is, what it does, and from when we know it."""
    place = organisation.place
    where = place.commune or place.department or place.region
    title = f"{organisation.name}, {where}" if where else organisation.name
    sectors = ", ".join(t(claim.sector.label) for claim in organisation.sectors)
    located = f"{where}{NBSP}({place.department})" if place.commune and place.department else where
    told = [
        what_it_is(organisation, t),
        located,
        sectors or t("Activités non renseignées"),
        t(
            "{source}, {vintage}",
            source=organisation.source.source,
            vintage=t.date(organisation.source.vintage),
        ),
    ]
    return Heading(title, cut(". ".join(part for part in told if part) + "."))


def organisation_data(organisation: Organisation, address: str) -> dict[str, Any]:
    """An organisation as schema.org data, from fields of the directory; nothing of persons.

    https://schema.org/Organization; a point is said only where the address itself is located.
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
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": address,
        "name": organisation.name,
        "alternateName": organisation.acronym,
        "url": _web_address(organisation.website),
        "telephone": organisation.phone,
        "identifier": identifiers,
        "mainEntityOfPage": address,
    }
    known = {name: value for name, value in postal.items() if value}
    if known:
        data["address"] = {"@type": "PostalAddress", "addressCountry": "FR"} | known
    return {name: value for name, value in data.items() if value}


def _web_address(website: str | None) -> str | None:
    return website if website and website.lower().startswith(("http://", "https://")) else None
