"""Lists kept in the browser: filled, ordered, annotated, undone, shared and taken away."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import NewPage
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]
KEY = "territorial-map.lists"
ARCHER = "siae:aci:34350633300032"
MERGED = ("ess:32490634600022", "finess:970302626")
NOTE = "Voir Mme la directrice : secret-de-note"


def kept(page: Page) -> list[dict[str, Any]]:
    """The lists as the browser keeps them."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    stored: dict[str, Any] = json.loads(text or '{"v": 1, "lists": []}')
    assert stored["v"] == 1
    lists: list[dict[str, Any]] = stored["lists"]
    return lists


def keep(page: Page, site: str, lines: list[dict[str, Any]], name: str = "Essai") -> None:
    """Put one list in the browser, then open it."""
    page.goto(f"{site}/listes")
    one = {"id": "essai", "name": name, "created_on": "2026-11-22", "lines": lines}
    stored = json.dumps({"v": 1, "lists": [one]})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, stored])
    page.goto(f"{site}/listes#liste=essai")
    page.reload()
    expect(page.locator("#list-name")).to_have_text(name)


def ids_shown(page: Page) -> list[str]:
    return [str(line.get_attribute("data-id")) for line in page.locator(".kept-line").all()]


def line_of(page: Page, any_id: str) -> Locator:
    return page.locator(f'.kept-line[data-id="{any_id}"]')


def say(page: Page) -> Locator:
    return page.locator("#lists-live")


def test_a_list_is_filled_from_a_selection(page: Page, site: str) -> None:
    page.goto(f"{site}/?department=26&device=aci")
    expect(page.locator(".line").first).to_be_visible()

    page.locator(".result-told").get_by_role("button", name="Ajouter à une liste").click()
    picker = page.get_by_role("dialog", name="Ajouter à une liste")
    picker.get_by_label("Combien, dans l’ordre de la liste").fill("3")
    expect(picker.locator(".picker-many").get_by_role("status")).to_contain_text("3 sur ")
    assert violations(page) == []
    picker.get_by_label("Nouvelle liste").fill("Réunion de Romans")
    page.keyboard.press("Enter")

    expect(page.locator("#undo-bar")).to_contain_text("3 organisations ajoutées à")
    first = [str(line.get_attribute("data-id")) for line in page.locator(".line").all()[:3]]
    assert [line["id"] for line in kept(page)[0]["lines"]] == first


def somewhere_unknown(page: Page, site: str) -> str:
    """An organisation without a position: its sheet has no partner to compute, so opens at once."""
    query = "kind=cooperation_space&kind=territorial_partner&limit=500"
    items = page.request.get(f"{site}/api/v1/organisations?{query}").json()["items"]
    return str(next(item["id"] for item in items if item["lon"] is None))


def open_sheet(page: Page, site: str) -> str:
    """Open such a sheet over the main screen, once the screen is drawn; its organisation."""
    found = somewhere_unknown(page, site)
    page.goto(f"{site}/?organisation={found}")
    expect(page.locator("#map .cluster, #map .pin").first).to_be_visible(timeout=60_000)
    expect(page.locator("#panel-name")).to_be_visible()
    return found


def test_a_sheet_is_added_once_and_the_keyboard_comes_back(page: Page, site: str) -> None:
    lines = some_lines(page, site, 2)
    keep(page, site, lines, "Réunion de Romans")
    found = open_sheet(page, site)
    picker = page.get_by_role("dialog", name="Ajouter à une liste")
    add = page.locator(".panel-heading").get_by_role("button", name="Ajouter à une liste")
    add.click()
    picker.get_by_role("button", name="Réunion de Romans").click()
    expect(picker).to_be_hidden()
    expect(add).to_be_focused()
    expect(page.locator("#panel-name")).to_be_visible()

    add.click()
    expect(picker.get_by_role("button", name="Réunion de Romans")).to_be_disabled()
    expect(picker).to_contain_text("déjà dans la liste")
    page.keyboard.press("Escape")
    expect(add).to_be_focused()
    assert [line["id"] for line in kept(page)[0]["lines"]] == [
        *(line["id"] for line in lines),
        found,
    ]
    page.get_by_role("link", name="Mes listes").first.click()
    expect(page.locator(".list-card")).to_have_count(1)
    expect(page.locator("[data-lists-count]")).to_have_text("1")
    assert violations(page) == []


