"""The catalogue browsed without JavaScript."""

from urllib.parse import parse_qs

from territorial_map.services.explore.query_string import MOST_PARAMETERS
from territorial_map.services.practices.browsing import standing_counts
from territorial_map.web.base.answers import Asked
from territorial_map.web.base.marks import Node
from territorial_map.web.base.opening import opening
from territorial_map.web.pages.practices.browsing import catalogue_view


def plain(asked: Asked) -> list[Node]:
    """The headings that the address chooses."""
    library = asked.site.knowledge.practices
    asked_for = parse_qs(asked.search, max_num_fields=MOST_PARAMETERS)
    counts = standing_counts(asked.edition)
    return [*opening(asked.heading), catalogue_view(asked_for, library, counts, asked.t)]
