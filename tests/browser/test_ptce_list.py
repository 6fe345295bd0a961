"""The group of a PTCE is a list: old groups become one, links, poles and lists open it."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.kept_lists import ARCHER, keep, kept, some_lines

pytestmark = [pytest.mark.browser, pytest.mark.edition]
GROUP = ("siae:aci:39455403400055", "siae:ei:80288909700027", "finess:260013271")
POLE = "ptce:pole-sud-groupe-archer"
PATIENCE = 30_000  # milliseconds: the first visit of a fresh server, on a machine at work


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def members(page: Page) -> int:
    return page.locator("#pole-members .member").count()


def expect_members(page: Page, count: int) -> None:
    expect(page.locator("#pole-members .member")).to_have_count(count, timeout=PATIENCE)


def ids_of(one: dict[str, list[dict[str, str]]]) -> list[str]:
    return [line["id"] for line in one["lines"]]


def remember_group(page: Page, site: str, ids: tuple[str, ...]) -> None:
    """What a browser kept before groups were lists."""
    page.goto(f"{site}/listes")
    page.evaluate("ids => localStorage.setItem('group', ids)", json.dumps(ids))


def test_a_group_kept_before_becomes_a_list_once(page: Page, site: str) -> None:
    remember_group(page, site, GROUP)

    page.goto(f"{site}/ptce")
    expect_members(page, len(GROUP))

    (one,) = kept(page)
    assert one["name"] == "Groupement PTCE"
    assert ids_of(one) == list(GROUP)
    assert query(page)["list"] == [one["id"]]
    expect(page.locator("#undo-bar")).to_contain_text("est maintenant une liste")
    assert page.evaluate("localStorage.getItem('group')") is None
    page.wait_for_function(
        "JSON.parse(localStorage['territorial-map.lists']).lists[0].lines.every(one => one.name)"
    )
    page.reload()
    expect_members(page, len(GROUP))
    assert len(kept(page)) == 1


def test_a_group_that_is_a_list_already_makes_no_second_one(page: Page, site: str) -> None:
    keep(page, site, [{"id": one, "name": "", "note": "à moi"} for one in GROUP])
    remember_group(page, site, GROUP)

    page.goto(f"{site}/ptce")
    expect_members(page, len(GROUP))

    (one,) = kept(page)
    assert (one["id"], {line["note"] for line in one["lines"]}) == ("essai", {"à moi"})
    assert query(page)["list"] == ["essai"]


def test_a_list_is_examined_as_a_ptce_and_its_members_are_those_of_the_page(
    page: Page, site: str
) -> None:
    lines = some_lines(page, site, 3)
    keep(page, site, [line | {"note": f"note {n}"} for n, line in enumerate(lines)])

    page.get_by_role("link", name="Examiner comme PTCE").click()
    expect_members(page, 3)
    expect(page.locator("#pole-list")).to_contain_text("Ce groupe est la liste Essai")
    page.locator("#pole-members [data-group-remove]").first.click()
    expect_members(page, 2)

    (one,) = kept(page)
    assert ids_of(one) == [line["id"] for line in lines[1:]]
    assert [line["note"] for line in one["lines"]] == ["note 1", "note 2"]
    page.get_by_role("button", name="Annuler").click()
    expect_members(page, 3)
    assert [line["note"] for line in kept(page)[0]["lines"]] == ["note 0", "note 1", "note 2"]
    page.locator("#pole-list").get_by_role("link", name="Essai").click()
    expect(page.locator("#list-name")).to_have_text("Essai")


def test_a_link_of_a_list_alone_opens_it(page: Page, site: str) -> None:
    keep(page, site, some_lines(page, site, 3))

    page.goto(f"{site}/ptce?list=essai")

    expect_members(page, 3)
    assert len(query(page)["ids"][0].split(",")) == 3


def test_a_list_changed_on_its_own_page_wins_over_the_ids_of_an_address(
    page: Page, site: str
) -> None:
    lines = some_lines(page, site, 3)
    keep(page, site, lines)

    page.goto(f"{site}/ptce?ids={ARCHER}&list=essai")

    expect_members(page, 3)
    assert query(page)["ids"][0].split(",") == [line["id"] for line in lines]


def test_a_shared_link_leaves_lists_alone_until_it_is_kept(new_page: NewPage, site: str) -> None:
    page = new_page()
    keep(page, site, some_lines(page, site, 2))

    page.goto(f"{site}/ptce?ids={','.join(GROUP)}&list=from-another-browser")
    expect_members(page, len(GROUP))
    expect(page.locator("#pole-list")).to_contain_text("n’est dans aucune de vos listes")
    assert "list" not in query(page)
    assert len(kept(page)) == 1
    page.get_by_role("button", name="Garder comme liste").click()

    expect(page.locator("#pole-list")).to_contain_text("Ce groupe est la liste Groupement PTCE")
    assert [ids_of(one) for one in kept(page)][1:] == [list(GROUP)]
    assert all(line["name"] for line in kept(page)[1]["lines"])
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator("#pole-list")).to_contain_text("n’est dans aucune de vos listes")
    assert len(kept(page)) == 1


def test_a_group_of_a_link_that_is_changed_becomes_a_list(page: Page, site: str) -> None:
    page.goto(f"{site}/ptce?ids={','.join(GROUP)}")
    expect_members(page, len(GROUP))

    page.locator("#pole-members [data-group-remove]").first.click()
    expect_members(page, len(GROUP) - 1)

    (one,) = kept(page)
    assert one["name"].startswith("Groupement PTCE")
    assert ids_of(one) == list(GROUP[1:])
    page.get_by_role("button", name="Annuler").click()
    expect_members(page, len(GROUP))
    assert kept(page) == []


def test_a_group_starts_from_a_pole(page: Page, site: str) -> None:
    page.goto(f"{site}/ptce?from={POLE}")

    expect(page.locator("#pole-members .member").nth(2)).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#pole-members")).to_contain_text("Parti des membres connus de")
    page.wait_for_url("**ids=**")
    assert len(query(page)["ids"][0].split(",")) == members(page)
    assert kept(page) == []


def test_a_group_starts_from_a_file(page: Page, site: str) -> None:
    page.goto(f"{site}/ptce")
    numbers = "SIRET\n39455403400055\n80288909700027\n99999999999990\n"
    page.locator("[data-group-file]").set_input_files(
        {"name": "membres.csv", "mimeType": "text/csv", "buffer": numbers.encode()}
    )

    expect_members(page, 2)
    expect(page.locator("#undo-bar")).to_contain_text("Organisations reconnues à coup sûr : 2.")
    (one,) = kept(page)
    assert ids_of(one) == list(GROUP[:2])
    assert query(page)["list"] == [one["id"]]


def test_the_members_of_a_pole_come_by_one_press_and_go_by_another(page: Page, site: str) -> None:
    page.goto(f"{site}/ptce?ids={POLE},{GROUP[2]}")
    expect_members(page, 2)

    page.get_by_role("button", name="membres connus de ce pôle").click()
    expect(page.locator("#pole-members .member").nth(4)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="membres connus de ce pôle")).to_have_count(0)
    page.get_by_role("button", name="Annuler").click()

    expect_members(page, 2)


def test_a_blank_page_is_a_new_list_and_the_other_stays(page: Page, site: str) -> None:
    keep(page, site, some_lines(page, site, 2))
    page.goto(f"{site}/ptce?list=essai")
    expect_members(page, 2)

    page.get_by_role("button", name="Une page blanche").click()

    expect(page.locator("#pole-members")).to_contain_text("Le groupe est vide", timeout=PATIENCE)
    assert [len(one["lines"]) for one in kept(page)] == [2, 0]
    page.get_by_text("Une de mes listes (1)").click()
    page.locator("#pole-list").get_by_role("link", name="Essai").click()
    expect_members(page, 2)
