"""What a link to us shows elsewhere: pictures and their words."""

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.settings import data_folder
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import PRODUCT
from tests.web.served_pages import PUBLIC, meta


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/?device=esat", "fr"),
        ("/territoires/departement/26-drome?lang=en", "en"),
        ("/integrer", "fr"),
    ],
)
def test_a_link_preview_has_a_picture_of_the_size_it_tells(
    client: TestClient, address: str, language: str
) -> None:
    page = client.get(address).text

    picture = meta(page, "og:image")
    assert picture == f"{PUBLIC}/assets/preview/{language}.png"
    content = client.get(picture.removeprefix(PUBLIC))
    assert content.headers["content-type"] == meta(page, "og:image:type") == "image/png"
    assert str(png_width(content.content)) == meta(page, "og:image:width") == "1200"
    assert str(png_height(content.content)) == meta(page, "og:image:height") == "630"
    assert Texts(Language(language))(PRODUCT) in meta(page, "og:image:alt")
    assert meta(page, "twitter:card") == "summary_large_image"


def test_the_pictures_of_link_previews_can_be_drawn_again(tmp_path: Path) -> None:
    script = data_folder("data") / "preview" / "build.py"

    subprocess.run([sys.executable, script, tmp_path], check=True, capture_output=True)  # noqa: S603 - our own script

    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(drawn) == {"fr.png", "en.png"}
    assert drawn["fr.png"] != drawn["en.png"]
    assert {(png_width(p), png_height(p)) for p in drawn.values()} == {(1200, 630)}


def png_width(content: bytes) -> int:
    """From the header of a PNG (ISO/IEC 15948)."""
    return int.from_bytes(content[16:20], "big")


def png_height(content: bytes) -> int:
    return int.from_bytes(content[20:24], "big")
