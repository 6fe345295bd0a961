"""``territorial-map check``: a validation report on an official file, without building."""

import os
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
from territorial_map.domain.errors import BadParameter
from territorial_map.settings import data_folder


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    source: SourceArgument,
    files: FilesArgument,
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Rapport à écrire, .html.")
    ] = None,
    as_of: AsOfOption = "",
    category: CategoryOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = "",
    write_mapping: Annotated[
        Path | None,
        typer.Option(help="Correspondance trouvée, à écrire dans un fichier .toml (generic)."),
    ] = None,
    output_format: FormatOption = "text",
) -> None:
    """Contrôler un fichier sans rien importer : lignes, champs remplis, problèmes."""
    from territorial_map.ingest.sources import (  # noqa: PLC0415 - slow to load
        Choices,
        check_files,
        importer_for,
        layer_importer_for,
    )
    from territorial_map.ingest.sources.report import (  # noqa: PLC0415 - the same
        report_json,
        report_lines,
    )

    check_format(output_format)
    if output is not None and output.suffix.lower() not in {".html", ".htm"}:
        raise BadParameter("--output", str(output), "extension inconnue.", (".html",))
    layer = layer_importer_for(source, files)
    if layer is not None:
        for line in layer.read(files, data_folder("data") / "territories", as_of).lines:
            typer.echo(line)
        return
    choices = Choices(as_of=as_of, categories=tuple(category or ()), mapping=mapping, sheet=sheet)
    with table_progress_bar() as progress:
        report = check_files(
            importer_for(source, files, choices), files, choices, progress=progress
        )
    if write_mapping is not None:
        from territorial_map.ingest.sources.generic import write_mapping as write  # noqa: PLC0415 - slow to load

        write(files[0], choices, write_mapping)
        say(f"Correspondance écrite dans {write_mapping} : relisez-la, puis --mapping.")
    if output is not None:
        from territorial_map.ingest.sources.report_html import report_html  # noqa: PLC0415 - slow to load

        partial = output.with_name(f".{output.name}.{os.getpid()}")
        try:
            partial.write_text(report_html(report), encoding="utf-8")
            partial.replace(output)
        finally:
            partial.unlink(missing_ok=True)
        say(f"Rapport écrit dans {output}.")
    if output_format == OutputFormat.JSON:
        print_json(report_json(report))
        return
    for line in report_lines(report):
        typer.echo(line)
