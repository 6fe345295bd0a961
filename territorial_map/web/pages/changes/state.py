"""The address of the page « Nouveautés »: a selection, what to compare with, which changes."""

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from territorial_map.domain.changes import Nature
from territorial_map.domain.selection import Selection
from territorial_map.services.editions.changes_since import natures_of_codes
from territorial_map.services.explore.query_string import parameters_of, query_of, query_pairs
from territorial_map.web.base.state import PageState, search_of, state_from_search
from territorial_map.web.base.texts import Language

API = "/api/v1/changes"


@dataclass(frozen=True, slots=True)
class ChangesState:
    """``since`` is a date or the id of an edition, empty for the edition before."""

    selection: Selection
    language: Language = Language.FRENCH
    since: str = ""
    natures: tuple[Nature, ...] = ()

    @property
    def search(self) -> str:
        """The query string of the page, with its question mark."""
        lang = [("lang", self.language.value)] if self.language is not Language.FRENCH else []
        return "?" + urlencode([*query_pairs(self.selection), *self._own(), *lang])

    @property
    def on_map(self) -> str:
        """The same selection on the main screen."""
        return "/" + search_of(PageState(self.selection, language=self.language))

    def sheet(self, organisation: str) -> str:
        """The sheet of an organisation over the map, with the same selection."""
        state = PageState(self.selection, language=self.language, organisation=organisation)
        return "/" + search_of(state)

    def toggling(self, nature: Nature) -> Self:
        """The same page with one more nature asked for, or one less."""
        wanted = set(self.natures) ^ {nature}
        return replace(self, natures=tuple(n for n in Nature if n in wanted))

    def file(self, extension: str) -> str:
        """The address of the same changes as a file."""
        return f"{API}.{extension}?" + urlencode([*query_pairs(self.selection), *self._own()])

    @property
    def feed(self) -> str:
        """The address of the feed of the selection."""
        return feed_address(self.selection)

    def _own(self) -> list[tuple[str, str]]:
        since = [("since", self.since)] if self.since else []
        return since + [("change", nature.value) for nature in self.natures]


def feed_address(selection: Selection) -> str:
    """The address of the feed of a selection."""
    query = query_of(selection)
    return f"{API}.atom" + (f"?{query}" if query else "")


def changes_from_search(search: str) -> ChangesState:
    """The state of the page's query string.

    Raises:
        BadParameter: a value that its parameter cannot take.
    """
    state = state_from_search(search)
    parameters = parameters_of(search)
    return ChangesState(
        state.selection,
        state.language,
        parameters.get("since", [""])[-1].strip(),
        natures_of_codes(parameters.get("change", [])),
    )
