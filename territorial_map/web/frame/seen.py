"""From an address to what the server sends: a redirection, or a head and content to come."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, parse_qsl, unquote

from territorial_map.domain.errors import BadParameter, EditionError, NotFound, UserError
from territorial_map.domain.organisation import Organisation
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.editions.changes_since import changes_since
from territorial_map.services.explore.older_editions import Archive
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.addresses import (
    AROUND,
    ORGANISATIONS,
    TERRITORIES,
    ShownList,
    in_language,
    list_path,
    organisation_path,
    page_in,
    state_at,
)
from territorial_map.web.base.head import Head, organisation_data
from territorial_map.web.base.state import MOST_SHOWN, Camera, PageState, search_of
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import (
    Heading,
    organisation_heading,
    product_description,
    selection_heading,
)
from territorial_map.web.pages.changes.state import PATH as CHANGES
from territorial_map.web.pages.changes.state import changes_from_search
from territorial_map.web.plain.changes import changes_heading, changes_html
from territorial_map.web.plain.documents import document_heading, document_html
from territorial_map.web.plain.lines import LINES
from territorial_map.web.plain.listing import SEARCH, listing_html, searched
from territorial_map.web.plain.missing import gone_html, no_place_html
from territorial_map.web.plain.sheet import sheet_html

HOME = "/"
_MOST_INDEXED = 2
_OPERATORS = frozenset(("/operateur", "/doublons"))
_NEAR = 11  # the zoom level from which a town and its neighbours are seen


@dataclass(frozen=True, slots=True)
class Moved:
    """Another address answers; for good, or for this search only."""

    address: str
    permanent: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """Plain HTML to be made, and what it depends on: equal keys make equal content."""

    key: tuple[object, ...]
    make: Callable[[], str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address shows; ``alone`` when no app comes over the plain content."""

    head: Head
    content: Content
    language: Language
    status: int = 200
    here: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What answering takes: the directory, its older editions, and what operators dismissed."""

    directory: Directory
    archive: Archive
    ledger: Ledger
    public_url: str


def see(path: str, search: str, site: Site) -> Seen | Moved:
    """What a page address shows; mistakes are told, with the status that says so."""
    asked = parse_qs(search, max_num_fields=1000).get("lang", [""])[-1]
    language = Language(asked) if asked in Language.codes() else Language.FRENCH
    try:
        return _see(path, search, language, site)
    except UserError as error:
        return _mistake(path, error, Texts(language))


def _see(path: str, search: str, language: Language, site: Site) -> Seen | Moved:
    edition = site.directory.current()
    t = Texts(language)
    if path.startswith(ORGANISATIONS):
        return _at_organisation(path, search, t, edition, site)
    if path == SEARCH:
        return _search(search, t, edition)
    if path == HOME or path.startswith((TERRITORIES, AROUND)):
        shown = state_at(path, search, edition.gazetteer)
        any_id = shown.state.organisation
        if path == HOME and any_id is not None:
            return _opened(any_id, t, edition, site)
        return _at_list(path, search, shown, edition)
    if path == CHANGES:
        return _changes(search, language, site)
    return _document(path, search, t, edition)


def missing(path: str, search: str, site: Site) -> Seen:
    """What an unknown address shows."""
    seen = see("/nulle-part", search, site)
    language = seen.language if isinstance(seen, Seen) else Language.FRENCH
    t = Texts(language)
    told = t("Aucune page à l’adresse « {path} ».", path=path)
    heading = Heading(t("Page introuvable"), told)
    content = Content(("missing", path, language), lambda: no_page_html(told, t))
    return Seen(Head(heading, path, indexed=False), content, language, 404)


def no_page_html(told: str, t: Texts) -> str:
    """An unknown address in words, with the search beside it."""
    return no_place_html(told, t).replace(t("Lieu introuvable"), t("Page introuvable"), 1)


def _at_organisation(
    path: str, search: str, t: Texts, edition: OpenEdition, site: Site
) -> Seen | Moved:
    rest = unquote(path.removeprefix(ORGANISATIONS)).strip("/")
    organisation = _answering(rest, edition)
    if organisation is None:
        return _gone(rest.split("/", 1)[0], t, edition, site, alone=True)
    own = organisation_path(organisation.id, organisation.name)
    if unquote(path) != unquote(own):
        return Moved(f"{own}?{search}" if search else own)
    point = organisation.place.point
    camera = Camera(point, _NEAR) if point is not None else None
    state = PageState(organisation=organisation.id, language=t.language, camera=camera)
    long = HOME + search_of(state)
    return _sheet(organisation, long, t, edition, site)


def _answering(rest: str, edition: OpenEdition) -> Organisation | None:
    """The organisation of an address's end: its id, with or without its name after it."""
    for any_id in dict.fromkeys((rest, rest.rsplit("/", 1)[0])):
        try:
            return edition.organisation(any_id)
        except NotFound:
            continue
    return None


def _opened(any_id: str, t: Texts, edition: OpenEdition, site: Site) -> Seen:
    organisation = _answering(any_id, edition)
    if organisation is None:
        return _gone(any_id, t, edition, site, alone=False)
    return _sheet(organisation, "", t, edition, site)


