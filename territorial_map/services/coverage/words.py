"""What our sources cover, in words: one kind after the other, zero told as unknown."""

from territorial_map.domain.selection import Selection
from territorial_map.services.coverage.report import CoveredKind, coverage_within
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.texts import Texts


def kind_in_words(one: CoveredKind, t: Texts) -> str:
    """« Travail protégé et adapté : 12 (Finess 2021) », or that our sources know none here."""
    name = t.label(one.kind.label)
    if not one.organisations:
        return t("{kind} : non connu de nos sources ici", kind=name)
    told = ", ".join(f"{source.name} {source.since[:4]}".strip() for source in one.sources[:3])
    return t("{kind} : {n} ({sources})", kind=name, n=t.number(one.organisations), sources=told)


def known_here(edition: OpenEdition, selection: Selection, t: Texts) -> tuple[str, ...]:
    """What our sources know where a selection looks, one sentence per kind that it asks for.

    Empty where the selection names no territory, or several.
    """
    covered = coverage_within(edition, selection)
    if covered is None:
        return ()
    asked = selection.chosen("kind")
    kinds = [one for one in covered.kinds if not asked or one.kind.value in asked]
    return tuple(kind_in_words(one, t) for one in kinds)
