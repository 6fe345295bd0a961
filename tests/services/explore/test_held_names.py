"""Names searched with typing errors: the nearest, twenty at most."""

from territorial_map.services.explore.held_names import HeldNames


def test_at_most_twenty_names_answer_and_they_are_the_nearest() -> None:
    letters = "abcdefghijklmnopqrstuvw"
    at_two = [f"synthetique {one}{one}" for one in letters]
    at_one = [f"synthetique {one}a" for one in letters[:15]]

    found = HeldNames(sorted([*at_two, *at_one])).nearly("synthetique za")

    assert len(found) == 20
    assert set(at_one) <= set(found)
