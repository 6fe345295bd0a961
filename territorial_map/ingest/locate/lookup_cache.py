"""What was looked up once for all the rows that tell the same."""

from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from territorial_map.ingest.territories import TerritoryReference

_Told = TypeVar("_Told")
_Answer = TypeVar("_Answer")
_MOST = 100_000  # some three for each commune


class Known(Generic[_Told, _Answer]):
    """Answers by what rows tell, apart for each reference; a bounded number, gone with it."""

    def __init__(self) -> None:
        self._answers: WeakKeyDictionary[TerritoryReference, dict[_Told, _Answer]] = (
            WeakKeyDictionary()
        )

    def of(self, reference: TerritoryReference) -> dict[_Told, _Answer]:
        """Those of a reference, to be read and added to; ask again before each addition."""
        answers = self._answers.get(reference)
        if answers is None:
            answers = self._answers[reference] = {}
        elif len(answers) >= _MOST:
            answers.clear()
        return answers
