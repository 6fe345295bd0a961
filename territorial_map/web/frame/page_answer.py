"""From an address to what the server sends: a redirection, or a head and content to come."""

from urllib.parse import parse_qs, parse_qsl

from dash import html

from territorial_map.domain.errors import BadParameter, EditionError, NotFound, UserError
from territorial_map.web.base.addresses import in_language, without_language
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.french import in_french
from territorial_map.web.base.head import Head
from territorial_map.web.base.marks import Node
from territorial_map.web.base.noticed import readable_search
from territorial_map.web.base.opening import needs_script, opening
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.base.texts import Language, Texts, language_or_french
from territorial_map.web.base.titles import Heading, product_description
from territorial_map.web.frame.pages import Pages
from territorial_map.web.plain.missing import lost, no_place


def see(path: str, search: str, pages: Pages) -> Answer:
    """What a page address shows; mistakes are told, with the status that says so."""
    t = Texts(_language(search))
    try:
        page = pages.answering(path, search)
        answer = _answer(page, path, search, t, pages) if page is not None else None
        return answer or missing(path, search)
    except UserError as error:
        return _mistake(path, error, pages.drawn_at(path) is None, t)


def missing(path: str, search: str) -> Seen:
    """What an unknown address shows."""
    t = Texts(_language(search))
    told = t("Aucune page à l’adresse « {path} ».", path=path)
    heading = Heading(t("Page introuvable"), told)
    content = Content(("missing", path, t.language), lambda: lost(heading, t))
    return Seen(Head(heading, path, indexed=False), content, t.language, 404)


def _language(search: str) -> Language:
    asked = parse_qs(search, max_num_fields=1000).get("lang", [""])[-1]
    return language_or_french(asked)


def _answer(page: PageSpec, path: str, search: str, t: Texts, pages: Pages) -> Answer | None:
    edition = pages.site.directory.current()
    readable = readable_search(search, edition.places) if page.filtered else None
    if readable is not None:
        return Moved(f"{path}?{readable}", permanent=False)
    asked = Asked(path, search, t, pages.site, edition, page.named(t))
    if page.answer is not None:
        return page.answer(asked)
    parameters = [(n, v) for n, v in parse_qsl(search, max_num_fields=1000) if n != "lang"]
    kept = without_language(f"{path}?{search}" if parameters else path)
    heading = page.called(asked)
    described = heading.description or product_description(t)
    head = Head(Heading(heading.title, described), kept, indexed=page.indexed and not parameters)
    key = ("page", edition.edition.id, path, search)
    otherwise = (lambda: _busy(page, asked)) if page.costly else None
    content = Content(key, lambda: _plain(page, asked), otherwise)
    return Seen(head, content, t.language, here=page.path)


def _plain(page: PageSpec, asked: Asked) -> Node:
    if page.plain is not None:
        try:
            return page.plain(asked)
        except UserError as error:  # the head is out already: the rest of the page stays whole
            told = html.P(asked.t.typeset(str(error)), role="status", **in_french(asked.t))
            return [*opening(page.called(asked)), told, *needs_script(asked.t)]
    return [*opening(page.called(asked)), *needs_script(asked.t)]


def _busy(page: PageSpec, asked: Asked) -> Node:
    """What a page tells while its turn has not come."""
    words = asked.t("Beaucoup de calculs sont en cours : rechargez cette page dans un moment.")
    return [*opening(page.called(asked)), html.P(words), *needs_script(asked.t)]


def _mistake(path: str, error: UserError, alone: bool, t: Texts) -> Seen:  # noqa: FBT001 - whether no app comes is what differs
    """A mistake told; the app tells it too, except where no page of its own stands behind."""
    status = {BadParameter: 422, NotFound: 404, EditionError: 503}.get(type(error), 400)
    words = str(error)
    heading = Heading(t("Page introuvable") if status == 404 else "", words)
    content = Content(("mistake", words, t.language), lambda: no_place(words, t))
    head = Head(heading, in_language(path, Language.FRENCH), indexed=False)
    return Seen(head, content, t.language, status, alone=alone)
