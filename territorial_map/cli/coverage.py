"""``territorial-map coverage``: which source covers which kind, where and since when."""

from dataclasses import asdict
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
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.coverage import (
    LEVELS,
    CoveredKind,
    TerritoryCoverage,
    coverage_of,
    zonings_in_words,
    zonings_of,
)
from territorial_map.services.texts import Texts


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("coverage")(coverage)


def coverage(
    by: Annotated[
        str | None, typer.Option("--by", help="region, department ou epci ; sinon l’ensemble.")
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Dire ce que couvrent nos sources, par type et par territoire."""
    check_format(output_format)
    level = _level(by)
    edition = open_current()
    found = coverage_of(edition, level)
    zonings = zonings_of(edition.edition.report)
    if output_format == OutputFormat.JSON:
        told = [one.as_json() for one in found]
        layers = [asdict(one) for one in zonings]
        print_json({"edition": edition.edition.id, "coverage": told, "zonings": layers})
        return
    for one in found:
        _print(one, level)
    typer.echo("Zonages :")
    for sentence in zonings_in_words(zonings, Texts()):
        typer.echo(f"  {sentence}")


def _level(by: str | None) -> TerritoryLevel | None:
    if by is None:
        return None
    accepted = tuple(level.value for level in LEVELS)
    if by not in accepted:
        raise BadParameter("by", by, "niveau de territoire inconnu.", accepted)
    return TerritoryLevel(by)


def _print(covered: TerritoryCoverage, level: TerritoryLevel | None) -> None:
    typer.echo(_title(covered, level))
    for one in covered.kinds:
        typer.echo(f"  {one.kind.label} : {_counts(one)}")
        for source in one.sources:
            until = "" if source.until == source.since else f" à {source.until}"
            typer.echo(f"    {source.name} ({source.since}{until}) : {source.organisations}")


def _title(covered: TerritoryCoverage, level: TerritoryLevel | None) -> str:
    if level is None:
        return f"Toute l’édition : {covered.organisations}"
    if covered.code is None:
        return f"Sans territoire connu : {covered.organisations}"
    return f"{covered.name} ({covered.code}) : {covered.organisations}"


def _counts(one: CoveredKind) -> str:
    if not one.organisations:
        return "non connu de nos sources ici"
    shares = (
        ("métier", one.with_trade),
        ("téléphone", one.with_phone),
        ("site web", one.with_website),
        ("effectif", one.with_size),
        ("code NAF", one.with_naf),
    )
    told = ", ".join(f"{word} {known / one.organisations:.0%}" for word, known in shares)
    return f"{one.organisations} ({told})"
