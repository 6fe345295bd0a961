"""Who is together with a group already: never a candidate for what the group lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.errors import NotFound
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.ptce.member import Member
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.partnerships.same_group import group_of
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import Texts

_MOST_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class PoleMembers:
    """The members that a source names of a pole in the group, and that are not in it yet."""

    pole: Organisation
    members: tuple[Organisation, ...]

    @property
    def action(self) -> Sentence:
        """What to do first."""
        n = len(self.members)
        in_english = source_in_words(self.source, Texts(Language.ENGLISH))
        if n == 1:
            return say(
                f"Ajouter le membre connu de ce pôle ({self.source})",
                f"Add the known member of this pole ({in_english})",
            )
        return say(
            f"Ajouter les {n} membres connus de ce pôle ({self.source})",
            f"Add the {n} known members of this pole ({in_english})",
        )

    @property
    def source(self) -> str:
        """Who names them."""
        return self.pole.source.source


def poles_of(edition: OpenEdition, members: Sequence[Member]) -> tuple[PoleMembers, ...]:
    """For each pole in the group, its documented members that are not in the group."""
    inside = {member.id for member in members}
    keys = {member.person_key for member in members}
    found: list[PoleMembers] = []
    for pole in _records(edition, members):
        if pole.kind is not Kind.PTCE:
            continue
        tied = known_members(edition, pole.id)
        left = tuple(one for one in tied if one.id not in inside and one.person_key not in keys)
        found.append(PoleMembers(pole, left))
    return tuple(found)


def known_members(edition: OpenEdition, pole_id: str) -> tuple[Organisation, ...]:
    """The members that sources name of a pole; none of an organisation that is no pole."""
    return tuple(edition.organisations(Selection.of({"member_of": [pole_id]})))


def same_group_ids(edition: OpenEdition, members: Sequence[Member]) -> frozenset[str]:
    """Everyone who is probably of the group of a member of the directory."""
    index = profile_index(edition, edition.knowledge.pooling)
    found: set[str] = set()
    with edition.file.connect() as connection:
        for member in _records(edition, members)[:_MOST_LOOKED_AT]:
            facts = facts_of_id(edition, member.id)
            found.update(one.id for one in group_of(connection, facts, index))
    return frozenset(found)


def _records(edition: OpenEdition, members: Sequence[Member]) -> list[Organisation]:
    records: list[Organisation] = []
    for member in members:
        if not member.id:
            continue
        try:
            records.append(edition.organisation(member.id))
        except NotFound:
            continue
    return records
