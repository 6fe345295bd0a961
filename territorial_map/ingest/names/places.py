"""Names of territories as the COG writes them, to be recognised in names in capitals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from territorial_map.domain.text import words
from territorial_map.ingest.names.lexicon import lexicon

_ARTICLES = frozenset({"le", "la", "les", "l"})
_SAINTS = {"st": "saint", "ste": "sainte"}
_LONGEST = 8  # words of the longest name looked for


@dataclass(frozen=True, slots=True, eq=False)
class PlaceNames:
    """``phrases``: folded words of a name of several words; ``singles``: a folded single word.

    The article that begins a name is left out: inside a sentence it is an ordinary article.
    """

    phrases: Mapping[tuple[str, ...], str]
    singles: Mapping[str, str]
    first_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first_words", frozenset(phrase[0] for phrase in self.phrases))

    def may_begin(self, folded: str) -> bool:
        """Whether a folded word begins a name of several words."""
        return _SAINTS.get(folded, folded) in self.first_words

    def longest_at(self, folded: Sequence[str]) -> tuple[int, str] | None:
        """How many of the first words make the name of a territory, and that name."""
        spelt = tuple(_SAINTS.get(word, word) for word in folded[:_LONGEST])
        for length in range(len(spelt), 1, -1):
            name = self.phrases.get(spelt[:length])
            if name is not None:
                return length, name
        return None


def place_names(names: Iterable[str]) -> PlaceNames:
    """Recognisable names, among those of communes, départements and régions.

    A single word is used for its accents alone, when all the territories it names agree on them
    and it is no common word.
    """
    phrases: dict[tuple[str, ...], str] = {}
    singles: defaultdict[str, set[str]] = defaultdict(set)
    for name in sorted(names):
        bare = _without_article(name.replace("'", "’"))
        folded = words(bare)
        if len(folded) > 1:
            phrases.setdefault(folded, bare)
        elif folded:
            singles[folded[0]].add(bare)
    not_places = {word.lower() for word in lexicon().not_places}
    return PlaceNames(
        phrases,
        {
            word: spellings.pop()
            for word, spellings in singles.items()
            if len(spellings) == 1 and word not in not_places
        },
    )


def _without_article(name: str) -> str:
    for separator in (" ", "’"):
        article, found, rest = name.partition(separator)
        if found and article.lower() in _ARTICLES:
            return rest
    return name
