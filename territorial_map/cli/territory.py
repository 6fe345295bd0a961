"""``territorial-map territory``: the portrait of a territory, coverage first."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    open_current,
    print_json,
    say,
)
from territorial_map.cli.writing import write_chunks
from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.reach import REACH_KM
from territorial_map.services.coverage.words import kind_in_words
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import Figure, FigureRow, TerritoryPortrait, portrait_of
from territorial_map.services.portrait.place import portrait_path
from territorial_map.services.portrait.reach import Reach
from territorial_map.services.portrait.zones import PORTRAIT_LEVELS, portrayed
from territorial_map.services.territory_note.files import NOTE_FILES, SHEET_FILES, NoteFile
from territorial_map.services.territory_note.note import NoteAsked, note_of
from territorial_map.services.texts import Texts
from territorial_map.settings import settings

_UNKNOWN = "non connu"
_WORDS = {
    "departement": "department",
    "région": "region",
    "zone-emploi": "employment_zone",
    "bassin-de-vie": "living_area",
    "groupe": "group",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("territory")(territory)


def territory(
    level: Annotated[
        str,
        typer.Argument(
            help="region, department, epci, commune, employment_zone, living_area ou group."
        ),
    ],
    code: Annotated[
        str,
        typer.Argument(
            help="Son code (INSEE, ou SIREN d’un EPCI) ; d’un groupe, ceux de ses communes, "
            "séparés par des virgules."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="La note : .docx ou .pdf, ses tableaux : .xlsx, dans ce fichier."
        ),
    ] = None,
    *,
    name: Annotated[str, typer.Option("--name", help="Le nom d’un groupe de communes.")] = "",
    sheet: Annotated[
        bool, typer.Option("--sheet", help="Avec -o : la fiche de relecture (.docx, .pdf).")
    ] = False,
    output_format: FormatOption = "text",
) -> None:
    """Faire le portrait d’un territoire : couverture, chiffres comparés, ce qui est à portée."""
    check_format(output_format)
    known = _level(level)
    edition = open_current()
    place = portrayed(edition, known, code.strip().upper(), name)
    if output is not None:
        _write(edition, place, output, SHEET_FILES if sheet else NOTE_FILES)
        return
    portrait = portrait_of(edition, place)
    if output_format == OutputFormat.JSON:
        print_json(portrait.as_json())
        return
    _print(portrait)


def _write(
    edition: OpenEdition, place: AnyTerritory, output: Path, files: Mapping[str, NoteFile]
) -> None:
    """The note or the sheet, in the format that the name of the file ends with."""
    ending = output.suffix.lstrip(".").lower()
    if ending not in files:
        problem = "ce n’est pas un format de ce document."
        raise BadParameter("--output", output.name, problem, [f".{one}" for one in files])
    note = note_of(edition, NoteAsked(place, settings().public_url + portrait_path(place)))
    write_chunks([files[ending].make(note)], output)
    say(f"{place.name} : {output} (édition {note.edition.id}).")


def _level(text: str) -> str:
    told = _WORDS.get(text.lower(), text.lower())
    if told not in PORTRAIT_LEVELS:
        raise BadParameter("LEVEL", text, "niveau de territoire inconnu.", PORTRAIT_LEVELS)
    return told


def _print(portrait: TerritoryPortrait) -> None:
    place, facts = portrait.place, portrait.facts
    typer.echo(f"{place.territory.name} ({place.territory.code})")
    typer.echo(f"\nCouverture (édition {portrait.edition_id})")
    for one in portrait.coverage.kinds:
        typer.echo(f"  {kind_in_words(one, Texts())}")
    known = (("métier", facts.with_trade), ("téléphone", facts.with_phone))
    told = ", ".join(f"{word} {n}" for word, n in known)
    typer.echo(f"  Connus sur {facts.organisations} : {told}")
    beside = ", ".join([one.name for one in place.wider] + ["France"])
    if portrait.alike and portrait.alike.territories:
        named = ", ".join(one.territory.name for one in portrait.alike.territories)
        typer.echo(f"\nTerritoires les plus semblables : {named}")
        beside += " ; puis leur médiane"
    typer.echo(f"\nChiffres, ici puis : {beside} (entre parenthèses : pour 10 000 habitants)")
    for row in (portrait.figures.total, *portrait.figures.kinds, *portrait.figures.devices):
        typer.echo(f"  {row.label or 'Toutes les organisations'} : {_figures(row)}")
    if portrait.reach is not None:
        distances = ", ".join(map(str, REACH_KM))
        typer.echo(f"\nPart des habitants à moins de {distances} km, à vol d’oiseau")
        for reach in portrait.reach:
            typer.echo(f"  {reach.target.label} : {_shares(reach)}")


def _figures(row: FigureRow) -> str:
    told = [*map(_figure, (row.here, *row.beside))]
    if row.alike is not None:
        middle = row.alike.median_count
        told.append(_UNKNOWN if middle is None else f"{middle:g}".replace(".", ","))
    return " | ".join(told)


def _figure(figure: Figure) -> str:
    if figure.count is None:
        return _UNKNOWN
    rate = "" if figure.rate is None else f" ({figure.rate:.2f})".replace(".", ",")
    return f"{figure.count}{rate}"


def _shares(reach: Reach) -> str:
    return " | ".join(_UNKNOWN if share is None else f"{share:.0%}" for share in reach.shares)
