"""The group being checked, and how counts become verdicts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.ptce.law import Clause, Law
from territorial_map.domain.ptce.member import Member, MemberStanding
from territorial_map.domain.ptce.persons import (
    Count,
    Mention,
    Person,
    count_persons,
    fold_persons,
    only,
)
from territorial_map.domain.ptce.verdict import ChecklistState, ClauseVerdict


@dataclass(frozen=True, slots=True)
class Finding:
    """What can be said of one clause: who establishes it, what shows it, what is still asked.

    ``to_establish`` are the persons that could fill it once their statutes are known.
    ``would_establish`` is there when it is not established, ``proof`` when it is to declare.
    """

    clause: Clause
    verdict: ClauseVerdict
    members: tuple[Mention, ...] = ()
    to_establish: tuple[Mention, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    proof: Sentence | None = None
    would_establish: Sentence | None = None

    @property
    def state(self) -> ChecklistState:
        """To confirm where the statutes of a member could establish what is not yet."""
        open_ones = {ClauseVerdict.NOT_ESTABLISHED, ClauseVerdict.TO_DECLARE}
        if self.to_establish and self.verdict in open_ones:
            return ChecklistState.TO_CONFIRM
        return ChecklistState(self.verdict.value)


@dataclass(frozen=True, slots=True)
class CheckedGroup:
    """Legal persons under one roof; ``existing`` is the name of a PTCE they are known from.

    ``ended`` are PTCEs of the list that have ended: they are told, and count for nothing.
    """

    persons: tuple[Person, ...]
    n_lines: int
    complete: bool
    law: Law
    existing: str | None = None
    ended: tuple[Member, ...] = ()

    @classmethod
    def of(
        cls, members: Sequence[Member], *, complete: bool, law: Law, existing: str | None = None
    ) -> Self:
        """The group of a list of sites."""
        ended = {member for member in members if member.ended is not None}
        alive = [member for member in members if member not in ended]
        told = tuple(sorted(ended, key=lambda member: (member.name, member.person_key)))
        return cls(fold_persons(alive), len(set(members)), complete, law, existing, told)

    @property
    def ess(self) -> tuple[Person, ...]:
        """Established ESS enterprises."""
        return only(self.persons, lambda p: p.standing is MemberStanding.ESS)

    @property
    def maybe_ess(self) -> tuple[Person, ...]:
        """Persons whose statutes could still show an ESS enterprise."""
        return only(self.persons, lambda p: p.may_be_ess)

    @property
    def others(self) -> tuple[Person, ...]:
        """Enterprises whose statutes are known not to be ESS."""
        return only(self.persons, lambda p: p.is_enterprise and p.statutes_known)

    @property
    def maybe_others(self) -> tuple[Person, ...]:
        """Persons that could still be enterprises outside the ESS, or groupings of them.

        An enterprise of unknown statutes is one of them: it establishes nothing.
        """
        return only(
            self.persons,
            lambda p: p.may_be_other_enterprise or (p.is_enterprise and not p.statutes_known),
        )

    @property
    def links(self) -> tuple[Person, ...]:
        """Persons with whom article 9 wants links."""
        return only(self.persons, lambda p: p.is_link)

    @property
    def grouped(self) -> tuple[Person, ...]:
        """The enterprises that gather: all but the links that are not enterprises.

        One whose number contradicts its form may be no enterprise: it gathers with nobody yet.
        """
        enterprises = {MemberStanding.ESS, MemberStanding.OTHER_ENTERPRISE}
        return only(
            self.persons,
            lambda p: not p.contradicts_its_number and (p.standing in enterprises or not p.is_link),
        )

    def verdict(self, found: Count, needed: int, possible: Count) -> ClauseVerdict:
        """Established by the lower count; not met only if even the higher one is too few.

        ``possible`` counts all that could fill it, once what is to establish is known.
        """
        if found.low >= needed:
            return ClauseVerdict.ESTABLISHED
        if self.existing is not None:
            return ClauseVerdict.TO_DECLARE
        if self.complete and possible.high < needed:
            return ClauseVerdict.NOT_MET
        return ClauseVerdict.NOT_ESTABLISHED

    def finding(
        self,
        clause: Clause,
        verdict: ClauseVerdict,
        *,
        members: Sequence[Person] = (),
        to_establish: Sequence[Person] = (),
        evidence: Sequence[Sentence] = (),
    ) -> Finding:
        """A finding with the proof or the missing piece that its verdict calls for."""
        lacking = verdict in {ClauseVerdict.NOT_ESTABLISHED, ClauseVerdict.NOT_MET}
        known = (self._known_sentence(),) if self.existing is not None else ()
        return Finding(
            clause,
            verdict,
            tuple(person.mention for person in members),
            tuple(person.mention for person in to_establish),
            (*known, *evidence),
            clause.proof if verdict is ClauseVerdict.TO_DECLARE else None,
            clause.would_establish if lacking else None,
        )

    def _known_sentence(self) -> Sentence:
        return say(
            f"Membres de « {self.existing} » connus de nos sources seulement : le reste est à "
            "déclarer par le pôle.",
            f"Members of “{self.existing}” known to our sources only: the rest is for the pole to "
            "declare.",
        )


def count_sentences(group: CheckedGroup) -> tuple[Sentence, ...]:
    """How many legal persons the lines are, and why the count may be a range."""
    count = count_persons(group.persons)
    fr, en = f"{count.low}", f"{count.low}"
    if count.low < count.high:
        fr, en = (
            f"au moins {count.low} et au plus {count.high}",
            f"at least {count.low} and at most {count.high}",
        )
    lines = "lignes" if group.n_lines > 1 else "ligne"
    sentences = [
        say(
            f"{group.n_lines} {lines}, {fr} personne{'s' if count.high > 1 else ''} "
            f"morale{'s' if count.high > 1 else ''} : les sites d’un même SIREN comptent une fois.",
            f"{group.n_lines} line{'s' if group.n_lines > 1 else ''}, {en} legal "
            f"person{'s' if count.high > 1 else ''}: the sites of one SIREN count once.",
        )
    ]
    unnumbered = [p.name for p in group.persons if not p.has_siren]
    if unnumbered:
        named = ", ".join(unnumbered)
        reading = (
            (
                "plusieurs portent le même nom et peuvent n’en faire qu’une.",
                "several share a name and may be one.",
            )
            if count.low < count.high
            else ("comptés séparément, à vérifier.", "counted apart, to be checked.")
        )
        sentences.append(
            say(f"Sans SIREN : {named} ; {reading[0]}", f"Without SIREN: {named}; {reading[1]}")
        )
    return (*sentences, *map(_ended_sentence, group.ended))


def _ended_sentence(pole: Member) -> Sentence:
    year = re.search(r"\d{4}", pole.ended or "")
    fr = f"en {year[0]}" if year else f"(« {pole.ended} »)"
    en = f"in {year[0]}" if year else f"(“{pole.ended}”)"
    return say(
        f"{pole.name} : d’après nos sources, ce pôle a pris fin {fr} ; il n’est pas compté. Ses "
        "membres peuvent l’être un à un.",
        f"{pole.name}: by our sources, this pole ended {en}; it is not counted. Its members can "
        "be, one by one.",
    )
