"""Portraits of territories drawn once and for all: the whole page, beside the list of each.

The baseline is what a list of the same territory costs: its facets and its first fifty lines. No
territory is asked for twice, so that nothing of it is remembered.
"""

import random
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import ratio, timed
from territorial_map.domain.listing import Order
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import portrait_of
from territorial_map.services.portrait.place import selection_of
from territorial_map.services.territory_note.together import together_in
from territorial_map.services.texts import Texts
from territorial_map.web.base.html import to_html
from territorial_map.web.pages.portrait.document import portrait_document

DRAWN = {
    TerritoryLevel.REGION: 10,
    TerritoryLevel.DEPARTMENT: 20,
    TerritoryLevel.EPCI: 40,
    TerritoryLevel.COMMUNE: 30,
}
WARM = 3
TARGET_MS = 150


def run(editions: Path) -> None:
    """Print the figures."""
    edition = Directory(editions, KNOWLEDGE).current()
    drawn, listed = _drawn(edition, 19), _drawn(edition, 20)
    calls = len(drawn) - WARM
    baseline = timed(lambda rank: _list(edition, listed[rank]), calls, WARM)
    page = timed(lambda rank: _page(edition, drawn[rank]), calls, WARM)
    print(f"\nportraits: the page of {calls} territories without its leads (target {TARGET_MS} ms)")
    for name, taken in (("list of a territory (baseline)", baseline), ("portrait", page)):
        print(f"  {name:<42} {taken}   {ratio(baseline, taken)}")


def _drawn(edition: OpenEdition, seed: int) -> list[Territory]:
    draw, chosen = random.Random(seed), []
    for level, n in DRAWN.items():
        chosen += draw.sample(sorted(edition.gazetteer.of_level(level), key=lambda t: t.code), n)
    draw.shuffle(chosen)
    return chosen


def _list(edition: OpenEdition, territory: Territory) -> None:
    selection = selection_of(territory)
    edition.facets(selection)
    edition.page(selection, Order.NAME, 50)


def _page(edition: OpenEdition, territory: Territory) -> None:
    t, portrait = Texts(), portrait_of(edition, territory)
    more = together_in(edition, portrait, (), t, comparing=False)
    to_html(portrait_document(portrait, more, edition, t))
