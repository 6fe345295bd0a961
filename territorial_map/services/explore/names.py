"""What codes are called: territories by the gazetteer, practices by the guide's own titles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from territorial_map.domain.language.languages import Language
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.reading import QuestionReading, as_words
from territorial_map.services.texts import Texts

PRACTICE = "practice"


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
