"""What changed since an edition: counts by nature, then each organisation with what it was."""

from dash import html

from territorial_map.domain.changes import EditionChange, FieldChange, Nature
from territorial_map.services.editions.changes_since import Since
from territorial_map.services.editions.comparing import ChangePage
from territorial_map.web.base.addresses import CHANGES
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link
from territorial_map.web.base.texts import NBSP, Texts
from territorial_map.web.pages.changes.state import ChangesState

MOST = 200
_TONES = {Nature.NEW: "strong", Nature.GONE: "warn"}
_ENDED = frozenset((Nature.GONE, Nature.MERGED))


def changes_document(
    since: Since, page: ChangePage | None, where: str, state: ChangesState, t: Texts
) -> list[Node]:
    """The comparison in words, counts that filter, the list, and ways to take it along."""
    if page is None or since.older is None:
        return [
            html.P(t("Une seule édition : rien à comparer encore."), className="callout"),
            html.P(t("La prochaine construction de l’annuaire dira ici ce qui a changé.")),
        ]
    told = t(
        "De l’édition du {older} ({older_id}) à celle du {newer} ({newer_id}).",
        older=t.date(since.older.built_on),
        older_id=since.older.id,
        newer=t.date(since.edition.edition.built_on),
        newer_id=since.edition.edition.id,
    )
    return [
        html.P(told, className="hint", **named({"data-compared": since.older.id})),
        html.P([html.Strong(where), " ", page_link(t("Voir sur la carte"), state.on_map)]),
        html.P(_total(page, t), className="changes-total", role="status"),
        _natures(page, state, t),
        *_lines(page, state, t),
        _taking(state, t),
    ]


def _total(page: ChangePage, t: Texts) -> str:
    total = page.counts.total
    if not total:
        return t("Rien n’a changé pour cette sélection.")
    return t.plural("{n} organisation a changé.", "{n} organisations ont changé.", total)


def _natures(page: ChangePage, state: ChangesState, t: Texts) -> html.Ul:
    """One link per nature that occurs or is chosen: it adds it to the filter or takes it off."""
    items = []
    for nature, count in page.counts.by_nature:
        chosen = nature in state.natures
        if not count and not chosen:
            continue
        words = [t(nature.label), f"{NBSP}: ", html.Strong(t.number(count))]
        if chosen:
            words += [hidden(" " + t("choisi")), icon("x")]
        link = page_link(
            words,
            CHANGES + state.toggling(nature).search,
            class_name="chip is-chosen" if chosen else "chip",
        )
        items.append(html.Li(link))
    label = {"aria-label": t("Changements par nature")}
    return html.Ul(items, className="chips changes-natures", **named(label))


def _lines(page: ChangePage, state: ChangesState, t: Texts) -> list[Node]:
    if not page.items:
        return []
    nodes: list[Node] = [
        html.Ul([_line(change, state, t) for change in page.items], className="changes-list")
    ]
    if len(page.items) < page.total:
        shown = t("{n} sur {total}", n=t.number(len(page.items)), total=t.number(page.total))
        rest = t("Le fichier CSV les contient tous.")
        nodes.append(html.P(f"{shown}. {rest}", className="n-of-n"))
    return nodes


def _line(change: EditionChange, state: ChangesState, t: Texts) -> html.Li:
    ended = bool(_ENDED.intersection(change.natures))
    name = html.Strong(change.name) if ended else page_link(change.name, state.sheet(change.id))
    place = " · ".join(p for p in (change.commune, change.department) if p)
    badges = [badge(t(n.label), _TONES.get(n, "plain")) for n in change.natures]
    told: list[Node] = [html.Div([name, " ", *badges]), html.Div(place, className="neighbour-told")]
    first = change.natures[0]
    if not change.fields:
        told.append(html.Div(t(first.description), className="hint"))
    if change.other_id and change.other_name:
        other = page_link(change.other_name, state.sheet(change.other_id))
        told.append(html.Div([t("Autre fiche :"), " ", other]))
    if change.fields:
        told.append(html.Ul([_field(f, t) for f in change.fields], className="changes-fields"))
    return html.Li(told)


def _field(field: FieldChange, t: Texts) -> html.Li:
    """« Adresse : avant → après »; what is unknown is said so."""
    return html.Li(
        [
            f"{t(field.label)}{NBSP}: ",
            hidden(t("avant") + " "),
            html.Del(_values(field.old, t)),
            html.Span(" → ", **named({"aria-hidden": "true"})),
            hidden(" " + t("après") + " "),
            html.Ins(_values(field.new, t)),
        ]
    )


def _values(values: tuple[str, ...], t: Texts) -> str:
    return ", ".join(t(value) for value in values) or t("non renseigné")


def _taking(state: ChangesState, t: Texts) -> html.Div:
    """Files and the feed of the same selection."""
    links = [
        html.Li(html.A([icon("download"), "CSV"], href=state.file("csv"), download="")),
        html.Li(html.A([icon("download"), "JSON"], href=state.file("json"), download="")),
        html.Li(html.A([icon("external-link"), t("Flux Atom")], href=state.feed)),
    ]
    hint = t(
        "Collez l’adresse du flux dans un lecteur de flux : il dira ce que chaque nouvelle édition "
        "change dans cette sélection."
    )
    return html.Div(
        [
            html.H3(t("Emporter, ou être prévenu")),
            html.Ul(links, className="changes-files"),
            html.P(hint, className="hint"),
        ],
        className="changes-taking",
        **named({"data-feed": state.feed}),
    )
