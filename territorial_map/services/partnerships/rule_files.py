"""The rulebook, from ``data/pooling``: ``categories.toml``, ``sectors.toml``, ``rules.toml``."""

from functools import cache
from pathlib import Path
from typing import Any

from territorial_map.domain.errors import SourceError
from territorial_map.domain.pooling.conditions import FIELDS, PoolingCondition
from territorial_map.domain.pooling.rulebook import (
    CategoryFrame,
    CategoryWeights,
    ClaimRule,
    Mode,
    Obstacle,
    Rulebook,
    SectorPairs,
    Side,
    Thresholds,
    Wants,
)
from territorial_map.domain.pooling.wording import NBSP, Text
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import PoolingCategory, Sector
from territorial_map.services.partnerships.rule_limits import refuse_banned
from territorial_map.services.partnerships.toml_entries import Entry, entries, read_tables
from territorial_map.settings import data_folder

_FRAME_KEYS = (
    "name",
    "scale_km",
    "weights",
    "wants",
    "floor",
    "likeness_by",
    "sizes_count",
    "modes",
    "ask",
    "legal",
    "obstacles",
)
_RULE_KEYS = (
    "code",
    "category",
    "side",
    "strength",
    "if_unknown",
    "when",
    "unless",
    "reason",
)
_SAYS = Text("l’organisation le dit", "the organisation says so")


@cache
def rulebook() -> Rulebook:
    """The rulebook that the product carries."""
    return read_rulebook(data_folder("data") / "pooling")


def read_rulebook(folder: Path) -> Rulebook:
    """Read and check the three files of a folder.

    Raises:
        SourceError: a file is missing or not TOML, or a value is refused; the sentence names the
            file, the line and the key.
    """
    tables, lines = read_tables(folder / "categories.toml")
    thresholds = tables.pop("thresholds", {})
    frames = {}
    for code, table in tables.items():
        (entry,) = entries("categories.toml", lines, f"[{code}]", [table])
        frame = _frame(code, entry, lines)
        frames[frame.category] = frame
    return Rulebook(
        frames,
        _rules(folder / "rules.toml"),
        _sector_pairs(folder / "sectors.toml"),
        _built(Thresholds, next(entries("categories.toml", lines, "[thresholds]", [thresholds]))),
    )


def _built(kind: type[Thresholds] | type[CategoryWeights], entry: Entry) -> Any:  # noqa: ANN401 - either kind
    """A value whose fields are all numbers; what it refuses is told on its line."""
    fields = tuple(kind.__dataclass_fields__)
    entry.only(fields)
    numbers = {name: entry.number(name) for name in fields}
    try:
        return kind(**numbers)
    except ValueError as error:
        entry.refuse(fields[0], str(error))


def _frame(code: str, entry: Entry, lines: tuple[str, ...]) -> CategoryFrame:
    if code not in PoolingCategory.codes():
        entry.refuse(code, f"catégorie inconnue. Valeurs{NBSP}: {', '.join(PoolingCategory)}.")
    entry.only(_FRAME_KEYS)
    values = entry.values
    header = f"[[{code}.obstacles]]"
    hindrances = entries("categories.toml", lines, header, values.get("obstacles", []))
    try:
        return CategoryFrame(
            category=PoolingCategory(code),
            name=entry.text("name"),
            scale_km=entry.number("scale_km"),
            weights=_weights(entry),
            wants=entry.term("wants", Wants),
            floor=entry.number("floor", 1.0),
            modes=_modes(entry),
            ask=entry.text("ask"),
            legal=entry.text("legal") if "legal" in values else None,
            obstacles=tuple(_obstacle(hindrance) for hindrance in hindrances),
            by_device=values.get("likeness_by", "sector") == "device",
            by_size=values.get("sizes_count", False) is True,
        )
    except ValueError as error:
        entry.refuse("scale_km", str(error))


def _weights(entry: Entry) -> CategoryWeights:
    table = entry.values.get("weights")
    if not isinstance(table, dict):
        entry.refuse("weights", "trois nombres fit, proximity et feasibility sont attendus.")
    try:
        return CategoryWeights(**table)
    except (TypeError, ValueError) as error:
        entry.refuse("weights", str(error))


