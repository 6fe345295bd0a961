"""What people say of pairs, read into the facts that are weighed: of one group, or not."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from territorial_map.domain.pooling.facts import Facts
from territorial_map.ledger.dismissals import Said
from territorial_map.ledger.group_words import GroupSaid, GroupWord
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.profiles import ProfileIndex, profile_index
from territorial_map.store.coded_columns import Numbered

SitesOf = Callable[[str], list[str]]


def with_words(
    several: Iterable[Facts], said: Collection[Said], index: ProfileIndex
) -> list[Facts]:
    """The same facts, each with whom it is said to be of one group with, or not.

    What is said of one site holds for every site of its legal person.
    """
    words = [word for word in said if isinstance(word, GroupWord)]
    if not words:
        return list(several)
    told = _by_site(words, index.sites)
    return [
        replace(
            facts,
            said_same=frozenset(told[GroupSaid.SAME].get(facts.id, ())),
            said_apart=frozenset(told[GroupSaid.APART].get(facts.id, ())),
        )
        for facts in several
    ]


def _by_site(words: Iterable[GroupWord], sites: Numbered) -> dict[GroupSaid, dict[str, set[str]]]:
    """By what is said, the ids of every site to those of the other legal person."""
    told: dict[GroupSaid, dict[str, set[str]]] = {each: defaultdict(set) for each in GroupSaid}
    for word in words:
        one, other = _sites_of(word.a_id, sites), _sites_of(word.b_id, sites)
        for here, there in ((one, other), (other, one)):
            for site in here:
                told[word.said][site].update(there)
    return told


def sites_in(edition: OpenEdition) -> SitesOf:
    """Says the ids of every site of the legal person of one, its own included."""
    sites = profile_index(edition, edition.knowledge.pooling).sites
    return lambda any_id: _sites_of(any_id, sites)


def _sites_of(any_id: str, sites: Numbered) -> list[str]:
    position = sites.position_of(any_id)
    return [] if position is None else sites.ids_at(sites.of_person_at(position).tolist())
