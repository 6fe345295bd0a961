"""What changed in a selection, as the page shows it with and without the app."""

from territorial_map.services.directory import Directory
from territorial_map.services.editions.changes_since import Since, changes_since
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.changes.state import ChangesState
from territorial_map.web.pages.changes.views import MOST, changes_document


def changes_body(state: ChangesState, directory: Directory) -> tuple[Since, list[Node]]:
    """What is compared, and the body of the page.

    Raises:
        BadParameter: ``since`` is neither a date nor an edition.
        EditionError: the earlier edition is of a version that does not compare.
    """
    t = Texts(state.language)
    since = changes_since(directory, state.since)
    page = since.page(state.selection, state.natures, MOST)
    filters = PageState(state.selection, language=state.language)
    active = active_filters(filters, since.edition.names, t)
    return since, changes_document(since, page, selection_in_words(active, t), state, t)
