"""The items of a collection as an answer: a page of them, or one."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Response

from territorial_map.api.ogc import pages
from territorial_map.api.ogc.asked import JSON, FeaturesAsked, link
from territorial_map.api.ogc.collections import GEOJSON, Collection
from territorial_map.api.ogc.models import OgcLink, OrganisationFeature, TerritoryFeature


@dataclass(frozen=True, slots=True)
class FeaturesPage:
    """Features from the ``offset``-th on, ``limit`` at most, of all that match."""

    features: tuple[OrganisationFeature, ...] | tuple[TerritoryFeature, ...]
    matched: int
    limit: int
    offset: int


def features_answer(
    one: Collection, asked: FeaturesAsked, edition_id: str, page: FeaturesPage
) -> Response:
    """A page of features, with links to its neighbours and its collection."""
    told: Mapping[str, object] = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(page.features),
        "features": list(page.features),
        "links": _page_links(one, asked, page),
    }
    return asked.answer(edition_id, told, lambda: pages.features_page(one, told, asked), GEOJSON)


def feature_answer(
    one: Collection,
    asked: FeaturesAsked,
    edition_id: str,
    feature: OrganisationFeature | TerritoryFeature,
) -> Response:
    """One feature, with links to itself and its collection."""
    links = [*asked.own_links(GEOJSON), _collection_link(one, asked)]
    told: Mapping[str, object] = {**feature, "links": links}
    return asked.answer(edition_id, told, lambda: pages.feature_page(one, told, asked), GEOJSON)


def _page_links(one: Collection, asked: FeaturesAsked, page: FeaturesPage) -> list[OgcLink]:
    """To this page, its neighbours and its collection."""
    links = asked.own_links(GEOJSON)
    here = links[0]["type"]
    if page.offset > 0:
        before = asked.here(offset=max(0, page.offset - page.limit), limit=page.limit)
        links.append(link("prev", before, here, "Page précédente"))
    if page.offset + page.limit < page.matched:
        after = asked.here(offset=page.offset + page.limit, limit=page.limit)
        links.append(link("next", after, here, "Page suivante"))
    return [*links, _collection_link(one, asked)]


def _collection_link(one: Collection, asked: FeaturesAsked) -> OgcLink:
    return link("collection", asked.address(one.path), JSON, one.title)
