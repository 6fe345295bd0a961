"""Names met with typing errors: only those that are long enough, and short enough, are compared."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA


class NamesByLength:
    """Folded names by their length: comparing with a whole country's would hold everyone."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[int, list[str]] = defaultdict(list)
        for name in names:
            self._names[len(name)].append(name)

    def nearest(self, wanted: str, errors: int, most: int | None = None) -> list[str]:
        """Names at so many typing errors (Damerau–Levenshtein) or fewer, the nearest first.

        >>> NamesByLength(["romans", "valence"]).nearest("romasn", errors=1, most=4)
        ['romans']
        """
        found: list[tuple[float, str]] = []
        for length in range(len(wanted) - errors, len(wanted) + errors + 1):
            near = process.extract(
                wanted,
                self._names.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=None,
            )
            found += [(distance, name) for name, distance, _ in near]
        return [name for _, name in sorted(found)[:most]]
