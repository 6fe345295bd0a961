"""``territorial-map partners``: who an organisation could cooperate with, on what, and why."""

from typing import Annotated

import typer

from territorial_map.api.models.leads import (
    OrganisationPartners,
    PageAsked,
    Partner,
    organisation_partners,
)
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
from territorial_map.domain.selection import DEFAULT_RADIUS_KM
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.query_string import radius_asked
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import (
    MOST_LISTED,
    MOST_PAGES,
    PER_PAGE,
    PartnersAsked,
    kept_from_query,
)
from territorial_map.services.partnerships.partners import MOST_PARTNERS


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
    kind: Annotated[list[str] | None, typer.Option(help="Type du partenaire ; se répète.")] = None,
    trade: Annotated[str, typer.Option(help="Métier : known ou unknown.")] = "",
    phone: Annotated[str, typer.Option(help="Téléphone : known ou unknown.")] = "",
    tie: Annotated[str, typer.Option(help="Lien : linked, same_group ou same_epci.")] = "",
    limit: Annotated[
        int,
        typer.Option(
            help="Partenaires par page.",
            parser=whole("--limit", 1, MOST_PARTNERS),
            metavar="N",
        ),
    ] = PER_PAGE,
    page: Annotated[
        int,
        typer.Option(help="Page.", parser=whole("--page", 1, MOST_PAGES), metavar="N"),
    ] = 1,
    output_format: FormatOption = "text",
) -> None:
    """Dire avec qui une organisation pourrait coopérer, sur quoi et pourquoi.

    Une ligne par organisation, dans l’ordre des mots, puis de ce qui est connu.
    """
    check_format(output_format)
    for value in pooling or ():
        if value not in PoolingCategory.codes():
            raise BadParameter("--pooling", value, "valeur inconnue.", PoolingCategory.codes())
    if radius_km is not None:
        radius_asked(radius_km, "--radius-km")
    filters = {"kind": kind or [], "trade": [trade], "phone": [phone], "tie": [tie]}
    asked = PartnersAsked(
        organisation_id,
        radius_km=radius_km or DEFAULT_RADIUS_KM,
        own_reach=radius_km is None,
        pooling=tuple(PoolingCategory(value) for value in pooling or ()),
        limit=MOST_LISTED,
        kept=kept_from_query(filters),
    )
    edition, at = open_current(), PageAsked(page, limit)
    found = find_leads(edition, asked)
    ids = tuple(lead.main.b.id for lead in found.leads[at.of(found.leads)])
    listed = {item.id: item for item in edition.listed_by_ids(ids)}
    shape = organisation_partners(found, listed, knowledge().pooling, at)
    if output_format == OutputFormat.JSON:
        print_json(shape)
        return
    for line in partners_in_words(shape):
        typer.echo(line)


def partners_in_words(shape: OrganisationPartners) -> list[str]:
    """The partners as lines: word, name, category, distance, reason; then what holds for all."""
    lines = [shape["organisation"]["name"]]
    if shape["why_empty"] is not None:
        lines += ["", shape["why_empty"]["fr"]]
    for partner in shape["partners"]:
        lines += ["", *_partner(partner)]
    for frame in shape["frames"]:
        lines += ["", frame["label"]["fr"], f"  À demander : {frame['ask']['fr']}"]
        lines += [f"  Cadre : {frame['legal']['fr']}"] if frame["legal"] else []
    if shape["pages"] > 1:
        lines += ["", f"Page {shape['page']} sur {shape['pages']} ; --page pour les autres."]
    return lines + _existing(shape)


def _partner(partner: Partner) -> list[str]:
    km = partner["distance_km"]
    where = "distance inconnue" if km is None else distance(km, Language.FRENCH)
    if km is not None:
        where += " à vol d’oiseau"
    lines = [f"  {partner['tier_label']} : {partner['name']} ({where})"]
    lines.append(f"    {partner['pooling'].label} : {partner['best_reason']['fr']}")
    lines += [f"    Connu : {fact['fr']}" for fact in partner["known"]]
    lines += [
        f"    Aussi : {other['pooling'].label} ({other['tier_label'].lower()})"
        for other in partner["also"]
    ]
    lines.append(f"    Téléphone : {partner['phone'] or 'non renseigné'}")
    return lines


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
