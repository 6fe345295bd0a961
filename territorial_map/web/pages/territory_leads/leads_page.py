"""One page of the leads of a territory: what was asked and found, its address, its order."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, TerritoryLeads
from territorial_map.web.base.addresses import asking, in_language, territory_path
from territorial_map.web.base.texts import Texts

PER_PAGE = 25
_Sorting = Callable[[tuple[int, Lead]], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class LeadsPage:
    """What was asked and found, which page of the table, sorted by what."""

    territory: AnyTerritory
    asked: TerritoryAsked
    found: TerritoryLeads
    page: int = 1
    sort: str = ""

    @property
    def rows(self) -> list[tuple[int, Lead]]:
        """Every lead with its number, as sorted."""
        numbered = list(enumerate(self.found.leads, start=1))
        sorting = _SORTS.get(self.sort)
        return sorted(numbered, key=sorting) if sorting else numbered

    @property
    def pages(self) -> int:
        """How many pages the table has, one at least."""
        return max(1, -(-len(self.found.leads) // PER_PAGE))

    def query(self, **changed: str) -> str:
        """The parameters of the page, some changed; empty ones are left out."""
        pairs = [("pooling", category.value) for category in self.asked.pooling]
        pairs += self.asked.kept.pairs()
        own = {"sort": self.sort, "page": str(self.page) if self.page > 1 else ""} | changed
        return urlencode(pairs + [(name, value) for name, value in own.items() if value])

    def address(self, t: Texts, **changed: str) -> str:
        """The address of the page, some of its parameters changed."""
        query = self.query(**changed)
        path = asking(territory_path(self.territory, "/pistes"), query)
        return in_language(path, t.language)


_SORTS: dict[str, _Sorting] = {
    "category": lambda row: (list(PoolingCategory).index(row[1].main.category), row[0]),
    "from": lambda row: (row[1].main.a.name.casefold(), row[0]),
    "to": lambda row: (row[1].main.b.name.casefold(), row[0]),
    "distance": lambda row: (row[1].main.nearness.distance_km or float("inf"), row[0]),
    "word": lambda row: (list(Tier).index(row[1].main.tier), row[0]),
}
