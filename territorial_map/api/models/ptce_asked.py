"""The bodies that ask for the check of a group against the texts on PTCEs, and for its dossier."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field

from territorial_map.api.models.lists import MOST_ID, AskedBody, OrganisationId
from territorial_map.domain.language.languages import Language
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.ptce.group_file import MAX_LINES
from territorial_map.services.ptce.matrix import SaidOfPooling
from territorial_map.services.ptce.notes import GroupNotes, ProofNoted

MOST_IN_DOSSIER = 100
MOST_NOTE = 2_000


def _written(form: str) -> Any:  # noqa: ANN401 - as pydantic types its fields
    """A text that has a form of its own, which the document names."""
    return Field(max_length=MOST_ID, json_schema_extra={"format": form})


def _closed(codes: Iterable[str]) -> Any:  # noqa: ANN401 - as above
    """A text of a closed list."""
    return Field(pattern=f"^({'|'.join(codes)})$")


class MemberAsked(AskedBody):
    """A member by its id, or described: at least a name."""

    id: Annotated[str, Field(max_length=MOST_ID)] = ""
    name: Annotated[str, Field(max_length=MOST_ID)] = ""
    legal_form: Annotated[str, _written("legal_form")] = ""
    partner_type: Annotated[str, _written("partner_type")] = ""
    siren: Annotated[str, _written("siren")] = ""
    commune: Annotated[str, _written("commune")] = ""

    def told(self) -> dict[str, str]:
        """What is told, by column."""
        return {name: getattr(self, name) for name in sorted(self.model_fields_set)}


class GroupAsked(AskedBody):
    """A group: ids of the directory, or described members, never both.

    ``complete`` is the author's word that the list holds every member.
    """

    ids: Annotated[
        list[OrganisationId],
        Field(
            max_length=MAX_LINES,
        ),
    ] = Field(default_factory=list)
    members: Annotated[list[MemberAsked], Field(max_length=MAX_LINES)] = Field(default_factory=list)
    complete: bool = False


class ProofNotedAsked(AskedBody):
    """What the author of a group has of a clause: the proof or not, and a note on it."""

    code: Annotated[str, _closed((*ElementCode.codes(), *ConditionCode.codes()))]
    done: bool = False
    note: Annotated[str, Field(max_length=MOST_NOTE)] = ""


class AnswerNotedAsked(AskedBody):
    """What a member answered on a category."""

    id: OrganisationId
    category: Annotated[str, _closed(PoolingCategory.codes())]
    said: Annotated[str, _closed(SaidOfPooling.codes())]


class DossierAsked(AskedBody):
    """A group of the directory, and what its author noted; ``pole`` is the PTCE it starts from."""

    ids: Annotated[list[OrganisationId], Field(min_length=1, max_length=MOST_IN_DOSSIER)]
    complete: bool = False
    pole: Annotated[str, Field(max_length=MOST_ID)] = ""
    name: Annotated[str, Field(max_length=MOST_ID)] = ""
    lang: Annotated[str, _closed(Language.codes())] = Language.FRENCH.value
    proofs: Annotated[list[ProofNotedAsked], Field(max_length=60)] = Field(default_factory=list)
    answers: Annotated[list[AnswerNotedAsked], Field(max_length=3000)] = Field(default_factory=list)

    def noted(self) -> GroupNotes:
        """What the author noted, as the dossier reads it."""
        proofs = {
            clause_code(one.code): ProofNoted(done=one.done, note=one.note) for one in self.proofs
        }
        answers: dict[str, dict[PoolingCategory, SaidOfPooling]] = {}
        for one in self.answers:
            of_member = answers.setdefault(one.id, {})
            of_member[PoolingCategory(one.category)] = SaidOfPooling(one.said)
        return GroupNotes(self.name, proofs, answers)


def clause_code(code: str) -> ElementCode | ConditionCode:
    """The code of an element, else of a condition."""
    return ElementCode(code) if code in ElementCode.codes() else ConditionCode(code)
