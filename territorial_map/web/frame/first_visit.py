"""The language of a first visit: that of the browser, until the reader chooses another.

A visit is the first where the browser says that it does not come from one of our pages; what an
address asks for wins. Robots and programs, which say nothing of it, get the canonical French.
"""

from starlette.datastructures import Headers

from territorial_map.domain.language.languages import Language
from territorial_map.web.base.addresses import in_language

VARIES = "Accept-Encoding, Accept-Language, Sec-Fetch-Site"
"""What an answer depends on beside its address."""
_FROM_OUTSIDE = frozenset({"none", "cross-site"})
_MOST_TOLD = 20


def elsewhere(path: str, search: str, headers: Headers) -> str | None:
    """The address of the same page in the browser's language; ``None`` where it is the right one.

    French needs no parameter, so that only another language leads away.
    """
    asked = any(pair.startswith("lang=") for pair in search.split("&"))
    if asked or headers.get("sec-fetch-site") not in _FROM_OUTSIDE:
        return None
    language = preferred(headers.get("accept-language", ""))
    if language is None or language is Language.FRENCH:
        return None
    return in_language(f"{path}?{search}" if search else path, language)


def preferred(accept: str) -> Language | None:
    """The language of ours that a browser likes best (RFC 9110 §12.5.4), the first of equals.

    >>> preferred("de, en-GB;q=0.8, fr;q=0.5"), preferred("*")
    (<Language.ENGLISH: 'en'>, None)
    """
    liked: dict[Language, float] = {}
    for told in accept.split(",")[:_MOST_TOLD]:
        tag, _, weight = told.strip().partition(";")
        code = tag.strip().partition("-")[0].lower()
        if code in Language.codes():
            liked.setdefault(Language(code), _weight(weight))
    best = max(liked, key=lambda language: liked[language], default=None)
    return best if best is not None and liked[best] > 0 else None


def _weight(told: str) -> float:
    name, _, value = told.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
