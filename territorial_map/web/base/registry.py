"""The one door through which callbacks enter Dash.

A synchronous Dash callback runs on the event loop: three callbacks of two seconds held every other
request for six. Here each becomes ``async`` over a worker thread.
"""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import anyio.to_thread
from dash import ClientsideFunction, Dash, Input, Output
from pydantic import ValidationError, validate_call

from territorial_map.domain.errors import BadParameter
from territorial_map.services.costly_work import apart

P = ParamSpec("P")
R = TypeVar("R")
CLIENT_NAMESPACE = "territorialMap"


class Registry:
    """Registers callbacks on one app; ``dash.callback`` is banned elsewhere."""

    def __init__(self, app: Dash) -> None:
        self._app = app
        self._effects: dict[tuple[str, ...], str] = {}

    def on(
        self,
        *dependencies: Any,  # noqa: ANN401 — Dash's own dependency and option types are open
        costly: bool = False,
        **options: Any,  # noqa: ANN401 — the same
    ) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Register a function of inputs and states; it answers from a worker thread.

        What is ``costly`` waits its turn for one of the few threads that the API's costly answers
        have too.
        """

        def register(function: Callable[P, R]) -> Callable[P, R]:
            checked = of_their_types(function)
            answer = off_loop(checked, apart) if costly else off_loop(checked)
            self._app.callback(*dependencies, **options)(answer)
            return function

        return register

    def client(self, name: str, *dependencies: Any, **options: Any) -> None:  # noqa: ANN401 — the same
        """Register a client-side function of ``assets/modules/app.mjs``, by its name.

        Raises:
            ValueError: A function without output is there for the same inputs: Dash names such a
                callback by its inputs alone, and would silently keep the last one only.
        """
        if not any(isinstance(each, Output) for each in dependencies):
            inputs = tuple(str(each) for each in dependencies if isinstance(each, Input))
            if inputs in self._effects:
                taken = self._effects[inputs]
                raise ValueError(f"{name}: {taken} already answers {', '.join(inputs)} alone")
            self._effects[inputs] = name
        function = ClientsideFunction(CLIENT_NAMESPACE, name)
        self._app.clientside_callback(function, *dependencies, **options)  # type: ignore[no-untyped-call]  # Dash leaves it untyped


def of_their_types(function: Callable[P, R]) -> Callable[P, R]:
    """The same function, which refuses values of other types than it says it takes.

    Any client may post any value to a callback, and a value of another type is no fault of ours.
    """
    called = validate_call(config={"strict": True})(function)

    @wraps(function)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return called(*args, **kwargs)
        except ValidationError as error:
            if error.title != function.__qualname__:  # raised within, on something else
                raise
            place = ".".join(str(each) for each in error.errors()[0]["loc"])
            raise BadParameter(place, "", "une valeur d’un autre type est attendue.") from error

    return answer


def off_loop(
    function: Callable[P, R],
    run: Callable[[Callable[[], R]], Awaitable[R]] = anyio.to_thread.run_sync,
) -> Callable[P, Any]:
    """The same function, awaited from a thread that ``run`` gives, with the caller's context."""

    @wraps(function)
    async def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        return await run(lambda: function(*args, **kwargs))

    return answer
