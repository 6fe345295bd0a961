"""The name of a town as people write it, taken apart from what they write around it."""

import re
from dataclasses import dataclass

from territorial_map.domain.city_labels import city_key
from territorial_map.domain.text import fold
from territorial_map.places.areas import Area, AreaNames
from territorial_map.places.countries import named_country
from territorial_map.places.postcodes import Postcode, take_postcode

_ARTICLE = re.compile(r"l[ea]s?|l['’]?", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_SUR = re.compile(r"\bs\s?/\s*(?!s\b)", re.IGNORECASE)
_SOUS = re.compile(r"\bs\s?/\s?s\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;/|]\s*|\s+[-–—:]\s*|\s*[–—:]\s+|(?<=\d)\s*-\s+")
_LEADING = re.compile(r"^(2[ab]|97\d|98\d|\d{1,2})\s*[-–—:./]?\s*(?=[^\W\d_]{2})", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=[^\W\d_])\s*[-–—/]?\s+(2[ab]|97\d|\d{2})$", re.IGNORECASE)
_IN_WORDS = (
    "premier|deuxieme|second|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|"
    "(?:dix ?(?:sept|huit|neuv)|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt)ieme"
)
_NTH = rf"(?:(?:\d{{1,2}}|[ivx]+) ?(?:er|e|eme|ieme|nd|nde)?|{_IN_WORDS})"
_OF_CITY = re.compile(rf"^{_NTH} arr\w*(?: de| d)? (paris|lyon|marseille)$")
# « Paris - 10e », « Lyon, 3e arrondissement », « Marseille (13e arr.) », folded.
_BY_ARRONDISSEMENT = re.compile(rf"^(paris|lyon|marseille) (?:le )?{_NTH}(?: arr\w*)?$")
# « Ville de Nantes », « Nantes centre »: what stands around the name of a town.
_BODY = re.compile(
    r"^(?:(?:ville|commune|mairie|ccas|bourg) (?:de |d['’]|du (?=\w)|des )\s*)(?=\w{3})",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"[\s-]+(?:centre(?:[\s-]+(?:ville|bourg))?|ville)$", re.IGNORECASE)
_ON_A_RIVER = re.compile(r"(?<=[^\W\d_][^\W\d_])/\s?(?=([^\W\d_]+)$)")
_RIVER_WORDS = (
    "ain aisne allier ariege arroux aube aude authie charente cher creuse dordogne dore drome "
    "eure garonne gironde herault indre isere isle loing loir loire lot maine marne mayenne "
    "mer meuse moselle oise orb orge orne ouche oust rance rhone risle saone sarthe scarpe "
    "scie seille seine sevre somme sorgue sorgues sure tarn tet thouet vienne vilaine vire "
    "yerre yon yonne ardeche argens auzon avre bresle canche escaut layon lys sambre semoy "
    "nievre vezere durance"
)
_RIVERS = frozenset(_RIVER_WORDS.split())
_ARTICLE_LAST = re.compile(r"^(?P<name>[^,;/()]+),\s*(?P<article>l[ea]s?|l['’])$", re.IGNORECASE)
_GLUED = re.compile(r"(?<!\d)(\d{5})(?=[^\W\d_]{3})")
_WITH_ARRONDISSEMENTS = frozenset({"paris", "lyon", "marseille"})
_ORDINAL = re.compile(r"^\d{1,2} ?(?:er|e|ème|eme|ième|nd|nde)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A town cell taken apart.

    ``names`` are the names of a town to try, in order; ``area`` what brackets, numbers and what
    stands behind a comma tell of the département or région; ``country`` an ISO code or blank.
    """

    names: tuple[str, ...] = ()
    postcode: Postcode | None = None
    area: Area | None = None
    country: str = ""


def read_label(cell: str, areas: AreaNames) -> Label:
    """A town cell taken apart: « 42000 Saint-Étienne », « St-Étienne (42) », « Genève, Suisse »."""
    text = " ".join(cell.replace("\u00a0", " ").replace("\u202f", " ").split())
    folded = fold(text)
    city = _OF_CITY.match(folded) or _BY_ARRONDISSEMENT.match(folded)
    if city is not None:
        return Label((city[1],))
    postcode, text = take_postcode(_GLUED.sub(r"\1 ", text))
    text = _ON_A_RIVER.sub(lambda found: " sur " if fold(found[1]) in _RIVERS else found[0], text)
    text = _ARTICLE_LAST.sub(r"\g<article> \g<name>", text)
    hints: list[str] = []
    text = _without_brackets(text, hints)
    text = _without_number(text, hints, areas)
    text = _SUR.sub("sur ", _SOUS.sub("sous ", text))
    parts = [part for part in _PARTS.split(text) if fold(part)]
    kept = [part for part in parts if not _is_area(part, areas)] or parts[:1]
    hints += [part for part in parts if part not in kept]
    if len(kept) > 1:
        kept.insert(0, text)  # « Bourg - en - Bresse »
    kept += [hint for hint in hints if fold(hint) and not _is_area(hint, areas)]
    kept += [bare for part in kept if (bare := _QUARTER.sub("", _BODY.sub("", part))) != part]
    return Label(tuple(dict.fromkeys(kept)), postcode, *_told_by(hints, areas))


def _is_area(text: str, areas: AreaNames) -> bool:
    return areas.read(text) is not None or bool(named_country(text))


def _told_by(hints: list[str], areas: AreaNames) -> tuple[Area | None, str]:
    """The area that hints agree on, and the country that one of them names."""
    area, country = None, ""
    for hint in hints:
        read = areas.read(hint)
        if read is not None:
            area = read if area is None else area & read
        else:
            country = country or named_country(hint)
    return area, country


def _without_brackets(text: str, hints: list[str]) -> str:
    def take(found: re.Match[str]) -> str:
        inside = found[1].strip()
        if _ARTICLE.fullmatch(inside):
            return f"({inside})"
        hints.append(inside)
        return " "

    bare = _BRACKETS.sub(take, text).strip(" -,;/")
    if not fold(bare) and hints:
        return hints.pop(0)
    return bare


def _without_number(text: str, hints: list[str], areas: AreaNames) -> str:
    """The text without a département number before or after the name; never an arrondissement."""
    leading = _LEADING.match(text)
    if leading is not None and not _ORDINAL.match(text) and areas.of_number(leading[1]):
        hints.append(leading[1])
        text = text[leading.end() :]
    trailing = _TRAILING.search(text)
    if trailing is None:
        return text
    bare = text[: trailing.start()].strip(" -,;/")
    is_cedex = "cedex" in fold(text).split()
    if is_cedex or city_key(bare) in _WITH_ARRONDISSEMENTS or not areas.of_number(trailing[1]):
        return text
    hints.append(trailing[1])
    return bare
