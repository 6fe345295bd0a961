"""The page « Intégrer à un site »: the server writes it whole, a script keeps it in step."""

from dataclasses import replace
from urllib.parse import parse_qsl

from territorial_map.domain.errors import UserError
from territorial_map.domain.numbers import whole_number
from territorial_map.web.base.answers import Asked, Content, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.noticed import notices, readable_search
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.base.texts import Texts
from territorial_map.web.embed.configurator import (
    DEFAULT_PIXELS,
    HOST_SCRIPT,
    PATH,
    PIXELS,
    configurator,
)
from territorial_map.web.embed.placing import placed
from territorial_map.web.embed.state import PATH as FRAME
from territorial_map.web.embed.state import EmbedState, embed_from_search
from territorial_map.web.plain.search import WHERE, place_pairs_of

_MODULE = "modules/pages/embed/configurator.mjs"


def answer(asked: Asked) -> Seen:
    """The form and the snippet; a value that could not be taken is told beside them."""
    edition, search = asked.edition, asked.search
    settled = placed(search, edition) or search
    try:
        settled = readable_search(settled, edition.places, embed_from_search) or settled
        state, told = embed_from_search(settled), ""
    except UserError as error:
        state, told = EmbedState(), str(error)
    t = Texts(state.page.language)
    told = told or " ".join(notices(state.page.noticed, edition.places, t))
    fields = dict(parse_qsl(search, max_num_fields=1000))
    typed = fields.get(WHERE, "").strip()
    if typed and place_pairs_of(typed, edition) is None:
        told = t("Aucun territoire ne s’appelle « {place} ».", place=typed)
    pixels = _pixels(fields.get("px", ""))
    content = Content(
        ("embedding", edition.edition.id, search, t.language),
        lambda: configurator(state, edition, asked.site.public_url, pixels, told),
    )
    head = Head(PAGE.named(t), PATH)
    seen = Seen(head, content, t.language, here=PATH, alone=True)
    return replace(seen, scripts=(HOST_SCRIPT,), module=_MODULE)


def _pixels(text: str) -> int:
    low, high = PIXELS
    number = whole_number(text)
    return DEFAULT_PIXELS if number is None or number < 0 else max(low, min(high, number))


PAGE = PageSpec(
    path=PATH,
    title="Intégrer à un site",
    lead="Montrer sur votre site la carte et la liste d’un territoire ou d’une filière.",
    menu=MenuEntry("Intégrer à un site"),
    answer=answer,
    closed=(FRAME,),
)
