"""A typed place turned into a filter of a frame's address."""

from urllib.parse import parse_qsl, quote, urlencode

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.embed.state import PLACED
from territorial_map.web.plain.search import WHERE, place_pairs_of


def placed(search: str, edition: OpenEdition) -> str | None:
    """The same address with the typed place turned into a filter; ``None`` when none is typed.

    A place that nobody knows is left out: the frame stays as it was.
    """
    fields = parse_qsl(search, keep_blank_values=True, max_num_fields=1000)
    if WHERE not in dict(fields):
        return None
    typed = dict(fields)[WHERE].strip()
    kept = [(name, value) for name, value in fields if name != WHERE and value.strip()]
    found = place_pairs_of(typed, edition) if typed else None
    if found:
        kept = [pair for pair in kept if pair[0] not in PLACED] + found
    return urlencode(kept, quote_via=quote, safe=":,/")
