"""The form « Quelles pratiques pour nous ? »: four choices, five lists, a commune."""

from dataclasses import dataclass

import dash_mantine_components as dmc
from dash import html

from territorial_map.domain.practices.terms import Audience, Scope, Trait
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    Sector,
    SizeBand,
)
from territorial_map.web.base.marks import Node, hidden, icon, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.practices import ids as own
from territorial_map.web.pages.practices.place_box import place_box


@dataclass(frozen=True, slots=True)
class Ticked:
    """A list of the profile to tick; ``opened`` ones are those most people have something in."""

    component: str
    title: str
    terms: type[Term]
    opened: bool = False
    hint: str = ""


TICKED: tuple[Ticked, ...] = (
    Ticked(own.PROFILE_TRAITS, "Ce que vous avez ou faites", Trait, opened=True),
    Ticked(own.PROFILE_SECTORS, "Secteurs d’activité", Sector),
    Ticked(own.PROFILE_AUDIENCES, "Pour qui, avec qui", Audience),
    Ticked(
        own.PROFILE_DEVICES,
        "Dispositif",
        Device,
        hint="Insertion, travail protégé et adapté, groupements d’employeurs.",
    ),
    Ticked(own.PROFILE_PLACE_TYPES, "Type de lieu", PlaceType),
)


def profile_form(t: Texts) -> html.Form:
    """Every question; the address fills in the answers, and each answer changes the address."""
    return html.Form(
        [
            html.Div(
                [
                    _select(own.PROFILE_LEGAL_FORM, t("Forme juridique"), _legal_forms(t), t),
                    _select(own.PROFILE_SIZE, t("Effectif"), _options(SizeBand, t), t),
                    _select(own.PROFILE_SCOPE, t("Échelle d’action"), _options(Scope, t), t),
                    _select(own.PROFILE_KIND, t("Nature"), _options(Kind, t), t),
                ],
                className="profile-selects",
            ),
            _commune(t),
            *[_ticked(each, t) for each in TICKED],
        ],
        className="profile-form",
        **named({"aria-label": t("Votre profil"), "data-live-form": "1"}),
    )


def _select(component: str, label: str, options: list[Node], t: Texts) -> dmc.Select:
    return dmc.Select(
        id=component,
        label=label,
        data=options,
        placeholder=t("Je ne sais pas, ou passer"),
        clearable=True,
        clearButtonProps={"aria-label": t("Effacer : {label}", label=label), "tabIndex": -1},
        maxDropdownHeight=320,
    )


def _options(terms: type[Term], t: Texts) -> list[Node]:
    return [
        {"value": term.value, "label": t(term.label)} for term in terms if term.value != "unknown"
    ]


def _legal_forms(t: Texts) -> list[Node]:
    """Legal forms under their families, in the order of the list."""
    groups: dict[LegalFamily, list[Node]] = {}
    for form in LegalForm:
        if form is not LegalForm.UNKNOWN:
            groups.setdefault(form.family, []).append({"value": form.value, "label": t(form.label)})
    return [
        {"group": t(family.label) if family is not LegalFamily.UNKNOWN else "—", "items": items}
        for family, items in groups.items()
    ]


def _commune(t: Texts) -> html.Div:
    return html.Div(
        [
            place_box(own.PROFILE_COMMUNE, t("Votre commune"), t),
            html.Div(id=own.PROFILE_COMMUNE_CHOSEN, className="commune-chosen"),
        ],
        className="profile-commune",
    )


def _ticked(ticked: Ticked, t: Texts) -> html.Details:
    boxes = [
        dmc.Checkbox(value=term.value, label=t(term.label), size="sm", className="option")
        for term in ticked.terms
    ]
    hint = [html.P(t(ticked.hint), className="hint")] if ticked.hint else []
    group = dmc.CheckboxGroup(
        html.Div(boxes, className="profile-boxes"),
        id=ticked.component,
        value=[],
        label=hidden(t(ticked.title)),
    )
    heading = [html.Span(t(ticked.title), className="group-title"), icon("chevron-down")]
    return html.Details(
        [html.Summary(heading), *hint, group],
        open=ticked.opened,
        className="filter-group profile-group",
        **named({"data-key": ticked.component.removeprefix("profile-").replace("-", "_")}),
    )
