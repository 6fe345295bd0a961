"""Legal persons of a group: sites folded, and how many persons there are at least and at most."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from territorial_map.domain.ptce.member import Member, MemberStanding
from territorial_map.domain.text import fold


@dataclass(frozen=True, slots=True)
class Mention:
    """A legal person as an answer names it: the first of its sites by name."""

    name: str
    id: str | None
    siren: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """One legal person and the lines of the group that are its sites, by name."""

    key: str
    sites: tuple[Member, ...]

    @property
    def mention(self) -> Mention:
        """How the person is named in an answer."""
        return Mention(self.name, self.sites[0].id, self.sites[0].siren)

    @property
    def name(self) -> str:
        """The name of the first site."""
        return self.sites[0].name

    @property
    def has_siren(self) -> bool:
        """True when the register's number tells the person."""
        return self.sites[0].siren is not None

    @property
    def standing(self) -> MemberStanding:
        """The strongest standing of its sites; public wins over all."""
        return min((site.standing for site in self.sites), key=tuple(MemberStanding).index)

    @property
    def is_link(self) -> bool:
        """True when one of its sites is a person with whom article 9 wants links."""
        return any(site.is_link for site in self.sites)

    @property
    def is_grouping(self) -> bool:
        """True for a club or an employers’ group."""
        return any(site.is_grouping_of_enterprises for site in self.sites)

    @property
    def statutes_known(self) -> bool:
        """True when one of its sites tells on which side of article 1 it is."""
        return any(site.statutes_known for site in self.sites)

    @property
    def contradicts_its_number(self) -> bool:
        """True when one of its sites is declared under a form that its SIREN denies."""
        return any(site.contradicts_its_number for site in self.sites)

    @property
    def is_enterprise(self) -> bool:
        """True for an enterprise that is not ESS, or whose statutes are still to establish."""
        return self.standing is MemberStanding.OTHER_ENTERPRISE

    @property
    def may_be_ess(self) -> bool:
        """True while its statutes could still show an ESS enterprise."""
        if self.standing is MemberStanding.OTHER_ENTERPRISE:
            return not self.statutes_known
        return self.standing is MemberStanding.TO_ESTABLISH

    @property
    def may_be_other_enterprise(self) -> bool:
        """True while it could still be an enterprise outside the ESS, or a grouping of them."""
        return self.is_grouping or self.standing in {
            MemberStanding.TO_ESTABLISH,
            MemberStanding.OTHER_PRIVATE,
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many legal persons, at least and at most."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"not a count: {self.low} to {self.high}")


def fold_persons(members: Iterable[Member]) -> tuple[Person, ...]:
    """The legal persons of a group, by name; the order of the members never matters."""
    sites: dict[str, set[Member]] = defaultdict(set)
    for member in members:
        sites[member.person_key].add(member)
    persons = [Person(key, tuple(sorted(found, key=_rank))) for key, found in sites.items()]
    return tuple(sorted(persons, key=lambda person: (fold(person.name), person.key)))


def count_persons(persons: Iterable[Person]) -> Count:
    """How many persons they are: those without SIREN that share a name may be one.

    Members under different names count apart, with or without SIREN.
    """
    found = tuple(persons)
    numbered = [person for person in found if person.has_siren]
    known_names = {fold(site.name) for person in numbered for site in person.sites}
    unnumbered = {fold(person.name) for person in found if not person.has_siren}
    return Count(len(numbered) + len(unnumbered - known_names), len(found))


def only(persons: Iterable[Person], keep: Callable[[Person], bool]) -> tuple[Person, ...]:
    """The persons that a question keeps, in their order."""
    return tuple(person for person in persons if keep(person))


def _rank(member: Member) -> tuple[str, ...]:
    place = member.place
    return (fold(member.name), member.id or "", place.commune_code or "", repr(member))
