"""What ``check`` and ``import`` are told alike: a source, its files, and how to read them."""

from pathlib import Path
from typing import Annotated

import typer

SourceArgument = Annotated[str, typer.Argument(metavar="SOURCE", help="Source, ou « auto ».")]
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Fichiers à lire.")]
AsOfOption = Annotated[str, typer.Option(help="Date de l’extraction, AAAA-MM-JJ.")]
CategoryOption = Annotated[
    list[str] | None, typer.Option(help="Catégorie de la source à garder ; se répète.")
]
SheetOption = Annotated[
    str,
    typer.Option(
        help="Feuille d’un classeur, par son nom ou son rang ; sinon celle qui ressemble le plus à "
        "une liste."
    ),
]
MappingOption = Annotated[
    Path | None, typer.Option(help="Fichier de correspondance des colonnes (.toml).")
]
