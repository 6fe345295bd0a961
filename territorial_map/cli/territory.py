"""``territorial-map territory``: the portrait of a territory, coverage first."""

from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
)
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.reach import REACH_KM
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.coverage.words import kind_in_words
from territorial_map.services.portrait import Figure, FigureRow, TerritoryPortrait, portrait_of
from territorial_map.services.portrait.reach import Reach
from territorial_map.services.texts import Texts

_UNKNOWN = "non connu"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("territory")(territory)


def territory(
    level: Annotated[str, typer.Argument(help="region, department, epci ou commune.")],
    code: Annotated[str, typer.Argument(help="Son code (INSEE, ou SIREN d’un EPCI).")],
    output_format: FormatOption = "text",
) -> None:
    """Faire le portrait d’un territoire : couverture, chiffres comparés, ce qui est à portée."""
    check_format(output_format)
    known = _level(level)
    edition = open_current()
    portrait = portrait_of(edition, edition.territory(known, code.strip().upper()).territory)
    if output_format == OutputFormat.JSON:
        print_json(portrait.as_json())
        return
    _print(portrait)


def _level(text: str) -> TerritoryLevel:
    told = {"departement": "department", "région": "region"}.get(text.lower(), text.lower())
    if told not in TerritoryLevel.codes():
        raise BadParameter("LEVEL", text, "niveau de territoire inconnu.", TerritoryLevel.codes())
    return TerritoryLevel(told)


def _print(portrait: TerritoryPortrait) -> None:
    place, facts = portrait.place, portrait.facts
    typer.echo(f"{place.territory.name} ({place.territory.code})")
    typer.echo(f"\nCouverture (édition {portrait.edition_id})")
    for one in portrait.coverage.kinds:
        typer.echo(f"  {kind_in_words(one, Texts())}")
    known = (("activité", facts.with_trade), ("téléphone", facts.with_phone))
    told = ", ".join(f"{word} {n}" for word, n in known)
    typer.echo(f"  Connus sur {facts.organisations} : {told}")
    beside = ", ".join([one.name for one in place.wider] + ["France"])
    typer.echo(f"\nChiffres, ici puis : {beside} (entre parenthèses : pour 10 000 habitants)")
    for row in (portrait.figures.total, *portrait.figures.kinds, *portrait.figures.devices):
        typer.echo(f"  {row.label or 'Toutes les organisations'} : {_figures(row)}")
    if portrait.reach is not None:
        distances = ", ".join(map(str, REACH_KM))
        typer.echo(f"\nPart des habitants à moins de {distances} km, à vol d’oiseau")
        for reach in portrait.reach:
            typer.echo(f"  {reach.target.label} : {_shares(reach)}")


def _figures(row: FigureRow) -> str:
    return " | ".join(map(_figure, (row.here, *row.beside)))


def _figure(figure: Figure) -> str:
    if figure.count is None:
        return _UNKNOWN
    rate = "" if figure.rate is None else f" ({figure.rate:.2f})".replace(".", ",")
    return f"{figure.count}{rate}"


def _shares(reach: Reach) -> str:
    return " | ".join(_UNKNOWN if share is None else f"{share:.0%}" for share in reach.shares)
