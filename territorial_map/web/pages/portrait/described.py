"""A territory for search engines: title and description with figures, schema.org data."""

from typing import Any

from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.words import what_it_is
from territorial_map.web.base.addresses import PORTRAITS, SOURCES, territory_path
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading, cut

_MOST_NAMED = 4


def portrait_heading(portrait: TerritoryPortrait, t: Texts) -> Heading:
    """« CA Valence Romans Agglo : 27 organisations connues »; then what they are, and what is."""
    territory, n = portrait.place.territory, portrait.organisations
    told = t.plural("{n} organisation connue", "{n} organisations connues", n)
    title = t("{place} : {told} (ESS, insertion, ESAT, PTCE)", place=territory.name, told=told)
    kinds = [
        f"{t.number(row.here.count)} {t(row.label).lower()}"
        for row in portrait.figures.kinds
        if row.here.count
    ]
    facts = t(
        "{known} sur {n} avec un métier connu.",
        known=t.number(portrait.facts.with_trade),
        n=t.number(n),
    )
    sentences = [
        what_it_is(territory, portrait.place.communes, t) + ".",
        f"{' ; '.join(kinds)}." if kinds else t("Aucune organisation connue de nos sources."),
        facts if n else "",
        t("Couverture des sources, chiffres comparés, listes à emporter."),
    ]
    return Heading(title, cut(t.typeset(" ".join(filter(None, sentences)))))


def portrait_data(portrait: TerritoryPortrait, public_url: str, t: Texts) -> dict[str, Any]:
    """The place, its data set and the way to it, as schema.org data."""
    territory = portrait.place.territory
    page = public_url + territory_path(territory)
    place: dict[str, Any] = {
        "@type": ["Place", "AdministrativeArea"] if _is_administrative(territory) else "Place",
        "@id": f"{page}#place",
        "name": territory.name,
        "url": page,
    }
    if territory.level is not GroupLevel.GROUP:  # what somebody named has no code of anybody's
        place["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": "SIREN" if territory.level is TerritoryLevel.EPCI else "INSEE",
            "value": territory.code,
        }
    if territory.point is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": territory.point.lat,
            "longitude": territory.point.lon,
        }
    if portrait.place.wider:
        above = portrait.place.wider[0]
        place["containedInPlace"] = {
            "@type": "AdministrativeArea",
            "name": above.name,
            "url": public_url + territory_path(above),
        }
    return {
        "@context": "https://schema.org",
        "@graph": [place, _data_set(portrait, page, public_url, t), _way(portrait, public_url, t)],
    }


def _is_administrative(territory: AnyTerritory) -> bool:
    """Whether somebody governs it: zones of study and groups are places alone."""
    return isinstance(territory.level, TerritoryLevel)


def _data_set(portrait: TerritoryPortrait, page: str, public_url: str, t: Texts) -> dict[str, Any]:
    heading = portrait_heading(portrait, t)
    query = query_of(portrait.place.selection)
    return {
        "@type": "Dataset",
        "@id": f"{page}#data",
        "name": heading.title,
        "description": heading.description,
        "url": page,
        "version": portrait.edition_id,
        "dateModified": portrait.built_on,
        "isAccessibleForFree": True,
        "license": public_url + SOURCES,
        "spatialCoverage": {"@id": f"{page}#place"},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": f"{public_url}/api/v1/export.{ending}?{query}",
            }
            for ending, media in (("csv", "text/csv"), ("geojson", "application/geo+json"))
        ],
    }


def _way(portrait: TerritoryPortrait, public_url: str, t: Texts) -> dict[str, Any]:
    steps = [(t("Territoires"), PORTRAITS)]
    lying = (*reversed(portrait.place.wider), portrait.place.territory)
    steps += [(one.name, territory_path(one)) for one in lying]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": public_url + path}
            for n, (name, path) in enumerate(steps, start=1)
        ],
    }
