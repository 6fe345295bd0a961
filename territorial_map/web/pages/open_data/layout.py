"""The page « Données ouvertes »: drawn by the app, and written by the server."""

from territorial_map.services.open_data.files import OpenDataSet
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import OPEN_DATA
from territorial_map.web.base.answers import Answer, Asked, Content, Seen, Visit
from territorial_map.web.base.head import Head
from territorial_map.web.base.html import painted
from territorial_map.web.base.page_spec import Screen
from territorial_map.web.pages.open_data.described import data_set_data
from territorial_map.web.pages.open_data.views import open_data_document


def layout(visit: Visit) -> Screen:
    """The files of the current edition: painted, for its tables are many parts."""
    site = visit.site
    return Screen(painted(open_data_document(_found(site), site.public_url, visit.t)))


def answer(asked: Asked) -> Answer:
    """The same, without the app; files that are being made are not told for ever."""
    found = _found(asked.site)
    content = Content(
        ("open data", asked.edition.edition.id, asked.t.language, found is None),
        lambda: open_data_document(found, asked.site.public_url, asked.t),
    )
    linked = None if found is None else data_set_data(found, asked.heading, asked.site.public_url)
    head = Head(asked.heading, OPEN_DATA, linked=linked)
    return Seen(head, content, asked.t.language, here=OPEN_DATA)


def _found(site: Site) -> OpenDataSet | None:
    return site.open_data.asked(site.directory.current().edition.id)
