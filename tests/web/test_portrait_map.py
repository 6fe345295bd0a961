"""The map of a figure on a page: outlines that lead somewhere, a legend beneath, the same table."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.queries import schema
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import portrait_of
from territorial_map.services.portrait.choropleth import EVERYBODY, choropleth_of
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.choropleth import choropleth_parts
from tests.in_memory import edition_of
from tests.synthetic import organisation

CLASSES = ({"rank": 1, "upto": 1}, {"rank": 2, "upto": 4})


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """One organisation in Romans, and two classes of communes."""
    rows = [{"level": "commune", "dimension": "", "value": ""} | one for one in CLASSES]
    with edition_of([organisation()]) as opened:
        with opened.file.connect() as connection:
            connection.execute(insert(schema.map_classes), rows)
            connection.commit()
        yield opened


def page(edition: OpenEdition) -> str:
    epci = edition.territory(TerritoryLevel.EPCI, "200068781").territory
    portrait = portrait_of(edition, epci)
    drawn = choropleth_of(edition, portrait.place, EVERYBODY)
    (part,) = choropleth_parts(portrait, drawn, EVERYBODY, Texts())
    return to_html(part.content)


def test_every_outline_leads_to_its_portrait_and_says_its_figure(edition: OpenEdition) -> None:
    links = re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"><path', page(edition))

    assert [(href, told.replace("\u00a0", " ")) for href, told in links] == [
        ("/territoires/commune/26281-romans-sur-isere", "Romans-sur-Isère : 1"),
        ("/territoires/commune/26333-saint-vallier", "Saint-Vallier : 0 connue"),
        ("/territoires/commune/26362-valence", "Valence : 0 connue"),
    ]


def test_the_legend_stands_under_the_map_and_tells_unknown(edition: OpenEdition) -> None:
    content = page(edition).replace("\u00a0", " ")

    assert content.index("</svg>") < content.index("<figcaption>")
    for told in ("1 (1 territoire)", "2 et plus (0 territoire)", "0 connue (2 territoires)"):
        assert told in content
    assert "non connu de nos sources (0 territoire)" in content


def test_the_table_says_all_of_the_map(edition: OpenEdition) -> None:
    table = page(edition).partition("<tbody>")[2]

    assert table.count("<tr>") == 3
    assert '<a href="/?commune=26281&amp;epci=200068781">1</a>' in table
    assert table.count("0 connue") == 2
