"""The 52 records say what the guide's page holds, in its order."""

from territorial_map.domain.practices.library import PracticeLibrary

NO_BREAK = "\u00a0"


def test_the_52_headings_come_in_the_order_of_the_guide(library: PracticeLibrary) -> None:
    practices = [each.id for each in library.catalogue.practices]
    resources = [each.id for each in library.catalogue.resources]

    assert practices + resources == [f"p{number:02d}" for number in range(1, 53)]


def test_only_p51_and_p52_are_resources(library: PracticeLibrary) -> None:
    resources = [each.id for each in library.catalogue.resources]

    assert resources == ["p51", "p52"]


def test_64_examples_are_recorded_under_ids_of_their_own(library: PracticeLibrary) -> None:
    ids = [example.id for each in library.catalogue.practices for example in each.examples]

    assert len(ids) == 64
    assert len(set(ids)) == 64
    assert {"p05a", "p05b", "p05c"} <= set(ids)


def test_titles_keep_the_spelling_of_the_guide(library: PracticeLibrary) -> None:
    titles = {each.id: each.title for each in library.catalogue.practices}

    assert titles["p11"] == "Elargir son actionnariat aux acteurs du territoire"
    assert titles["p18"] == "Accueillir ponctuellement des experts extérieurs dans son CA"
    assert titles["p24"] == "Créer des instances de concertation adhoc"
    assert titles["p31"] == "Favoriser la coopération entre acteurs (PTCE)"


def test_themes_follow_the_guide_and_the_eighth_says_it_has_no_example(
    library: PracticeLibrary,
) -> None:
    first = {each.id: each.themes[0] for each in library.catalogue.practices}
    expected = {
        **{f"p{n:02d}": 1 for n in range(1, 16)},
        **{f"p{n:02d}": 2 for n in range(16, 27)},
        **{f"p{n:02d}": 3 for n in range(27, 35)},
        **{f"p{n:02d}": 5 for n in range(35, 44)},
        **{f"p{n:02d}": 4 for n in range(44, 46)},
        **{f"p{n:02d}": 6 for n in range(46, 50)},
        "p50": 7,
    }
    ethics = library.catalogue.theme(8)

    assert first == expected
    assert ethics.note is not None
    assert ethics.note.fr == "aucun exemple dans la source"
    assert library.catalogue.practice("p48").themes == (6, 4)  # type: ignore[union-attr]  # p48 is there


def test_practices_whose_law_has_moved_say_so(library: PracticeLibrary) -> None:
    moved = {each.id for each in library.catalogue.practices if each.state_of_law is not None}

    assert {"p27", "p31", "p45", "p47", "p49", "p50"} <= moved


def test_french_texts_use_french_typography(library: PracticeLibrary) -> None:
    texts = [
        text.fr
        for each in library.catalogue.practices
        for text in (
            each.point,
            each.advice.preconditions,
            each.advice.first_step,
            each.advice.who_to_call,
            *(example.done for example in each.examples),
            *(example.brief for example in each.examples),
        )
    ]
    straight = [text for text in texts if "'" in text]
    breaking = [text for text in texts if any(f" {mark}" in text for mark in ";:!?»")]

    assert straight == []
    assert breaking == []


def test_every_example_is_told_in_two_or_three_sentences(library: PracticeLibrary) -> None:
    counts = {
        example.id: example.done.fr.count(". ") + 1
        for each in library.catalogue.practices
        for example in each.examples
    }

    assert {id_: count for id_, count in counts.items() if count > 3} == {}