def _sheet(
    organisation: Organisation, long: str, t: Texts, edition: OpenEdition, site: Site
) -> Seen:
    path = organisation_path(organisation.id, organisation.name)
    head = Head(
        organisation_heading(organisation, t),
        path,
        linked=organisation_data(organisation, site.public_url + path),
        long_address=long,
    )
    state = PageState(language=t.language)
    dismissals = frozenset(site.ledger.dismissals())
    content = Content(
        ("sheet", edition.edition.id, organisation.id, t.language, dismissals),
        lambda: sheet_html(organisation, state, edition, dismissals),
    )
    return Seen(head, content, t.language, here=HOME)


def _gone(any_id: str, t: Texts, edition: OpenEdition, site: Site, *, alone: bool) -> Seen:
    known = site.archive.last_known(any_id, edition.edition.id)
    title = known[0].name if known else t("Organisation introuvable")
    heading = Heading(title, product_description(t))
    content = Content(
        ("gone", edition.edition.id, any_id, t.language),
        lambda: gone_html(any_id, known, edition, t),
    )
    head = Head(heading, organisation_path(any_id), indexed=False)
    return Seen(head, content, t.language, 410 if known else 404, alone=alone)


def _at_list(path: str, search: str, shown: ShownList, edition: OpenEdition) -> Seen | Moved:
    state, t = shown.state, Texts(shown.state.language)
    canonical = list_path(state, edition.gazetteer, shown.page)
    right_path = canonical.partition("?")[0]
    if path not in {HOME, right_path}:
        return Moved(f"{right_path}?{search}" if search else right_path)
    page = edition.page(state.selection, state.sorted_by, LINES, (shown.page - 1) * LINES)
    found = (page.items, page.total)
    head = Head(
        selection_heading(state, found, edition.gazetteer.name_of, t),
        canonical,
        indexed=_indexed(canonical, page.total),
        long_address=_long(path, search, shown),
    )
    content = Content(("list", edition.edition.id, shown), lambda: listing_html(shown, edition))
    return Seen(head, content, t.language, here=HOME)


def _indexed(canonical: str, total: int) -> bool:
    """Whether a list is worth keeping by search engines: few filters, no free text, something."""
    pairs = parse_qsl(canonical.partition("?")[2])
    named = {name for name, _ in pairs}
    return len(pairs) <= _MOST_INDEXED and total > 0 and not named & {"q", "bbox", "near"}


def _long(path: str, search: str, shown: ShownList) -> str:
    """The address that the main screen starts from; empty when it is the one asked for."""
    if path == HOME and page_in(search) == 1 and "page=" not in search:
        return ""
    state = shown.state
    lines = min(MOST_SHOWN, max(state.shown, shown.page * LINES))
    whole = PageState(
        state.selection,
        order=state.order,
        view=state.view,
        organisation=state.organisation,
        language=state.language,
        camera=state.camera,
        place=state.place,
        shown=lines,
        follow=state.follow,
    )
    return HOME + search_of(whole)


def _search(search: str, t: Texts, edition: OpenEdition) -> Seen | Moved:
    fields = parse_qsl(search, max_num_fields=1000)
    address = searched(fields, edition)
    if address is not None:
        return Moved(address, permanent=False)
    typed = dict(fields).get("ou", "")
    told = t("Aucun territoire ne s’appelle « {place} ».", place=typed)
    content = Content(("place", typed, t.language), lambda: no_place_html(told, t))
    head = Head(Heading(t("Lieu introuvable"), told), SEARCH, indexed=False)
    return Seen(head, content, t.language, 404, alone=True)


def _document(path: str, search: str, t: Texts, edition: OpenEdition) -> Seen:
    heading = document_heading(path, search, edition, t)
    content = Content(
        ("document", edition.edition.id, path, search),
        lambda: document_html(path, search, edition, t),
    )
    asked = [(n, v) for n, v in parse_qsl(search, max_num_fields=1000) if n != "lang"]
    kept = f"{path}?{search}" if asked else path
    head = Head(heading, _without_language(kept), indexed=not asked and path not in _OPERATORS)
    return Seen(head, content, t.language, here=path)


def _changes(search: str, language: Language, site: Site) -> Seen:
    """What changed: it depends on the editions of the folder, the current one and the other."""
    state = replace(changes_from_search(search), language=language)
    since = changes_since(site.directory, state.since)
    older = since.older.id if since.older else ""
    key = ("changes", since.edition.edition.id, older, state)
    content = Content(key, lambda: changes_html(state, site.directory))
    asked = bool(state.since or state.natures or not state.selection.is_empty)
    kept = _without_language(f"{CHANGES}?{search}" if asked else CHANGES)
    head = Head(changes_heading(Texts(language)), kept, indexed=not asked, feed=state.feed)
    return Seen(head, content, language, here=CHANGES)


def _without_language(address: str) -> str:
    path, _, search = address.partition("?")
    kept = "&".join(pair for pair in search.split("&") if pair and not pair.startswith("lang="))
    return f"{path}?{kept}" if kept else path


def _mistake(path: str, error: UserError, t: Texts) -> Seen:
    """A mistake told; the app tells it too, except where no address of its own stands behind."""
    status = {BadParameter: 422, NotFound: 404, EditionError: 503}.get(type(error), 400)
    words = str(error)
    heading = Heading(t("Page introuvable") if status == 404 else "", words)
    content = Content(("mistake", words, t.language), lambda: no_place_html(words, t))
    alone = path.startswith((TERRITORIES, AROUND, ORGANISATIONS, SEARCH))
    head = Head(heading, in_language(path, Language.FRENCH), indexed=False)
    return Seen(head, content, t.language, status, alone=alone)
