"""The editions of a folder: finding one by its id, serving another, removing old ones."""

import re
from datetime import date
from pathlib import Path

from territorial_map.domain.edition_list import EditionState, ShelvedEdition, to_remove
from territorial_map.domain.errors import BadParameter, EditionError, NotFound
from territorial_map.store.edition_files import held_open, remove_edition, shelved_editions
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import point_to

PREVIOUS, CURRENT = "previous", "current"
_EDITION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_edition(folder: Path, wanted: str) -> ShelvedEdition:
    """The edition that an id names: whole, by its beginning when one only has it, or by its place.

    Raises:
        NotFound: no edition has it, or several begin with it.
    """
    editions = shelved_editions(folder)
    exact = [e for e in editions if wanted in {e.id, _place_of(e)}]
    found = exact or [e for e in editions if wanted and e.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(e.id for e in (found or editions)) or "aucune"
    problem = "Plusieurs éditions commencent par" if found else "Aucune édition ne répond à"
    raise NotFound(f"{problem} « {wanted} ». Éditions de « {folder} » : {known}.")


def _place_of(edition: ShelvedEdition) -> str | None:
    if edition.current:
        return CURRENT
    return PREVIOUS if edition.previous else None


def serve_edition(folder: Path, wanted: str) -> ShelvedEdition:
    """Make an edition the current one, after opening it; the running app follows by itself.

    Raises:
        NotFound: see ``find_edition``.
        EditionError: this version cannot read it, or a refresh holds it back; the current one
            stays.
    """
    edition = find_edition(folder, wanted)
    if edition.held:
        raise EditionError(
            f"L’édition « {edition.id} » est retenue : ses tables ne sont pas en place. Servez-la "
            f"avec « territorial-map editions accept {edition.id} »."
        )
    EditionFile(folder, edition.id).close()
    point_to(folder, edition.id)
    return edition


def prunable(folder: Path, keep: int) -> tuple[ShelvedEdition, ...]:
    """The editions beyond the ``keep`` newest that nothing serves, oldest first."""
    beyond = to_remove(shelved_editions(folder), keep)
    return tuple(edition for edition in beyond if not held_open(folder, edition.id))


def prune(folder: Path, editions: tuple[ShelvedEdition, ...]) -> None:
    """Remove editions, each with its rejected rows."""
    for edition in editions:
        remove_edition(folder, edition.id)


def baseline(folder: Path, current: str, since: str = "") -> ShelvedEdition | None:
    """The edition that the current one is compared with.

    ``since`` is the id of an edition, or an ISO date: the last edition before that day, or the
    oldest there is. Without it, the edition just before the current one, else the one served
    before it. ``None`` when there is no other edition to compare with.

    Raises:
        BadParameter: ``since`` is neither a date nor an edition of the folder.
    """
    editions = shelved_editions(folder)
    others = [e for e in editions if e.id != current and e.was_served]
    if since and not _ISO_DAY.fullmatch(since):
        return _named(others, editions, since)
    if since:
        _check_day(since)
    if not others:
        return None
    if since:
        return ([e for e in others if e.built_on < since] or others[:1])[-1]
    order = [e.id for e in editions]
    rank = order.index(current) if current in order else len(order)
    older = [e for e in others if order.index(e.id) < rank]
    served_before = [e for e in others if e.previous]
    return (older or served_before or others)[-1]


def _named(
    others: list[ShelvedEdition], editions: tuple[ShelvedEdition, ...], since: str
) -> ShelvedEdition:
    found = [e for e in others if e.id == since]
    if not found and _EDITION.fullmatch(since):
        raise NotFound(f"Aucune autre édition « {since} » à comparer.")
    if not found:
        problem = "une date (2026-11-22) ou l’identifiant d’une autre édition est attendu."
        raise BadParameter("since", since, problem, tuple(e.id for e in editions))
    return found[0]


def _check_day(since: str) -> None:
    try:
        date.fromisoformat(since)
    except ValueError:
        raise BadParameter("since", since, "cette date n’existe pas.") from None


def readable_edition(folder: Path, wanted: str) -> EditionFile:
    """An edition of the folder, open.

    Raises:
        NotFound: see ``find_edition``.
        EditionError: this version cannot read it.
    """
    edition = find_edition(folder, wanted)
    if edition.state is EditionState.UNREADABLE:
        raise EditionError(f"L’édition « {edition.id} » est illisible.")
    return EditionFile(folder, edition.id)
