"""Zonings beside the territory levels: which zones hold an address or a commune.

A layer is ``zonings/<kind>.parquet`` of the territories folder: one row per zone and commune, with
``code``, ``name``, ``commune`` (its code, may be blank), ``geometry`` (WKB in WGS 84, may be null);
its vintage stands in the schema's metadata.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from territorial_map.domain.edition import LayerCount
from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Place, Zoning
from territorial_map.domain.vocabulary import Located
from territorial_map.domain.zoning_terms import PriorityPlace, ZoningKind
from territorial_map.places.vintages import VINTAGE

FOLDER = "zonings"
SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("name", pa.string()),
        ("commune", pa.string()),
        ("geometry", pa.binary()),
    ]
)


@dataclass(frozen=True, slots=True)
class ZoningArea:
    """A zone with its communes, and its boundary where the zoning has one (WKB, WGS 84)."""

    code: str
    name: str
    communes: tuple[str, ...] = ()
    geometry: bytes | None = None


@dataclass(frozen=True)
class ZoningLayer:
    """The zones of one kind and vintage.

    Priority neighbourhoods hold addresses by their boundaries, and say nothing of a place that is
    known by its commune alone; the other kinds hold whole communes.
    """

    kind: ZoningKind
    vintage: str
    zones: Sequence[ZoningArea] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> "ZoningLayer":
        """The layer of a file.

        Raises:
            SourceError: it cannot be read as one.
        """
        try:
            table = pq.read_table(path, schema=SCHEMA)
            vintage = (pq.read_schema(path).metadata or {}).get(VINTAGE, b"").decode()
            kind = ZoningKind(path.stem)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise SourceError(
                f"{path.name} : zonage illisible ({error}). Refaites l’import de ce zonage."
            ) from error
        communes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        shapes: dict[tuple[str, str], bytes | None] = {}
        for row in table.to_pylist():
            zone = row["code"], row["name"]
            communes[zone] += [row["commune"]] if row["commune"] else []
            shapes[zone] = shapes.get(zone) or row["geometry"]
        zones = [ZoningArea(*zone, tuple(communes[zone]), shapes[zone]) for zone in shapes]
        return cls(kind, vintage, zones)

    def write(self, folder: Path) -> Path:
        """Write the layer into a folder of territories, whole or not at all; its path."""
        rows = [
            (zone.code, zone.name, commune, zone.geometry if not rank else None)
            for zone in sorted(self.zones, key=lambda zone: zone.code)
            for rank, commune in enumerate(zone.communes or ("",))
        ]
        columns = [list(column) for column in zip(*rows, strict=True)]
        schema = SCHEMA.with_metadata({VINTAGE: self.vintage.encode()})
        path = folder / FOLDER / f"{self.kind.value}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{path.name}")
        try:
            pq.write_table(pa.table(columns, schema=schema), partial, compression="zstd")
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        return path

    def of(self, place: Place) -> Zoning | None:
        """The zone that holds a place; ``None`` where none does, or where that cannot be told."""
        if self.kind is ZoningKind.QPV:
            zone = self._around(place) if place.located is Located.ADDRESS else None
            return self._told(zone, Located.ADDRESS)
        return self._told(self._by_commune.get(place.commune_code or ""), Located.COMMUNE)

    def _around(self, place: Place) -> ZoningArea | None:
        if place.point is None:
            return None
        spot = shapely.Point(place.point.lon, place.point.lat)
        found = self._tree.query(spot, predicate="intersects").tolist()
        return min((self._with_shape[n] for n in found), key=lambda z: z.code, default=None)

    def _told(self, zone: ZoningArea | None, basis: Located) -> Zoning | None:
        return Zoning(self.kind, zone.code, zone.name, self.vintage, basis) if zone else None

    @property
    def has_shapes(self) -> bool:
        """Whether a zone has its boundary, without which nothing is told of addresses."""
        return bool(self._with_shape)

    @cached_property
    def _with_shape(self) -> list[ZoningArea]:
        return [zone for zone in self.zones if zone.geometry is not None]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(shapely.from_wkb([zone.geometry for zone in self._with_shape]))

    @cached_property
    def _by_commune(self) -> Mapping[str, ZoningArea]:
        return {commune: zone for zone in self.zones for commune in zone.communes}


class Zonings:
    """Every zoning of a folder of territories."""

    def __init__(self, layers: Sequence[ZoningLayer] = ()) -> None:
        self._layers = tuple(layers)

    @classmethod
    def of_folder(cls, folder: Path) -> "Zonings":
        """Those that were imported into it, in the order of their kinds; often none."""
        paths = ((folder / FOLDER / f"{kind.value}.parquet") for kind in ZoningKind)
        return cls([ZoningLayer.read(path) for path in paths if path.is_file()])

    def told(self) -> tuple[LayerCount, ...]:
        """What there is, for the report of an edition."""
        return tuple(
            LayerCount(
                layer.kind,
                layer.vintage,
                tuple((zone.code, zone.name) for zone in layer.zones),
            )
            for layer in self._layers
        )

    def priority(self, place: Place) -> PriorityPlace:
        """Where a place stands to priority neighbourhoods: told of addresses alone."""
        layer = next((each for each in self._layers if each.kind is ZoningKind.QPV), None)
        if layer is None or not layer.has_shapes or place.located is not Located.ADDRESS:
            return PriorityPlace.UNKNOWN
        return PriorityPlace.INSIDE if layer.of(place) else PriorityPlace.OUTSIDE

    def of(self, place: Place) -> tuple[Zoning, ...]:
        """The zones that hold a place, one per kind at most."""
        found = (layer.of(place) for layer in self._layers)
        return tuple(zone for zone in found if zone is not None)
