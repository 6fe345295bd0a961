"""How many organisations a list has, in words."""

from territorial_map.domain.listing import Page
from territorial_map.web.base.texts import Texts


def count_in_words(page: Page, t: Texts) -> str:
    """The sentence that announces a result."""
    if page.total == 0:
        return t("Aucune organisation connue de nos sources")
    total = t.plural("{n} organisation", "{n} organisations", page.total)
    if not page.unlocated:
        return total
    apart = t.plural("dont {n} sans position", "dont {n} sans position", page.unlocated)
    return f"{total}, {apart}"
