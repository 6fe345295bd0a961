"""An edition: an immutable, dated build of the whole directory, and the report of its build."""

from dataclasses import dataclass

from territorial_map.domain.zoning_terms import ZoningKind


@dataclass(frozen=True, slots=True)
class SourceCount:
    """One source table of a build; ``read = kept + merged + rejected``, always."""

    file: str
    name: str
    vintage: str
    licence: str
    read: int
    kept: int
    merged: int
    rejected: int

    def __post_init__(self) -> None:
        if self.read != self.kept + self.merged + self.rejected:
            raise ValueError(f"{self.file}: {self.read} read is not kept + merged + rejected")


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that did not come in: where, and why, in French."""

    file: str
    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a build noticed and settled: a code, its French sentence, how often, examples."""

    code: str
    sentence: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerCount:
    """A zoning that a build had: its kind, its vintage, and its zones as (code, name)."""

    kind: ZoningKind
    vintage: str
    zones: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EditionReport:
    """What a build read, kept, merged and rejected, and what it noticed on the way.

    ``cog`` is the year of the Code officiel géographique of its territories; editions written
    before it was kept tell none.
    """

    sources: tuple[SourceCount, ...]
    rejections: tuple[Rejection, ...] = ()
    remarks: tuple[Remark, ...] = ()
    layers: tuple[LayerCount, ...] = ()
    cog: str = ""

    @property
    def cog_named(self) -> str:
        """« COG 2026 », « COG » where the year is not known."""
        return f"COG {self.cog}".strip()

    def layer(self, kind: ZoningKind) -> LayerCount | None:
        """The zoning of a kind, if the build had it."""
        return next((layer for layer in self.layers if layer.kind is kind), None)

    @property
    def read(self) -> int:
        """Rows read, over all sources."""
        return sum(source.read for source in self.sources)

    @property
    def kept(self) -> int:
        """Organisations of the edition, one per row kept."""
        return sum(source.kept for source in self.sources)

    @property
    def merged(self) -> int:
        """Rows merged into an organisation already kept."""
        return sum(source.merged for source in self.sources)

    @property
    def rejected(self) -> int:
        """Rows left out, each with its reason."""
        return sum(source.rejected for source in self.sources)


@dataclass(frozen=True, slots=True)
class Edition:
    """``id`` names the file; ``built_on`` is an ISO date; ``content_hash`` is over the rows."""

    id: str
    built_on: str
    content_hash: str
    report: EditionReport
