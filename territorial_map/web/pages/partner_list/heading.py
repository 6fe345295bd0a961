"""What a list of partners is called: after its centre, where the address names one."""

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import Parameters, parameters_of
from territorial_map.web.base.answers import Asked
from territorial_map.web.base.titles import Heading


def heading(asked: Asked) -> Heading:
    """« Partenaires locaux · Morlaix »; a centre that is not known is told on the page."""
    name = _centre(parameters_of(asked.search), asked.edition)
    if not name:
        return asked.heading
    title = asked.t("Partenaires locaux · {name}", name=name)
    return Heading(title, asked.heading.description)


def _centre(parameters: Parameters, edition: OpenEdition) -> str:
    """The name of the organisation or of the commune at the centre; empty where there is none."""
    organisation, commune = (parameters.get(name, [""])[0].strip() for name in ("for", "commune"))
    if organisation:
        return "".join(item.name for item in edition.listed_by_ids((organisation,)))
    found = edition.gazetteer.get(TerritoryLevel.COMMUNE, commune)
    return found.name if found else ""
