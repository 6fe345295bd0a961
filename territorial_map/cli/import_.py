"""``territorial-map import``: an official file into the tables that ``build`` reads."""

from contextlib import nullcontext
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import Annotated

import typer

from territorial_map.cli.console import (
    FormatOption,
    OutputFormat,
    check_format,
    print_json,
    say,
    table_progress_bar,
)
from territorial_map.cli.import_options import (
    AsOfOption,
    CategoryOption,
    FilesArgument,
    MappingOption,
    SheetOption,
    SourceArgument,
)
from territorial_map.settings import data_folder, settings
from territorial_map.store.overlaid_folders import overlaid


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    source: SourceArgument,
    files: FilesArgument,
    *,
    into: Annotated[
        Path | None,
        typer.Option(help="Dossier des tables, ou des territoires (sinon ceux du réglage)."),
    ] = None,
    as_of: AsOfOption = "",
    category: CategoryOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = "",
    name: Annotated[
        str, typer.Option(help="Nom de la liste, si ce n’est pas celui du fichier (generic).")
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Remplacer une autre liste du même nom.")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(
            help="Fichier .csv des lignes rejetées ; il peut contenir des coordonnées de personnes."
        ),
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Importer un fichier officiel ou une liste : une table et sa fiche de provenance."""
    from territorial_map.cli.importing_layers import import_layer  # noqa: PLC0415 - slow to load
    from territorial_map.ingest.sources import (  # noqa: PLC0415 - the same
        Choices,
        import_files,
        importer_for,
        layer_importer_for,
    )
    from territorial_map.ingest.sources.report import (  # noqa: PLC0415 - the same
        report_json,
        report_lines,
    )

    check_format(output_format)
    layer = layer_importer_for(source, files)
    if layer is not None:
        import_layer(layer, files, into, as_of)
        return
    folder = into or settings().sources
    choices = Choices(
        as_of=as_of,
        categories=tuple(category or ()),
        mapping=mapping,
        name=name,
        sheet=sheet,
        replace=replace,
        rejects=rejects,
    )
    there = nullcontext(folder) if into else overlaid(data_folder("data") / "sources", folder)
    with there as beside, table_progress_bar() as progress:
        choices = replace_fields(choices, beside=beside)
        report = import_files(
            importer_for(source, files, choices), files, folder, choices, progress=progress
        )
    for line in report_lines(report):
        say(line)
    say(f"Table écrite : {folder / report.about.table}. Construisez l’édition : build.")
    if report.intake.rejected and rejects is None:
        say("Lignes rejetées : --rejects FICHIER les écrit toutes, avec leur motif.")
    elif report.intake.rejected:
        say(f"Lignes rejetées, avec leur motif : {rejects}. Ce fichier peut contenir des contacts.")
    if output_format == OutputFormat.JSON:
        print_json(report_json(report))
