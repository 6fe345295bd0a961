"""What operators say of groups, with the names of an edition, as a list and as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from territorial_map.ledger.group_words import GroupDecision, GroupWord
from territorial_map.services.explore.open_edition import OpenEdition


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word and the names of its pair; a name is empty when the edition has it no more."""

    word: GroupWord
    a_name: str
    b_name: str
    reason: str
    decided_on: str

    def row(self) -> dict[str, str]:
        """One line of a table."""
        return {
            "a_id": self.word.a_id,
            "b_id": self.word.b_id,
            "said": self.word.said.value,
            "a_name": self.a_name,
            "b_name": self.b_name,
            "reason": self.reason,
            "decided_on": self.decided_on,
        }


def told_words(decisions: Sequence[GroupDecision], edition: OpenEdition) -> tuple[ToldWord, ...]:
    """The words in their order, named."""
    ids = {any_id for one in decisions for any_id in one.word.pair}
    names = {listed.id: listed.name for listed in edition.listed_by_ids(tuple(sorted(ids)))}
    return tuple(
        ToldWord(
            one.word,
            names.get(one.word.a_id, ""),
            names.get(one.word.b_id, ""),
            one.reason,
            one.decided_at.date().isoformat(),
        )
        for one in decisions
    )


def words_csv(told: Iterable[ToldWord]) -> str:
    """The words as a table: comma, UTF-8."""
    buffer = io.StringIO()
    columns = ("a_id", "b_id", "said", "a_name", "b_name", "reason", "decided_on")
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(one.row() for one in told)
    return buffer.getvalue()
