"""What changed since a date or an edition, as pages and the API ask it of the current edition."""

from dataclasses import dataclass

from territorial_map.domain.changes import Nature
from territorial_map.domain.edition_list import ShelvedEdition
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import Selection
from territorial_map.services.directory import Directory
from territorial_map.services.editions.change_files import ChangeList
from territorial_map.services.editions.comparing import (
    Between,
    ChangePage,
    all_changes,
    change_page,
)
from territorial_map.services.editions.edition_folder import baseline
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.selection_words import selection_in_words
from territorial_map.store.edition_files import shelved_editions


@dataclass(frozen=True, slots=True)
class Since:
    """The current edition, the earlier one it is compared with, and those to choose among.

    ``older`` is ``None`` when there is nothing to compare with.
    """

    directory: Directory
    edition: OpenEdition
    older: ShelvedEdition | None
    choices: tuple[ShelvedEdition, ...]

    @property
    def between(self) -> Between | None:
        """The two editions, when there are two."""
        if self.older is None:
            return None
        return Between(self.directory.folder, self.older.id, self.edition.edition.id)

    def page(
        self, selection: Selection, natures: tuple[Nature, ...], limit: int, offset: int = 0
    ) -> ChangePage | None:
        """Counts and a slice of the changes; ``None`` when there is nothing to compare with.

        Raises:
            EditionError: the earlier edition is of a version that does not compare.
        """
        between = self.between
        if between is None:
            return None
        return change_page(between, selection, natures, limit, offset)

    def file(self, selection: Selection, natures: tuple[Nature, ...]) -> ChangeList | None:
        """Every change, to be written to a file; ``None`` when there is nothing to compare."""
        between = self.between
        if between is None:
            return None
        return ChangeList(
            between.older,
            between.newer,
            selection_in_words(selection, self.edition.names),
            change_page(between, selection, limit=0).counts,
            all_changes(between, selection, natures),
        )


def changes_since(directory: Directory, since: str) -> Since:
    """What the current edition is compared with: see ``baseline``.

    Raises:
        BadParameter: ``since`` is neither a date nor an edition.
    """
    edition = directory.current()
    current = edition.edition.id
    older = baseline(directory.folder, current, since)
    choices = tuple(
        e for e in shelved_editions(directory.folder) if e.id != current and e.was_served
    )
    return Since(directory, edition, older, choices)


def natures_of_codes(codes: list[str]) -> tuple[Nature, ...]:
    """The natures of codes, in the order of the list, once each.

    Raises:
        BadParameter: a code that is none.
    """
    for code in codes:
        if code not in Nature.codes():
            raise BadParameter("change", code, "valeur inconnue.", Nature.codes())
    return tuple(nature for nature in Nature if nature.value in codes)
