"""The rulebook, from ``data/pooling``: categories, sectors, rules, groups, worth (``*.toml``)."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StrictBool, StrictFloat

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.conditions import FIELDS, PoolingCondition
from territorial_map.domain.pooling.criteria.catalogue import CRITERIA
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
    WorthWeights,
)
from territorial_map.domain.pooling.same_group import GroupRules
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import PoolingCategory, Sector
from territorial_map.services.knowledge.pooling_limits import why_banned
from territorial_map.services.knowledge.toml_document import (
    FileTable,
    Place,
    TomlDocument,
    not_allowed,
    read_toml,
)

Conditions = dict[str, tuple[str, ...]]
_NONE: Conditions = {}
_COUNTS: dict[str, float] = {}
_SAYS = Sentence("l’organisation le dit", "the organisation says so")


class _Conditional(FileTable):
    when: Conditions = _NONE
    unless: Conditions = _NONE


class _ObstacleTable(_Conditional):
    factor: StrictFloat
    reason: Sentence
    facing: Conditions = _NONE


class _FrameTable(FileTable):
    name: Sentence
    scale_km: StrictFloat
    weights: CategoryWeights
    wants: Wants
    ask: Sentence
    floor: StrictFloat = 1.0
    strong_if_told: StrictBool = False
    modes: tuple[Mode, ...] = ()
    legal: Sentence | None = None
    obstacles: tuple[_ObstacleTable, ...] = ()
    likeness_by: Literal["sector", "device"] = "sector"
    counts: dict[str, Annotated[StrictFloat, Field(ge=0)]] = _COUNTS


class _CategoriesFile(FileTable):
    """The thresholds, and one table per category, by its code."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _FrameTable]

    thresholds: Thresholds


class _ClaimRuleTable(_Conditional):
    code: str
    category: PoolingCategory
    side: Side
    strength: StrictFloat = 1.0
    if_unknown: StrictFloat = 0.0
    by_object: bool = False
    reason: Sentence = _SAYS


class _ClaimRulesFile(FileTable):
    rule: tuple[_ClaimRuleTable, ...]


class _SectorsFile(FileTable):
    near: tuple[tuple[Sector, ...], ...]
    chained: tuple[tuple[Sector, ...], ...]
    near_value: StrictFloat
    same_trade_value: StrictFloat
    other_trade_value: StrictFloat

    def pairs(self) -> SectorPairs:
        return SectorPairs(
            frozenset(map(frozenset, self.near)),
            frozenset(map(frozenset, self.chained)),
            self.near_value,
            self.same_trade_value,
            self.other_trade_value,
        )


def load_rulebook(folder: Path) -> Rulebook:
    """Read and check the five files of a folder.

    Raises:
        SourceError: a file is missing or not TOML, or a value is refused; the sentence names the
            file, the line and the key.
    """
    categories = read_toml(folder / "categories.toml")
    for code in categories.tables:
        if code != "thresholds" and code not in PoolingCategory.codes():
            raise categories.error((code,), "catégorie inconnue. " + _categories(code))
    told = categories.as_model(_CategoriesFile)
    return Rulebook(
        {
            PoolingCategory(code): _frame(categories, PoolingCategory(code), table)
            for code, table in told.__pydantic_extra__.items()
        },
        _rules(read_toml(folder / "rules.toml")),
        read_toml(folder / "sectors.toml").as_model(_SectorsFile).pairs(),
        told.thresholds,
        read_toml(folder / "groups.toml").as_model(GroupRules),
        read_toml(folder / "worth.toml").as_model(WorthWeights),
    )


def _categories(code: str) -> str:
    return not_allowed(code, PoolingCategory.codes())


def _frame(document: TomlDocument, category: PoolingCategory, table: _FrameTable) -> CategoryFrame:
    place = (category.value,)
    codes = [criterion.code for criterion in CRITERIA]
    document.check_codes(table.counts, codes, (*place, "counts"))
    try:
        return CategoryFrame(
            category=category,
            name=table.name,
            scale_km=table.scale_km,
            weights=table.weights,
            wants=table.wants,
            floor=table.floor,
            strong_if_told=table.strong_if_told,
            modes=tuple(mode for mode in Mode if mode in table.modes),
            ask=table.ask,
            legal=table.legal,
            obstacles=tuple(
                _obstacle(document, (*place, "obstacles", nth), each)
                for nth, each in enumerate(table.obstacles)
            ),
            by_device=table.likeness_by == "device",
            counts=tuple(table.counts.items()),
        )
    except ValueError as error:
        raise document.error((*place, "scale_km"), f"{error}.") from error


def _obstacle(document: TomlDocument, place: Place, table: _ObstacleTable) -> Obstacle:
    facing = tuple(
        _condition(document, (*place, "facing"), name, values)
        for name, values in table.facing.items()
    )
    return Obstacle(_conditions(document, place, table), table.factor, table.reason, facing)


def _rules(document: TomlDocument) -> dict[tuple[PoolingCategory, Side], tuple[ClaimRule, ...]]:
    found: dict[tuple[PoolingCategory, Side], tuple[ClaimRule, ...]] = {}
    codes: set[str] = set()
    for nth, table in enumerate(document.as_model(_ClaimRulesFile).rule):
        place = ("rule", nth)
        rule = _rule(document, place, table)
        if rule.code in codes:
            problem = f"«\u00a0{rule.code}\u00a0» est déjà pris par une autre règle."
            raise document.error((*place, "code"), problem)
        codes.add(rule.code)
        banned = why_banned(rule)
        if banned is not None:
            raise document.error((*place, banned.key), banned.problem)
        found[rule.category, rule.side] = (*found.get((rule.category, rule.side), ()), rule)
    return found


def _rule(document: TomlDocument, place: Place, table: _ClaimRuleTable) -> ClaimRule:
    declared = "says" in table.when
    if not declared:
        for key in ("strength", "reason"):
            if key not in table.model_fields_set:
                raise document.error((*place, key), "clé manquante.")
    try:
        return ClaimRule(
            code=table.code,
            category=table.category,
            side=table.side,
            strength=1.0 if declared else table.strength,
            conditions=_conditions(document, place, table),
            reason=_SAYS if declared else table.reason,
            if_unknown=table.if_unknown,
            declared=declared,
            by_object=table.by_object,
        )
    except ValueError as error:
        raise document.error((*place, "strength"), f"{error}.") from error


def _conditions(
    document: TomlDocument, place: Place, table: _Conditional
) -> tuple[PoolingCondition, ...]:
    return tuple(
        _condition(document, (*place, word), name, values)
        for word, conditions in (("when", table.when), ("unless", table.unless))
        for name, values in conditions.items()
    )


def _condition(
    document: TomlDocument, place: Place, name: str, values: tuple[str, ...]
) -> PoolingCondition:
    document.check_codes([name], list(FIELDS), place)
    if not values:
        raise document.error((*place, name), "une liste de valeurs est attendue.")
    terms = FIELDS[name]
    allowed = ("yes", "no") if name == "overseas" else terms.codes() if terms else ()
    if allowed:
        document.check_codes(values, allowed, (*place, name))
    told = values if allowed else tuple(fold(value) for value in values)
    return PoolingCondition(name, frozenset(told), negated=place[-1] == "unless")
