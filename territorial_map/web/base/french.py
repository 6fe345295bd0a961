"""What stays French on a page in another language says so: names, quotes, titles of laws."""

import re
from typing import Any

from dash import html

from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Language, Texts

_QUOTED = re.compile(r"“([^”]+)”")


def in_french(t: Texts) -> dict[str, Any]:
    """The attribute of what is in French, where the page is not."""
    return {} if t.language is Language.FRENCH else {"lang": "fr"}


def with_quotes(text: str, t: Texts) -> Node:
    """The text; on a page in another language, what it quotes is marked as French."""
    if t.language is Language.FRENCH or not _QUOTED.search(text):
        return text
    parts: list[Node] = []
    for n, part in enumerate(_QUOTED.split(text)):
        parts += ["“", html.Span(part, lang="fr"), "”"] if n % 2 else [part]
    return parts
