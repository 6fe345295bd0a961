"""Questions that another process can be asked without an edition: it imports this module."""

import os
import time
from collections.abc import Callable
from typing import Any, TypeVar

from territorial_map.domain.errors import BadParameter, NotFound, TooMany

T = TypeVar("T")


class Plain:
    """What a process may open without an edition."""

    def ask(self, function: Callable[..., T], *arguments: Any) -> T:
        return function(self, *arguments)


def open_plain(*_: object) -> Plain:
    return Plain()


def refuse_to_open(*_: object) -> Plain:
    raise OSError("synthetic")


def number_of_process(_: Plain) -> int:
    return os.getpid()


def sleep_s(_: Plain, seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def fall(_: Plain) -> None:
    os._exit(1)


def mistaken(_: Plain, kind: str) -> None:
    errors = {
        "parameter": BadParameter("limit", "0", "un entier est attendu.", ("1", "2")),
        "none": NotFound("Aucune."),
        "many": TooMany("Trop.", 7),
    }
    raise errors[kind]
