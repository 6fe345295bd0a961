"""Charts of a portrait: figures that plotly takes, unknown never drawn as 0, a table each."""

import json
import re
from html import unescape
from typing import Any

import plotly.graph_objects
import pytest
from fastapi.testclient import TestClient

from territorial_map.services.portrait import Figure
from territorial_map.web.base.drawing_script import plotly_address
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.charted import rate_bar
from territorial_map.web.pages.portrait.charts import Bar, BarGroup, Chart, figure_of
from tests.web.served_pages import plain
from tests.web.test_portrait import VALENCE

PLACES = (
    VALENCE,
    "/territoires/departement/26-drome",
    "/territoires/region/84-auvergne-rhone-alpes",
)


def figures(page: str) -> list[dict[str, Any]]:
    return [json.loads(unescape(one)) for one in re.findall(r'data-chart="([^"]*)"', plain(page))]


def drawing(*bars: Bar, most: float = 2.0) -> plotly.graph_objects.Figure:
    """The figure of one group, refused by plotly where a word of it is unknown."""
    chart = Chart("Essai", (BarGroup("Type", bars),), most, table=None)  # type: ignore[arg-type]  # not drawn here
    return plotly.graph_objects.Figure(figure_of(chart))


@pytest.mark.parametrize("path", PLACES)
def test_plotly_takes_every_figure_of_a_page(client: TestClient, path: str) -> None:
    drawn = figures(client.get(path).text)

    assert len(drawn) >= 2
    for figure in drawn:
        taken = plotly.graph_objects.Figure(figure)
        assert [trace.type for trace in taken.data] == ["bar", "bar"]


def test_what_is_not_known_is_hatched_and_no_bar_of_length_0() -> None:
    figure = drawing(Bar("Ici", None, "non connu", missing=2), Bar("France", 0.0, "0 connue"))
    known, missing = figure.data

    assert list(known.y) == [2]
    assert (list(missing.y), list(missing.x)) == ([1], [2])
    assert missing.marker.pattern.shape == "/"
    assert [one.text for one in figure.layout.annotations] == [
        "<b>Type</b>",
        "non connu",
        "0 connue",
    ]


def test_part_of_what_is_known_is_followed_by_the_hatched_rest() -> None:
    known, missing = drawing(Bar("Métier", 0.25, "1 sur 4", missing=0.75), most=1).data

    assert (list(known.x), list(missing.base), list(missing.x)) == ([0.25], [0.25], [0.75])


@pytest.mark.parametrize(
    ("figure", "value", "told"),
    [
        (Figure(None, None), None, "non connu"),
        (Figure(0, None), 0.0, "0 connue"),
        (Figure(3, None), 0.0, "petit nombre (3)"),
        (Figure(30, 1.26), 1.26, "1,3"),
    ],
)
def test_a_rate_has_a_length_where_it_is_known_alone(
    figure: Figure, value: float | None, told: str
) -> None:
    bar = rate_bar("Ici", figure, Texts())

    assert (bar.value, bar.told.replace("\u00a0", " ")) == (value, told)


def test_every_chart_has_its_table_folded_with_the_same_words(client: TestClient) -> None:
    charts = re.findall(
        r'<figure class="chart".*?</figure>', plain(client.get(VALENCE).text), re.DOTALL
    )

    assert len(charts) >= 2
    for chart in charts:
        (figure,) = figures(f'id="plain"{chart}')
        told = [one["text"] for one in figure["layout"]["annotations"]]  # in plotly's HTML
        bars = [text for text in told if not text.startswith("<b>")]
        table = chart.partition("<details")[2].partition("<tbody>")[2]
        cells = [re.sub("<[^>]*>", "", one) for one in re.findall("<td.*?</td>", table)]
        assert bars
        assert [text for text in bars if text not in cells] == []


def test_the_drawing_script_is_there_before_any_page_of_the_app(client: TestClient) -> None:
    answer = client.get(plotly_address())

    assert answer.status_code == 200
    assert "max-age" in answer.headers["cache-control"]


def test_known_and_not_together_are_all_organisations(client: TestClient) -> None:
    page = client.get(VALENCE).text
    chart = next(one for one in figures(page) if "sur" in str(one["layout"]["annotations"]))
    told = [one["text"].replace("\u00a0", " ") for one in chart["layout"]["annotations"]]
    trades = told[1::4]
    known, of = (sum(int(one.split(" sur ")[rank]) for one in trades) for rank in (0, 1))

    assert f"<strong>{known} sur {of}</strong><span>avec un métier connu" in page.replace(
        "\u00a0", " "
    )
