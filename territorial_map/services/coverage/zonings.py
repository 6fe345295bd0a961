"""Which zonings an edition has, and of which it can say nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.edition import EditionReport
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.texts import Texts


@dataclass(frozen=True, slots=True)
class CoveredZoning:
    """A zoning: how many zones, of which vintage; no vintage where the edition has none of it."""

    kind: ZoningKind
    zones: int = 0
    vintage: str | None = None


def zonings_of(report: EditionReport) -> tuple[CoveredZoning, ...]:
    """Every zoning in its order, those that were not loaded too."""
    told = {layer.kind: layer for layer in report.layers}
    return tuple(
        CoveredZoning(kind, len(told[kind].zones), told[kind].vintage or None)
        if kind in told
        else CoveredZoning(kind)
        for kind in ZoningKind
    )


def zonings_in_words(zonings: Sequence[CoveredZoning], t: Texts) -> tuple[str, ...]:
    """One sentence per zoning: its vintage and zones, or that nothing is known of it here."""
    return tuple(_in_words(one, t) for one in zonings)


def _in_words(one: CoveredZoning, t: Texts) -> str:
    name = t.label(one.kind.label)
    if not one.zones:
        return t("{zoning} : non connu, aucun contour n’est chargé dans cette édition", zoning=name)
    vintage = one.vintage or t("millésime inconnu")
    return t.plural(
        "{zoning} : une liste de communes ({vintage})",
        "{zoning} : {n} zones ({vintage})",
        one.zones,
        zoning=name,
        vintage=vintage,
    )
