"""Why each member of a group is in it: what it brings or looks for, and what is lost without it."""

from dataclasses import dataclass

from territorial_map.domain.geo import distance_km
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.claims import Claim
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.groups import PoolingGroup
from territorial_map.domain.pooling.reasons import told_of
from territorial_map.domain.pooling.rulebook import Mode


@dataclass(frozen=True, slots=True)
class GroupMembership:
    """One member of a group with why it is there.

    ``distance_km`` is from the group's first member, as the crow flies; 0 for itself.
    """

    member: Facts
    distance_km: float
    brings: tuple[Sentence, ...]
    holds: Sentence


def memberships_of(group: PoolingGroup) -> tuple[GroupMembership, ...]:
    """Every member, the one the group was looked for first."""
    return tuple(
        GroupMembership(
            member,
            _distance(group.members[0], member),
            _brings(group, member),
            _holds(group, member),
        )
        for member in group.members
    )


def _distance(first: Facts, member: Facts) -> float:
    if first.point is None or member.point is None:
        raise ValueError(f"{member.id}: a member of a group has a place")
    return distance_km(first.point, member.point)


def _brings(group: PoolingGroup, member: Facts) -> tuple[Sentence, ...]:
    """What it may give and to how many; what it may need, with whom, and who could meet it."""
    given: list[Claim] = []
    common: list[Claim] = []
    met: list[Claim] = []
    for link in group.links_of(member):
        meeting = link.weighing.meeting
        claim = meeting.of_a if link.a.id == member.id else meeting.of_b
        if meeting.mode is Mode.TOGETHER:
            common.append(claim)
        else:
            (given if link.giver_id == member.id else met).append(claim)
    told = []
    if given:
        fr, en = _members(len(given))
        told.append(_because(Sentence(f"Peut apporter à {fr}", f"May bring it to {en}"), given[0]))
    if common or met:
        told.append(_because(_need(len(common), len(met)), (common or met)[0]))
    return tuple(told)


def _need(common: int, met: int) -> Sentence:
    fr, en = _members(met)
    could = f"que {fr} pourrai{'en' if met > 1 else ''}t combler"
    if not common:
        return Sentence(f"Besoin {could}", f"A need that {en} could meet")
    with_fr, with_en = _members(common)
    need = Sentence(f"Besoin commun avec {with_fr}", f"A need in common with {with_en}")
    return Sentence(f"{need.fr}, {could}", f"{need.en}, that {en} could meet") if met else need


def _members(n: int) -> tuple[str, str]:
    return f"{n} membre{'s' if n > 1 else ''}", f"{n} member{'s' if n > 1 else ''}"


def _because(told: Sentence, claim: Claim) -> Sentence:
    why = told_of(claim)
    return Sentence(f"{told.fr}{NBSP}: {why.fr}.", f"{told.en}: {why.en}.")


def _holds(group: PoolingGroup, member: Facts) -> Sentence:
    """Why the member is not superfluous: the strength of the group with and without it."""
    n, others = len(group.links_of(member)), len(group.members) - 1
    linked = Sentence(
        f"Liée aux {others} autres." if n == others else f"Liée à {n} des {others} autres.",
        f"Linked to the {others} others." if n == others else f"Linked to {n} of {others} others.",
    )
    lost = Sentence(
        "Sans elle, les liens qui restent tiendraient moins bien le groupe.",
        "Without it, the links left would hold the group less well.",
    )
    return linked.then(lost)
