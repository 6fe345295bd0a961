"""A synthetic directory whose rows have licences that may leave, and others."""

from typing import Any

from territorial_map.domain.declared import Declared
from territorial_map.domain.organisation import Organisation, SectorClaim, SourceMention
from territorial_map.domain.vocabulary import (
    Device,
    PoolingCategory,
    Sector,
    SectorOrigin,
    SizeBand,
)
from territorial_map.open_data.writing import Publication
from tests.synthetic import organisation, place, place_in_lyon

PUBLICATION = Publication("Éditeur synthétique", "https://annuaire.example")
UNSTATED = "non précisée (faits publics)"


def mention(identity: str, licence: str, source: str = "Table synthétique") -> SourceMention:
    return SourceMention(identity, source, identity, "2026-01", licence)


def told_by(identity: str, *licences: str, **changes: Any) -> Organisation:
    sources = (
        mention(identity, licences[0]),
        *(mention(f"{identity}-{n}", one) for n, one in enumerate(licences[1:])),
    )
    return organisation(identity, sources=sources, **changes)


def directory() -> list[Organisation]:
    """Synthetic organisations under every licence, with cells of every awkward kind."""
    page = SectorClaim(
        Sector.CATERING, SectorOrigin.PUBLIC_PAGE, "lu", "https://example.org/page", "2023"
    )
    own = SectorClaim(Sector.TEXTILE, SectorOrigin.DECLARED, "déclaré")
    return [
        told_by("synthetic:cc0", "CC0", name='=HYPERLINK("https://x.example")', place=place(-1.5)),
        told_by(
            "synthetic:esat",
            "Licence Ouverte 2.0",
            devices=(Device.ESAT, Device.EA),
            sectors=(own, page),
            phone="04 75 00 00 00",
            siret="77554408300477",
            siren="775544083",
            needs=tuple(
                Declared("un local", (PoolingCategory.PREMISES_AND_LAND,), told, "2026")
                for told in ("Table synthétique", "Autre table")
            ),
        ),
        told_by("synthetic:lyon", "ODbL", place=place_in_lyon(None), size=SizeBand.NONE),
        told_by("synthetic:mixed", "Licence Ouverte 2.0", "CC BY, d’après le dépôt"),
        told_by("synthetic:nowhere", "MIT (repository)", place=place(None)),
        told_by("synthetic:partly", "Licence Ouverte 2.0", UNSTATED),
        told_by("synthetic:silent", UNSTATED),
    ]
