"""A palette that the reader forces: icons, which are nothing but grounds, stay visible."""

from playwright.sync_api import Browser

from territorial_map.settings import data_folder

PAGE = """<style>{css}</style><p>
<span class="icon icon-map"></span>
<a href="#"><span class="icon icon-map"></span></a>
<button><span class="icon icon-map"></span></button>
<button disabled><span class="icon icon-map"></span></button></p>"""
GROUNDS = """() => [...document.querySelectorAll(".icon")].map(
  (one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).forcedColorAdjust])"""
CANVAS = """() => { const one = document.createElement("i"); one.style.color = "Canvas";
  document.body.append(one); return getComputedStyle(one).color; }"""


CONTRASTS = """() => [...document.querySelectorAll(".cluster text")].map(
  (one) => [getComputedStyle(one).fill, getComputedStyle(one).forcedColorAdjust])"""


def test_the_count_of_a_cluster_keeps_its_own_dark_ink_on_its_white_ground(
    chromium: Browser,
) -> None:
    sheets = data_folder("assets") / "css"
    css = "".join(
        (sheets / name).read_text(encoding="utf-8") for name in ("01-colours.css", "60-map.css")
    )
    context = chromium.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    cluster = '<div class="cluster"><svg><circle r="9" fill="#fff"/><text>12+8?</text></svg></div>'
    page.set_content(f"<style>{css}</style>{cluster}")

    inks = page.evaluate(CONTRASTS)
    context.close()

    assert inks == [["rgb(22, 33, 47)", "none"]]


def test_icons_have_another_colour_than_the_page(chromium: Browser) -> None:
    css = (data_folder("assets") / "css" / "00-base.css").read_text(encoding="utf-8")
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.set_content(PAGE.replace("{css}", css))

    grounds, canvas = page.evaluate(GROUNDS), page.evaluate(CANVAS)
    context.close()

    assert len(grounds) == 4
    assert [ground for ground, _ in grounds if ground == canvas] == []
    assert {adjusted for _, adjusted in grounds} == {"none"}
