"""The search form of plain pages: what, where, and the filters of a typed place."""

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.texts import Texts
from territorial_map.web.plain.markup import tagged, text_field

# A field of the form that is no filter by itself.
WHERE = "ou"


def search_boxes(text: str, t: Texts) -> str:
    """What, where, and the button."""
    where = t("Commune, code postal, EPCI, département, région")
    return "".join(
        (
            text_field("q", t("Quoi ?"), text, t("Nom, sigle, ESAT, SIRET…")),
            text_field(WHERE, t("Où ?"), "", where),
            tagged("button", t("Chercher"), "button button-strong"),
        )
    )


def place_pairs_of(typed: str, edition: OpenEdition) -> list[tuple[str, str]] | None:
    """The filters of the first territory of a name or postcode; ``None`` when there is none."""
    found = edition.gazetteer.find(typed, 1)
    return _placed(found[0].territory.level, found[0].territory.code, edition) if found else None


def _placed(level: TerritoryLevel, code: str, edition: OpenEdition) -> list[tuple[str, str]]:
    territory = edition.gazetteer.get(level, code)
    if level is not TerritoryLevel.COMMUNE or territory is None or territory.point is None:
        return [(level.value, code)]
    point = territory.point
    return [
        ("near", f"{point.lon:.5f},{point.lat:.5f}"),
        ("radius_km", "20"),
        ("place", f"commune:{code}"),
    ]
