"""What codes are called: territories by the gazetteer, practices by the guide's own titles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import FacetValue
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.reading import QuestionReading, as_words
from territorial_map.services.texts import Texts

PRACTICE = "practice"
_TERRITORIAL = {level.value: level for level in TerritoryLevel}


@dataclass(frozen=True, slots=True)
class Names:
    """The names that an edition and the guide give; a code that neither knows stands for itself.

    ``understood`` reads a typed text as the edition does.
    """

    gazetteer: Gazetteer = field(repr=False)
    practices: PracticeCatalogue = field(repr=False)
    zones: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    understood: Callable[[str], QuestionReading] = field(default=as_words, repr=False)

    def zone(self, name: str, code: str) -> str:
        """The name of a zone of a filter, the code itself where no layer tells it."""
        return self.zones.get(name, {}).get(code, code)

    def territory(self, level: TerritoryLevel, code: str) -> str:
        """The name of a territory."""
        return self.gazetteer.name_of(level, code)

    def values_of(self, name: str, found: Mapping[str, int]) -> tuple[FacetValue, ...]:
        """The values of a counted filter with their names; closed lists keep their zeros.

        Territories and zones come by count, then by name; the others in their own order.
        """
        if name in _TERRITORIAL or name in self.zones:
            named = (FacetValue(v, self._place(name, v), n) for v, n in found.items())
            return tuple(sorted(named, key=lambda f: (-f.count, f.name)))
        dimension = BY_NAME[name]
        label_of = self.practice if name == PRACTICE else dimension.label_of
        values = dimension.accepted() or sorted(found)
        return tuple(FacetValue(v, label_of(v), found.get(v, 0)) for v in values)

    def _place(self, name: str, code: str) -> str:
        level = _TERRITORIAL.get(name)
        return self.territory(level, code) if level else self.zone(name, code)

    def practice(self, value: str, t: Texts | None = None) -> str:
        """The words of a value of the ``practice`` filter (``p27``, ``p27:partner_for``).

        The title, and the role when there is one; French by default.
        """
        practice_id, _, role = value.partition(":")
        practice = self.practices.practice(practice_id)
        t = t or Texts()
        title = practice_id
        if practice is not None:
            title = practice.title if t.language is Language.FRENCH else practice.title_en
        return f"{title} ({t.label(Role(role).label).lower()})" if role else title
