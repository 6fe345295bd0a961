"""The page « Mode opérateur »: open it with the secret, see and undo what was set aside for all."""

from dash import html

from territorial_map.ledger.group_words import GroupSaid
from territorial_map.web.base.addresses import REVIEW
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node, icon, named, page_link
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import Screen


def layout(visit: Visit) -> Screen:
    """The whole page; ``assets/modules/pages/operator`` brings it to life."""
    return Screen(document(visit))


def document(visit: Visit) -> list[Node]:
    """What the mode is, the door, then what is kept for all."""
    t = visit.t
    kept = t("Le secret reste dans cet onglet et s’efface quand vous le fermez.")
    words = {
        "data-wrong": t("Ce secret n’ouvre pas le mode opérateur, ou ce mode est éteint."),
        "data-lost": t("Le serveur ne répond pas : rien n’a été changé."),
        "data-none": t("Aucune paire écartée pour tous."),
        "data-same_group": t(GroupSaid.SAME.label),
        "data-not_same_group": t(GroupSaid.APART.label),
        "data-restore": t("Proposer à nouveau"),
        "data-restored": t("La paire est de nouveau proposée à tous."),
        "data-language": t.language.value,
    }
    content: list[Node] = [
        *opening(visit.heading),
        html.P("", className="operator-said", role="status"),
        html.Form(
            [
                html.Label(t("Secret de l’opérateur"), htmlFor="operator-secret"),
                html.Span(className="operator-secret-place"),
                html.P(kept, className="hint", id="operator-kept"),
                html.Button(t("Ouvrir"), type="submit", className="button button-strong"),
            ],
            className="operator-door",
            **named({"data-operator-door": "1"}),
        ),
        html.Div(
            [
                html.P(page_link(t("Revoir les doublons possibles"), "/doublons")),
                *_review(visit),
                html.H3(t("Paires écartées pour tous")),
                html.Ul([], className="operator-pairs"),
                html.Div(
                    [
                        _button("download", t("Étiquettes (CSV)"), "data-operator-labels"),
                        _button("x", t("Quitter le mode opérateur"), "data-operator-leave"),
                    ],
                    className="panel-actions",
                ),
            ],
            className="operator-room",
            hidden=True,
        ),
    ]
    return [html.Div(painted(content), className="operator", **named(words))]


def _review(visit: Visit) -> list[Node]:
    """The way to what visitors say, where they may."""
    if not visit.site.contributing:
        return []
    return [html.P(page_link(visit.t("Relire les propositions"), REVIEW))]


def _button(mark: str, words: str, action: str) -> html.Button:
    return html.Button(
        [icon(mark), words], type="button", className="button button-small", **named({action: "1"})
    )
