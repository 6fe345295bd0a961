"""A mapping file: which column fills which field, for a table that is read again and again."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.writing import toml_value
from territorial_map.readers import Layout

# Fields a column may fill: those of the schema that a source can tell, and parts of an address.
FIELDS = (
    "id",
    "name",
    "acronym",
    "category",
    "siren",
    "siret",
    "rna",
    "finess",
    "legal_category",
    "headcount_band",
    "naf",
    "house_number",
    "street_type",
    "street",
    "address",
    "postcode",
    "commune",
    "commune_code",
    "department_code",
    "region",
    "country",
    "lat",
    "lon",
    "geo_precision",
    "website",
    "phone",
    "opened_on",
    "sectors",
    "needs",
    "offers",
    "declared_on",
    "declared_until",
)


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leaves out rows whose ``column`` begins with ``begins``; ``why`` is a ``LeftOut``."""

    column: str
    begins: str
    why: str


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Everything a table needs to be read.

    ``columns`` gives, for a field, the columns that fill it, joined by a space; ``constants`` the
    value of a field that is the same for all rows; ``categories`` turns cells into our categories;
    ``prefix`` begins every id; ``otherwise`` are columns that tell a name where it is blank;
    ``sections`` says that titles of areas part the rows of the file at hand.
    """

    about: SourceAbout
    prefix: str
    columns: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    layout: Layout | None = None
    leave_out: tuple[LeaveOut, ...] = ()
    service_cells: frozenset[str] = frozenset()
    otherwise: tuple[str, ...] = ()
    sections: bool = False


def read_mapping(path: Path) -> ColumnMapping:
    """A mapping file, checked.

    Raises:
        SourceError: absent, not TOML, or with a field that the schema does not have.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{path.name} : fichier de correspondance illisible ({error})."
        ) from error
    try:
        return _mapping(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError(
            f"{path.name} : fichier de correspondance incomplet ou mal rempli ({error}). "
            "Écrivez-en un modèle avec « check generic FICHIER --write-mapping modele.toml »."
        ) from error


def _mapping(told: Mapping[str, Any]) -> ColumnMapping:
    source, layout = told["source"], told.get("layout", {})
    unknown = [
        name for name in (*told["columns"], *told.get("constants", {})) if name not in FIELDS
    ]
    if unknown:
        raise ValueError(f"champ inconnu « {unknown[0]} » ; champs admis : {', '.join(FIELDS)}")
    return ColumnMapping(
        about=SourceAbout(
            code=source["code"],
            title=source["title"],
            publisher=source["publisher"],
            page=source.get("page", ""),
            licence=source["licence"],
            refresh=source.get("refresh", "non indiqué"),
            formats=source.get("formats", "CSV, XLSX, ODS ou GeoJSON"),
            table=source["table"],
            register=source["register"],
            layout=LayoutKnown(source.get("layout", "free")),
            is_register=source.get("is_register", False),
        ),
        prefix=source["id_prefix"],
        columns={
            name: (columns,) if isinstance(columns, str) else tuple(columns)
            for name, columns in told["columns"].items()
        },
        constants=dict(told.get("constants", {})),
        categories=dict(told.get("categories", {})),
        layout=Layout(
            layout.get("encoding", ""),
            layout.get("separator", ""),
            layout.get("header_line", 0),
            layout.get("sheet", ""),
        ),
        leave_out=tuple(LeaveOut(**each) for each in told.get("leave_out", ())),
        service_cells=frozenset(layout.get("service_cells", ())),
        otherwise=tuple(told.get("otherwise", {}).get("name", ())),
    )


def mapping_text(mapping: ColumnMapping) -> str:
    """The mapping as a file to edit and reuse."""
    about, layout = mapping.about, mapping.layout or Layout(header_line=0)
    source = {
        "code": about.code,
        "title": about.title,
        "publisher": about.publisher,
        "page": about.page,
        "licence": about.licence,
        "register": about.register,
        "is_register": about.is_register,
        "table": about.table,
        "id_prefix": mapping.prefix,
    }
    written = {"encoding": layout.encoding, "separator": layout.separator, "sheet": layout.sheet}
    lines = [
        "# Correspondance des colonnes : à relire, à corriger, à réutiliser (--mapping).",
        "[source]",
        *(f"{key} = {toml_value(value)}" for key, value in source.items()),
        "",
        "[layout]",
        *(f"{key} = {toml_value(value)}" for key, value in written.items() if value),
        f"header_line = {layout.header_line}",
        "",
        "# champ = colonne, ou liste de colonnes mises bout à bout.",
        f"# Champs : {', '.join(FIELDS)}",
        "[columns]",
        *(f"{name} = {toml_value(columns)}" for name, columns in mapping.columns.items()),
        "",
        "# Colonnes qui disent le nom quand la sienne est vide, dans l’ordre.",
        "[otherwise]",
        f"name = {toml_value(mapping.otherwise)}",
        "",
        '# Valeur commune à toutes les lignes, par exemple : category = "association"',
        "[constants]",
        *(f"{key} = {toml_value(value)}" for key, value in mapping.constants.items()),
        "",
        "# Cellule de la colonne « category » = notre catégorie.",
        "[categories]",
        *(f"{toml_value(k)} = {toml_value(v)}" for k, v in mapping.categories.items()),
    ]
    return "\n".join(lines) + "\n"
