"""The search form of plain pages: one box, and the filters of a typed place."""

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.addresses import SEARCH
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.plain.forms import form, submit, text_field

# A field of the form that is no filter by itself.
WHERE = "ou"


def search_form(text: str, t: Texts, more: Node = None) -> Node:
    """The search for organisations; ``more`` fields come after its box."""
    return form(SEARCH, [*search_box(text, t), more], "plain-search", searches=True)


def search_box(text: str, t: Texts) -> list[Node]:
    """One box for a device, a trade, a place, a name or a number, and the button."""
    hint = t("Nom, activité, dispositif, lieu")
    return [text_field("q", t("Rechercher"), text, hint), submit(t("Chercher"))]


def what_box(text: str, t: Texts) -> Node:
    """The box for words, where the place has its own."""
    return text_field("q", t("Quoi ?"), text, t("Nom, métier, ESAT, SIRET…"))


def where_box(t: Texts) -> Node:
    """The box for a place."""
    hint = t("Commune, code postal, EPCI, département, région")
    return text_field(WHERE, t("Où ?"), "", hint)


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
