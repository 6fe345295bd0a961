"""What may leave as open data: rows whose every source states a licence, or everything."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from territorial_map.domain.contributions.accepted import SOURCES
from territorial_map.domain.declared import Declared
from territorial_map.domain.licences import LicenceBasis, licence_of
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import SectorOrigin
from territorial_map.services.explore.open_edition import OpenEdition

# Trades read on pages have no licence; those of another site may come from one without.
_BORROWED = frozenset((SectorOrigin.PUBLIC_PAGE, SectorOrigin.PERSON_NAF))

# What people write to the directory is written for it to be published.
_SAID_TO_US = frozenset(SOURCES.values())


@dataclass(slots=True)
class Leaving:
    """What leaves, counted: ``kept_back`` rows, and facts taken out of those that leave."""

    everything: bool
    kept_back: int = 0
    facts_taken_out: int = 0

    def rows_of(self, edition: OpenEdition) -> Iterator[Organisation]:
        """The organisations that may leave, by id, counted on the way."""
        for one in edition.organisations(Selection.of({})):
            if self.everything:
                yield one
            elif _stated(one):
                yield self._cleared(one)
            else:
                self.kept_back += 1

    def _cleared(self, one: Organisation) -> Organisation:
        own = tuple(claim for claim in one.sectors if claim.origin not in _BORROWED)
        needs, offers = _of_its_sources(one, one.needs), _of_its_sources(one, one.offers)
        for before, after in ((one.sectors, own), (one.needs, needs), (one.offers, offers)):
            self.facts_taken_out += len(before) - len(after)
        return replace(one, sectors=own, needs=needs, offers=offers)


def _of_its_sources(one: Organisation, declared: tuple[Declared, ...]) -> tuple[Declared, ...]:
    """What is declared in a source of the row, whose licence is stated, or to the directory."""
    stated = {*_SAID_TO_US, *(mention.source for mention in one.sources)}
    return tuple(each for each in declared if each.source in stated)


def _stated(one: Organisation) -> bool:
    licences = {licence_of(mention.licence) for mention in one.sources}
    return all(licence.basis is not LicenceBasis.NOT_STATED for licence in licences)
