"""The page that makes a group of communes, and the portrait that its address keeps."""

from html import unescape

from fastapi.testclient import TestClient

from tests.web.served_pages import plain

GROUPS = "/territoires/groupe"
TWO = f"{GROUPS}?nom=Deux%20villes&communes=26281,26362"


def test_a_group_is_read_at_the_address_that_keeps_it(client: TestClient) -> None:
    page = plain(client.get(TWO).text)

    assert "<h2>Deux villes</h2>" in page
    assert "Groupe de communes · 2 communes" in page
    assert "Group of communes · 2 communes" in plain(client.get(f"{TWO}&lang=en").text)
    assert "ne sont calculés que pour" in page
    assert "/territoires/groupe/pistes?nom=Deux%20villes" in unescape(page)
    assert client.get("/territoires/groupe/pistes?communes=26281,26362").status_code == 200


def test_an_empty_group_is_a_page_to_make_it(client: TestClient) -> None:
    page = plain(client.get(GROUPS).text)

    assert "Aucune commune dans ce groupe pour l’instant." in page
    assert "Voir le portrait du groupe" not in page


def test_communes_are_added_by_name_from_an_epci_or_by_codes(client: TestClient) -> None:
    by_name = unescape(plain(client.get(f"{GROUPS}?ajouter=romans").text))
    pasted = plain(client.get(f"{GROUPS}?ajouter=26281 26362 00000").text)
    nothing = plain(client.get(f"{GROUPS}?communes=26281&faire=1&ajouter=zzzz").text)

    assert "communes=26281" in by_name
    assert "CA Valence Romans Agglo" in by_name
    assert "Le groupe\u00a0: 2 communes" in pasted
    assert "1 code n’est celui d’aucune commune\u00a0: 00000." in pasted
    assert "Aucune commune ni intercommunalité ne s’appelle" in nothing
    assert "Le groupe\u00a0: 1 commune" in nothing


def test_a_code_that_is_none_leads_back_to_the_making(client: TestClient) -> None:
    answer = client.get(f"{GROUPS}?nom=Faux&communes=26281,00000")

    assert answer.status_code == 200
    assert "d’aucune commune" in answer.text
    assert 'value="Faux"' in answer.text


def test_a_zone_that_is_none_is_not_found(client: TestClient) -> None:
    assert client.get("/territoires/zone-emploi/0000").status_code == 404