def _modes(entry: Entry) -> tuple[Mode, ...]:
    codes = entry.values.get("modes", [])
    for code in codes:
        if code not in Mode.codes():
            entry.refuse(
                "modes", f"«{NBSP}{code}{NBSP}» n’est pas admis. Valeurs{NBSP}: {', '.join(Mode)}."
            )
    return tuple(mode for mode in Mode if mode in codes)


def _obstacle(entry: Entry) -> Obstacle:
    entry.only(("when", "unless", "factor", "reason"))
    return Obstacle(_conditions(entry), entry.number("factor"), entry.text("reason"))


def _rules(path: Path) -> dict[tuple[PoolingCategory, Side], tuple[ClaimRule, ...]]:
    tables, lines = read_tables(path)
    found: dict[tuple[PoolingCategory, Side], tuple[ClaimRule, ...]] = {}
    codes: set[str] = set()
    for entry in entries(path.name, lines, "[[rule]]", tables.get("rule", [])):
        rule = _rule(entry)
        if rule.code in codes:
            entry.refuse("code", f"«{NBSP}{rule.code}{NBSP}» est déjà pris par une autre règle.")
        codes.add(rule.code)
        refuse_banned(rule, entry)
        key = (rule.category, rule.side)
        found[key] = (*found.get(key, ()), rule)
    return found


def _rule(entry: Entry) -> ClaimRule:
    entry.only(_RULE_KEYS)
    declared = "says" in entry.values.get("when", {})
    try:
        return ClaimRule(
            code=str(entry.values.get("code", "")),
            category=entry.term("category", PoolingCategory),
            side=entry.term("side", Side),
            strength=1.0 if declared else entry.number("strength"),
            conditions=_conditions(entry),
            reason=_SAYS if declared else entry.text("reason"),
            if_unknown=entry.number("if_unknown", 0.0),
            declared=declared,
        )
    except ValueError as error:
        entry.refuse("strength", str(error))


def _conditions(entry: Entry) -> tuple[PoolingCondition, ...]:
    found = []
    for word, negated in (("when", False), ("unless", True)):
        for name, values in entry.values.get(word, {}).items():
            found.append(_condition(entry, f"{word}.{name}", name, values, negated=negated))
    return tuple(found)


def _condition(
    entry: Entry, key: str, name: str, values: object, *, negated: bool
) -> PoolingCondition:
    if name not in FIELDS:
        entry.refuse(key, f"champ inconnu. Champs admis{NBSP}: {', '.join(FIELDS)}.")
    if not isinstance(values, list) or not values:
        entry.refuse(key, "une liste de valeurs est attendue.")
    terms = FIELDS[name]
    allowed = ("yes", "no") if name == "overseas" else terms.codes() if terms else ()
    for value in values:
        if allowed and value not in allowed:
            entry.refuse(
                key, f"«{NBSP}{value}{NBSP}» n’est pas admis. Valeurs{NBSP}: {', '.join(allowed)}."
            )
    told = values if allowed else [fold(value) for value in values]
    return PoolingCondition(name, frozenset(told), negated)


def _sector_pairs(path: Path) -> SectorPairs:
    tables, lines = read_tables(path)
    entry = Entry(path.name, 1, lines, tables)
    entry.only(("near", "chained", "near_value", "same_trade_value", "other_trade_value"))
    return SectorPairs(
        _pairs(entry, "near"),
        _pairs(entry, "chained"),
        entry.number("near_value"),
        entry.number("same_trade_value"),
        entry.number("other_trade_value"),
    )


def _pairs(entry: Entry, key: str) -> frozenset[frozenset[Sector]]:
    found = set()
    for pair in entry.values.get(key, []):
        for code in pair:
            if code not in Sector.codes():
                at = next(n for n, line in enumerate(entry.lines, 1) if f'"{code}"' in line)
                raise SourceError(
                    f"{entry.file}, ligne {at}{NBSP}: secteur inconnu «{NBSP}{code}{NBSP}»."
                )
        found.add(frozenset(Sector(code) for code in pair))
    return frozenset(found)
