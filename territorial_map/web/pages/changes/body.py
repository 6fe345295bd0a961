"""What changed in a selection, as the page shows it with and without the app."""

from datetime import UTC, datetime

from territorial_map.domain.errors import Unavailable
from territorial_map.services.contributions.figures import (
    ContributionFigures,
    contribution_figures,
)
from territorial_map.services.editions.changes_since import Since, changes_since
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.site import Site
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.changes.said_figures import said_figures
from territorial_map.web.pages.changes.state import ChangesState
from territorial_map.web.pages.changes.views import MOST, changes_document


def changes_body(state: ChangesState, site: Site) -> tuple[Since, list[Node]]:
    """What is compared, and the body of the page; figures of contributions where it takes some.

    Raises:
        BadParameter: ``since`` is neither a date nor an edition.
        EditionError: the earlier edition is of a version that does not compare.
    """
    t = Texts(state.language)
    since = changes_since(site.directory, state.since)
    page = since.page(state.selection, state.natures, MOST)
    filters = PageState(state.selection, language=state.language)
    active = active_filters(filters, since.edition.names, t)
    body = changes_document(since, page, selection_in_words(active, t), state, t)
    figures = said_figures(_figures(state, site), query_of(state.selection), t)
    return since, [*body, *figures]


def _figures(state: ChangesState, site: Site) -> ContributionFigures | None:
    """What was said of the selection; ``None`` where nothing can be, or the ledger is away."""
    if not site.contributing:
        return None
    edition, now = site.directory.current(), datetime.now(tz=UTC)
    try:
        return contribution_figures(site.ledger.contributions, edition, state.selection, now)
    except Unavailable:
        return None