def test_an_addition_is_undone_from_its_message(page: Page, site: str) -> None:
    open_sheet(page, site)
    page.locator(".panel-heading").get_by_role("button", name="Ajouter à une liste").click()
    page.get_by_role("button", name="Créer et ajouter").click()
    expect(page.locator("#undo-bar")).to_contain_text("1 organisation ajoutée à")

    page.locator("#undo-bar").get_by_role("button", name="Annuler").click()

    page.wait_for_function(f"localStorage.getItem('{KEY}').includes('\"lists\":[]')")


def some_lines(page: Page, site: str, count: int) -> list[dict[str, Any]]:
    answer = page.request.get(f"{site}/api/v1/lists/selection?department=26&limit={count}").json()
    blank = {"note": "", "status": None, "checked_on": None}
    return [line | blank for line in answer["lines"]]


def test_a_list_is_ordered_by_keyboard(page: Page, site: str) -> None:
    lines = some_lines(page, site, 5)
    a, b, c = (line["id"] for line in lines[:3])
    keep(page, site, lines)
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()

    line_of(page, a).locator('[data-control="down"]').focus()
    page.keyboard.press("Enter")
    assert ids_shown(page)[:2] == [b, a]
    expect(say(page)).to_contain_text("position 2 sur 5")
    expect(line_of(page, a).locator('[data-control="down"]')).to_be_focused()

    handle = line_of(page, a).locator('[data-control="handle"]')
    handle.focus()
    page.keyboard.press("Space")
    expect(say(page)).to_contain_text("saisie en position 2 sur 5")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(say(page)).to_contain_text("position 4 sur 5")
    page.keyboard.press("Escape")
    expect(say(page)).to_contain_text("Déplacement annulé")
    assert ids_shown(page)[:3] == [b, a, c]
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(say(page)).to_contain_text("posée en position 5 sur 5")
    expect(handle).to_be_focused()
    assert ids_shown(page)[-1] == a
    assert [line["id"] for line in kept(page)[0]["lines"]] == ids_shown(page)


def test_a_line_is_followed_up_and_every_step_undone(page: Page, site: str) -> None:
    lines = some_lines(page, site, 3)
    b = lines[1]["id"]
    keep(page, site, lines)
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()

    line_of(page, b).get_by_label("Statut").select_option("interested")
    line_of(page, b).get_by_role("button", name="Aujourd’hui").click()
    note = line_of(page, b).get_by_label("Note")
    note.fill(NOTE)
    note.press("Tab")
    stored = next(line for line in kept(page)[0]["lines"] if line["id"] == b)
    assert (stored["status"], stored["note"]) == ("interested", NOTE)
    assert stored["checked_on"] == line_of(page, b).get_by_label("Vérifié le").input_value()

    page.locator("#lists-status").select_option("interested")
    expect(page.locator(".kept-line")).to_have_count(1)
    page.locator("#lists-status").select_option("all")
    line_of(page, b).get_by_role("button", name="Retirer de la liste").click()
    expect(line_of(page, b)).to_have_count(0)

    page.locator("#list-name").focus()
    for _ in range(4):
        page.keyboard.press("Control+z")
    expect(say(page)).to_contain_text("Annulé")
    expect(line_of(page, b).get_by_label("Note")).to_have_value("")
    expect(line_of(page, b).get_by_label("Statut")).to_have_value("")
    page.keyboard.press("Control+Shift+z")
    expect(line_of(page, b).get_by_label("Statut")).to_have_value("interested")
    page.reload()
    expect(line_of(page, b).get_by_label("Statut")).to_have_value("interested")
    assert violations(page) == []


