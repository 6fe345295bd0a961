"""« Même groupe », « pas le même »: what operators say of pairs, for all."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import IsoDate
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.operators import PairAsked
from territorial_map.ledger.dismissals import MOST_REASON
from territorial_map.ledger.group_words import GroupSaid, GroupWord
from territorial_map.services.partnerships.group_word_list import ToldWord


class GroupWordAsked(PairAsked):
    """Whether a pair is of one group."""

    said: Annotated[
        str,
        Field(json_schema_extra={"enum": list(GroupSaid.codes())}),
        BeforeValidator(one_of("said", GroupSaid.codes())),
    ]
    reason: Annotated[str, Field(max_length=MOST_REASON, description="Pourquoi, si on le dit.")] = (
        ""
    )


class SaidPair(TypedDict):
    """The pair, its ids in order, and what is said of it."""

    a_id: str
    b_id: str
    said: GroupSaid


class GroupWordLine(SaidPair):
    """A pair of which something is said; an empty name is no more in this edition."""

    a_name: str
    b_name: str
    reason: str
    decided_on: IsoDate


class GroupWordList(TypedDict):
    """Every pair of which something is said, the latest first."""

    group_words: list[GroupWordLine]


class GroupWordKept(SaidPair):
    """``kept`` is false where the same was said already."""

    kept: bool


class GroupWordTakenBack(SaidPair):
    """``taken_back`` is false where that is not what is said of the pair."""

    taken_back: bool


def group_words_answer(told: Iterable[ToldWord]) -> GroupWordList:
    """Every word, named."""
    return {
        "group_words": [
            {
                **said_pair(one.word),
                "a_name": one.a_name,
                "b_name": one.b_name,
                "reason": one.reason,
                "decided_on": one.decided_on,
            }
            for one in told
        ]
    }


def said_pair(word: GroupWord) -> SaidPair:
    """The pair of a word."""
    return {"a_id": word.a_id, "b_id": word.b_id, "said": word.said}
