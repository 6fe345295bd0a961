"""``territorial-map practices``: which good practices concern an organisation or a profile."""

import json
from typing import Annotated, Any

import typer

from territorial_map.api.models.practices import (
    PracticeLinkAnswer,
    PracticeLinks,
    practice_links,
)
from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    knowledge,
    open_current,
    print_json,
    say,
    text_of,
)
from territorial_map.domain.errors import BadParameter, EditionError
from territorial_map.domain.practices.tags import TagStrength, strength_of
from territorial_map.domain.practices.terms import Role
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.names import Names
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.concerned_practices import practices_of
from territorial_map.services.practices.profiles import answer_profiles


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("practices")(practices)


def practices(
    organisation_id: Annotated[
        str | None, typer.Argument(help="Identifiant d’une organisation de l’édition courante.")
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(help="Fichier JSON d’un profil ou d’une liste, ou - pour l’entrée."),
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Dire quelles bonnes pratiques concernent une organisation ou un profil, et pourquoi."""
    check_format(output_format)
    if (organisation_id is None) == (profile is None):
        given = "rien" if profile is None else f"{organisation_id} et --profile {profile}"
        problem = "donnez un identifiant d’organisation, ou « --profile », l’un des deux."
        raise BadParameter("ORGANISATION_ID", given, problem)
    if organisation_id is not None:
        concerned = practices_of(open_current(), knowledge().practices, organisation_id)
        several, listed = [practice_links(concerned.links)], False
    else:
        profiles = _json_of(str(profile))
        answered = answer_profiles(profiles, knowledge().practices, _edition_for(profiles))
        listed = isinstance(answered, list)
        each = answered if isinstance(answered, list) else [answered]
        several = [practice_links(one.links) for one in each]
    if output_format == OutputFormat.JSON:
        print_json(several if listed else several[0])
        return
    for rank, one in enumerate(several, 1):
        if len(several) > 1:
            typer.echo(f"Profil {rank}")
        for line in answer_in_words(one):
            typer.echo(line)


def answer_in_words(answered: PracticeLinks) -> list[str]:
    """What is worth reading, most relevant first, with the reasons that tell something."""
    links = answered["practices"]
    shown = [link for link in links if _worth_reading(link)]
    lines = [line for link in shown for line in _link_in_words(link)]
    if len(shown) < len(links):
        rest = len(links) - len(shown)
        lines.append(f"Moins adaptées : {rest} autres pratiques, que --format json donne toutes.")
    return lines


def _worth_reading(link: PracticeLinkAnswer) -> bool:
    return link["role"] != Role.COULD_ADOPT or strength_of(link["relevance"]) != TagStrength.WEAK


def _link_in_words(link: PracticeLinkAnswer) -> list[str]:
    standing = Role(link["role"]).label
    if link["role"] == Role.COULD_ADOPT:
        standing = strength_of(link["relevance"]).label
    told = [reason["fr"] for reason in link["reasons"] if reason["value"] is not None]
    names = Names(Gazetteer(()), knowledge().practices.catalogue)
    heading = f"{link['id']} {names.practice(link['id'])} — {standing}"
    return [heading, *(f"  – {sentence}" for sentence in told)]


def _json_of(file: str) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads(text_of(file, "--profile"))
    except json.JSONDecodeError as error:
        problem = f"ce n’est pas du JSON, ligne {error.lineno}, colonne {error.colno}."
        raise BadParameter("--profile", file, problem) from None


def _edition_for(profiles: object) -> OpenEdition | None:
    """The current edition when a profile names a commune: without one, none is needed."""
    several = profiles if isinstance(profiles, list) else [profiles]
    if not any(isinstance(each, dict) and "commune" in each for each in several):
        return None
    try:
        return open_current()
    except EditionError as error:
        say(f"{error} Le territoire ne compte pas dans la réponse.")
        return None
