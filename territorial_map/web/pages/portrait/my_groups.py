"""« Mes groupes »: groups of communes that a reader keeps in the browser, drawn by its script."""

import json
from typing import Any

from dash import html

from territorial_map.domain.commune_groups import CommuneGroup
from territorial_map.web.base.marks import named
from territorial_map.web.base.texts import Texts


def my_groups(t: Texts) -> html.Section:
    """The place of the list: hidden where this browser keeps none, or runs no script."""
    hint = t("Gardés dans ce navigateur seul : personne d’autre ne les voit.")
    title = html.H3(t("Mes groupes de communes"))
    content = [title, html.Ul([]), html.P(hint, className="hint")]
    return html.Section(content, hidden=True, className="my-groups", **_words(t))


def keep_button(group: CommuneGroup, t: Texts) -> html.Div:
    """The button that keeps a group, or takes it away; there with a script alone."""
    kept = json.dumps({"name": group.name, "communes": group.code}, ensure_ascii=False)
    button = html.Button(
        t("Garder dans mes groupes"),
        type="button",
        hidden=True,
        className="button button-small",
        **named({"data-keep-group": kept}),
    )
    return html.Div(button, **_words(t))


def _words(t: Texts) -> dict[str, Any]:
    words = {
        "keep": t("Garder dans mes groupes"),
        "held": t("✓ Dans mes groupes"),
        "kept": t("« {name} » est gardé dans ce navigateur, sur la page Territoires."),
        "removed": t("« {name} » n’est plus dans vos groupes."),
        "remove": t("Retirer"),
        "removeNamed": t("Retirer « {name} » de mes groupes"),
        "failed": t("Ce navigateur ne garde rien : gardez l’adresse de la page."),
        "communes": [_counted(1, t), _counted(2, t)],
    }
    return named({"data-group-words": json.dumps(words, ensure_ascii=False)})


def _counted(n: int, t: Texts) -> str:
    """The form of a count, for the script to fill in."""
    return t.plural("{n} commune", "{n} communes", n).replace(str(n), "{n}")
