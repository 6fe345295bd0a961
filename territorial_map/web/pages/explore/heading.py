"""What a list is called, and what it holds, in one line each."""

from territorial_map.domain.listing import Listed
from territorial_map.services.explore.names import Names
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading, cut, product_description, selection_title

_NAMED = 3


def selection_heading(
    state: PageState, found: tuple[tuple[Listed, ...], int], names: Names, t: Texts
) -> Heading:
    """Title and description of a list; ``found`` holds its first lines and how many there are."""
    items, total = found
    title = selection_title(state, total, names, t)
    if not title:
        return Heading("", product_description(t))
    first = ", ".join(item.name for item in items[:_NAMED])
    promise = t("Liste, carte et export ; chaque fiche dit d’où et de quand viennent ses données.")
    if not first:
        return Heading(title, promise)
    more = "…" if total > _NAMED else "."
    return Heading(title, cut(f"{first}{more} {promise}"))
