"""What a browser keeps of pairs is read back, whatever it sends; a visitor's word comes first."""

from html import unescape

from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.ledger.group_words import GroupSaid, group_word_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.html import to_html
from territorial_map.web.base.marks import Node
from territorial_map.web.base.partnerships.dismissed import about, dismissals_kept, key_of
from territorial_map.web.base.state import PageState
from territorial_map.web.pages.partners.callbacks import partners_view, shown_partners

TRAINING = PoolingCategory.TRAINING
SAME = group_word_of("synthetic:b", "synthetic:a", GroupSaid.SAME)
APART = group_word_of("synthetic:a", "synthetic:b", GroupSaid.APART)
FUNDING = dismissal_of("synthetic:a", "synthetic:b", TRAINING)


def test_dismissals_and_words_come_back_and_what_is_none_of_ours_is_left_out() -> None:
    kept = [
        key_of(SAME).split("\n"),
        key_of(FUNDING).split("\n"),
        ["synthetic:a", "synthetic:a", "same_group"],
        ["synthetic:a", "synthetic:b", "anything"],
        ["synthetic:a", 3, "same_group"],
        "same_group",
    ]

    assert dismissals_kept(kept) == {SAME, FUNDING}
    assert about("synthetic:a", {SAME, FUNDING}) == [SAME, FUNDING]
    assert dismissals_kept({"not": "a list"}) == frozenset()


def test_of_a_pair_that_the_visitor_speaks_of_nobody_elses_word_counts() -> None:
    other = group_word_of("synthetic:a", "synthetic:c", GroupSaid.SAME)

    told = dismissals_kept([key_of(APART).split("\n")], {SAME, other, FUNDING})

    assert told == {APART, other, FUNDING}


def _drawn(view: tuple[list[Node], list[Node], object]) -> str:
    """The sheet's leads as text, the choice of a category (which only Dash draws) left out."""
    first, more, _ = view
    painted = [node for node in (*first, *more) if getattr(node, "className", "") == "painted"]
    return unescape(to_html(painted))


def test_a_card_and_a_tie_can_be_told_and_taken_back(small_edition: OpenEdition) -> None:
    rules = small_edition.knowledge.pooling
    first = shown_partners(small_edition, "synthetic:lieu", None, (frozenset(), frozenset()))
    other = first.found.leads[0].main.b
    word = group_word_of("synthetic:lieu", other.id, GroupSaid.SAME)
    own = frozenset({word})
    after = shown_partners(small_edition, "synthetic:lieu", None, (own, own))

    page, told = (_drawn(partners_view(s, PageState(), rules)) for s in (first, after))

    key = f'data-pair-dismiss="{key_of(word)}"'
    back = key_of(group_word_of("synthetic:lieu", other.id, GroupSaid.APART))
    assert key in page
    assert key not in told
    assert f'data-pair-dismiss="{back}"' in told
    assert f'data-pair-restore="{key_of(word)}"' in told
    assert "Reprendre ce que j’ai dit" in told