def test_a_line_is_dragged_with_the_mouse(new_page: NewPage, site: str) -> None:
    page = new_page(1440, 1600)
    lines = some_lines(page, site, 4)
    keep(page, site, lines)
    first, last = lines[0]["id"], lines[2]["id"]
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()

    line_of(page, first).locator('[data-control="handle"]').hover()
    page.mouse.down()
    box = line_of(page, last).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 5, steps=6)
    expect(page.locator(".drop-after")).to_have_count(1)
    page.mouse.up()

    expect(say(page)).to_contain_text("position 3 sur 4")
    assert ids_shown(page) == [lines[n]["id"] for n in (1, 2, 0, 3)]


def test_a_line_is_dragged_with_a_finger_past_the_edge_of_a_phone(
    new_page: NewPage, site: str
) -> None:
    page = new_page(390, 844, has_touch=True)
    lines = some_lines(page, site, 4)
    keep(page, site, lines)
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()
    handle = line_of(page, lines[0]["id"]).locator('[data-control="handle"]')
    handle.evaluate("element => element.scrollIntoView({block: 'center'})")
    box = handle.bounding_box()
    assert box is not None
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, y: float | None = None) -> None:
        points = [] if y is None else [{"x": box["x"] + 12, "y": y}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start = box["y"] + box["height"] / 2
    touch("touchStart", start)
    for n in range(1, 9):
        touch("touchMove", start + n * (834 - start) / 8)
    expect(line_of(page, lines[3]["id"])).to_have_class(re.compile("drop-after"))
    touch("touchEnd")

    expect(say(page)).to_contain_text("position 4 sur 4")
    assert ids_shown(page) == [lines[n]["id"] for n in (1, 2, 3, 0)]
    assert [line["id"] for line in kept(page)[0]["lines"]] == ids_shown(page)
    assert page.evaluate("window.scrollY") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_lines_are_sorted_and_a_chosen_order_is_kept(page: Page, site: str) -> None:
    lines = some_lines(page, site, 12)
    keep(page, site, lines)
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()

    page.locator("#lists-sort").select_option("distance")
    origin = page.get_by_label("Distances depuis")
    expect(origin).to_be_focused()
    origin.fill("Valence")
    origin.press("Enter")
    expect(page.locator(".lists-origin").get_by_role("status")).to_contain_text("depuis Valence")
    expect(page.locator(".kept-distance").first).to_contain_text("à vol d’oiseau")
    near = ids_shown(page)
    assert near != [line["id"] for line in lines]

    expect(line_of(page, near[0]).locator('[data-control="down"]')).to_be_disabled()
    page.get_by_role("button", name="Garder cet ordre").click()
    expect(page.locator("#lists-sort")).to_have_value("mine")
    assert ids_shown(page) == near
    assert [line["id"] for line in kept(page)[0]["lines"]] == near


def link_of(page: Page) -> str:
    """Open the window that shares the list on screen; the link it makes first."""
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()
    page.get_by_role("button", name="Partager par un lien").click()
    page.wait_for_function("document.getElementById('share-link').value.includes('#l=1.')")
    return page.get_by_label("Lien de la liste").input_value()


def test_a_link_carries_a_list_that_no_server_sees(new_page: NewPage, site: str) -> None:
    page = new_page()
    lines = some_lines(page, site, 4)
    lines[0] |= {"note": NOTE, "status": "contacted", "checked_on": "2026-11-20"}
    keep(page, site, lines, "Liste <b>à nous</b>")

    plain = link_of(page)
    assert violations(page) == []

    reader = new_page()
    sent: list[str] = []

    def note_request(request: Request) -> None:
        sent.append(request.url + (request.post_data or ""))

    reader.on("request", note_request)
    reader.goto(plain)
    expect(reader.locator("#list-name")).to_have_text("Liste <b>à nous</b>")
    expect(reader.locator(".kept-line .kept-where").first).to_be_visible()
    assert ids_shown(reader) == [line["id"] for line in lines]
    expect(reader.locator(".kept-line").first).to_contain_text("Contacté")
    expect(reader.locator(".kept-line").first).not_to_contain_text("secret-de-note")
    expect(reader.locator(".kept-line textarea, .kept-line select, .kept-move")).to_have_count(0)
    assert kept(reader) == []
    assert violations(reader) == []
    carried = plain.split("#l=1.")[1]
    assert not any(carried in one or "Liste <b>" in one for one in sent)

    reader.get_by_role("button", name="Copier dans mes listes").click()
    expect(reader.locator(".kept-move").first).to_be_visible()
    (copy,) = kept(reader)
    assert [(line["id"], line["status"], line["note"]) for line in copy["lines"]] == [
        (line["id"], line["status"], "") for line in lines
    ]


def test_notes_are_in_a_link_only_when_asked(new_page: NewPage, site: str) -> None:
    page = new_page()
    lines = some_lines(page, site, 2)
    lines[0] |= {"note": NOTE, "checked_on": "2026-11-20"}
    keep(page, site, lines)
    plain = link_of(page)
    page.get_by_label("Inclure mes notes").check()
    page.wait_for_function(
        "before => document.getElementById('share-link').value !== before", arg=plain
    )
    full = page.get_by_label("Lien de la liste").input_value()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Partager par un lien")).to_be_focused()

    reader = new_page()
    reader.goto(full)

    expect(reader.locator(".kept-line").first).to_contain_text(NOTE)
    expect(reader.locator(".kept-line").first).to_contain_text("20/11/2026")


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("l=1.abc", "incomplet ou abîmé"),
        ("l=1.", "incomplet ou abîmé"),
        ("l=0.W10", "incomplet ou abîmé"),
        ("l=7.abc", "version plus récente"),
        ("liste=inconnue", "dans un autre navigateur"),
    ],
)
def test_a_link_that_gives_no_list_says_why(
    page: Page, site: str, fragment: str, told: str
) -> None:
    page.goto(f"{site}/listes#{fragment}")

    expect(page.locator("#lists-root .empty")).to_contain_text(told)
    assert kept(page) == []


