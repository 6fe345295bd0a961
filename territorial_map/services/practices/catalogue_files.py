"""From ``data/practices/`` to the catalogue: 52 records in order, resources, themes."""

from pathlib import Path
from typing import Any

from territorial_map.domain.practices.catalogue import (
    Advice,
    Pointer,
    Practice,
    PracticeCatalogue,
    PracticeExample,
    ResourceRecord,
    Text,
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
from territorial_map.services.practices.toml_files import (
    PracticeSourceError,
    TomlFile,
    check_keys,
    read_toml,
    term_of,
    terms_of,
    text_of,
)

RECORDS = 52
_SHARED = {"id", "record", "title", "title_en", "themes", "pooling", "cites", "keywords"}
_PRACTICE = _SHARED | {
    "general", "point", "preconditions", "first_step", "who_to_call", "state_of_law", "examples",
}  # fmt: skip
_RESOURCE = _SHARED | {"what", "note", "address"}
_EXAMPLE = {
    "id", "legal_forms", "families", "devices", "place_types", "sectors", "size_band", "scope",
    "audiences", "traits", "participants", "done", "brief",
}  # fmt: skip


def load_practice_catalogue(folder: Path) -> PracticeCatalogue:
    """Read the 52 records, the themes and the other pointers of the guide.

    Raises PracticeSourceError, which names the file and the line at fault.
    """
    themes = _themes(read_toml(folder / "themes.toml"))
    practices: list[Practice] = []
    resources: list[ResourceRecord] = []
    for number in range(1, RECORDS + 1):
        file = read_toml(folder / f"p{number:02d}.toml")
        record = _record(file, {theme.number for theme in themes})
        if isinstance(record, Practice):
            practices.append(record)
        else:
            resources.append(record)
    pointers = _pointers(read_toml(folder / "resources.toml"))
    return PracticeCatalogue(tuple(practices), tuple(resources), pointers, themes)


def _record(file: TomlFile, themes: set[int]) -> Practice | ResourceRecord:
    table = file.tables
    if table.get("id") != file.path.stem:
        raise file.error(f"l’identifiant doit être «\u00a0{file.path.stem}\u00a0».", "id")
    numbers = table.get("themes")
    if not isinstance(numbers, list) or not numbers or not set(numbers) <= themes:
        raise file.error(f"thèmes admis\u00a0: {sorted(themes)}.", "themes")
    kind = table.get("record")
    if kind == "practice":
        check_keys(file, table, _PRACTICE)
        return _practice(file, table)
    if kind == "resource":
        check_keys(file, table, _RESOURCE)
        return _resource(file, table)
    raise file.error("«\u00a0record\u00a0» doit valoir practice ou resource.", "record")


def _practice(file: TomlFile, table: dict[str, Any]) -> Practice:
    law = text_of(file, table, "state_of_law") if "state_of_law" in table else None
    try:
        return Practice(
            id=table["id"],
            title=_line(file, table, "title"),
            title_en=_line(file, table, "title_en"),
            themes=tuple(table["themes"]),
            general=float(table.get("general", 0)),
            point=text_of(file, table, "point"),
            advice=Advice(
                text_of(file, table, "preconditions"),
                text_of(file, table, "first_step"),
                text_of(file, table, "who_to_call"),
            ),
            examples=tuple(
                _example(file, each, nth) for nth, each in enumerate(table.get("examples", []), 1)
            ),
            pooling=terms_of(file, table, "pooling", PoolingCategory),
            cites=tuple(table.get("cites", ())),
            keywords=tuple(table.get("keywords", ())),
            state_of_law=law,
        )
    except ValueError as error:
        raise file.error(f"{error}.", "general") from error


def _example(file: TomlFile, table: dict[str, Any], nth: int) -> PracticeExample:
    at = f"#{nth}:[[examples]]"
    check_keys(file, table, _EXAMPLE, at)
    scope = term_of(file, table["scope"], Scope, at, "scope") if "scope" in table else None
    size = term_of(file, table.get("size_band", "unknown"), SizeBand, at, "size_band")
    traces = Traces(
        legal_forms=terms_of(file, table, "legal_forms", LegalForm, at),
        families=terms_of(file, table, "families", LegalFamily, at),
        devices=terms_of(file, table, "devices", Device, at),
        place_types=terms_of(file, table, "place_types", PlaceType, at),
        sectors=terms_of(file, table, "sectors", Sector, at),
        size_band=size,
        scope=scope,
        audiences=terms_of(file, table, "audiences", Audience, at),
        traits=terms_of(file, table, "traits", Trait, at),
    )
    return PracticeExample(
        id=_line(file, table, "id", at),
        traces=traces,
        participants=terms_of(file, table, "participants", Participant, at),
        done=text_of(file, table, "done", at),
        brief=text_of(file, table, "brief", at),
    )


def _resource(file: TomlFile, table: dict[str, Any]) -> ResourceRecord:
    return ResourceRecord(
        id=table["id"],
        title=_line(file, table, "title"),
        title_en=_line(file, table, "title_en"),
        themes=tuple(table["themes"]),
        what=text_of(file, table, "what"),
        note=text_of(file, table, "note"),
        address=table.get("address"),
        pooling=terms_of(file, table, "pooling", PoolingCategory),
        cites=tuple(table.get("cites", ())),
        keywords=tuple(table.get("keywords", ())),
    )


def _line(file: TomlFile, table: dict[str, Any], key: str, *landmarks: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise file.error(f"«\u00a0{key}\u00a0» demande un texte.", *landmarks, key)
    return value


def _themes(file: TomlFile) -> tuple[Theme, ...]:
    themes = []
    for nth, table in enumerate(file.tables.get("theme", []), 1):
        at = f"#{nth}:[[theme]]"
        check_keys(file, table, {"number", "fr", "en", "origin", "note"}, at)
        if table.get("number") != nth:
            raise file.error(f"le thème {nth} est attendu ici.", at, "number")
        label = Text(_line(file, table, "fr", at), _line(file, table, "en", at))
        note = text_of(file, table, "note", at) if "note" in table else None
        themes.append(Theme(nth, label, _line(file, table, "origin", at), note))
    if not themes:
        raise PracticeSourceError(f"{file.path.name}\u00a0: aucun thème.")
    return tuple(themes)


def _pointers(file: TomlFile) -> tuple[Pointer, ...]:
    pointers = []
    for nth, table in enumerate(file.tables.get("resource", []), 1):
        at = f"#{nth}:[[resource]]"
        check_keys(file, table, {"id", "title", "what"}, at)
        pointers.append(
            Pointer(
                _line(file, table, "id", at),
                text_of(file, table, "title", at),
                text_of(file, table, "what", at),
            )
        )
    return tuple(pointers)
