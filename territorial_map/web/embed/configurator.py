"""The page that makes a snippet: a form on one side, the frame as it will be on the other."""

from html import escape

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.web.base.addresses import in_language
from territorial_map.web.base.chips import active_filters, selection_in_words
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
from territorial_map.web.plain.lines import filter_fields
from territorial_map.web.plain.markup import (
    Option,
    hidden_fields,
    link,
    select_field,
    tagged,
    text_field,
    tick_group,
)
from territorial_map.web.plain.search import WHERE

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


def configurator_html(
    state: EmbedState, edition: OpenEdition, public_url: str, pixels: int, told: str = ""
) -> str:
    """The content of the page; ``told`` is a sentence about a value that could not be taken."""
    t = Texts(state.page.language)
    lead = t(
        "Choisissez ce que montre le cadre, copiez le code, collez-le dans votre page. Aucun "
        "cookie, aucun compte ; les données restent celles de l’édition courante."
    )
    title = t("Intégrer à un site")
    notice = f'<p class="callout callout-warn" role="alert">{escape(told)}</p>' if told else ""
    return (
        f'{tagged("h2", title)}{tagged("p", lead, "lead")}<div class="integrer">'
        f"{_form(state, edition, pixels, t)}"
        f'<div id="integrer-result">{notice}{_result(state, edition, public_url, pixels, t)}</div>'
        "</div>"
    )


def _form(state: EmbedState, edition: OpenEdition, pixels: int, t: Texts) -> str:
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
    where = t("Commune, code postal, EPCI, département, région")
    parts = (
        tagged("h3", t("La sélection")),
        f'<p class="hint" id="integrer-now">{escape(now)}</p>',
        text_field(TEXT, t("Quoi ?"), selection.text, t("Nom, sigle, ESAT, SIRET…")),
        text_field(WHERE, t("Où ?"), "", where),
        *filter_fields(facets, selection, OFFERED, edition.names.practices, t),
        tagged("h3", t("Le cadre")),
        tick_group("show", t("Ce qu’il montre"), panels, opened=True),
        tick_group("lock", t("Filtres que ses lecteurs ne peuvent pas changer"), locks),
        text_field("accent", t("Couleur d’accent"), f"#{state.accent}", kind="color"),
        select_field("height", t("Hauteur"), heights),
        text_field("px", t("Hauteur du cadre, en pixels"), str(pixels), kind="number"),
        select_field("lang", t("Langue"), languages),
    )
    update = tagged("button", t("Mettre à jour l’aperçu"), "button button-strong")
    start = in_language(PATH, t.language)
    clear = link(t("Tout effacer"), start, **{"class": "button"})
    return (
        f'<form class="integrer-form" action="{PATH}" method="get">'
        f"{hidden_fields([*kept, *place_pairs(state)])}{''.join(parts)}"
        f'<p class="embed-actions">{update} {clear}</p></form>'
    )


def _result(state: EmbedState, edition: OpenEdition, public_url: str, pixels: int, t: Texts) -> str:
    title = frame_title(state, edition)
    code = escape(snippet(state, title, public_url, pixels))
    shade = ""
    if readable(state.accent) != state.accent:
        words = t(
            "Couleur assombrie en #{colour} : le texte reste lisible (contraste d’au moins 4,5).",
            colour=readable(state.accent),
        )
        shade = f'<p class="callout">{escape(words)}</p>'
    to_copy, copy, copied = t("Le code à copier"), t("Copier le code"), escape(t("Code copié"))
    preview = tagged("h3", t("Aperçu"))
    return (
        f"{tagged('h3', to_copy)}{shade}"
        f'<textarea id="integrer-code" class="integrer-code" readonly rows="5" spellcheck="false" '
        f'aria-label="{escape(to_copy)}">{code}</textarea>'
        f'<p><button type="button" class="button copy-code" hidden data-copied='
        f'"{copied}">{tagged("span", copy, "copy-label")}</button></p>{preview}'
        f'<iframe class="integrer-preview" src="{escape(state.address())}" '
        f'title="{escape(title)}" loading="lazy" style="height:{pixels}px" data-territorial-map>'
        "</iframe>"
    )
