"""Whatever an address says after its question mark, the page that comes is whole."""

import pytest
from fastapi.testclient import TestClient

from territorial_map.web.page_list import PAGES

PATHS = sorted({page.path for page in PAGES if page.path and "{" not in page.path})
NAMES = (
    *("q", "lang", "department", "epci", "commune", "sector", "near", "radius_km", "bbox", "map"),
    *("place", "order", "shown", "follow", "organisation", "view", "for", "ids", "pooling", "tier"),
    *("since", "limit", "offset", "page", "kind", "practice", "zoom", "noticed", "from", "list"),
    *("theme", "family", "role", "format", "columns", "licence", "source", "devices", "sectors"),
)
ODD = ("%00", "-1", "%27%3Cscript%3E", "a" * 600, "%ED%A0%80")


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:12])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_whole_whatever_its_address_says(
    client: TestClient, path: str, odd: str, caplog: pytest.LogCaptureFixture
) -> None:
    def cut(search: str) -> bool:
        answer = client.get(f"{path}?{search}", follow_redirects=True)
        page = answer.headers["content-type"].startswith("text/html")
        return answer.status_code >= 500 or (page and "</html>" not in answer.text)

    one_by_one = [name for name in NAMES if cut(f"{name}={odd}")]

    assert one_by_one == []
    assert not cut("&".join(f"{name}={odd}" for name in NAMES))
    assert "Traceback" not in caplog.text


def test_practices_tell_the_choice_that_is_left_out_beside_all_others(client: TestClient) -> None:
    whole = client.get("/pratiques?theme=3").text
    page = client.get("/pratiques?theme=3&pooling=nothing").text

    assert "«\u00a0nothing\u00a0» ne se lit pas" in page
    assert page.count('class="practice-line') == whole.count('class="practice-line')
