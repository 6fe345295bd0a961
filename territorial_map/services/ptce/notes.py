"""What the author of a group noted: proofs gathered, clause by clause, and answers of members."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.ptce.matrix import NotedAnswers, SaidOfPooling


@dataclass(frozen=True, slots=True)
class ProofNoted:
    """``done`` is the author's word that the proof is there; ``note`` says which and where."""

    done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupNotes:
    """``name`` is that of the list; notes by clause, answers by member and category."""

    name: str = ""
    proofs: Mapping[ElementCode | ConditionCode, ProofNoted] = field(default_factory=dict)
    answers: NotedAnswers = field(default_factory=dict)

    def proof(self, code: ElementCode | ConditionCode) -> ProofNoted:
        """What is noted of a clause; nothing where it is not."""
        return self.proofs.get(code, ProofNoted())

    def answer(self, ids: tuple[str, ...], category: PoolingCategory) -> SaidOfPooling | None:
        """What a member answered, under any of the ids that it was asked for."""
        for any_id in ids:
            said = self.answers.get(any_id, {}).get(category)
            if said is not None:
                return said
        return None