def test_a_list_follows_its_organisations_through_editions(page: Page, site: str) -> None:
    old, new = MERGED
    blank = {"note": "", "status": None, "checked_on": None}
    lines = [
        {"id": old, "name": "Ancienne Ébène", **blank, "note": "à rappeler"},
        {"id": ARCHER, "name": "Ancien nom d’Archer", **blank},
        {"id": "synthetic:disparue", "name": "Régie disparue", **blank},
    ]
    keep(page, site, lines)

    expect(line_of(page, old)).to_contain_text("est fusionnée avec")
    expect(line_of(page, ARCHER)).to_contain_text("Ancien nom : « Ancien nom d’Archer ».")
    expect(line_of(page, "synthetic:disparue")).to_contain_text("Régie disparue")
    expect(line_of(page, "synthetic:disparue")).to_contain_text("N’est plus dans l’édition du")
    assert violations(page) == []

    line_of(page, old).get_by_role("button", name="Mettre la ligne à jour").click()

    expect(line_of(page, new)).to_be_visible()
    stored = kept(page)[0]["lines"][0]
    assert (stored["id"], stored["note"]) == (new, "à rappeler")
    expect(page.get_by_role("link", name="Examiner comme PTCE")).to_have_attribute(
        "href", f"/ptce?ids={new},{ARCHER}"
    )


def test_two_tabs_stay_in_step_and_never_undo_each_other(new_page: NewPage, site: str) -> None:
    page = new_page()
    lines = some_lines(page, site, 3)
    keep(page, site, lines)
    other = page.context.new_page()
    other.goto(f"{site}/listes#liste=essai")
    expect(other.locator(".kept-line")).to_have_count(3)

    line_of(page, lines[0]["id"]).get_by_label("Statut").select_option("contacted")

    expect(line_of(other, lines[0]["id"]).get_by_label("Statut")).to_have_value("contacted")
    line_of(other, lines[1]["id"]).get_by_label("Statut").select_option("no")
    expect(line_of(page, lines[1]["id"]).get_by_label("Statut")).to_have_value("no")
    page.get_by_role("button", name="Annuler", exact=True).first.click()
    expect(page.locator("#undo-bar")).to_contain_text("Un autre onglet a changé cette liste")
    assert [line["status"] for line in kept(page)[0]["lines"]] == ["contacted", "no", None]


