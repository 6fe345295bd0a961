"""The address of a framed page: its selection, what is locked, its panels, colour and height."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import quote, urlencode

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.query_string import parameters_of, query_pairs
from territorial_map.web.base.addresses import page_in
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Language
from territorial_map.web.embed.colours import DEFAULT_ACCENT, accent_of

PATH = "/embed"
TERRITORY = "territory"
TEXT = "q"
PLACED = (*TerritoryLevel.codes(), "near", "radius_km", "place", "bbox")
# Filters that a framed page can offer; each can be locked.
OFFERED = (
    *("kind", "sector", "device", "ess_status", "legal_family", "place_type"),
    *("source", "licence"),
)
LOCKS = {TERRITORY: "Territoire", TEXT: "Texte", "all": "Tous les filtres"}
LOCKABLE = (TERRITORY, TEXT, *OFFERED, "all")


class Panel(Term):
    """What a framed page shows."""

    MAP = "map", "Carte"
    LIST = "list", "Liste"
    FILTERS = "filters", "Filtres"


class Height(Term):
    """Who sets the height: the host's frame, or the content (with the host's script)."""

    FIXED = "fixed", "Hauteur du cadre, défilement à l’intérieur"
    AUTO = "auto", "Hauteur du contenu, sans défilement à l’intérieur"


@dataclass(frozen=True, slots=True)
class EmbedState:
    """A framed page; ``locked`` filters are told, never offered."""

    page: PageState = field(default_factory=PageState)
    number: int = 1
    panels: tuple[Panel, ...] = tuple(Panel)
    locked: frozenset[str] = frozenset()
    accent: str = DEFAULT_ACCENT
    height: Height = Height.FIXED

    @property
    def offered(self) -> tuple[str, ...]:
        """The filters that the form shows."""
        if Panel.FILTERS not in self.panels or "all" in self.locked:
            return ()
        return tuple(name for name in OFFERED if name not in self.locked)

    def offers(self, name: str) -> bool:
        """Whether the text or the place can be changed."""
        return Panel.FILTERS in self.panels and not self.locked & {name, "all"}

    def selecting(self, selection: Selection) -> Self:
        """The same frame on another selection, from its first page."""
        return replace(self, page=self.page.selecting(selection), number=1)

    def settings(self) -> list[tuple[str, str]]:
        """What is no filter, as parameters; defaults are left out."""
        pairs = []
        if self.panels != tuple(Panel):
            pairs.append(("show", ",".join(panel.value for panel in self.panels)))
        if self.locked:
            pairs.append(("lock", ",".join(sorted(self.locked))))
        if self.accent != DEFAULT_ACCENT:
            pairs.append(("accent", self.accent))
        if self.height is not Height.FIXED:
            pairs.append(("height", self.height.value))
        if self.page.language is not Language.FRENCH:
            pairs.append(("lang", self.page.language.value))
        return pairs

    def address(self, number: int = 1) -> str:
        """The address of the frame, a round trip."""
        pairs = query_pairs(self.page.selection)
        pairs += place_pairs(self)
        pairs += self.settings()
        pairs += [("page", str(number))] if number > 1 else []
        query = urlencode(pairs, quote_via=quote, safe=":,/")
        return f"{PATH}?{query}" if query else PATH


def embed_from_search(search: str) -> EmbedState:
    """The frame that an address describes.

    Raises:
        BadParameter: a value that its parameter cannot take, with the accepted ones.
    """
    parameters = parameters_of(search)
    panels = tuple(map(Panel, _among("show", parameters, Panel.codes())))
    height = _among("height", parameters, Height.codes())[-1:]
    accent = parameters.get("accent", [""])[-1]
    page = state_from_search(search)
    return EmbedState(
        PageState(page.selection, language=page.language, place=page.place, noticed=page.noticed),
        page_in(search),
        tuple(panel for panel in Panel if panel in panels) or tuple(Panel),
        frozenset(_among("lock", parameters, LOCKABLE)),
        accent_of(accent) if accent else DEFAULT_ACCENT,
        Height(height[0]) if height else Height.FIXED,
    )


def place_pairs(state: EmbedState) -> list[tuple[str, str]]:
    """The commune that a radius is named after, as a parameter, where there is one."""
    return [("place", state.page.place)] if state.page.place else []


def lock_label(name: str) -> str:
    """The msgid of what a lock holds."""
    return LOCKS.get(name) or BY_NAME[name].label


def _among(
    name: str, parameters: Mapping[str, Sequence[str]], allowed: tuple[str, ...]
) -> tuple[str, ...]:
    told = [part.strip() for value in parameters.get(name, ()) for part in value.split(",")]
    values = tuple(dict.fromkeys(part for part in told if part))
    for value in values:
        if value not in allowed:
            raise BadParameter(name, value, "valeur inconnue.", allowed)
    return values
