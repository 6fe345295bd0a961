"""``territorial-map partners``: who an organisation could cooperate with, on what, and why."""

from typing import Annotated

import typer

from territorial_map.api.models.partnerships import OrganisationPartners, organisation_partners
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    knowledge,
    open_current,
    print_json,
    whole,
)
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import distance
from territorial_map.domain.pooling.ties import TieKind, TieStrength
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partnerships.partners import MOST_PARTNERS, partners_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("partners")(partners)


def partners(
    organisation_id: Annotated[str, typer.Argument(help="Identifiant de l’organisation.")],
    *,
    pooling: Annotated[
        list[str] | None, typer.Option(help="Catégorie de mutualisation ; se répète.")
    ] = None,
    radius_km: Annotated[float | None, typer.Option(help="Rayon à vol d’oiseau, en km.")] = None,
    limit: Annotated[
        int,
        typer.Option(
            help="Partenaires au plus, par catégorie.",
            parser=whole("--limit", 1, MOST_PARTNERS),
            metavar="N",
        ),
    ] = 10,
    output_format: FormatOption = "text",
) -> None:
    """Dire avec qui une organisation pourrait coopérer, sur quoi et pourquoi."""
    check_format(output_format)
    for value in pooling or ():
        if value not in PoolingCategory.codes():
            raise BadParameter("--pooling", value, "valeur inconnue.", PoolingCategory.codes())
    asked = tuple(PoolingCategory(value) for value in pooling or ())
    found = partners_of(open_current(), organisation_id, asked, radius_km, limit)
    shape = organisation_partners(found, knowledge().pooling)
    if output_format == OutputFormat.JSON:
        print_json(shape)
        return
    for line in partners_in_words(shape):
        typer.echo(line)


def partners_in_words(shape: OrganisationPartners) -> list[str]:
    """The partners as lines: category, word, name, distance, reasons."""
    lines = [shape["organisation"]["name"]]
    category: PoolingCategory | None = None
    for partner in shape["partners"]:
        if partner["pooling"] != category:
            category = partner["pooling"]
            lines += ["", category.label]
        km = partner["distance_km"]
        where = (
            "distance inconnue" if km is None else f"{distance(km, Language.FRENCH)} à vol d’oiseau"
        )
        lines.append(f"  {partner['tier_label']} : {partner['name']} ({where})")
        lines += [f"    – {reason['fr']}" for reason in partner["reasons"]]
    return lines + _existing(shape)


def _existing(shape: OrganisationPartners) -> list[str]:
    """Who is already together, sure ties first, each with what shows it."""
    told: dict[str, list[str]] = {"Déjà en lien avec": [], "Sans doute du même groupe": []}
    sure, probable = told
    for existing in shape["existing"]:
        shown = " ; ".join(tie["fr"] for tie in existing["ties"])
        known = any(_is_sure(tie["kind"]) for tie in existing["ties"])
        told[sure if known else probable].append(f"  {existing['name']} ({shown})")
    return [line for heading, rest in told.items() if rest for line in ("", heading, *rest)]


def _is_sure(kind: TieKind) -> bool:
    return kind.is_cooperation and kind.strength is TieStrength.KNOWN
