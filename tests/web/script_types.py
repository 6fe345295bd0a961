"""What scripts are given, as TypeScript: one that asks for another word or field does not compile.

``make script-types`` writes ``types/texts.d.ts`` again, the words that pages carry, and
``types/api.d.ts``, what the API answers by its own document.
"""

import html
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings
from territorial_map.web.base.texts import Texts
from territorial_map.web.embed import frame
from territorial_map.web.frame.client_texts import client_texts
from territorial_map.web.pages.duplicates.layout import duplicate_texts
from territorial_map.web.pages.lists.words import list_page_texts
from territorial_map.web.pages.match.layout import match_texts
from territorial_map.web.pages.pole.words import pole_texts
from territorial_map.web.pages.review.layout import review_texts
from tests.programs import program
from tests.web.rendered import attributes

ROOT = Path(__file__).parents[2]
TYPES = ROOT / "types" / "texts.d.ts"
API_TYPES = ROOT / "types" / "api.d.ts"
_REMARK = re.compile(r"^[ \t]*/\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_API_HEAD = "/** What the API answers. Made by `make script-types` from its own document. */\n"
_GENERATOR = ROOT / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
# Tables from codes that the data hold to their labels.
_TABLES = {
    "agreements",
    "bases",
    "devices",
    "fields",
    "headings",
    "kinds",
    "partner_types",
    "outcomes",
    "place_types",
    "poolings",
    "risks",
    "sectors",
    "states",
    "tellers",
    "values",
    "warned",
    "why",
}
_COG = "COG 2026"
_HEAD = """/**
 * The words that the server writes into its pages, by name.
 * Made by `make script-types`; `tests/web/test_script.py` says when it is out of date.
 */
"""


def texts_types() -> str:
    """What the file should hold."""
    t = Texts()
    (client,) = map(json.loads, attributes(client_texts(_COG, t), "data-texts"))
    framed = json.loads(html.unescape(frame.texts(_COG, t)))
    given: dict[str, object] = {
        "ClientTexts": client,
        "DuplicateWords": duplicate_texts(t),
        "FrameTexts": framed,
        "ListPageTexts": list_page_texts(_COG, t),
        "MatchWords": match_texts(t),
        "PoleWords": pole_texts(t),
        "ReviewWords": review_texts(t),
    }
    given["Writing"] = client.pop("writing")
    client["writing"] = framed["writing"] = Named("Writing")
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


def write_api_types(target: Path) -> None:
    """Write the types of the API's answers, by Node and what ``npm ci`` installed."""
    node = program("node", "nodejs")
    with TemporaryDirectory() as folder:
        settings = Settings(editions=Path(folder), ledger=f"sqlite:///{folder}/ledger.sqlite")
        document = Path(folder) / "openapi.json"
        document.write_text(json.dumps(create_application(settings).openapi()), encoding="utf-8")
        command = list(map(str, (node, _GENERATOR, document, "--output", target)))
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    # Types alone: descriptions and examples are in the document.
    types = _REMARK.sub("", target.read_text(encoding="utf-8"))
    target.write_text(_API_HEAD + types, encoding="utf-8")


if __name__ == "__main__":
    TYPES.write_text(texts_types(), encoding="utf-8")
    write_api_types(API_TYPES)
