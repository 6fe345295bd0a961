"""A network as points and lines: what the browser draws, and the same in a table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.services.partnerships.group_partnerships import Bond, by_word
from territorial_map.services.partnerships.network import Network
from territorial_map.web.base.partnerships.card import (
    Telling,
)
from territorial_map.web.base.partnerships.table import found_row, row_end, scrolled

_WORD_RANK = {Tier.STRONG: 2, Tier.EXPLORE: 1, Tier.INSUFFICIENT: 0}


def graph_of(network: Network, telling: Telling) -> dict[str, Any]:
    """Points with their kind and page, one line per pair with its strongest word."""
    numbers = {facts.person_key: n for n, facts in enumerate(network.nodes)}
    pairs: dict[tuple[int, int], list[Partnership]] = defaultdict(list)
    for found in network.found:
        ends = sorted((numbers[found.a.person_key], numbers[found.b.person_key]))
        pairs[ends[0], ends[1]].append(found)
    centre = network.centre
    return {
        "nodes": [
            {
                "name": facts.name,
                "kind": facts.profile.kind.value,
                "href": telling.address_of(facts.id),
                "centre": facts is centre,
            }
            for facts in network.nodes
        ],
        "links": [
            *(_link(ends, several, telling) for ends, several in sorted(pairs.items())),
            *_bonds(network.existing, numbers, telling),
        ],
        "label": graph_label(network, telling),
    }


def graph_label(network: Network, telling: Telling) -> str:
    """What the drawing is, for those who do not see it: the table says the same."""
    t = telling.t
    return t(
        "Réseau de {nodes} organisations et {links} pistes ; le tableau dit la même chose.",
        nodes=t.number(len(network.nodes)),
        links=t.number(len(network.found)),
    )


def _link(
    ends: tuple[int, int], several: Sequence[Partnership], telling: Telling
) -> dict[str, Any]:
    best = max(several, key=lambda p: (_WORD_RANK[p.tier], p.score or 0.0))
    topics = ", ".join(telling.category(p.category) for p in several)
    return {
        "ends": list(ends),
        "style": best.tier.value,
        "width": round(1 + 4 * (best.score or 0.0), 1),
        "words": f"{best.a.name} — {best.b.name} : {telling.tier(best.tier)} ({topics})",
    }


def _bonds(
    bonds: Iterable[Bond], numbers: dict[str, int], telling: Telling
) -> list[dict[str, Any]]:
    words = telling.t("déjà en lien")
    return [
        {
            "ends": [numbers[bond.a.person_key], numbers[bond.b.person_key]],
            "style": "existing",
            "width": 2,
            "words": f"{bond.a.name} — {bond.b.name} : {words}",
        }
        for bond in bonds
    ]


def network_table(network: Network, telling: Telling) -> html.Div:
    """Every line of the drawing as a row: by word, then by distance; existing links last."""
    t = telling.t
    titles = (t("Organisation"), t("Avec"), t("Sur quoi"), t("Piste"), t("Distance"))
    head = [html.Th(title, scope="col") for title in titles]
    head.append(html.Th(t("Raisons"), scope="col"))
    rows = [found_row(found, telling) for found in sorted(network.found, key=by_word)]
    rows += [_bond_row(bond, telling) for bond in network.existing]
    caption = html.Caption(t("Les mêmes liens en tableau, du plus proche au plus lointain par mot"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    return scrolled(table, t("Tableau des liens"))


def _bond_row(bond: Bond, telling: Telling) -> html.Tr:
    told = " ; ".join(telling.say(tie.sentence) for tie in bond.ties)
    return html.Tr(
        [
            html.Th(row_end(bond.a, telling), scope="row"),
            html.Td(row_end(bond.b, telling)),
            html.Td(telling.t("Coopération existante")),
            html.Td(telling.t("déjà en lien")),
            html.Td("—"),
            html.Td(told),
        ]
    )
