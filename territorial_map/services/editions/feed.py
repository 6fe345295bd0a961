"""The changes of a selection as an Atom feed (RFC 4287): one entry per organisation and edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree.ElementTree import Element, SubElement

from territorial_map.domain.changes import EditionChange
from territorial_map.domain.edition_list import ShelvedEdition
from territorial_map.domain.errors import EditionError
from territorial_map.domain.selection import Selection
from territorial_map.services.atom import (
    MOST_ENTRIES,
    UNKNOWN,
    add_text,
    instant,
    started_feed,
    written,
)
from territorial_map.services.editions.change_files import both_in_words
from territorial_map.services.editions.comparing import Between, ChangePage, change_page
from territorial_map.services.explore.query_string import query_of
from territorial_map.store.edition_files import shelved_editions

MOST_EDITIONS = 6
_NOTHING = "nouvelle édition, sans changement pour cette sélection"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is about: a selection of the current edition, in words, and our own address."""

    folder: Path
    current: str
    selection: Selection
    words: str
    public_url: str

    @property
    def query(self) -> str:
        """The selection as a query string, in canonical order."""
        return query_of(self.selection)

    def address(self, path: str) -> str:
        """An address of ours with the selection."""
        return f"{self.public_url}{path}" + (f"?{self.query}" if self.query else "")


def atom_feed(feed: Feed) -> bytes:
    """The feed as XML: the changes of each of the last editions, the newest first.

    Ids are the same whenever it is asked for; what passes ``MOST_ENTRIES`` is told in an entry of
    its own, with the page that shows everything.
    """
    editions = _editions(feed)
    updated = editions[-1].built_on if editions else feed.current[:10]
    own, page_shown = feed.address("/api/v1/changes.atom"), feed.address("/nouveautes")
    root = started_feed(f"Ce qui change : {feed.words}", own, page_shown, updated)
    room = MOST_ENTRIES
    for older, newer, page in _steps(feed, editions):
        shown = page.items[: max(0, room)]
        for change in shown:
            _entry(root, feed, newer, change)
        room -= len(shown)
        if len(shown) < page.total or not page.total:
            _summary(root, feed, (older, newer), page.total - len(shown))
    return written(root)


def _editions(feed: Feed) -> tuple[ShelvedEdition, ...]:
    """The editions up to the current one that this version can read, oldest first."""
    known = shelved_editions(feed.folder)
    order = [edition.id for edition in known]
    upto = order.index(feed.current) + 1 if feed.current in order else len(order)
    return tuple(e for e in known[:upto] if e.was_served)


def _steps(
    feed: Feed, editions: tuple[ShelvedEdition, ...]
) -> Iterator[tuple[ShelvedEdition, ShelvedEdition, ChangePage]]:
    """Each edition after the one before it, the newest first, as far as they compare."""
    for older, newer in reversed([*pairwise(editions)][-MOST_EDITIONS:]):
        try:
            between = Between(feed.folder, older.id, newer.id)
            page = change_page(between, feed.selection, limit=MOST_ENTRIES)
        except EditionError:  # of another version, or removed meanwhile
            return
        yield older, newer, page


def _entry(root: Element, feed: Feed, newer: ShelvedEdition, change: EditionChange) -> None:
    natures = ", ".join(nature.label for nature in change.natures)
    place = f" ({change.commune or change.department})" if change.department else ""
    identity = f"/nouveautes/{newer.id}/{quote(change.id, safe=':')}"
    address = f"/?{urlencode({'organisation': change.other_id or change.id})}"
    entry = _started(root, feed, f"{natures} : {change.name}{place}", identity, newer)
    SubElement(entry, "link", rel="alternate", href=f"{feed.public_url}{address}")
    for nature in change.natures:
        SubElement(entry, "category", term=nature.value, label=nature.label)
    add_text(entry, "summary", _told(change))


def _summary(
    root: Element, feed: Feed, pair: tuple[ShelvedEdition, ShelvedEdition], left: int
) -> None:
    """What is not listed of an edition, or that it changes nothing here."""
    older, newer = pair
    title = f"{left} autres changements" if left else _NOTHING.capitalize()
    entry = _started(root, feed, title, f"/nouveautes/{newer.id}", newer)
    query = "&".join(part for part in (feed.query, f"since={older.id}") if part)
    SubElement(entry, "link", rel="alternate", href=f"{feed.public_url}/nouveautes?{query}")
    add_text(entry, "summary", f"De l’édition {older.id} à l’édition {newer.id} : {title.lower()}.")


def _started(
    root: Element, feed: Feed, title: str, identity: str, newer: ShelvedEdition
) -> Element:
    entry = SubElement(root, "entry")
    add_text(entry, "title", title)
    add_text(entry, "id", f"{feed.public_url}{identity}" + (f"?{feed.query}" if feed.query else ""))
    add_text(entry, "updated", instant(newer.built_on))
    return entry


def _told(change: EditionChange) -> str:
    """The change in a sentence or two."""
    if change.other_id:
        return f"{change.natures[0].description} Autre fiche : {change.other_name}."
    if not change.fields:
        return change.natures[0].description
    pairs = ((field.label, both_in_words(field)) for field in change.fields)
    return " · ".join(
        f"{label} : {old or UNKNOWN} → {new or UNKNOWN}" for label, (old, new) in pairs
    )
