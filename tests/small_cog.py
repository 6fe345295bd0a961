"""The COG of a later year over a few real communes, in INSEE's layout, with synthetic changes."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

TERRITORIES = Path(__file__).parents[1] / "data" / "territories"
COMMUNE_COLUMNS = "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT"
EVENT_COLUMNS = (
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,"
    "TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP"
)


@dataclass(frozen=True)
class Commune:
    """A row of ``v_commune``."""

    code: str
    name: str
    department: str
    region: str
    kind: str = "COM"

    def cells(self) -> list[str]:
        """Its cells, in INSEE's order."""
        parent = self.code if self.kind != "COM" else ""
        told = [self.kind, self.code, self.region, self.department, "", "", "0"]
        return [*told, self.name.upper(), self.name, self.name, "", parent]


def communes_of(folder: Path) -> list[Commune]:
    """Those of a folder of territories."""
    columns = ["code", "name", "department_code", "region_code"]
    rows = pq.read_table(folder / "communes.parquet", columns=columns).to_pylist()
    return [Commune(*row.values()) for row in rows]


def event(kind: str, date: str, before: Commune, after: Commune) -> list[str]:
    """A row of ``v_mvt_commune``."""
    return [
        *(kind, date, "COM", before.code, "0", before.name.upper(), before.name, before.name),
        *("COM", after.code, "0", after.name.upper(), after.name, after.name),
    ]


def table(columns: str, rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """A CSV as INSEE writes it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows((columns.split(","), *rows))
    return text.getvalue()


def cog_zip(communes: Iterable[Commune], events: Iterable[Sequence[str]], year: str) -> bytes:
    """``cog_ensemble_AAAA_csv.zip``, with a table beside that is none of ours."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = [each.cells() for each in communes]
        archive.writestr(f"v_commune_{year}.csv", table(COMMUNE_COLUMNS, rows))
        archive.writestr(f"v_mvt_commune_{year}.csv", table(EVENT_COLUMNS, events))
        cantons = "CAN,DEP,REG,COMPCT,BURCENTRAL,TNCC,NCC,NCCENR,LIBELLE,TYPECT"
        archive.writestr(f"v_canton_{year}.csv", table(cantons, [["0101", *["x"] * 9]]))
    return packed.getvalue()


def next_year(present: Sequence[Commune]) -> tuple[list[Commune], list[list[str]]]:
    """Synthetic changes of 2027 in the Ain: one joined, one renamed, one established again."""
    by_code = {each.code: each for each in present}
    kept, gone = by_code["01001"], by_code["01002"]
    renamed = replace(by_code["01004"], name="Ambérieu-la-Synthétique")
    reborn = Commune("01999", "Commune-Rétablie-Synthétique", "01", "84")
    events = [
        event("32", "2027-01-01", gone, kept),
        event("32", "2027-01-01", kept, kept),
        event("10", "2027-01-01", by_code["01004"], renamed),
        event("21", "2027-01-01", by_code["01007"], reborn),
        event("21", "2027-01-01", by_code["01007"], by_code["01007"]),
    ]
    changed = {gone.code: None, renamed.code: renamed}
    after = [changed.get(each.code, each) for each in present]
    delegated = replace(gone, kind="COMD")
    return [each for each in (*after, reborn, delegated) if each is not None], events


def few_territories(folder: Path, departments: Sequence[str]) -> Path:
    """The territories of a few départements: all of them take seconds to load."""
    for path in TERRITORIES.iterdir():
        if path.suffix == ".parquet":
            pq.write_table(_few(pq.read_table(path), departments), folder / path.name)
        elif path.is_file():
            (folder / path.name).symlink_to(path)
    (folder / "screen").mkdir()
    for path in (TERRITORIES / "screen").iterdir():
        (folder / "screen" / path.name).symlink_to(path)
    return folder


def _few(rows: pa.Table, departments: Sequence[str]) -> pa.Table:
    if "department_code" not in rows.column_names:
        return rows
    return rows.filter(pc.is_in(rows["department_code"], pa.array(departments)))
