"""Lists kept in the browser: filled, annotated, undone, followed, drawn."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import ARCHER, KEY, MERGED, NOTE, keep, kept, line_of, say, some_lines
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.edition]


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


def test_a_sheet_goes_into_the_list_in_hand_once(page: Page, site: str) -> None:
    lines = some_lines(page, site, 2)
    keep(page, site, lines, "Réunion de Romans")
    found = open_sheet(page, site)
    add = page.locator(".panel-heading [data-keep]")
    add.press("Enter")

    expect(add).to_have_attribute("aria-pressed", "true")
    expect(add).to_be_focused()
    expect(page.locator("#undo-bar")).to_contain_text("Ajouté à Ma liste, 3 organisations.")
    assert [line["id"] for line in kept(page)[0]["lines"]] == [
        *(line["id"] for line in lines),
        found,
    ]
    page.get_by_role("link", name="Ma liste").first.click()
    expect(page.locator(".list-card")).to_have_count(1)
    expect(page.locator("[data-lists-count]")).to_have_text("3")
    assert violations(page) == []


def test_an_addition_is_undone_from_its_message(page: Page, site: str) -> None:
    open_sheet(page, site)
    page.locator(".panel-heading [data-keep]").click()
    expect(page.locator("#undo-bar")).to_contain_text("Ajouté à Ma liste, 1 organisation.")

    page.locator("#undo-bar").get_by_role("button", name="Annuler").click()

    page.wait_for_function(f"localStorage.getItem('{KEY}').includes('\"lists\":[]')")
    expect(page.locator(".panel-heading [data-keep]")).to_have_attribute("aria-pressed", "false")


def test_a_line_is_followed_up_and_every_step_undone(page: Page, site: str) -> None:
    lines = some_lines(page, site, 3)
    b = lines[1]["id"]
    keep(page, site, lines)
    expect(page.locator(".kept-line .line-where").first).to_be_visible()

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
        "href", f"/ptce?ids={new},{ARCHER},synthetic:disparue&list=essai"
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
    expect(phone.locator(".kept-line .line-where").first).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(phone) == []


FIVE = ["Explorer", "Partenaires", "Territoires", "Pratiques", "Ma liste"]


def test_the_menu_of_five_is_at_hand_in_the_window_of_a_phone(new_page: NewPage, site: str) -> None:
    phone = new_page(390, 844)
    for path in ("/", "/sources", "/territoires", "/nulle/part"):
        phone.goto(f"{site}{path}")
        links = phone.locator(".page-links a:visible")
        expect(links).to_have_text(FIVE, use_inner_text=True)
        boxes = [link.bounding_box() for link in links.all()]
        assert len(boxes) == 5
        for box in boxes:
            assert box is not None
            assert box["y"] + box["height"] <= 844
            assert min(box["width"], box["height"]) >= 44
        phone.mouse.wheel(0, 3000)
        expect(links.last).to_be_in_viewport()


def test_the_foot_names_the_pages_that_the_menu_does_not(page: Page, site: str) -> None:
    page.goto(f"{site}/listes?lang=en")
    expect(page.locator("#list-name")).to_have_text("My lists")

    foot = page.locator(".site-foot")
    expect(foot.get_by_role("link", name="Match a file")).to_be_visible()
    expect(foot.get_by_role("link", name="What’s new")).to_have_count(0)  # one edition alone
    foot.get_by_role("link", name="Sources and coverage").click()
    expect(page.get_by_role("heading", name="Sources and coverage")).to_be_visible()
