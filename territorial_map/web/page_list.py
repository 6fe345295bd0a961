"""Every page of the product; a new one is its folder and a line here. The order is the menu's."""

from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.embed.page import PAGE as EMBEDDING
from territorial_map.web.pages.changes.page import PAGE as CHANGES
from territorial_map.web.pages.complete.page import PAGE as COMPLETE
from territorial_map.web.pages.contribute.page import PAGE as CONTRIBUTE
from territorial_map.web.pages.duplicates.page import PAGE as DUPLICATES
from territorial_map.web.pages.explore.page import PAGE as EXPLORE
from territorial_map.web.pages.legal.page import ACCESSIBILITY, NOTICES, PERSONAL_DATA
from territorial_map.web.pages.lists.page import PAGE as LISTS
from territorial_map.web.pages.match.page import PAGE as MATCH
from territorial_map.web.pages.network.page import PAGE as NETWORK
from territorial_map.web.pages.open_data.page import PAGE as OPEN_DATA
from territorial_map.web.pages.operator.page import PAGE as OPERATOR
from territorial_map.web.pages.organisation.page import PAGE as ORGANISATION
from territorial_map.web.pages.partner_list.page import PAGE as PARTNER_LIST
from territorial_map.web.pages.partners.page import PAGE as PARTNERS
from territorial_map.web.pages.pole.page import PAGE as POLE
from territorial_map.web.pages.portrait.page import PAGE as PORTRAITS
from territorial_map.web.pages.practices.page import PAGE as PRACTICES
from territorial_map.web.pages.review.page import PAGE as REVIEW
from territorial_map.web.pages.sources.page import PAGE as SOURCES
from territorial_map.web.pages.territory_leads.page import PAGE as TERRITORY_LEADS

PAGES: tuple[PageSpec, ...] = (
    EXPLORE,
    TERRITORY_LEADS,
    CONTRIBUTE,
    COMPLETE,
    ORGANISATION,
    PARTNER_LIST,
    PORTRAITS,
    PRACTICES,
    LISTS,
    SOURCES,
    CHANGES,
    NETWORK,
    POLE,
    MATCH,
    DUPLICATES,
    REVIEW,
    OPERATOR,
    EMBEDDING,
    OPEN_DATA,
    PARTNERS,
    ACCESSIBILITY,
    NOTICES,
    PERSONAL_DATA,
)
