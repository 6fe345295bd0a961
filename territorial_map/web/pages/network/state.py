"""The address of a network: around whom or where, in which category, from which word on."""

from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urlencode

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.query_string import parameters_of, query_pairs
from territorial_map.web.base.addresses import NETWORK
from territorial_map.web.base.state import PageState, search_of, state_from_search
from territorial_map.web.base.texts import Language


class Strength(Term):
    """Which links are drawn, by word."""

    STRONG = "strong", "Pistes fortes seulement"
    EXPLORE = "explore", "Pistes fortes et à explorer"
    ALL = "all", "Toutes, faits insuffisants compris"

    @property
    def tiers(self) -> frozenset[Tier]:
        """The words that are drawn."""
        kept = {Strength.STRONG: 1, Strength.EXPLORE: 2, Strength.ALL: 3}[self]
        return frozenset(tuple(Tier)[:kept])


@dataclass(frozen=True, slots=True)
class NetworkState:
    """``page`` holds the selection, the organisation and the language, as on the map."""

    page: PageState = field(default_factory=PageState)
    pooling: PoolingCategory | None = None
    strength: Strength = Strength.EXPLORE

    @property
    def is_empty(self) -> bool:
        """True when nothing says where to look."""
        return self.page.organisation is None and self.page.selection.is_empty

    def around(self, organisation: str) -> Self:
        """The same links around an organisation."""
        return replace(self, page=PageState(organisation=organisation, language=self.page.language))

    @property
    def on_map(self) -> str:
        """The address of the map with the same selection, organisation and category."""
        search = search_of(self.page)
        asked = f"&pooling={self.pooling.value}" if self.pooling and self.page.organisation else ""
        return f"/{search}{asked}" if search != "?" else "/"


def network_from_search(search: str) -> NetworkState:
    """The network that an address names; an unknown category or word reads as none.

    Raises:
        BadParameter: a filter with a value it cannot take.
    """
    parameters = parameters_of(search)
    page = state_from_search(search)
    pooling = parameters.get("pooling", [""])[-1]
    strength = parameters.get("tier", [""])[-1]
    return NetworkState(
        PageState(
            page.selection,
            organisation=page.organisation,
            language=page.language,
            noticed=page.noticed,
        ),
        PoolingCategory(pooling) if pooling in PoolingCategory.codes() else None,
        Strength(strength) if strength in Strength.codes() else Strength.EXPLORE,
    )


def address_of_network(state: NetworkState) -> str:
    """The address of a network, in canonical order; a round trip."""
    pairs = query_pairs(state.page.selection)
    extras = {
        "organisation": state.page.organisation,
        "pooling": state.pooling.value if state.pooling else None,
        "tier": state.strength.value if state.strength is not Strength.EXPLORE else None,
        "lang": state.page.language.value if state.page.language is not Language.FRENCH else None,
    }
    pairs += [(name, value) for name, value in extras.items() if value]
    return NETWORK + ("?" + urlencode(pairs, safe=":,") if pairs else "")
