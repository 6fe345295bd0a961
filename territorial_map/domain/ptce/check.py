"""The check of a group: two blocks, never mixed, and no verdict on the whole.

A PTCE is a definition, not a label: no answer says that a group is one or is not one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.ptce.article_9 import elements_of
from territorial_map.domain.ptce.calls import conditions_of
from territorial_map.domain.ptce.group import CheckedGroup, Finding
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member
from territorial_map.domain.ptce.persons import Count, count_persons
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode


@dataclass(frozen=True, slots=True)
class PtceCheck:
    """Elements of article 9 of law 2014-856, and apart conditions of décret 2015-431, article 3."""

    article_9: tuple[Finding, ...]
    call_eligibility: tuple[Finding, ...]
    persons: Count
    complete: bool
    existing: str | None = None

    def of(self, code: ElementCode | ConditionCode) -> Finding:
        """The finding of a code."""
        findings = (*self.article_9, *self.call_eligibility)
        return next(finding for finding in findings if finding.clause.code is code)


def check_group(
    members: Sequence[Member], *, complete: bool, law: Law, existing: str | None = None
) -> PtceCheck:
    """What can be said of a group, clause by clause.

    ``complete`` is the author's word that the list holds every member: only then can anything be
    not met. ``existing`` names a PTCE of which the members are known: then nothing is not met nor
    not established, what the sources do not show is for the pole to declare.

    Order never matters, the same site twice counts once, sites of one SIREN are one person. A new
    legal person never turns what is established into less, territory apart: it is a fact about
    all, which an enterprise elsewhere changes.
    """
    group = CheckedGroup.of(members, complete=complete, law=law, existing=existing)
    return PtceCheck(
        elements_of(group),
        conditions_of(group),
        count_persons(group.persons),
        complete,
        existing,
    )
