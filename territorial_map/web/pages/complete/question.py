"""Whom the page is asked to complete: ids of a kept list, or a question and who is to be called."""

from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from territorial_map.services.contributions.completing import (
    MOST_IDS,
    PATH,
    ToComplete,
    of_ids,
    of_selection,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import parameters_of, query_pairs
from territorial_map.web.base.addresses import in_language, page_in
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Texts
from territorial_map.web.plain.paging import LINES

RECEIVED, OF_WHOM = "recues", "fiches"
TABLE = "/api/v1/contributions/table"
_MOST_TOLD = 999


@dataclass(frozen=True, slots=True)
class CompletingQuestion:
    """``received`` proposals on ``of_whom`` organisations were just kept; 0 when none was."""

    ids: tuple[str, ...] = ()
    state: PageState = field(default_factory=PageState)
    page: int = 1
    received: int = 0
    of_whom: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nobody."""
        return not self.ids and self.state.selection.is_empty

    @property
    def query(self) -> str:
        """Its parameters, without page nor language."""
        pairs = [("ids", ",".join(self.ids))] if self.ids else query_pairs(self.state.selection)
        return urlencode(pairs, quote_via=quote, safe=":,/")

    def address(self, t: Texts, page: int = 1, *more: tuple[str, int]) -> str:
        """The address of one of its pages."""
        numbers = [("page", page)] if page > 1 else []
        parts = [self.query, urlencode([*numbers, *more])]
        query = "&".join(filter(None, parts))
        return in_language(f"{PATH}?{query}" if query else PATH, t.language)

    def table(self, extension: str, t: Texts) -> str:
        """The address of its table to fill."""
        return in_language(f"{TABLE}.{extension}?{self.query}", t.language)

    def asked_of(self, edition: OpenEdition) -> ToComplete:
        """Those of its page.

        Raises:
            BadParameter: it chooses zones of a layer that the edition has not.
        """
        if self.is_empty:
            return ToComplete()
        offset = (self.page - 1) * LINES
        if self.ids:
            return of_ids(edition, self.ids, LINES, offset)
        return of_selection(edition, self.state.selection, self.state.sorted_by, LINES, offset)


def question_in(search: str) -> CompletingQuestion:
    """The question of a query string.

    Raises:
        BadParameter: a value that its parameter cannot take.
    """
    parameters = parameters_of(search)
    told = ",".join(parameters.get("ids", ()))
    ids = tuple(filter(None, (part.strip() for part in told.split(","))))[:MOST_IDS]
    return CompletingQuestion(
        ids,
        state_from_search(search),
        page_in(search),
        _count(parameters.get(RECEIVED, ())),
        _count(parameters.get(OF_WHOM, ())),
    )


def _count(told: list[str] | tuple[str, ...]) -> int:
    last = told[-1] if told else ""
    return min(int(last), _MOST_TOLD) if last.isdecimal() and len(last) < 5 else 0
