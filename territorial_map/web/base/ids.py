"""Ids of components that several pages, or the frame, name; a page keeps its own in its folder."""

from typing import Final

# The shell, on every page.
ADDRESS: Final = "address"
PAGE: Final = "page"
PAGE_STATE: Final = "page-state"
FILTERS_STATE: Final = "filters-state"
OPENED_STATE: Final = "opened-state"
DOCUMENT_STATE: Final = "document-state"
NOTICE: Final = "notice"

# Header.
SEARCH_TEXT: Final = "search-text"
SEARCH_COUNT: Final = "search-count"
SEARCH_MEANT: Final = "search-meant"
SEARCH_OPTIONS: Final = "search-options"
LANGUAGES: Final = "languages"

# Filters.
FILTERS: Final = "filters"
FILTER_GROUPS: Final = "filter-groups"
PLACE_CONTROL: Final = "place-control"
CHIPS: Final = "chips"
HOME_INTRO: Final = "home-intro"
LIST_START: Final = "list-start"
RESULT_NOTICE: Final = "result-notice"

# List.
RESULTS: Final = "results"
RESULT_COUNT: Final = "result-count"
RESULT_LIST: Final = "result-list"
RESULT_MORE: Final = "result-more"
ORDER: Final = "order"
EXPORTS: Final = "exports"
PRINT_HEADING: Final = "print-heading"
FOLLOW: Final = "follow"

# Map.
MAP: Final = "map"
MAP_STATUS: Final = "map-status"
MAP_FEATURES: Final = "map-features"
MAP_LAND: Final = "map-land"
MAP_REGIONS: Final = "map-regions"
MAP_DEPARTMENTS: Final = "map-departments"
MAP_BASE: Final = "map-base"
MAP_BASE_CHOICE: Final = "map-base-choice"
MAP_ZONING_CHOICE: Final = "map-zoning-choice"
ZONING_TOLD: Final = "zoning-told"
ZONING_LIST: Final = "zoning-list"
MAP_FOCUS: Final = "map-focus"
MAP_TARGET: Final = "map-target"
MAP_LEGEND: Final = "map-legend"

# Panel of one organisation.
PANEL: Final = "panel"
PANEL_BODY: Final = "panel-body"
PANEL_POINT: Final = "panel-point"

# Good practices of the open organisation.
PANEL_PRACTICES: Final = "panel-practices"
PANEL_PRACTICES_OF: Final = "panel-practices-of"

# Possible partnerships: in the panel, on the map, in the visitor's browser.
PARTNERS: Final = "partners"
PARTNERS_EVERY: Final = "partners-every"
PARTNERS_MORE: Final = "partners-more"
PARTNERS_OF: Final = "partners-of"
PARTNERS_LINES: Final = "partners-lines"
PARTNERS_POOLING: Final = "partners-pooling"
PARTNERS_SHOWN: Final = "partners-shown"
PARTNERS_GROUPS: Final = "partners-groups"
GROUPS_LINES: Final = "groups-lines"
MAP_PARTNERS: Final = "map-partners"
POOLING_STATE: Final = "pooling-state"
DISMISSED: Final = "dismissed"
