"""A partner list on screen: its choices, then the same lines as the file, group by group."""

from collections.abc import Callable, Sequence
from itertools import groupby

from dash import html

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.export.cells import Cell
from territorial_map.services.export.table import ExportTable
from territorial_map.services.partner_lists.columns import ALREADY
from territorial_map.services.partner_lists.partner_query import PATH, PartnersAsked, query_of_asked
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.export_links import export_button
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.list_buttons import add_all_to_list, add_to_list
from territorial_map.web.base.marks import (
    Node,
    badge,
    icon,
    named,
    outside_link,
    page_link,
    symbol,
)
from territorial_map.web.base.texts import Language, Texts

_RADII_KM = (10.0, 20.0, 30.0, 50.0, 100.0)
_LIMITS = (20, 50, 100, 200, 500)
_TONES = {Tier.STRONG.label: "strong", Tier.INSUFFICIENT.label: "quiet", ALREADY: "warn"}
Cells = dict[str, Cell]


def partner_list_choices(asked: PartnersAsked, guide: PracticeCatalogue, t: Texts) -> html.Div:
    """Radius, practice, lines and categories; ``assets/modules/pages/partner-list`` hears them."""
    radii = sorted({*_RADII_KM, asked.radius_km})
    limits = sorted({*_LIMITS, asked.limit})
    practices = [
        (p.id, f"{p.id[1:]}. {p.title if t.language is Language.FRENCH else p.title_en}")
        for p in guide.practices
    ]
    chosen = asked.practice[0] if asked.practice else ""
    selects = [
        _select(
            "radius_km",
            t("Rayon"),
            [(f"{km:g}", t.radius(km)) for km in radii],
            f"{asked.radius_km:g}",
        ),
        _select(
            "limit",
            t("Personnes morales au plus"),
            [(str(n), str(n)) for n in limits],
            str(asked.limit),
        ),
        _select(
            "practice",
            t("Que cette pratique concerne"),
            [("", t("toutes les pratiques")), *practices],
            chosen,
        ),
    ]
    boxes: list[Node] = [
        Tickbox(html.Span(t(c.label)), c in asked.pooling, {"data-pooling": c.value})
        for c in PoolingCategory
    ]
    n = len(asked.pooling)
    counted = t.plural("{n} coopération choisie", "{n} coopérations choisies", n)
    told = counted if n else t("Toutes les coopérations : choisir")
    return html.Div(
        [
            html.Div(selects, className="partner-selects"),
            html.Details(
                [
                    html.Summary([told, icon("chevron-down")]),
                    html.Div(boxes, className="partner-boxes"),
                ],
                className="partner-pooling",
                **named({"data-group": "pooling"}),
            ),
        ],
        className="partner-choices",
        role="group",
        **named({"aria-label": t("Choix de la liste")}),
    )


def partner_list_found(
    table: ExportTable,
    asked: PartnersAsked,
    t: Texts,
    covered: Callable[[], TerritoryCoverage | None] = lambda: None,
) -> list[Node]:
    """Count, export, then each group; the notes of the file at the end.

    ``covered`` is asked what our sources cover around, where there is nobody to list.
    """
    about = table.about
    keys = [column.key for column in table.columns]
    lines = list(table.lines())
    cells = [dict(zip(keys, line.cells, strict=True)) for line in lines]
    query = query_of_asked(asked)
    actions = [export_button({"kind": "partners", "query": query}, t, "button-strong")]
    if lines:
        actions.append(add_all_to_list([str(c["id"]) for c in cells], t, about.title))
    heading = html.Div(
        [
            html.H3(about.title),
            html.P(about.query, className="hint"),
            html.P(_counted(table, t), className="count-line", role="status"),
            html.Div(actions, className="result-bar"),
        ],
        className="partner-told",
    )
    groups: list[Node] = [
        _group(name, [one for _, one in several], table, t)
        for name, several in groupby(zip(lines, cells, strict=True), key=lambda both: both[0].group)
    ]
    return [heading, *(groups or [_nobody(t), *covered_here(covered(), t)]), _notes(table, t)]


