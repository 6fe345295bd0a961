"""The process that reads one list, answers and ends: run as ``python -m``, never imported.

On its input: a line of JSON (the media type of the body, what is wanted, the limits), then the
body. On its output: a line of JSON (``ok`` or the mistake), then what was wanted.
"""

import contextlib
import os
import resource
import sys
from typing import Any

import orjson

from territorial_map.domain.errors import SourceTooLarge, UserError
from territorial_map.readers.completing_columns import completing_columns
from territorial_map.services.matching.apart.form import form_of
from territorial_map.services.matching.apart.json_rows import rows_of
from territorial_map.services.matching.apart.wire import told_error, told_list
from territorial_map.services.matching.column_choices import parse_choices
from territorial_map.services.matching.list_files import GivenList, read_list
from territorial_map.services.matching.list_report import reading_answer

_KINDNESS = 10  # what answers visitors runs before this


def main() -> None:
    """Read the list on the input, and tell it on the output."""
    asked = orjson.loads(sys.stdin.buffer.readline())
    _limit(asked["memory"], asked["cpu_s"])
    head, content = _read(asked)
    sys.stdout.buffer.write(orjson.dumps(head) + b"\n")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing to tidy: what it held ends with it


def _limit(memory: int, cpu_s: int) -> None:
    """Take less than what is given; no file can be written, no trace of memory is left."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard < 0 else min(most, hard),) * 2)
    with contextlib.suppress(OSError):
        os.nice(_KINDNESS)


def _read(asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The head of the answer, and its content."""
    try:
        given = _list_of(asked["type"], sys.stdin.buffer.read(), asked["telling"])
        content = _wanted(given, asked["want"])
    except UserError as error:
        return told_error(error), b""
    except (MemoryError, RecursionError):
        return told_error(SourceTooLarge(TOO_MUCH)), b""
    if len(content) > asked["most"]:
        return told_error(SourceTooLarge(TOO_LONG)), b""
    return {"kind": "ok"}, content


def _wanted(given: GivenList, want: str) -> bytes:
    """``reading``: all of it; ``list``: what matching reads; ``completing``: what completes too."""
    if want == "reading":
        return orjson.dumps(reading_answer(given))
    kept = completing_columns(given.columns, given.persons) if want == "completing" else ()
    return told_list(given, kept)


def _list_of(media_type: str, body: bytes, telling: bool) -> GivenList:  # noqa: FBT001 - as it is told
    if not media_type.lower().startswith("multipart/form-data"):
        return rows_of(body)
    file, others = form_of(media_type, body)
    del body
    chosen = parse_choices(others.get("columns", ""))
    return read_list(file, sheet=others.get("sheet", ""), chosen=chosen, telling=telling)


TOO_MUCH = (
    "Cette liste demande plus de mémoire ou de temps que ce qui lui est accordé. Enregistrez-la en "
    ".csv, avec ses seules lignes et colonnes utiles, et recommencez."
)
TOO_LONG = (
    "Cette liste contient trop de texte une fois lue. Ne gardez que les colonnes utiles, ou "
    "découpez-la, et recommencez."
)

if __name__ == "__main__":
    main()
