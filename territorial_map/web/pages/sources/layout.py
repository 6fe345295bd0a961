"""The page « Sources et couverture »."""

from datetime import UTC, datetime

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.coverage import coverage_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.quality_report import quality_report
from territorial_map.services.export.licences_held import attributions_held
from territorial_map.services.freshness import sources_state
from territorial_map.services.site import Site
from territorial_map.web.base.answers import Asked, Visit
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.sources.coverage import coverage_tables
from territorial_map.web.pages.sources.freshness import freshness_section
from territorial_map.web.pages.sources.views import for_operators, sources_document


def layout(visit: Visit) -> Screen:
    """What the current edition was built from: painted, as a thousand cells are too many parts."""
    return Screen(painted(_document(visit.site.directory.current(), visit.site, visit.t)))


def plain(asked: Asked) -> Node:
    """The same, without the app."""
    return _document(asked.edition, asked.site, asked.t)


def _document(edition: OpenEdition, site: Site, t: Texts) -> list[Node]:
    regions = coverage_of(edition, TerritoryLevel.REGION)
    departments = coverage_of(edition, TerritoryLevel.DEPARTMENT)
    whole = coverage_of(edition)[0]
    coverage = coverage_tables(whole, regions, departments, edition.edition, t)
    today = datetime.now(tz=UTC).date()
    fresh = freshness_section(sources_state(site.directory.folder, today), t)
    named = attributions_held(edition, edition.resolve(Selection.of({})))
    told = sources_document(edition.edition, quality_report(edition), fresh, coverage, named, t)
    return [*told, *(for_operators(t) if site.operating else ())]
