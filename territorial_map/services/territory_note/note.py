"""What a note tells, as one value: the portrait, cooperation, leads, and what to check."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.edition import Edition
from territorial_map.domain.language.languages import Language
from territorial_map.domain.licences import Licence, licence_of
from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.quality import QualityCriterion
from territorial_map.domain.selection import Selection
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.territory_leads import (
    TerritoryAsked,
    TerritoryLeads,
    leads_within,
)
from territorial_map.services.portrait import TerritoryPortrait, portrait_of
from territorial_map.services.territory_note.cooperation import (
    PoleElement,
    PracticeHere,
    diverse,
    elements_of,
    practices_of,
)
from territorial_map.services.territory_note.together import bridges_of
from territorial_map.services.texts import Texts


@dataclass(frozen=True, slots=True)
class ToCheck:
    """How many records lack a fact; ``behind`` is the selection whose list that is."""

    criterion: QualityCriterion
    records: int
    behind: Selection


@dataclass(frozen=True, slots=True)
class TerritoryNote:
    """Everything that the note, its workbook and its sheet tell; ``t`` is their language.

    ``leads`` are ten of ``found``, diverse, and ``bridges`` five across the border; ``licences``
    counts the organisations of each.
    """

    portrait: TerritoryPortrait
    edition: Edition
    cog: str
    link: str
    found: TerritoryLeads
    leads: tuple[Lead, ...]
    bridges: tuple[Lead, ...]
    elements: tuple[PoleElement, ...]
    practices: tuple[PracticeHere, ...]
    practice_titles: tuple[str, ...]
    to_check: tuple[ToCheck, ...]
    organisations: tuple[Listed, ...]
    licences: dict[Licence, int]
    t: Texts

    @property
    def name(self) -> str:
        """The territory's."""
        return self.portrait.place.territory.name


@dataclass(frozen=True, slots=True)
class NoteAsked:
    """Of which territory, beside which (the ten most alike if none), in which language.

    ``link`` is the address of its portrait; ``dismissals`` the pairs that are set aside for all.
    """

    territory: AnyTerritory
    link: str
    chosen: Sequence[str] = ()
    dismissals: Collection[Said] = ()
    language: Language = Language.FRENCH


def note_of(edition: OpenEdition, asked: NoteAsked) -> TerritoryNote:
    """The note of a territory."""
    portrait = portrait_of(edition, asked.territory, asked.chosen)
    selection = portrait.place.selection
    found = leads_within(edition, TerritoryAsked(selection), asked.dismissals)
    practices = practices_of(edition, asked.territory)
    t = Texts(asked.language)
    organisations = tuple(edition.stream(selection, Order.NAME))
    licences = Counter(licence_of(one.licence) for one in organisations)
    return TerritoryNote(
        portrait=portrait,
        edition=edition.edition,
        cog=edition.cog,
        link=asked.link,
        found=found,
        leads=diverse(found.leads),
        bridges=bridges_of(edition, asked.territory, asked.dismissals),
        elements=elements_of(edition, selection),
        practices=practices,
        practice_titles=tuple(edition.names.practice(one.id, t) for one in practices),
        to_check=_to_check(edition, selection),
        organisations=tuple(sorted(organisations, key=lambda o: (o.commune or "\uffff", o.name))),
        licences=dict(licences),
        t=t,
    )


def _to_check(edition: OpenEdition, selection: Selection) -> tuple[ToCheck, ...]:
    """What records lack, the most often first."""
    _, facets = edition.facets(selection)
    told = [one for one in facets["missing"] if one.count]
    told.sort(key=lambda one: (-one.count, one.value))
    return tuple(
        ToCheck(QualityCriterion(one.value), one.count, selection.choosing("missing", [one.value]))
        for one in told
    )
