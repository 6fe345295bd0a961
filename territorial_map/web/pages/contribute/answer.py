"""What ``/o/<id>/corriger`` shows: the form, then what follows once it was sent."""

from urllib.parse import parse_qs, unquote

from territorial_map.domain.errors import Unavailable
from territorial_map.domain.organisation import Organisation
from territorial_map.services.contributions.history import OrganisationHistory, history_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import (
    CONTRIBUTE_END,
    HOME,
    ORGANISATIONS,
    contribute_path,
)
from territorial_map.web.base.answers import Answer, Asked, Content, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.organisation_address import organisation_at
from territorial_map.web.base.said_fields import Filled
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.contribute.document import document

SENT = "recues"
_MOST_SHOWN = 99


def takes(path: str, _: str) -> bool:
    """The form of an organisation."""
    return path.startswith(ORGANISATIONS) and path.rstrip("/").endswith(CONTRIBUTE_END)


def answer(asked: Asked) -> Answer | None:
    """The form, empty."""
    any_id = (
        unquote(asked.path.removeprefix(ORGANISATIONS)).rstrip("/").removesuffix(CONTRIBUTE_END)
    )
    organisation = organisation_at(any_id.strip("/"), asked.edition)
    if organisation is None:
        return None
    return form_page(organisation, Filled(), asked.site, asked.t, sent=_sent(asked.search))


def form_page(
    organisation: Organisation, filled: Filled, site: Site, t: Texts, sent: int = 0
) -> Seen:
    """The page of a form as it was filled; ``sent`` is how many things were just received."""
    edition = site.directory.current()
    known = _known(organisation, edition, site)
    heading = Heading(t("Compléter ou corriger : {name}", name=organisation.name), "")
    key: tuple[object, ...] = (
        "contribute",
        edition.edition.id,
        organisation.id,
        t.language,
        sent,
        known,
        filled,
    )
    content = Content(key, lambda: document(organisation, filled, known, sent, t))
    head = Head(heading, contribute_path(organisation.id), indexed=False)
    status = 422 if filled.faults else 200
    return Seen(head, content, t.language, status, here=HOME, alone=True)


def _known(
    organisation: Organisation, edition: OpenEdition, site: Site
) -> OrganisationHistory | None:
    """What was said of it before; ``None`` while the ledger is away."""
    try:
        return history_of(organisation.id, edition, site.ledger.contributions)
    except Unavailable:
        return None


def _sent(search: str) -> int:
    told = parse_qs(search, max_num_fields=1000).get(SENT, [""])[-1]
    return min(int(told), _MOST_SHOWN) if told.isdecimal() and len(told) < 4 else 0
