"""The check of a group without JavaScript."""

import re
from html import unescape

from fastapi.testclient import TestClient

from tests.web.served_pages import plain


def test_a_reader_without_javascript_gets_the_check_of_a_group_in_two_blocks(
    client: TestClient,
) -> None:
    content = plain(client.get("/ptce?ids=synthetic:lieu,synthetic:town,nobody:1").text)

    article_9, calls = content.split("<h3>Les conditions pour répondre à un appel")
    assert article_9.index("<h3>Membres</h3>") < article_9.index("Les éléments de l’article 9")
    assert article_9.count("<blockquote") == 7
    assert "Établi par\xa0:" in article_9
    assert "Non établi" in article_9 + calls
    assert "Non rempli" not in content
    assert "L. 2014-856" not in calls
    assert "Identifiant inconnu de cette édition\xa0: nobody:1" in content
    joined = "/ptce?ids=synthetic:lieu,synthetic:town,nobody:1,synthetic:scop"
    assert f'href="{joined}"' in content


def test_the_same_reader_declares_the_list_complete_by_a_link(client: TestClient) -> None:
    page = client.get("/ptce?ids=synthetic:town&lang=en").text
    way = re.search(r'<a href="([^"]*)">Declare it complete</a>', plain(page))
    assert way

    content = plain(client.get(unescape(way[1])).text)

    assert unescape(way[1]) == "/ptce?ids=synthetic:town&complet=1&lang=en"
    assert "Not met" in content
    assert "No longer declare it complete" in content


def test_a_known_ptce_is_never_told_there_that_it_is_not_one(client: TestClient) -> None:
    content = plain(client.get("/ptce?ids=synthetic:ptce&complet=1").text)

    assert "rien ici ne dit qu’il n’en est pas un" in content
    assert "Non rempli" not in content
