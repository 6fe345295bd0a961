"""Websites as people write them: http(s) only, nobody's account in the address."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from territorial_map.domain.cells.contacts import without_contacts
from territorial_map.domain.cells.doubts import Doubt
from territorial_map.domain.cells.text import cell_text

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})")
_BROKEN_SCHEME = re.compile(
    r"^(?:https?[:;.]?/{1,3}(?=https?)|https?:?/{1,3}|https?://)", re.IGNORECASE
)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]{1,20}):(?!\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,|\n]\s*|\s+(?:et|ou|/|-)\s+|\s+(?=https?:|www\.)", re.IGNORECASE)
_SPACED_DOT = re.compile(r"(?<=\w)\s*\.\s+(?=[a-z]{2,6}(?:/|$))|(?<=\w)\s+\.\s*(?=\w)")
_MISTYPED = re.compile(r"\bh[tp]{2,4}(s?)\s*[:;.]?\s*[/\\]{1,3}", re.IGNORECASE)
_WWW = re.compile(r"(?<![\w.])www(?:\s*[,;:]\s*|\s*\.\s+|\s+\.?)(?=\w)", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_LINKED = re.compile(
    r"<a\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)[^>]*>[^<]*(?:</a>|$)", re.IGNORECASE
)
_EMPTY_QUERY = re.compile(r"[?&][\w.-]+=(?=$|[\s&;,])")  # what held a contact
_MOST = 2_000


class WebsiteCell(NamedTuple):
    """An http(s) address, or blank with why; ``emails`` and ``mobiles`` are those of the cell."""

    address: str = ""
    doubts: tuple[Doubt, ...] = ()
    emails: int = 0
    mobiles: int = 0


def read_website(cell: str | None) -> WebsiteCell:
    """The first website of a cell.

    >>> read_website("www.exemple.fr").address, read_website("https//exemple.fr").address
    ('http://www.exemple.fr', 'https://exemple.fr')
    >>> read_website("https://user:pass@exemple.fr").doubts
    (<Doubt.WEBSITE_REFUSED: 'website_refused'>,)
    """
    told = cell_text(cell)[:_MOST]
    if not told:
        return WebsiteCell()
    account = _account_in(told)
    linked = _LINKED.sub(r"\1", _MARKDOWN.sub(r"\1", told))
    meant = _WWW.sub("www.", _MISTYPED.sub(_as_meant, linked))
    cleaned = without_contacts(meant)
    if cleaned.found:
        cleaned = cleaned._replace(text=_EMPTY_QUERY.sub("", cleaned.text))
    if account:
        return WebsiteCell("", (Doubt.WEBSITE_REFUSED,))
    parts = [part for part in _BETWEEN.split(_SPACED_DOT.sub(".", cleaned.text)) if part]
    read = [_one(part) for part in parts]
    addresses = list(dict.fromkeys(address for address, _ in read if address))
    doubts = [doubt for address, doubt in read if doubt and address == (addresses or [""])[0]]
    if addresses and meant.lower() != told.lower():
        doubts.append(Doubt.WEBSITE_REPAIRED)
    if len(addresses) > 1:
        doubts.append(Doubt.WEBSITE_SECOND)
    if cleaned.text and not addresses and not doubts:
        doubts.append(Doubt.WEBSITE_UNREAD)
    first = addresses[0] if addresses else ""
    return WebsiteCell(first, tuple(dict.fromkeys(doubts)), cleaned.emails, cleaned.mobiles)


def _as_meant(found: re.Match[str]) -> str:
    r"""« htpp:/ », « https\\ », « http : // » as the scheme that they are."""
    return f"http{found[1].lower()}://"


def _account_in(told: str) -> bool:
    """True for « https://user:password@host »: an account is nobody's website."""
    return bool(re.match(r"^[a-z][a-z0-9+.-]*:/{1,3}[^/\s?#]*@", told, re.IGNORECASE))


def _one(part: str) -> tuple[str, Doubt | None]:
    """An address with what was put right, or blank with why."""
    part = (part.strip("<>\"'«»() ").split(maxsplit=1) or [""])[0].rstrip(".,;")
    if not part:
        return "", None
    repaired = _with_scheme(part)
    if repaired is None:
        return "", Doubt.WEBSITE_REFUSED
    try:
        split = urlsplit(repaired)
        host, port = split.hostname or "", split.port
    except ValueError:
        return "", Doubt.WEBSITE_UNREAD
    if "@" in split.netloc:
        return "", Doubt.WEBSITE_REFUSED
    if not _HOST.fullmatch(host) or port not in {None, 80, 443}:
        return "", Doubt.WEBSITE_UNREAD
    mended = repaired.partition("://")[2] != part.partition("://")[2] and "://" in part
    broken = bool(re.match(r"^https?", part, re.IGNORECASE)) and not re.match(
        r"^https?://[^/]", part, re.IGNORECASE
    )
    return repaired, Doubt.WEBSITE_REPAIRED if mended or broken else None


def _with_scheme(part: str) -> str | None:
    """The address with one good scheme; ``None`` for a scheme that no website has."""
    scheme = "https" if part.lower().startswith("https") else "http"
    rest, before = part, ""
    while rest != before:
        before = rest
        found = _BROKEN_SCHEME.match(rest)
        if found:
            if found[0].lower().startswith("https"):
                scheme = "https"
            rest = rest[found.end() :]
    if rest == part and _SCHEME.match(part):
        return None
    if _SCHEME.match(rest) and "." not in rest.partition(":")[0]:
        return None
    return f"{scheme}://{rest.lstrip('/')}"
