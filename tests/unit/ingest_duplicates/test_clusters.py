"""Laws of grouping, on any links between any records."""

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from territorial_map.ingest.duplicates.clusters import Node, grouped
from territorial_map.ingest.duplicates.links import Link, LinkRule

IDS = tuple(f"r{n}" for n in range(8))
SIREN, OTHER = "775544083", "807469317"


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Link], dict[str, Node], set[tuple[str, str]]]:
    nodes = {}
    for position, identity in enumerate(IDS):
        siren = draw(st.sampled_from((None, SIREN, OTHER)))
        siret = draw(st.sampled_from((None, f"{siren}00018", f"{siren}00026"))) if siren else None
        register = draw(st.sampled_from((None, "finess", "siae", "ess")))
        devices = draw(st.sampled_from((frozenset(), frozenset({"aci"}), frozenset({"esat"}))))
        nodes[identity] = Node(position, register, siren, siret, devices)
    pairs = st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True).map(sorted)
    rules = st.sampled_from((LinkRule.DECIDED, LinkRule.SAME_SIRET, LinkRule.LIKENESS))
    found = draw(st.lists(st.tuples(pairs, rules, st.sampled_from((0.91, 0.99))), max_size=14))
    links = [Link(pair[0], pair[1], rule, probability) for pair, rule, probability in found]
    apart = draw(st.lists(pairs.map(tuple), max_size=3))
    return links, nodes, {(a, b) for a, b in apart}


@given(graphs())
def test_a_group_never_holds_two_ids_of_one_register(
    graph: tuple[list[Link], dict[str, Node], set[tuple[str, str]]],
) -> None:
    links, nodes, apart = graph

    groups, _ = grouped(links, nodes, apart)

    assume(groups)
    for group in groups:
        registers = [nodes[identity].register for identity in group.ids]
        known = [register for register in registers if register]
        assert len(known) == len(set(known))


@given(graphs())
def test_a_group_never_holds_a_pair_that_someone_parted(
    graph: tuple[list[Link], dict[str, Node], set[tuple[str, str]]],
) -> None:
    links, nodes, apart = graph

    groups, _ = grouped(links, nodes, apart)

    together = {(a, b) for group in groups for a in group.ids for b in group.ids}
    assume(together)
    assert not together & apart


@given(graphs())
def test_without_a_verdict_a_group_is_one_person_and_one_establishment(
    graph: tuple[list[Link], dict[str, Node], set[tuple[str, str]]],
) -> None:
    links, nodes, apart = graph

    groups, _ = grouped([link for link in links if link.rule is not LinkRule.DECIDED], nodes, apart)

    assume(groups)
    for group in groups:
        assert len({nodes[identity].siren for identity in group.ids} - {None}) <= 1
        assert len({nodes[identity].siret for identity in group.ids} - {None}) <= 1


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_links_changes_nothing(
    graph: tuple[list[Link], dict[str, Node], set[tuple[str, str]]],
    random: Random,
) -> None:
    links, nodes, apart = graph
    shuffled = list(links)
    random.shuffle(shuffled)

    one, other = grouped(links, nodes, apart), grouped(shuffled, nodes, apart)

    assert one[0] == other[0]
    assert set(one[1]) == set(other[1])


@given(graphs())
def test_every_id_stands_in_one_group_at_most_and_each_after_the_first_has_its_rule(
    graph: tuple[list[Link], dict[str, Node], set[tuple[str, str]]],
) -> None:
    links, nodes, apart = graph

    groups, _ = grouped(links, nodes, apart)

    ids = [identity for group in groups for identity in group.ids]
    assert len(ids) == len(set(ids))
    assert [len(group.rules) for group in groups] == [len(group.ids) - 1 for group in groups]


def test_a_chain_never_joins_two_ids_of_one_register() -> None:
    nodes = {
        "siae:1": Node(0, "siae", None, None),
        "list:1": Node(1, None, None, None),
        "list:2": Node(2, None, None, None),
        "siae:2": Node(3, "siae", None, None),
    }
    links = [
        Link("siae:1", "list:1", LinkRule.LIKENESS, 0.99),
        Link("list:1", "list:2", LinkRule.LIKENESS, 0.98),
        Link("siae:2", "list:2", LinkRule.LIKENESS, 0.97),
    ]

    groups, refused = grouped(links, nodes, set())

    assert [group.ids for group in groups] == [("siae:1", "list:1", "list:2")]
    assert refused == (links[2],)
