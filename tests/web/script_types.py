"""The words handed to the browser, as TypeScript: a script that asks for another does not compile.

``python -m tests.web.script_types`` writes ``types/texts.d.ts`` again.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from territorial_map.web.base.texts import Texts
from territorial_map.web.embed import frame
from territorial_map.web.frame.client_texts import client_texts
from territorial_map.web.pages.duplicates.layout import duplicate_texts
from territorial_map.web.pages.lists.words import list_page_texts
from territorial_map.web.pages.match.layout import match_texts
from tests.web.rendered import attributes

TYPES = Path(__file__).parents[2] / "types" / "texts.d.ts"
# Tables from codes that the data hold to their labels.
_TABLES = {
    "agreements",
    "bases",
    "devices",
    "fields",
    "headings",
    "kinds",
    "partner_types",
    "place_types",
    "sectors",
    "values",
    "warned",
    "why",
}
_HEAD = """/**
 * The words that the server writes into its pages, by name.
 * Made by `make script-types`; `tests/web/test_script.py` says when it is out of date.
 */
"""


def texts_types() -> str:
    """What the file should hold."""
    t = Texts()
    (client,) = map(json.loads, attributes(client_texts(t), "data-texts"))
    given: dict[str, object] = {
        "ClientTexts": client,
        "DuplicateWords": duplicate_texts(t),
        "FrameTexts": json.loads(html.unescape(frame.texts(t))),
        "ListPageTexts": list_page_texts(t),
        "MatchWords": match_texts(t),
    }
    given["Writing"] = client.pop("writing")
    client["writing"] = Named("Writing")
    return _HEAD + "\n".join(
        f"interface {name} {_type(words)}\n" for name, words in sorted(given.items())
    )


class Named(str):
    """A type that stands under its own name."""

    __slots__ = ()


# The first that a value is of; a name stands for itself.
_PLAIN = {Named: "", str: "string", bool: "boolean", int: "number"}


def _type(value: object, name: str = "", depth: int = 1) -> str:
    for kind, written in _PLAIN.items():
        if isinstance(value, kind):
            return written or str(value)
    if isinstance(value, list):
        return f"{_type(value[0], '', depth)}[]"
    if not isinstance(value, Mapping):
        raise TypeError(f"{name}: {value!r} is no word, list or table")
    if name in _TABLES:
        return f"Record<string, {_type(next(iter(value.values())), '', depth)}>"
    pad = "  " * depth
    lines = (f"{pad}{_key(key)}: {_type(one, key, depth + 1)};\n" for key, one in value.items())
    return "{\n" + "".join(lines) + "  " * (depth - 1) + "}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"\w+", name) else json.dumps(name)


if __name__ == "__main__":
    TYPES.write_text(texts_types(), encoding="utf-8")
