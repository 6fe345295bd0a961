"""Ids of components that callbacks or client-side code name; each appears once on a page."""

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
SEARCH_PLACE: Final = "search-place"
LANGUAGES: Final = "languages"
PAGE_LINKS: Final = "page-links"
MORE_LINKS: Final = "more-links"

# Filters.
FILTERS: Final = "filters"
FILTER_GROUPS: Final = "filter-groups"
PLACE_CONTROL: Final = "place-control"
CHIPS: Final = "chips"
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
MAP_FOCUS: Final = "map-focus"
MAP_TARGET: Final = "map-target"
MAP_LEGEND: Final = "map-legend"

# Panel of one organisation.
PANEL: Final = "panel"
PANEL_BODY: Final = "panel-body"
PANEL_POINT: Final = "panel-point"

# Good practices: in the panel, browsed, one by one, and for a profile.
PANEL_PRACTICES: Final = "panel-practices"
PANEL_PRACTICES_OF: Final = "panel-practices-of"
PRACTICES_TEXT: Final = "practices-text"
PRACTICES_FOUND: Final = "practices-found"
PRACTICE_PLACE: Final = "practice-place"
PRACTICE_STANDING: Final = "practice-standing"
PRACTICE_MAP: Final = "practice-map"
PROFILE_KIND: Final = "profile-kind"
PROFILE_LEGAL_FORM: Final = "profile-legal-form"
PROFILE_SIZE: Final = "profile-size"
PROFILE_SCOPE: Final = "profile-scope"
PROFILE_DEVICES: Final = "profile-devices"
PROFILE_PLACE_TYPES: Final = "profile-place-types"
PROFILE_SECTORS: Final = "profile-sectors"
PROFILE_AUDIENCES: Final = "profile-audiences"
PROFILE_TRAITS: Final = "profile-traits"
PROFILE_COMMUNE: Final = "profile-commune"
PROFILE_COMMUNE_CHOSEN: Final = "profile-commune-chosen"
PROFILE_ANSWER: Final = "profile-answer"

# Possible partnerships: in the panel, on the map, in the visitor's browser.
PARTNERS: Final = "partners"
PARTNERS_OF: Final = "partners-of"
PARTNERS_LINES: Final = "partners-lines"
PARTNERS_POOLING: Final = "partners-pooling"
PARTNERS_SHOWN: Final = "partners-shown"
PARTNERS_GROUPS: Final = "partners-groups"
GROUPS_LINES: Final = "groups-lines"
MAP_PARTNERS: Final = "map-partners"
POOLING_STATE: Final = "pooling-state"
DISMISSED: Final = "dismissed"
GROUP: Final = "group"
GROUP_COUNT: Final = "group-count"

# What changed between editions.
CHANGES_EDITION: Final = "changes-edition"
CHANGES_DAY: Final = "changes-day"
CHANGES_BODY: Final = "changes-body"

# Networks.
NETWORK_SEARCH: Final = "network-search"
NETWORK_HEADING: Final = "network-heading"
NETWORK_FILTERS: Final = "network-filters"
NETWORK_POOLING: Final = "network-pooling"
NETWORK_TIER: Final = "network-tier"
NETWORK_GRAPH: Final = "network-graph"
NETWORK_TABLE: Final = "network-table"
NETWORK_GROUPS: Final = "network-groups"

# The group that would make a PTCE.
POLE_SEARCH: Final = "pole-search"
POLE_MEMBERS: Final = "pole-members"
POLE_CHECK: Final = "pole-check"
POLE_INSIDE: Final = "pole-inside"
POLE_EXPORT: Final = "pole-export"
POLE_FILE: Final = "pole-file"
POLE_AS_CSV: Final = "pole-as-csv"
POLE_AS_HTML: Final = "pole-as-html"
POLE_AS_PDF: Final = "pole-as-pdf"
POLE_AS_DOCX: Final = "pole-as-docx"

# Partner lists.
PARTNER_LIST_SEARCH: Final = "partner-list-search"
PARTNER_LIST_CHOICES: Final = "partner-list-choices"
PARTNER_LIST: Final = "partner-list"
