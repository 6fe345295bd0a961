"""Who nearby could fill what is not established, and the verdict with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.language.writing import counted
from territorial_map.domain.ptce.check import PtceCheck, check_group
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, MemberStanding
from territorial_map.domain.ptce.persons import Person, fold_persons
from territorial_map.domain.ptce.verdict import ClauseVerdict, ConditionCode, ElementCode
from territorial_map.domain.text import fold

_EN = Language.ENGLISH

SHOWN = 5
# Under three known persons, what the directory does not show says nothing of the territory.
THIN = 3
_Code = ElementCode | ConditionCode


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A site near the group; ``distance_km`` as the crow flies, None when it cannot be told."""

    member: Member
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """For one clause: the nearest persons that could fill it, ``SHOWN`` at most.

    ``verdict_with`` is the verdict once the first ``needed`` of them are members (when no number
    of them is enough, with the most tried); None without any. ``known`` counts all of that type in
    the surroundings searched; ``thin`` is there when they are too few for their absence to mean
    anything.
    """

    code: _Code
    candidates: tuple[Neighbour, ...]
    needed: int
    verdict_with: ClauseVerdict | None
    known: int
    thin: Sentence | None


@dataclass(frozen=True, slots=True)
class _Role:
    fits: Callable[[Person], bool]
    named: Sentence


_ESS = _Role(
    lambda p: p.standing is MemberStanding.ESS,
    Sentence("d’entreprises de l’ESS", "enterprises of the ESS"),
)
_OTHER = _Role(
    lambda p: p.standing is MemberStanding.OTHER_ENTERPRISE,
    Sentence("d’entreprises hors ESS", "enterprises outside the ESS"),
)
_NON_ESS = _Role(
    lambda p: p.standing is MemberStanding.OTHER_ENTERPRISE and p.statutes_known,
    Sentence(
        "d’entreprises hors ESS dont les statuts sont connus",
        "enterprises outside the ESS whose statutes are known",
    ),
)
_LINK = _Role(
    lambda p: p.is_link,
    Sentence(
        "de collectivités, d’organismes de recherche ou de formation",
        "local authorities, research or training bodies",
    ),
)
_ANY = _Role(lambda _: True, Sentence("d’organisations", "organisations"))
_ROLES: dict[_Code, _Role] = {
    ElementCode.ESS_ENTERPRISES: _ESS,
    ElementCode.OTHER_ENTERPRISES: _OTHER,
    ElementCode.LINKS: _LINK,
    ConditionCode.THREE_PERSONS: _ANY,
    ConditionCode.ONE_ESS: _ESS,
    ConditionCode.ONE_NON_ESS: _NON_ESS,
    ConditionCode.ONE_OTHER: _LINK,
}
_MOST_NEEDED = 3


def could_fill(
    members: Sequence[Member],
    neighbours: Sequence[Neighbour],
    *,
    complete: bool,
    law: Law,
    existing: str | None = None,
) -> tuple[Filling, ...]:
    """One answer per clause that a member could establish and that is not established.

    ``neighbours`` are the surroundings that a service searched; persons of the group among them,
    or that may be, are left out.
    """

    def check(with_them: Sequence[Member]) -> PtceCheck:
        return check_group(with_them, complete=complete, law=law, existing=existing)

    now = check(members)
    strangers = _strangers(members, neighbours)
    return tuple(
        _filling(code, role, members, strangers, check)
        for code, role in _ROLES.items()
        if now.of(code).verdict is not ClauseVerdict.ESTABLISHED
    )


def _filling(
    code: _Code,
    role: _Role,
    members: Sequence[Member],
    strangers: Sequence[tuple[Person, Neighbour]],
    check: Callable[[Sequence[Member]], PtceCheck],
) -> Filling:
    fitting = [nearest for person, nearest in strangers if role.fits(person)]
    verdict, needed = None, 1
    for needed in range(1, min(_MOST_NEEDED, len(fitting)) + 1):
        added = [neighbour.member for neighbour in fitting[:needed]]
        verdict = check((*members, *added)).of(code).verdict
        if verdict is ClauseVerdict.ESTABLISHED:
            break
    return Filling(
        code,
        tuple(fitting[:SHOWN]),
        needed,
        verdict,
        len(fitting),
        _thin(role, len(fitting)) if len(fitting) < THIN else None,
    )


def _strangers(
    members: Sequence[Member], neighbours: Sequence[Neighbour]
) -> list[tuple[Person, Neighbour]]:
    """Persons that are surely not of the group, nearest first, each by its nearest site."""
    inside = {member.person_key for member in members}
    names = {fold(member.name) for member in members}
    nearest: dict[str, Neighbour] = {}
    for neighbour in sorted(neighbours, key=_nearness):
        nearest.setdefault(neighbour.member.person_key, neighbour)
    persons = {person.key: person for person in fold_persons(n.member for n in neighbours)}
    return [
        (persons[key], neighbour)
        for key, neighbour in nearest.items()
        if key not in inside and fold(neighbour.member.name) not in names
    ]


def _nearness(neighbour: Neighbour) -> tuple[float, str, str]:
    unknown = neighbour.distance_km is None
    distance = float("inf") if unknown else float(neighbour.distance_km or 0)
    return distance, fold(neighbour.member.name), neighbour.member.person_key


def _thin(role: _Role, known: int) -> Sentence:
    return say(
        f"Notre annuaire connaît trop peu {role.named.fr} ici "
        f"({counted(known, 'connue', 'connues')}) : leur absence ne dit rien du territoire.",
        f"Our directory knows too few {role.named.en} here "
        f"({counted(known, 'known', 'known', _EN)}): their absence says nothing of the territory.",
    )
