"""What there is to list for search engines: organisations by id, territories that hold some."""

from collections.abc import Iterator

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries import sitemap
from territorial_map.services.explore.open_edition import OpenEdition


def organisation_count(edition: OpenEdition) -> int:
    """How many organisations the edition holds."""
    with edition.file.connect() as connection:
        return int(connection.execute(sitemap.how_many()).scalar_one())


def organisation_names(edition: OpenEdition, limit: int, offset: int) -> list[tuple[str, str]]:
    """Ids and names of a slice, by id."""
    with edition.file.connect() as connection:
        return [(row.id, row.name) for row in connection.execute(sitemap.names(limit, offset))]


def inhabited(edition: OpenEdition) -> Iterator[Territory]:
    """Territories that hold at least one organisation, the widest level first."""
    for level in TerritoryLevel:
        with edition.file.connect() as connection:
            codes = list(connection.scalars(sitemap.codes(level.value)))
        for code in codes:
            territory = edition.gazetteer.get(level, code)
            if territory is not None:
                yield territory
