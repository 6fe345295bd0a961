"""The page address as a value: filters, list, map window, open organisation, language.

The address is the session: whatever two visitors must share to see the same screen is in it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar
from urllib.parse import quote, urlencode

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order, usual_order
from territorial_map.domain.numbers import whole_between
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.explore.query_string import (
    FILTERS,
    numbers_of,
    parameters_of,
    query_pairs,
    selection_from_query,
)
from territorial_map.web.base.texts import Language, Texts, language_of

T = TypeVar("T", bound=Term)
STEP = 50
MOST_SHOWN = 500
MAX_ID = 300
MAX_ZOOM = 19


NOTICED = "noticed"
MOST_NOTICED = 5
# Whatever a list address may say beside its language: with one of them, a list is asked for.
LIST_PARAMETERS = frozenset(
    (
        *FILTERS,
        *("place", "order", "view", "shown", "follow", "map", "zoning", "organisation", "page"),
        NOTICED,
    )
)


class View(Term):
    """What a phone shows; a wide screen shows both."""

    LIST = "list", "Liste"
    MAP = "map", "Carte"


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the map looks: centre and zoom level."""

    centre: Point
    zoom: int

    def __post_init__(self) -> None:
        if not 0 <= self.zoom <= MAX_ZOOM:
            raise ValueError(f"zoom must be in [0, {MAX_ZOOM}]: {self.zoom}")

    def __str__(self) -> str:
        return f"{self.zoom}/{self.centre.lat:.5f}/{self.centre.lon:.5f}"


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything a page address says.

    ``place`` names the commune a radius was drawn around (``commune:26281``), for its label only;
    ``shown`` counts list lines, from ``STEP`` to ``MOST_SHOWN``; ``follow`` ties the list to the
    map window; ``zoning`` is drawn on the map; ``noticed`` are the values, ``name:value``, that
    an address had and that were put right or left out.
    """

    selection: Selection = field(default_factory=Selection)
    order: Order | None = None
    view: View = View.LIST
    organisation: str | None = None
    language: Language = Language.FRENCH
    camera: Camera | None = None
    place: str | None = None
    shown: int = STEP
    follow: bool = False
    zoning: ZoningKind | None = None
    noticed: tuple[str, ...] = ()

    @property
    def sorted_by(self) -> Order:
        """The order asked for; else what answers best, by distance around a place."""
        placed = self.selection.around is not None or self.selection.text
        if self.order is None or (self.order is Order.DISTANCE and not placed):
            return usual_order(self.selection)
        return self.order

    def selecting(self, selection: Selection) -> Self:
        """The same page on another selection: back to the first lines, no organisation open."""
        place = self.place if selection.around is not None else None
        return replace(
            self,
            selection=selection,
            place=place,
            shown=STEP,
            organisation=None,
            camera=None,
            noticed=(),
        )

    def placing(self, selection: Selection, place: str | None) -> Self:
        """The same page on another selection, its circle around another commune if one is named."""
        chosen = self.selecting(selection)
        return chosen if place is None else replace(chosen, place=place)

    def opening(self, organisation: str | None) -> Self:
        """The same page with an organisation open, or none."""
        return replace(self, organisation=organisation)


def state_from_search(search: str) -> PageState:
    """The state of a page address's query string, with or without its question mark.

    Raises:
        BadParameter: a value that its parameter cannot take.
    """
    parameters = parameters_of(search)
    return PageState(
        selection=selection_from_query(parameters),
        order=_term(parameters, "order", Order),
        view=_term(parameters, "view", View) or View.LIST,
        organisation=_single(parameters, "organisation")[:MAX_ID] or None,
        language=language_of(_single(parameters, "lang") or Language.FRENCH),
        camera=_camera(_single(parameters, "map")),
        place=_single(parameters, "place")[:MAX_ID] or None,
        shown=_shown(_single(parameters, "shown")),
        follow=_single(parameters, "follow") == "1",
        zoning=_term(parameters, "zoning", ZoningKind),
        noticed=tuple(v[:MAX_ID] for v in parameters.get(NOTICED, ())[:MOST_NOTICED] if ":" in v),
    )


def texts_of(parameters: Mapping[str, Sequence[str]]) -> Texts:
    """Texts in the language that query parameters name, French without one.

    Raises:
        BadParameter: an unknown language.
    """
    return Texts(language_of(_single(parameters, "lang") or Language.FRENCH))


def search_at(document: Mapping[str, str] | None, path: str) -> str:
    """The query string of the page at a path; empty while another page is shown."""
    return document.get("search", "") if document and document.get("path") == path else ""


def search_of(state: PageState) -> str:
    """The query string of a state, in canonical order, with its question mark; a round trip."""
    pairs = query_pairs(state.selection)
    extras = {
        "place": state.place,
        "order": state.order.value if state.order else None,
        "view": state.view.value if state.view is not View.LIST else None,
        "shown": str(state.shown) if state.shown != STEP else None,
        "follow": "1" if state.follow else None,
        "map": str(state.camera) if state.camera else None,
        "zoning": state.zoning.value if state.zoning else None,
        "organisation": state.organisation,
        "lang": state.language.value if state.language is not Language.FRENCH else None,
    }
    pairs += [(name, value) for name, value in extras.items() if value]
    pairs += [(NOTICED, each) for each in state.noticed]
    return "?" + urlencode(pairs, quote_via=quote, safe=":,/")


def _single(parameters: Mapping[str, Sequence[str]], name: str) -> str:
    values = parameters.get(name, ())
    return values[-1].strip() if values else ""


def _term(parameters: Mapping[str, Sequence[str]], name: str, terms: type[T]) -> T | None:
    value = _single(parameters, name)
    if not value:
        return None
    if value not in terms.codes():
        raise BadParameter(name, value, "valeur inconnue.", terms.codes())
    return terms(value)


def _shown(text: str) -> int:
    if not text:
        return STEP
    number = whole_between("shown", text, 0, 999_999)
    return min(MOST_SHOWN, max(STEP, math.ceil(number / STEP) * STEP))


def _camera(text: str) -> Camera | None:
    if not text:
        return None
    zoom, lat, lon = numbers_of("map", text.replace("/", ","), 3)
    try:
        return Camera(Point(lon, lat), round(zoom))
    except ValueError:
        problem = "zoom/latitude/longitude en degrés sont attendus."
        raise BadParameter("map", text, problem) from None
