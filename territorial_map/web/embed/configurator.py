"""The page that makes a snippet: a form on one side, the frame as it will be on the other."""

from html import escape

from dash import html

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.html import Element
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.embed.colours import readable
from territorial_map.web.embed.frame import frame_title
from territorial_map.web.embed.state import (
    LOCKABLE,
    OFFERED,
    TEXT,
    EmbedState,
    Height,
    Panel,
    lock_label,
    place_pairs,
)
from territorial_map.web.plain.filters import filter_fields
from territorial_map.web.plain.forms import (
    Option,
    form,
    hidden_fields,
    select_field,
    submit,
    text_field,
    tick_group,
)
from territorial_map.web.plain.search import what_box, where_box

PATH = "/integrer"
HOST_SCRIPT = "/assets/embed/host.js"
DEFAULT_PIXELS = 600
PIXELS = (300, 2000)


def snippet(state: EmbedState, title: str, public_url: str, pixels: int) -> str:
    """The HTML to paste in another site: a frame named for screen readers, loaded when near.

    The frame takes the width it is given; where the content sets the height, the host's script
    (optional: without it the frame keeps its first height) follows it.
    """
    style = f"width:100%;height:{pixels}px;border:0"
    lines = [
        f'<iframe src="{escape(public_url + state.address())}"',
        f'  title="{escape(title)}" loading="lazy"',
        f'  style="{style}" data-territorial-map></iframe>',
    ]
    if state.height is Height.AUTO:
        lines.append(f'<script src="{escape(public_url + HOST_SCRIPT)}" async></script>')
    return "\n".join(lines)


def configurator(
    state: EmbedState, edition: OpenEdition, public_url: str, pixels: int, told: str = ""
) -> list[Node]:
    """The content of the page; ``told`` is a sentence about a value that could not be taken."""
    t = Texts(state.page.language)
    lead = t(
        "Choisissez ce que montre le cadre, copiez le code, collez-le dans votre page. Aucun "
        "cookie, aucun compte ; les données restent celles de l’édition courante."
    )
    notice = html.P(told, className="callout callout-warn", role="alert") if told else None
    result = [notice, *_result(state, edition, public_url, pixels, t)]
    return [
        html.H2(t("Intégrer à un site")),
        html.P(lead, className="lead"),
        html.Div(
            [_form(state, edition, pixels, t), html.Div(result, id="integrer-result")],
            className="integrer",
        ),
    ]


def _form(state: EmbedState, edition: OpenEdition, pixels: int, t: Texts) -> Node:
    selection = state.page.selection
    _, facets = edition.facets(selection)
    kept = [(n, v) for n, v in query_pairs(selection) if n not in {*OFFERED, TEXT}]
    active = active_filters(state.page, edition.names, t)
    now = selection_in_words(active, t)
    panels = [Option(one.value, t(one.label), chosen=one in state.panels) for one in Panel]
    locks = [Option(one, t(lock_label(one)), chosen=one in state.locked) for one in LOCKABLE]
    heights = [Option(one.value, t(one.label), chosen=one is state.height) for one in Height]
    languages = [
        Option(one.value, one.label, chosen=one is state.page.language) for one in Language
    ]
    fields: list[Node] = [
        *hidden_fields([*kept, *place_pairs(state)]),
        html.H3(t("La sélection")),
        html.P(now, className="hint", id="integrer-now"),
        what_box(selection.text, t),
        where_box(t),
        *filter_fields(facets, selection, OFFERED, edition.names.practices, t),
        html.H3(t("Le cadre")),
        tick_group("show", t("Ce qu’il montre"), panels, opened=True),
        tick_group("lock", t("Filtres que ses lecteurs ne peuvent pas changer"), locks),
        text_field("accent", t("Couleur d’accent"), f"#{state.accent}", kind="color"),
        select_field("height", t("Hauteur"), heights),
        text_field("px", t("Hauteur du cadre, en pixels"), str(pixels), kind="number"),
        select_field("lang", t("Langue"), languages),
    ]
    clear = html.A(t("Tout effacer"), href=in_language(PATH, t.language), className="button")
    update = submit(t("Mettre à jour l’aperçu"))
    actions = html.P([update, " ", clear], className="embed-actions")
    return form(PATH, [*fields, actions], "integrer-form")


def _result(
    state: EmbedState, edition: OpenEdition, public_url: str, pixels: int, t: Texts
) -> list[Node]:
    title = frame_title(state, edition)
    to_copy = t("Le code à copier")
    shade = None
    if readable(state.accent) != state.accent:
        words = t(
            "Couleur assombrie en #{colour} : le texte reste lisible (contraste d’au moins 4,5).",
            colour=readable(state.accent),
        )
        shade = html.P(words, className="callout")
    code: dict[str, str | bool] = {
        "id": "integrer-code",
        "class": "integrer-code",
        "readonly": True,
        "rows": "5",
        "spellcheck": "false",
        "aria-label": to_copy,
    }
    frame: dict[str, str | bool] = {
        "class": "integrer-preview",
        "src": state.address(),
        "title": title,
        "loading": "lazy",
        "style": f"height:{pixels}px",
        "data-territorial-map": True,
    }
    copy = html.Button(
        html.Span(t("Copier le code"), className="copy-label"),
        type="button",
        className="button copy-code",
        hidden=True,
        **named({"data-copied": t("Code copié")}),
    )
    return [
        html.H3(to_copy),
        shade,
        Element("textarea", snippet(state, title, public_url, pixels), code),
        html.P(copy),
        html.H3(t("Aperçu")),
        Element("iframe", None, frame),
    ]
