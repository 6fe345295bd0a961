"""E-mail addresses, mobile numbers and titled persons inside any text: found, and taken out."""

import re
from typing import NamedTuple

from territorial_map.domain.cells.phones import mobile_spans

_AT = r"(?:\s?[@＠]\s?|\s*[\[({]\s*(?:at|arobase|chez|@)\s*[\])}]\s*)"
_DOT = r"(?:\.|\s*[\[({]\s*(?:dot|point)\s*[\])}]\s*)"
_EMAIL = re.compile(
    rf"(?:mailto:\s*)?[\w.+'’-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"[\w.+-]{1,64}\s+(?:at|arobase)\s+[a-z0-9-]{1,63}(?:(?:\.|\s+(?:point|dot)\s+)[a-z0-9-]{2,63}){1,3}\b"
)
_TITLE = r"(?:M\.|Mr\.?|MM\.|Mme\.?|Mmes|Mlle\.?|Madame|Monsieur|Mademoiselle|MADAME|MONSIEUR|MME)"
_WORD = r"[A-ZÀ-Ý][\w'’-]+"
_PERSON = rf"{_TITLE}\s+(?:[A-ZÀ-Ý]\.\s*)?{_WORD}(?:\s+(?:de\s+|d['’])?{_WORD}){{0,2}}"
_TITLED = re.compile(rf"\b{_PERSON}")
_WHOLE_PERSON = re.compile(_PERSON)
# « (contact : Mme …) », « – responsable : M. … »: what introduces a person goes with it.
_INTRODUCED = re.compile(
    r"(?:[\s]*[,;–—(\[-]\s*|\s+(?=(?i:contact|responsable|r[ée]f[ée]rente?)))"
    r"(?:(?i:contact|responsable|r[ée]f[ée]rente?|tél\w*|portable|mobile|e-?mail|mail|courriel)"
    rf"\s*:?\s*)?\b{_PERSON}[\s)\]]*"
)
_LEFT_OVER = re.compile(
    r"[(\[]\s*(?:(?:contact|mail|e-?mail|courriel|tél\w*|port\w*|mobile)\.?\s*:?\s*)?[,;/–—-]?\s*"
    r"(?:[)\]]|$)|\b(?:contact|mail|e-?mail|courriel|portable|port|mobile|mob|tél\w*|tel)\.?\s*:?\s*$"
    r"|<\s*>",
    re.IGNORECASE,
)
# Without any of these a text holds no contact: looked for first, for every cell of every row.
_TELLING = re.compile(
    r"[@＠]|[\[({]\s*(?i:at|arobase|chez)\b|\s(?:at|arobase)\s|\+\s?\d|\b00|[0oO]\D{0,3}[67]"
    r"|0\D?5\D?0\D?8"
    r"|\bM(?:\.|M|r|me|lle|ME|adame|ADAME|onsieur|ONSIEUR|ademoiselle)"
)
_EDGES = " ,;:/–—-|"
_MOST = 5_000  # characters of a cell that are looked at; what is beyond is not kept


class Cleaned(NamedTuple):
    """A text without contacts, and how many of each were in it."""

    text: str
    emails: int = 0
    mobiles: int = 0
    persons: int = 0

    @property
    def found(self) -> bool:
        """True when something was taken out."""
        return bool(self.emails or self.mobiles or self.persons)


def without_contacts(text: str, *, instead: str = "", titled: bool = False) -> Cleaned:
    """A text without e-mail addresses nor mobile numbers; ``titled`` persons go too.

    ``instead`` stands where each was.

    >>> without_contacts("ESAT Alizé (contact : a.b@exemple.fr) – 06 39 98 00 00").text
    'ESAT Alizé'
    >>> without_contacts("Régie (Mme Ada Exemple)", titled=True).text
    'Régie'
    """
    if not _TELLING.search(text):
        return Cleaned(text[:_MOST])
    kept = text[:_MOST]
    persons = 0
    if titled and _TITLED.search(kept):  # quick to tell
        kept, persons = _titled_out(kept)
    kept, emails = _emails_out(kept, instead)
    spans = mobile_spans(kept) if sum(map(str.isdigit, kept)) > 8 else []
    for start, end in reversed(spans):
        kept = kept[:start] + instead + kept[end:]
    if not (emails or spans or persons):
        return Cleaned(kept)
    tidy = " ".join(_LEFT_OVER.sub(" ", kept).split())
    return Cleaned(tidy if instead else tidy.strip(_EDGES), emails, len(spans), persons)


def without_titled_persons(text: str) -> Cleaned:
    """A text without contacts nor any titled person, wherever one stands.

    >>> without_titled_persons("voir Mme Ada Exemple : un local").text
    'voir : un local'
    """
    cleaned = without_contacts(text, titled=True)
    rest, more = _TITLED.subn(" ", cleaned.text)
    if not more:
        return cleaned
    tidy = " ".join(rest.split()).strip(_EDGES)
    return Cleaned(tidy, cleaned.emails, cleaned.mobiles, cleaned.persons + more)


def is_titled_person(text: str) -> bool:
    """True for a cell that is one person and nothing else: « Mme Ada Exemple ».

    >>> is_titled_person("Mme Ada Exemple"), is_titled_person("Monsieur Vincent et ses amis")
    (True, False)
    """
    return bool(_WHOLE_PERSON.fullmatch(text.strip()))


def _emails_out(text: str, instead: str) -> tuple[str, int]:
    """E-mail addresses taken out, however their sign is written, and how many."""
    found = spoken = 0
    if any(mark in text for mark in "@＠([{"):  # quick to tell
        text, found = _EMAIL.subn(instead, text)
    if " at " in text or " arobase " in text:
        text, spoken = _SPOKEN.subn(instead, text)
    return text, found + spoken


def _titled_out(text: str) -> tuple[str, int]:
    """Titled persons taken out, with the brackets or the word that introduces them."""
    found = 0
    for match in reversed(list(_INTRODUCED.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        text = f"{before} {after}".strip()
        found += 1
    return text, found
