"""An organisation's address that answers to nothing any more: who it was, where to look instead."""

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.addresses import LEVELS, in_language, territory_path
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.plain.missing import lost


def gone(
    any_id: str, known: tuple[Organisation, str] | None, edition: OpenEdition, t: Texts
) -> list[Node]:
    """An organisation's address without an organisation: named when an older edition knew it."""
    if known is None:
        title = t("Organisation introuvable")
        told = t("Aucune organisation de cette édition ne répond à « {id} ».", id=any_id)
        return lost(Heading(title, told), t)
    organisation, date = known
    told = t(
        "{name} figurait dans l’édition du {date} et ne figure plus dans la nôtre. Cela ne dit pas "
        "qu’elle a fermé : ses sources ne la citent plus, ou sous un autre numéro.",
        name=organisation.name,
        date=t.date(date),
    )
    ways = []
    for level, code in zip(
        LEVELS.values(),
        (
            organisation.place.region_code,
            organisation.place.department_code,
            organisation.place.epci_code,
            organisation.place.commune_code,
        ),
        strict=True,
    ):
        territory = edition.gazetteer.get(level, code) if code else None
        if territory is not None:
            words = t("Organisations de {place}", place=territory.name)
            href = in_language(territory_path(territory), t.language)
            ways.append(html.A(words, href=href))
    return lost(Heading(organisation.name, told), t, organisation.name, ways[::-1])
