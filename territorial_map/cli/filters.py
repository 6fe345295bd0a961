"""The filters as options: one option per query parameter, with the same name and values."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from territorial_map.cli.console import open_current, say
from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.filter_mending import MENDED, strictly_mended
from territorial_map.services.explore.mends import mend_in_words
from territorial_map.services.explore.query_string import SCALARS, selection_from_query
from territorial_map.services.texts import Texts

_SCALAR_HELP = {
    "near": "Longitude,latitude d’un lieu.",
    "radius_km": "Rayon en kilomètres autour du lieu.",
    "q": "Texte libre, SIREN, SIRET ou FINESS.",
    "bbox": "Fenêtre : ouest,sud,est,nord.",
}


def _options() -> list[inspect.Parameter]:
    options = [
        inspect.Parameter(
            dimension.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                list[str] | None,
                typer.Option(
                    f"--{dimension.name.replace('_', '-')}", help=f"{dimension.label} ; se répète."
                ),
            ],
        )
        for dimension in DIMENSIONS
    ]
    options += [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                str | None,
                typer.Option(f"--{name.replace('_', '-')}", help=_SCALAR_HELP[name]),
            ],
        )
        for name in SCALARS
    ]
    return options


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose ``selection`` argument is given through one option per filter."""

    def run(**given: Any) -> None:  # noqa: ANN401 - values of any option
        parameters: dict[str, list[str]] = {}
        for option in _options():
            value = given.pop(option.name, None)
            parameters[option.name] = [value] if isinstance(value, str) else list(value or ())
        selection: Selection = selection_from_query(_put_right(parameters))
        command(selection=selection, **given)

    own = [p for n, p in inspect.signature(command).parameters.items() if n != "selection"]
    own = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
    merged = [*own, *_options()]
    run.__signature__ = inspect.Signature(merged)  # type: ignore[attr-defined] # what typer reads
    run.__annotations__ = {p.name: p.annotation for p in merged}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    return run


def _put_right(parameters: dict[str, list[str]]) -> dict[str, list[str]]:
    """The options with their territories put right, and a word for each."""
    pairs = [(name, value) for name, values in parameters.items() for value in values]
    if not any(name in MENDED for name, _ in pairs):
        return parameters
    places = open_current().places
    found = strictly_mended(pairs, places)
    for mend in found.mends:
        say(mend_in_words(mend, places, Texts()))
    right: dict[str, list[str]] = {name: [] for name in parameters}
    for name, value in found.pairs:
        right[name].append(value)
    return right