def test_a_browser_without_room_says_so_and_loses_nothing(page: Page, site: str) -> None:
    lines = some_lines(page, site, 2)
    keep(page, site, lines)
    before = kept(page)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'Quota'); }; }"
    )

    line_of(page, lines[0]["id"]).get_by_label("Statut").select_option("contacted")

    expect(page.locator("#undo-bar")).to_contain_text("n’a pas pu garder ce changement")
    assert kept(page) == before


def saved_as(page: Page, words: str) -> Path:
    page.get_by_text("Fichiers", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words).click()
    return Path(saved.value.path())


def test_a_table_with_notes_runs_no_formula(page: Page, site: str) -> None:
    lines = some_lines(page, site, 3)
    lines[0] |= {"note": '=HYPERLINK("http://x";"y")\n"fin"', "status": "no"}
    lines[1] |= {"note": "+33 en note"}
    keep(page, site, lines, "Réunion")
    expect(page.locator(".kept-line .kept-where").first).to_be_visible()

    text = saved_as(page, "Tableau CSV").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["Identifiant"] for row in rows] == [line["id"] for line in lines]
    assert rows[0]["Note"] == "'" + lines[0]["note"]
    assert rows[1]["Note"] == "'+33 en note"
    assert rows[0]["Statut"] == "Non"


def test_a_saved_list_comes_back_beside_the_first(page: Page, site: str, tmp_path: Path) -> None:
    keep(page, site, [one | {"note": NOTE} for one in some_lines(page, site, 3)], "Réunion")
    path = tmp_path / "liste.json"
    path.write_bytes(saved_as(page, "Fichier JSON").read_bytes())

    page.goto(f"{site}/listes")
    page.locator('input[type="file"]').set_input_files(path)
    expect(page.locator(".list-card")).to_have_count(2)
    first, second = kept(page)
    assert second["lines"] == first["lines"]
    assert (second["name"], second["id"] == first["id"]) == ("Réunion (2)", False)

    path.write_text('{"type": "FeatureCollection"}')
    page.locator('input[type="file"]').set_input_files(path)
    expect(page.locator(".lists-all [role=alert]")).to_contain_text("n’est pas une liste")
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Supprimer : Réunion (2)").click()
    expect(page.locator(".list-card")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".list-card")).to_have_count(2)


def test_a_list_is_shown_on_its_map_and_printed_whole(page: Page, site: str) -> None:
    lines = some_lines(page, site, 6)
    keep(page, site, [*lines, {"id": MERGED[1], "name": "L’Ébène", "note": "apporter le dossier"}])

    frames = page.locator(".list-map-drawing")
    expect(frames).to_have_count(2)
    expect(page.locator(".list-map-frame figcaption")).to_have_text("Guyane")
    assert (
        page.locator(".list-pin").count()
        + sum(
            int(hint.split()[0])
            for hint in page.locator(".lists-map .hint").all_inner_texts()
            if "sans position" in hint
        )
        == len(lines) + 1
    )

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".lists-print tbody tr")).to_have_count(7)
    expect(page.locator(".lists-print")).to_contain_text("apporter le dossier")
    expect(page.locator(".site-header")).to_be_hidden()


def test_a_phone_shows_a_list_and_every_page_in_its_menu(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    keep(phone, site, some_lines(phone, site, 3))
    expect(phone.locator(".kept-line .kept-where").first).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(phone) == []
    phone.get_by_role("button", name="Menu").click()
    expect(phone.get_by_role("link", name="Sources et licences")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("button", name="Menu")).to_be_focused()


def test_more_pages_open_from_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/listes?lang=en")
    expect(page.locator("#list-name")).to_have_text("My lists")

    page.get_by_role("button", name="More").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#more-links")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#more-links")).to_be_hidden()
    expect(page.get_by_role("button", name="More")).to_be_focused()