def partner_list_invitation(t: Texts) -> html.Div:
    """What to do while no centre is chosen."""
    example = page_link(
        t("Figeac, 30 km, locaux et approvisionnement"),
        f"{PATH}?commune=46102&radius_km=30&pooling=premises_and_land&pooling=local_supply"
        + ("" if t.language is Language.FRENCH else f"&lang={t.language.value}"),
    )
    words = t("Choisissez une organisation ou une commune. Par exemple :")
    return html.Div([icon("info"), html.P([words, " ", example])], className="callout")


def _select(name: str, label: str, options: list[tuple[str, str]], chosen: str) -> html.Label:
    listed = [
        html.Option(words, value=value, selected="selected" if value == chosen else None)
        for value, words in options
    ]
    return html.Label([label, html.Select(listed, **named({"data-choice": name}))])


def _counted(table: ExportTable, t: Texts) -> str:
    about = table.about
    if about.found is not None and about.found > about.rows:
        shown, whole = t.number(about.rows), t.number(about.found)
        return t("Personnes morales : {n} sur {total}", n=shown, total=whole)
    return t("Personnes morales : {n}", n=t.number(about.rows))


def _group(name: str, several: Sequence[Cells], table: ExportTable, t: Texts) -> html.Section:
    notes = [html.P(note, className="hint") for note in table.group_notes.get(name, ())]
    rows = [_row(one, t) for one in several]
    title: list[Node] = [name, " ", html.Span(f"({len(several)})")]
    return html.Section(
        [html.H4(title), *notes, html.Ul(rows, className="partner-rows")],
        className="partner-group",
    )


def _row(cells: Cells, t: Texts) -> html.Li:
    lang = "" if t.language is Language.FRENCH else f"&lang={t.language.value}"
    name = page_link(str(cells["name"]), f"/?organisation={cells['id']}{lang}")
    tier = str(cells["tier"])
    marks = [badge(tier, _tones(t).get(tier, "plain")), badge(str(cells["kind"]), "quiet")]
    body = [
        html.Div(name, className="partner-name"),
        html.Div(marks, className="partner-marks"),
        _line("", cells["reasons"]),
        _line("", cells["nearness"]),
        _line(t("Activité :"), cells["sectors"]),
        _line(t("Aussi possible :"), cells["also"]),
        _line(t("Déjà en lien avec :"), cells["linked"]),
        _line("", cells["basis"]),
        _line(t("Autres sites :"), cells["other_sites"]),
        _contact(cells, t),
        _line("", f"{cells['source']} · {cells['vintage']}", "hint"),
        html.Div(add_to_list(str(cells["id"]), str(cells["name"]), t)),
    ]
    return html.Li(
        [
            symbol(_kinds(t)[str(cells["kind"])]),
            html.Div([node for node in body if node is not None], className="partner-body"),
        ],
        className="partner-row",
    )


def _tones(t: Texts) -> dict[str, str]:
    return {t.label(label): tone for label, tone in _TONES.items()}


def _kinds(t: Texts) -> dict[str, Kind]:
    return {t.label(kind.label): kind for kind in Kind}


def _line(label: str, cell: Cell, class_name: str = "") -> html.P | None:
    if cell in {None, ""}:
        return None
    told: list[Node] = [html.Strong(label), " "] if label else []
    return html.P([*told, str(cell)], className=class_name or None)


def _contact(cells: Cells, t: Texts) -> html.P:
    where = ", ".join(str(cells[k]) for k in ("address", "commune", "department") if cells[k])
    parts: list[Node] = [where or t("lieu non renseigné"), " · "]
    parts.append(str(cells["phone"]) if cells["phone"] else t("téléphone non renseigné"))
    if cells["website"]:
        parts += [" · ", outside_link(t("Site web"), str(cells["website"]))]
    return html.P(parts)


def _nobody(t: Texts) -> html.P:
    words = t(
        "Personne de connu de nos sources à cette distance pour ces coopérations : élargissez le "
        "rayon ou choisissez d’autres coopérations. Cela ne veut pas dire qu’il n’y a personne."
    )
    return html.P(words, className="unknown")


def _notes(table: ExportTable, t: Texts) -> html.Div:
    notes = [html.Li(note) for note in table.about.notes]
    only = (
        []
        if t.language is Language.FRENCH
        else [html.P(t("Ces textes sont ceux des fichiers, en français."))]
    )
    return html.Div([html.H4(t("À savoir")), *only, html.Ul(notes)], className="hint partner-notes")
