"""Atom feeds (RFC 4287): what every one of ours begins with, its texts, and its bytes."""

from xml.etree.ElementTree import Element, SubElement, tostring

from territorial_map.services.export.cells import xml_allowed

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
MOST_ENTRIES = 200
UNKNOWN = "non renseigné"
_AUTHOR = "Carte et annuaire de la coopération territoriale"


def started_feed(title: str, address: str, page: str, day: str) -> Element:
    """A feed without entries, in French: its own address, the page that shows the same, its day."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "fr"})
    add_text(root, "title", title)
    add_text(root, "id", address)
    add_text(root, "updated", instant(day))
    SubElement(root, "link", rel="self", href=address)
    SubElement(root, "link", rel="alternate", href=page, type="text/html")
    add_text(SubElement(root, "author"), "name", _AUTHOR)
    return root


def add_text(parent: Element, tag: str, text: str) -> None:
    """Add an element that holds a text, without what XML forbids."""
    SubElement(parent, tag).text = xml_allowed(text)


def instant(day: str) -> str:
    """A day (ISO) as the instant that it begins, UTC."""
    return f"{day}T00:00:00Z"


def written(root: Element) -> bytes:
    """The feed as XML in UTF-8."""
    told: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return told
