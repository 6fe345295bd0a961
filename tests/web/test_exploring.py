"""The list and the filters, from an address to what is read on screen."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.facets import GROUPS
from territorial_map.web.base.finding import places_named
from territorial_map.web.base.state import state_from_search
from territorial_map.web.frame.navigation import page_of
from territorial_map.web.frame.pages import Pages
from territorial_map.web.frame.search import suggested
from territorial_map.web.pages.explore.callbacks import counts_of, listing_of
from territorial_map.web.pages.explore.mapping import chosen_territories, focus_of
from tests.web.rendered import attributes, is_serialisable, links, parts, words


def listing(search: str, edition: OpenEdition) -> dict[str, object]:
    names = ("count", "chips", "lines", "end", "exports", "heading")
    return dict(zip(names, listing_of(state_from_search(search), edition), strict=True))


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_the_count_says_how_many_have_no_position(small_edition: OpenEdition) -> None:
    everything = small_edition.page(state_from_search("").selection, Order.NAME, 50)

    shown = words(listing("", small_edition)["count"])

    assert shown.startswith(f"{everything.total} organisation")
    assert (f"dont {everything.unlocated} sans position" in shown) == bool(everything.unlocated)


def test_every_line_is_a_real_link_to_its_sheet(small_edition: OpenEdition) -> None:
    lines = listing("?kind=sheltered_supplier", small_edition)["lines"]

    opened = {query(address)["organisation"][0] for address in links(lines).values()}

    assert opened == set(attributes(lines, "data-id"))
    assert all(query(a)["kind"] == ["sheltered_supplier"] for a in links(lines).values())


def test_a_line_says_what_the_map_says(small_edition: OpenEdition) -> None:
    lines = listing("", small_edition)["lines"]
    everything = Selection.of({})

    assert len(attributes(lines, "data-id")) == 14
    shown = {item.id: item for item in small_edition.page(everything, Order.NAME, 50).items}
    seen = []
    for line in lines:  # type: ignore[attr-defined]  # a list of lines
        (identity,) = attributes(line, "data-id")
        item, told = shown[identity], words(line)
        symbols = [c for c in attributes(line, "className") if c.startswith("symbol ")]
        hollow = "" if item.located is Located.ADDRESS else " symbol-hollow"
        assert symbols == [f"symbol symbol-{item.kind.value}{hollow}"]
        assert item.name in told
        assert ("sans position" in told) == (item.point is None)
        seen.append(identity)
    assert sorted(seen) == sorted(shown)


def test_unknown_activities_are_told_as_unknown(small_edition: OpenEdition) -> None:
    lines = listing("?sector=unknown", small_edition)["lines"]

    assert len(attributes(lines, "data-id")) == 13
    assert words(lines).count("Activités non renseignées") == 13


def test_a_chip_takes_its_filter_off_and_no_other(small_edition: OpenEdition) -> None:
    chips = links(listing("?kind=ptce&kind=ess_actor&department=26", small_edition)["chips"])

    by_words = {label: query(address) for label, address in chips.items()}

    assert by_words["Type : PTCE"] == {"kind": ["ess_actor"], "department": ["26"]}
    assert by_words["Tout effacer"] == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_many_values_of_one_filter_are_one_chip_by_their_acronyms(
    small_edition: OpenEdition, language: str
) -> None:
    devices = "&".join(f"device={one}" for one in ("esat", "ea", "ei", "aci", "employers_group"))

    chips = links(listing(f"?{devices}&kind=ptce&lang={language}", small_edition)["chips"])

    (label,) = [told for told in chips if "ESAT" in told]
    assert "ACI, EA, EI, " in label
    assert label.endswith(", ESAT")
    assert "insertion" not in label
    assert query(chips[label]).get("device") is None
    assert query(chips[label])["kind"] == ["ptce"]


def test_an_empty_list_says_which_filter_to_loosen(small_edition: OpenEdition) -> None:
    shown = listing("?kind=ptce&device=esat&department=26", small_edition)

    assert shown["count"] == "Aucune organisation connue de nos sources"
    assert "non connue de nos sources" in words(shown["lines"])
    loosened = [label for label in links(shown["lines"]) if label.startswith("Retirer")]
    assert loosened or "Plusieurs filtres" in words(shown["lines"])


def test_a_trade_nobody_is_known_for_is_no_empty_list(small_edition: OpenEdition) -> None:
    shown = listing("?kind=sheltered_supplier&sector=textile", small_edition)
    told = words(shown["lines"])

    assert re.fullmatch(r"0 connue, [1-9]\d* à appeler, \d+ autres?", words(shown["count"]))
    assert "Zéro ne veut pas dire" in told
    assert "Que demander au téléphone" in told
    assert re.search(r"À appeler\s: [1-9]\d* fiches?, \d+ numéros?", told)
    assert "Aucune organisation" not in told
    silent = small_edition.page(
        Selection.of({"kind": ["sheltered_supplier"], "sector": ["unknown"]}), Order.NAME, 50
    )
    assert {item.id for item in silent.items} <= set(attributes(shown["lines"], "data-id"))


def test_those_of_another_trade_are_a_press_away(small_edition: OpenEdition) -> None:
    shown = links(listing("?sector=textile", small_edition)["lines"])
    (other,) = (address for label, address in shown.items() if "autre activité" in label)

    assert "sector" not in query(other)


def test_where_every_trade_is_known_to_be_another_the_filter_can_go(
    small_edition: OpenEdition,
) -> None:
    shown = listing("?legal_family=cooperative&q=Scop+du+vélo&sector=textile", small_edition)

    assert re.fullmatch(r"0 connue, 0 à appeler, [1-9]\d* autres?", words(shown["count"]))
    assert any(label.startswith("Retirer") for label in links(shown["lines"]))
    assert "À appeler" not in words(shown["lines"])


def test_those_to_call_come_after_every_one_that_is_known(small_edition: OpenEdition) -> None:
    told = words(listing("?sector=transport_mobility", small_edition)["lines"])

    assert "Zéro" not in told
    assert 0 < told.index("Scop synthétique") < told.index("À appeler")


def test_what_to_ask_on_the_phone_is_of_the_trade(small_edition: OpenEdition) -> None:
    textile = words(listing("?sector=textile", small_edition)["lines"])
    catering = words(listing("?sector=catering", small_edition)["lines"])
    typed = words(listing("?q=traiteur", small_edition)["lines"])

    assert "couverts" in catering
    assert "couverts" in typed
    assert "couverts" not in textile
    assert "le tissu" in textile
    assert all("Faites-vous ce métier" in told for told in (textile, catering, typed))


def test_where_few_are_known_the_nearest_elsewhere_are_told_too(
    small_edition: OpenEdition,
) -> None:
    elsewhere = "Les plus proches dont c’est l’activité, ailleurs"
    here = "?sector=transport_mobility&near=5.2,45.1&radius_km=5"
    away = "?sector=transport_mobility&near=5.05,45.04&radius_km=2"

    assert elsewhere not in words(listing(here, small_edition)["lines"])
    told = words(listing(away, small_edition)["lines"])
    assert told.index(elsewhere) < told.index("Scop synthétique")


def test_filters_tell_how_many_are_unknown_beside_the_known(small_edition: OpenEdition) -> None:
    filters, *_ = counts_of(state_from_search("?sector=textile"), small_edition)
    everyone, *_ = counts_of(state_from_search(""), small_edition)

    assert "dont l’activité n’est pas renseignée" in words(filters)
    assert "dont l’activité n’est pas renseignée" not in words(everyone)


def test_the_legend_counts_those_to_call_where_a_trade_is_asked(small_edition: OpenEdition) -> None:
    _, asked, _ = counts_of(state_from_search("?sector=textile"), small_edition)
    _, everyone, _ = counts_of(state_from_search(""), small_edition)

    assert "activité non renseignée, à appeler : 13" in words(asked).replace("\u00a0", " ")
    assert "symbol symbol-sheltered_supplier symbol-unknown" in attributes(asked, "className")
    assert "à appeler" not in words(everyone)


def test_a_word_the_directory_does_not_know_is_told(small_edition: OpenEdition) -> None:
    shown = listing("?q=xyzzyplugh", small_edition)

    assert "« xyzzyplugh » ne ressemble à aucun nom" in words(shown["lines"])


def test_exports_carry_the_selection_and_its_order(small_edition: OpenEdition) -> None:
    button = listing("?kind=ptce&near=5.05,45.04&radius_km=20", small_edition)["exports"]

    (told,) = attributes(button, "data-export")

    asked = json.loads(told)
    assert asked["kind"] == "selection"
    assert parse_qs(asked["query"]) == {
        "kind": ["ptce"],
        "near": ["5.05,45.04"],
        "radius_km": ["20"],
        "order": ["distance"],
    }


@pytest.mark.parametrize("search", ["", "?lang=en", "?near=5.05,45.04&place=commune:26281"])
def test_filters_show_every_closed_value_with_its_count(
    search: str, small_edition: OpenEdition
) -> None:
    groups, legend, _ = counts_of(state_from_search(search), small_edition)

    filters = set(attributes(groups, "data-group"))
    assert {"kind", "sector", "device", "region", "department", "located"} <= filters
    assert attributes(legend, "data-value") == [
        "ess_actor",
        "ptce",
        "sheltered_supplier",
        "cooperation_space",
        "territorial_partner",
    ]
    assert is_serialisable([groups, legend])


def test_a_kind_that_our_sources_do_not_know_here_is_no_zero(small_edition: OpenEdition) -> None:
    groups, legend, _ = counts_of(state_from_search("?commune=26281&device=esat"), small_edition)

    for shown in (words(groups), words(legend)):
        assert "— (aucune connue de nos sources)" in shown
    assert "(0 " not in words(legend)


def test_what_no_source_tells_is_no_zero_in_any_filter_but_those_on_our_records(
    small_edition: OpenEdition,
) -> None:
    groups, _, _ = counts_of(state_from_search("?commune=26281&device=esat"), small_edition)
    dimmed = {
        p["props"]["data-filter"]: words(p)
        for p in parts(groups)
        if "is-zero" in str(p["props"].get("className"))
    }

    assert {"sector", "device", "legal_family", "located", "missing"} <= set(dimmed)
    ours = {group.name for group in GROUPS if group.ours}
    for name, told in dimmed.items():
        assert ("aucune connue de nos sources" in told) == (name not in ours), name


def test_a_value_that_would_show_nothing_stays_visible_and_dimmed(
    small_edition: OpenEdition,
) -> None:
    groups, _, _ = counts_of(state_from_search(""), small_edition)

    dimmed = [p for p in parts(groups) if "is-zero" in str(p["props"].get("className"))]

    assert dimmed
    assert all(p["type"] == "Tickbox" for p in dimmed)


def test_a_chosen_value_is_ticked_and_its_group_open(small_edition: OpenEdition) -> None:
    groups, _, _ = counts_of(state_from_search("?device=esat"), small_edition)

    (device,) = [p for p in parts(groups) if p["props"].get("data-group") == "device"]
    ticked = [
        p["props"]["data-value"]
        for p in parts(device["props"]["children"])
        if p["props"].get("checked")
    ]

    assert device["props"]["open"] is True
    assert ticked == ["esat"]


def test_a_radius_can_be_changed_only_around_a_place(small_edition: OpenEdition) -> None:
    _, _, nowhere = counts_of(state_from_search(""), small_edition)
    _, _, around = counts_of(
        state_from_search("?near=5.05,45.04&radius_km=20&place=commune:26281"), small_edition
    )

    assert nowhere == []
    assert "commune:26281" in attributes(around, "data-radius")
    assert "Autour de Romans-sur-Isère" in words(around)


def test_places_are_found_at_every_level(small_edition: OpenEdition) -> None:
    found = places_named("drome", small_edition)

    assert {option["value"] for option in found} >= {"department:26"}


def test_a_commune_found_carries_its_point(small_edition: OpenEdition) -> None:
    found = places_named("romans", small_edition)

    level, code, point = found[0]["value"].split(":")
    assert (level, code) == ("commune", "26281")
    assert [float(x) for x in point.split(",")] == [5.05, 45.04]


def test_the_map_looks_at_the_narrowest_territory(small_edition: OpenEdition) -> None:
    state = state_from_search("?region=84&department=26")

    assert [code for _, code in chosen_territories(state)] == ["26"]
    layers, target = focus_of(state, small_edition)
    assert len(layers) == 1
    assert len(target["window"]) == 4


def test_an_unknown_territory_is_no_error_on_the_map(small_edition: OpenEdition) -> None:
    layers, target = focus_of(state_from_search("?commune=00000"), small_edition)

    assert (layers, target) == ([], {})


def test_every_page_can_be_sent(pages: Pages) -> None:
    paths = [page.path for page in pages if page.layout is not None]

    drawn = [page_of(path, lang, pages) for path in (*paths, "/x") for lang in ("fr", "en")]

    assert len(drawn) > 100
    assert [page for page in drawn if not is_serialisable(page)] == []


def test_typed_words_are_told_as_they_were_understood(small_edition: OpenEdition) -> None:
    shown = suggested("q=esat+espaces+verts&kind=sheltered_supplier", small_edition)

    less = {name: query(href) for name, href in links(shown).items()}
    assert less["dispositif ESAT"]["q"] == ["espaces verts"]
    assert less["activité Espaces verts"] == {"kind": ["sheltered_supplier"], "q": ["esat"]}
    said = words(shown)
    assert "Nous comprenons dispositif ESAT activité Espaces verts" in said
    assert "Voir la liste" in said
    assert "proposition" in attributes(shown, "data-told")[0]


def test_options_say_of_which_text_they_are_and_lead_to_lists(small_edition: OpenEdition) -> None:
    shown = suggested("q=esat+romans-sur-isere", small_edition)

    assert attributes(shown, "data-for") == ["esat romans-sur-isere"]
    first, *others = attributes(shown, "data-go")
    assert query(first) == {"q": ["esat romans-sur-isere"]}
    assert others
    ids = attributes(shown, "id")
    assert [one for one in ids if one.startswith("search-options-")] == [
        f"search-options-{n}" for n in range(1 + len(others))
    ]


def test_nothing_typed_offers_nothing(small_edition: OpenEdition) -> None:
    assert suggested("", small_edition) is None
    assert suggested("q=es", small_edition) is None
