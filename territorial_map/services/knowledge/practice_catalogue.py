"""From ``data/practices/`` to the catalogue: 52 records in order, resources, themes."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.catalogue import (
    Advice,
    Pointer,
    Practice,
    PracticeCatalogue,
    PracticeExample,
    ResourceRecord,
    Theme,
    Traces,
)
from territorial_map.domain.practices.terms import Audience, Participant, Scope, Trait
from territorial_map.domain.vocabulary import (
    Device,
    LegalFamily,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)
from territorial_map.services.knowledge.toml_document import (
    FileTable,
    TomlDocument,
    not_allowed,
    read_toml,
)

RECORDS = 52
_KINDS = ("practice", "resource")
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _ExampleTable(FileTable):
    id: Words
    done: Sentence
    brief: Sentence
    legal_forms: tuple[LegalForm, ...] = ()
    families: tuple[LegalFamily, ...] = ()
    devices: tuple[Device, ...] = ()
    place_types: tuple[PlaceType, ...] = ()
    sectors: tuple[Sector, ...] = ()
    size_band: SizeBand = SizeBand.UNKNOWN
    scope: Scope | None = None
    audiences: tuple[Audience, ...] = ()
    traits: tuple[Trait, ...] = ()
    participants: tuple[Participant, ...] = ()

    def example(self) -> PracticeExample:
        traces = Traces(
            legal_forms=self.legal_forms,
            families=self.families,
            devices=self.devices,
            place_types=self.place_types,
            sectors=self.sectors,
            size_band=self.size_band,
            scope=self.scope,
            audiences=self.audiences,
            traits=self.traits,
        )
        return PracticeExample(self.id, traces, self.participants, self.done, self.brief)


class _RecordTable(FileTable):
    id: Words
    record: Literal["practice", "resource"]
    title: Words
    title_en: Words
    themes: Annotated[tuple[int, ...], Field(min_length=1)]
    pooling: tuple[PoolingCategory, ...] = ()
    cites: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class _PracticeTable(_RecordTable):
    point: Sentence
    preconditions: Sentence
    first_step: Sentence
    who_to_call: Sentence
    general: float = 0
    state_of_law: Sentence | None = None
    examples: tuple[_ExampleTable, ...] = ()

    def practice(self) -> Practice:
        return Practice(
            id=self.id,
            title=self.title,
            title_en=self.title_en,
            themes=self.themes,
            general=self.general,
            point=self.point,
            advice=Advice(self.preconditions, self.first_step, self.who_to_call),
            examples=tuple(each.example() for each in self.examples),
            pooling=self.pooling,
            cites=self.cites,
            keywords=self.keywords,
            state_of_law=self.state_of_law,
        )


class _ResourceTable(_RecordTable):
    what: Sentence
    note: Sentence
    address: str | None = None

    def resource(self) -> ResourceRecord:
        return ResourceRecord(
            id=self.id,
            title=self.title,
            title_en=self.title_en,
            themes=self.themes,
            what=self.what,
            note=self.note,
            address=self.address,
            pooling=self.pooling,
            cites=self.cites,
            keywords=self.keywords,
        )


class _ThemeTable(FileTable):
    number: int
    fr: Words
    en: Words
    origin: Words
    note: Sentence | None = None


class _ThemesFile(FileTable):
    theme: Annotated[tuple[_ThemeTable, ...], Field(min_length=1)]


class _PointerTable(FileTable):
    id: Words
    title: Sentence
    what: Sentence


class _PointersFile(FileTable):
    resource: tuple[_PointerTable, ...] = ()


def load_practice_catalogue(folder: Path) -> PracticeCatalogue:
    """Read the 52 records, the themes and the other pointers of the guide.

    Raises:
        SourceError: with the file and the line at fault.
    """
    themes = _themes(read_toml(folder / "themes.toml"))
    numbers = {theme.number for theme in themes}
    records = [
        _record(read_toml(folder / f"p{number:02d}.toml"), numbers)
        for number in range(1, RECORDS + 1)
    ]
    pointers = read_toml(folder / "resources.toml").as_model(_PointersFile).resource
    return PracticeCatalogue(
        tuple(each for each in records if isinstance(each, Practice)),
        tuple(each for each in records if isinstance(each, ResourceRecord)),
        tuple(Pointer(each.id, each.title, each.what) for each in pointers),
        themes,
    )


def _record(document: TomlDocument, themes: set[int]) -> Practice | ResourceRecord:
    table: _ResourceTable | _PracticeTable
    kind = document.tables.get("record")
    if kind not in _KINDS:
        raise document.error(("record",), not_allowed(kind, _KINDS))
    if kind == "resource":
        table = document.as_model(_ResourceTable)
    else:
        table = document.as_model(_PracticeTable)
    if table.id != document.path.stem:
        raise document.error(
            ("id",), f"l’identifiant doit être «\u00a0{document.path.stem}\u00a0»."
        )
    if not set(table.themes) <= themes:
        raise document.error(("themes",), f"thèmes admis\u00a0: {sorted(themes)}.")
    if isinstance(table, _ResourceTable):
        return table.resource()
    try:
        return table.practice()
    except ValueError as error:
        raise document.error(("general",), f"{error}.") from error


def _themes(document: TomlDocument) -> tuple[Theme, ...]:
    tables = document.as_model(_ThemesFile).theme
    for nth, table in enumerate(tables, 1):
        if table.number != nth:
            place = ("theme", nth - 1, "number")
            raise document.error(place, f"le thème {nth} est attendu ici.")
    return tuple(Theme(t.number, Sentence(t.fr, t.en), t.origin, t.note) for t in tables)
