"""What our sources cover, in words: one kind after the other, zero told as unknown."""

from collections.abc import Sequence

from territorial_map.domain.selection import Selection
from territorial_map.services.coverage.report import (
    CoveredKind,
    TerritoryCoverage,
    coverage_within,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import Texts


def kind_in_words(one: CoveredKind, t: Texts) -> str:
    """« Travail protégé et adapté : 12 (Finess 2021) », or that our sources know none here."""
    name = t.label(one.kind.label)
    if not one.organisations:
        return t("{kind} : non connu de nos sources ici", kind=name)
    told = ", ".join(
        f"{source_in_words(source.name, t)} {source.since[:4]}".strip()
        for source in one.sources[:3]
    )
    return t("{kind} : {n} ({sources})", kind=name, n=t.number(one.organisations), sources=told)


def known_here(edition: OpenEdition, selection: Selection, t: Texts) -> tuple[str, ...]:
    """What our sources know where a selection looks, one sentence per kind that it asks for.

    Empty where the selection names no territory, or several.
    """
    covered = coverage_within(edition, selection)
    return () if covered is None else covered_in_words(covered, t, selection.chosen("kind"))


def covered_in_words(
    covered: TerritoryCoverage, t: Texts, asked: Sequence[str] = ()
) -> tuple[str, ...]:
    """The territory, then one sentence per kind, those asked for alone where some are."""
    kinds = [one for one in covered.kinds if not asked or one.kind.value in asked]
    where = t("Ce que nos sources connaissent ({place}) :", place=covered.name)
    return (where, *(kind_in_words(one, t) for one in kinds))
