"""The one door through which callbacks enter Dash.

A synchronous Dash callback runs on the event loop: three callbacks of two seconds held every other
request for six. Here each becomes ``async`` over a worker thread.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import anyio.to_thread
from dash import ClientsideFunction, Dash

P = ParamSpec("P")
R = TypeVar("R")
CLIENT_NAMESPACE = "territorialMap"


class Registry:
    """Registers callbacks on one app; ``dash.callback`` is banned elsewhere."""

    def __init__(self, app: Dash) -> None:
        self._app = app

    def on(self, *dependencies: Any, **options: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:  # noqa: ANN401 — Dash's own dependency and option types are open
        """Register a function of inputs and states; it answers from a worker thread."""

        def register(function: Callable[P, R]) -> Callable[P, R]:
            self._app.callback(*dependencies, **options)(off_loop(function))
            return function

        return register

    def client(self, name: str, *dependencies: Any, **options: Any) -> None:  # noqa: ANN401 — the same
        """Register a client-side function of ``assets/js``, by its name."""
        function = ClientsideFunction(CLIENT_NAMESPACE, name)
        self._app.clientside_callback(function, *dependencies, **options)  # type: ignore[no-untyped-call]  # Dash leaves it untyped


def off_loop(function: Callable[P, R]) -> Callable[P, Any]:
    """The same function, awaited from a worker thread with the caller's context."""

    @wraps(function)
    async def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        return await anyio.to_thread.run_sync(lambda: function(*args, **kwargs))

    return answer
