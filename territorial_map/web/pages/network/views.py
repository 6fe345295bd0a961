"""The page « Réseau » in words: around whom or where, which links, how many of how many."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.partnerships.network import Network
from territorial_map.web.base.list_buttons import add_all_to_list
from territorial_map.web.base.marks import Node, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.network import ids as own
from territorial_map.web.pages.network.state import NetworkState, Strength

ALL = "all"


def network_heading(network: Network, where: str, state: NetworkState, t: Texts) -> list[Node]:
    """Where, how much of it is drawn, and the way back to the map."""
    on_map = page_link(
        [icon("map"), t("Voir sur la carte")], state.on_map, class_name="button button-small"
    )
    share = html.Button(
        [icon("link"), html.Span(t("Copier le lien"), className="copy-label")],
        type="button",
        className="button button-small",
        **named({"data-copy-here": "1", "data-copied": t("Lien copié")}),
    )
    keep = [add_all_to_list((one.id for one in network.nodes), t)] if network.nodes else []
    nodes: list[Node] = [
        html.H3(where, className="network-where"),
        html.P(" ".join(counts_in_words(network, t)), className="network-counts", role="status"),
        html.Div([on_map, share, *keep], className="panel-actions"),
    ]
    return nodes


def counts_in_words(network: Network, t: Texts) -> list[str]:
    """« n sur N » of what is drawn, and of what was compared."""
    nodes, links = len(network.nodes), len(network.found)
    if not links:
        return [t("Aucune piste de ce genre d’après nos sources.")]
    told = [
        t(
            "{nodes} organisations sur {of_nodes} dessinées, {links} pistes sur {of_links}, les "
            "plus fortes d’abord.",
            nodes=t.number(nodes),
            of_nodes=t.number(max(nodes, network.n_organisations)),
            links=t.number(links),
            of_links=t.number(network.n_links),
        )
    ]
    if network.sites < network.total_sites:
        told.append(
            t(
                "{n} établissements sur {total} ont été comparés : choisissez un territoire plus "
                "petit pour les comparer tous.",
                n=t.number(network.sites),
                total=t.number(network.total_sites),
            )
        )
    return told


def network_filters(state: NetworkState, telling: Telling) -> html.Div:
    """Which category, and from which word on."""
    t = telling.t
    categories = [{"value": ALL, "label": t("Toutes les catégories")}]
    categories += [{"value": c.value, "label": telling.category(c)} for c in PoolingCategory]
    words = {
        Strength.STRONG: t("Pistes fortes seulement"),
        Strength.EXPLORE: t("Pistes fortes et à explorer"),
        Strength.ALL: t("Toutes, faits insuffisants compris"),
    }
    return html.Div(
        [
            dmc.Select(
                id=own.NETWORK_POOLING,
                label=t("Sur quoi ?"),
                data=categories,
                value=state.pooling.value if state.pooling else ALL,
                allowDeselect=False,
                maxDropdownHeight=360,
            ),
            dmc.Select(
                id=own.NETWORK_TIER,
                label=t("Quelles pistes ?"),
                data=[{"value": s.value, "label": words[s]} for s in Strength],
                value=state.strength.value,
                allowDeselect=False,
            ),
        ],
        className="network-choices",
        **named(
            {
                "data-pooling": state.pooling.value if state.pooling else ALL,
                "data-tier": state.strength.value,
            }
        ),
    )


def network_legend(kinds: Sequence[Kind], t: Texts) -> html.Ul:
    """What shapes and lines mean."""
    marks = [html.Li([symbol(kind), t(kind.label)]) for kind in Kind if kind in kinds]
    lines = (
        ("strong", t("Piste forte")),
        ("explore", t("À explorer")),
        ("insufficient", t("À interroger")),
        ("existing", t("Déjà en lien")),
    )
    marks += [
        html.Li([html.Span(className=f"line-mark line-{name}"), words]) for name, words in lines
    ]
    return html.Ul(marks, className="network-legend")


def groups_invitation(t: Texts) -> list[Node]:
    """What stands in place of groups while no category is chosen: a group is about one thing."""
    words = t("Choisissez une catégorie dans « Sur quoi ? » pour chercher des groupes de 3 à 12.")
    return [html.H3(t("Groupes possibles")), html.P(words, className="hint")]


def network_invitation(t: Texts) -> list[Node]:
    """What an address without a place shows: how to begin."""
    return [
        html.Div(
            [
                html.P(t("Choisissez où regarder."), className="empty-title"),
                html.P(
                    t(
                        "Cherchez un territoire ou une organisation ci-dessus ; ou filtrez la "
                        "carte, puis ouvrez « Réseau » : la même sélection est gardée."
                    )
                ),
                html.Ul(
                    [
                        html.Li(page_link("CA Valence Romans Agglo", "/reseau?epci=200068781")),
                        html.Li(page_link("Guyane", "/reseau?department=973")),
                    ]
                ),
            ],
            className="empty",
        )
    ]
