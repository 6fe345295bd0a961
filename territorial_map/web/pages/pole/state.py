"""The address of a group: its members, where they come from, whether its author says it is all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import quote

from territorial_map.services.explore.query_string import parameters_of
from territorial_map.web.base.addresses import POLE
from territorial_map.web.base.texts import Language, language_or_french

MOST_MEMBERS = 100
MAX_ID = 300


@dataclass(frozen=True, slots=True)
class GroupState:
    """``ids`` without repeats, in the order they were added; ``complete`` is the author's word.

    ``pole`` is the id of the PTCE from whose known members the group starts.
    """

    ids: tuple[str, ...] = ()
    complete: bool = False
    pole: str = ""
    language: Language = Language.FRENCH

    def __post_init__(self) -> None:
        if len(set(self.ids)) != len(self.ids) or len(self.ids) > MOST_MEMBERS:
            raise ValueError(f"a group has {MOST_MEMBERS} different ids at most")

    def having(self, ids: Iterable[str]) -> Self:
        """The same page with other members."""
        return replace(self, ids=members_of(ids))


def members_of(ids: Iterable[object]) -> tuple[str, ...]:
    """The ids that can be members: texts, once each, ``MOST_MEMBERS`` at most."""
    texts = (one.strip() for one in ids if isinstance(one, str))
    return tuple(dict.fromkeys(one for one in texts if 0 < len(one) <= MAX_ID))[:MOST_MEMBERS]


def group_from_search(search: str) -> GroupState:
    """The group of an address ``?ids=a,b,c&complet=1`` or ``?from=<pole>``.

    An unknown language reads as French.
    """
    parameters = parameters_of(search)
    ids = (one for value in parameters.get("ids", ()) for one in value.split(","))
    lang = parameters.get("lang", [""])[-1]
    return GroupState(
        members_of(ids),
        parameters.get("complet", [""])[-1] == "1",
        "".join(members_of(parameters.get("from", [""])[-1:])),
        language_or_french(lang),
    )


def address_of_group(state: GroupState) -> str:
    """The address of a group, to share; a round trip."""
    parts = []
    if state.ids:
        parts.append("ids=" + ",".join(quote(one, safe=":") for one in state.ids))
    if state.pole:
        parts.append("from=" + quote(state.pole, safe=":"))
    if state.complete:
        parts.append("complet=1")
    if state.language is not Language.FRENCH:
        parts.append(f"lang={state.language.value}")
    return POLE + ("?" + "&".join(parts) if parts else "")
