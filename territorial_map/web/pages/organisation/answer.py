"""What an organisation's address shows: its sheet, where it went, or who it was."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.web.base.addresses import HOME, ORGANISATIONS, organisation_path
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.contributing import invitation
from territorial_map.web.base.head import Head
from territorial_map.web.base.organisation_address import organisation_at
from territorial_map.web.base.state import Camera, PageState, search_of, state_from_search
from territorial_map.web.base.texts import Language
from territorial_map.web.base.titles import Heading, product_description
from territorial_map.web.pages.organisation.described import organisation_data, organisation_heading
from territorial_map.web.pages.organisation.gone import gone
from territorial_map.web.pages.organisation.plain import sheet_content

_AROUND_KM = 20.0
_NEAR = 11  # the zoom level from which a town and its neighbours are seen


def takes(path: str, search: str) -> bool:
    """Whether the main screen is asked for with an organisation open."""
    return path == HOME and bool(parse_qs(search, max_num_fields=1000).get("organisation"))


def answer(asked: Asked) -> Answer:
    """The sheet at its own address, or over the main screen."""
    if asked.path == HOME:
        return _opened(asked)
    rest = unquote(asked.path.removeprefix(ORGANISATIONS)).strip("/")
    organisation = organisation_at(rest, asked.edition)
    if organisation is None:
        return _gone(rest.split("/", 1)[0], asked, alone=True)
    own = organisation_path(organisation.id, organisation.name)
    if unquote(asked.path) != unquote(own):
        return Moved(f"{own}?{asked.search}" if asked.search else own)
    return _sheet(organisation, HOME + search_of(_around(organisation, asked.t.language)), asked)


def _around(organisation: Organisation, language: Language) -> PageState:
    """The sheet over those around it: nobody who comes for one looks at all of France."""
    place = organisation.place
    state = PageState(organisation=organisation.id, language=language)
    if place.point is None:
        return state
    return replace(
        state,
        selection=Selection(around=Around(place.point, _AROUND_KM)),
        place=f"commune:{place.commune_code}" if place.commune_code else None,
        camera=Camera(place.point, _NEAR),
    )


def _opened(asked: Asked) -> Answer:
    any_id = state_from_search(asked.search).organisation or ""
    organisation = organisation_at(any_id, asked.edition)
    if organisation is None:
        return _gone(any_id, asked, alone=False)
    return _sheet(organisation, "", asked)


def _sheet(organisation: Organisation, long: str, asked: Asked) -> Seen:
    t, edition, site = asked.t, asked.edition, asked.site
    path = organisation_path(organisation.id, organisation.name)
    head = Head(
        organisation_heading(organisation, t),
        path,
        linked=organisation_data(organisation, site.public_url + path),
        long_address=long,
    )
    dismissals = site.ledger.said()
    say = invitation(organisation.id, site, t)
    content = Content(
        ("sheet", edition.edition.id, organisation.id, t.language, dismissals),
        lambda: [*sheet_content(organisation, edition, dismissals, t), *say],
        lambda: [*sheet_content(organisation, edition, None, t), *say],
    )
    return Seen(head, content, t.language, here=HOME)


def _gone(any_id: str, asked: Asked, *, alone: bool) -> Seen:
    t, edition = asked.t, asked.edition
    known = asked.site.archive.last_known(any_id, edition.edition.id)
    title = known[0].name if known else t("Organisation introuvable")
    heading = Heading(title, product_description(t))
    content = Content(
        ("gone", edition.edition.id, any_id, t.language),
        lambda: gone(any_id, known, edition, t),
    )
    head = Head(heading, organisation_path(any_id), indexed=False)
    return Seen(head, content, t.language, 410 if known else 404, alone=alone)
