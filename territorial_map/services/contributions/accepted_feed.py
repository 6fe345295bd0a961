"""What was accepted of what people say, as an Atom feed (RFC 4287): one entry for each.

A withdrawal or a closing is told by nobody's name leaving, never by an entry.
"""

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from territorial_map.domain.contributions.accepted import accepted_among
from territorial_map.domain.contributions.values import in_words
from territorial_map.services.atom import (
    MOST_ENTRIES,
    UNKNOWN,
    add_text,
    instant,
    started_feed,
    written,
)
from territorial_map.services.contributions.figures import SaidOf

PATH = "/api/v1/contributions.atom"


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
    title = f"Ce qui est dit et accepté : {words}"
    address, page = f"{public_url}{PATH}{asked}", f"{public_url}/nouveautes{asked}"
    root = started_feed(title, address, page, days[0] if days else started_on)
    for one in accepted:
        _entry(root, own[one.proposal], one.evidence, one.reviewed_on, public_url)
    return written(root)


def _entry(root: Element, one: SaidOf, evidence: str, day: str, public_url: str) -> None:
    said, before = one.proposal.settled, one.proposal.before
    label = said.field.label if said.field else said.kind.label
    commune = one.organisation.place.commune
    place = f" ({commune})" if commune else ""
    entry = SubElement(root, "entry")
    add_text(entry, "title", f"{label} : {one.organisation.name}{place}")
    add_text(entry, "id", f"{public_url}/contributions/{one.proposal.id}")
    add_text(entry, "updated", instant(day))
    href = f"{public_url}/o/{quote(one.organisation.id, safe=':')}"
    SubElement(entry, "link", rel="alternate", href=href)
    SubElement(entry, "category", term=said.kind.value, label=said.kind.label)
    if said.field:
        change = f"{before or UNKNOWN} → {in_words(said.field, said.value)}. "
    else:
        change = f"{said.value}. " if said.value else ""
    add_text(entry, "summary", f"{change}{evidence[:1].upper()}{evidence[1:]}.")
