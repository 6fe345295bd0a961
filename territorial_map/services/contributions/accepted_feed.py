"""What was accepted of what people say, as an Atom feed (RFC 4287): one entry for each.

A withdrawal or a closing is told by nobody's name leaving, never by an entry.
"""

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from territorial_map.domain.contributions.accepted import accepted_among
from territorial_map.domain.contributions.values import in_words
from territorial_map.services.contributions.figures import SaidOf
from territorial_map.services.editions.feed import ATOM, AUTHOR, add_text

PATH = "/api/v1/contributions.atom"
MOST_ENTRIES = 200
_UNKNOWN = "non renseigné"


def accepted_feed(
    said: Iterable[SaidOf], words: str, query: str, public_url: str, started_on: str
) -> bytes:
    """The feed as XML, the latest decision first; ``started_on`` dates one without any entry.

    ``words`` say the selection, ``query`` is the same as parameters.
    """
    asked = f"?{query}" if query else ""
    own = {one.proposal.id: one for one in said if not one.proposal.contribution.kind.takes_away}
    accepted = accepted_among(one.proposal for one in own.values())[::-1][:MOST_ENTRIES]
    days = [one.reviewed_on for one in accepted]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "fr"})
    add_text(root, "title", f"Ce qui est dit et accepté : {words}")
    add_text(root, "id", f"{public_url}{PATH}{asked}")
    add_text(root, "updated", _instant(days[0] if days else started_on))
    SubElement(root, "link", rel="self", href=f"{public_url}{PATH}{asked}")
    alternate = f"{public_url}/nouveautes{asked}"
    SubElement(root, "link", rel="alternate", href=alternate, type="text/html")
    add_text(SubElement(root, "author"), "name", AUTHOR)
    for one in accepted:
        _entry(root, own[one.proposal], one.evidence, one.reviewed_on, public_url)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: Element, one: SaidOf, evidence: str, day: str, public_url: str) -> None:
    said, before = one.proposal.settled, one.proposal.before
    label = said.field.label if said.field else said.kind.label
    commune = one.organisation.place.commune
    place = f" ({commune})" if commune else ""
    entry = SubElement(root, "entry")
    add_text(entry, "title", f"{label} : {one.organisation.name}{place}")
    add_text(entry, "id", f"{public_url}/contributions/{one.proposal.id}")
    add_text(entry, "updated", _instant(day))
    href = f"{public_url}/o/{quote(one.organisation.id, safe=':')}"
    SubElement(entry, "link", rel="alternate", href=href)
    SubElement(entry, "category", term=said.kind.value, label=said.kind.label)
    if said.field:
        change = f"{before or _UNKNOWN} → {in_words(said.field, said.value)}. "
    else:
        change = f"{said.value}. " if said.value else ""
    add_text(entry, "summary", f"{change}{evidence[:1].upper()}{evidence[1:]}.")


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
