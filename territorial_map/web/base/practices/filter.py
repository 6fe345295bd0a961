"""The directory's filter by practice: under a chosen practice, the role to keep."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.terms import Role
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.practices.wording import practice_title, role_in_words
from territorial_map.web.base.texts import Texts


def practice_roles(chosen: Sequence[str], guide: PracticeCatalogue, t: Texts) -> list[Node]:
    """Per chosen practice, a switch between any role and one of them."""
    return [_roles(value, guide, t) for value in chosen]


def _roles(value: str, guide: PracticeCatalogue, t: Texts) -> html.Div:
    practice_id, _, role = value.partition(":")
    choices = [("", t("tout rôle")), *((each.value, role_in_words(each, t)) for each in Role)]
    buttons = [
        html.Button(
            words,
            type="button",
            className="radius role-switch",
            **named(
                {
                    "data-practice-of": value,
                    "data-practice-as": f"{practice_id}:{code}" if code else practice_id,
                    "aria-pressed": "true" if code == role else "false",
                }
            ),
        )
        for code, words in choices
    ]
    label = t("Rôle, pour « {practice} »", practice=practice_title(practice_id, guide, t))
    return html.Div(
        [html.P(label, className="hint"), html.Div(buttons, className="radii")],
        className="practice-roles",
        role="group",
        **named({"aria-label": label}),
    )
