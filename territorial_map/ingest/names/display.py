"""Names in capitals, turned into names as people write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from territorial_map.domain.text import fold
from territorial_map.ingest.names.abbreviations import ABBREVIATED, expanded
from territorial_map.ingest.names.lexicon import Lexicon, lexicon
from territorial_map.ingest.names.places import PlaceNames
from territorial_map.ingest.names.typography import tidy

_WORD = re.compile(r"([^\W_]+)")
_VOWELS = "AEIOUYHÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ"
_ELIDED = re.compile(
    rf"(?<![\w.’])(?<!\b\w )([LD]|QU|JUSQU) (?=[{_VOWELS}]\w)"
    r"|(?<![\w.’])(?<!\b\w )([CSN]) (?=EST\b|IL\b|ETAIT\b)"
    r"|(?<![\w.’])(?<!\b\w )(S) (?=[AEIOUYH]\w+[EI]R\b)"
)
# Where none of these words stands, ``expanded`` and ``_ELIDED`` change nothing.
_CHANGING = ABBREVIATED | {"L", "D", "C", "S", "N", "QU", "JUSQU"}
_PARTICLES = frozenset({"L", "D", "C", "J", "M", "N", "S", "T", "QU", "JUSQU", "LORSQU", "PUISQU"})
_ORDINAL = re.compile(r"\d+(?:ER|ERE|EME|ÈME|ÈRE)")
_ARTICLES = frozenset({"LE", "LA", "LES", "L", "UN", "UNE"})
_SAINTS = frozenset({"SAINT", "SAINTE"})
_JOINING = re.compile(r"[ ’'-]|\. ?")


def display_name(text: str, *, places: PlaceNames) -> str:
    """The name to show: as it is when it has lower case letters, else out of its capitals.

    Acronyms stay in capitals, articles go in lower case, saints are written in full with their
    hyphen, names of territories as the COG writes them, and accents are put where the reference
    or the curated lists allow. The words are those of the source, but for the abbreviations of
    ``expanded``. Typography alone is tidied in a name that has lower case letters.
    """
    name = tidy(text)
    if not name.isupper() and any(letter.islower() for letter in name):
        return name
    parts = _WORD.split(name)
    if not _CHANGING.isdisjoint(parts):
        name = _ELIDED.sub(lambda found: f"{found[1] or found[2] or found[3]}’", expanded(name))
        parts = _WORD.split(name)
    return tidy(_Capitals(parts, lexicon(), places).styled())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name, and what it is wherever it stands; found out once for all names.

    ``bare`` is in capitals without accents, ``folded`` the same in lower case. ``alone`` is the
    word as shown where its neighbours change nothing to it, ``inside`` as written inside a
    sentence, and ``depends`` says that its neighbours may change it anywhere (after an apostrophe
    they may for any word).
    """

    written: str
    bare: str
    folded: str
    alone: str
    inside: str
    depends: bool
    is_short: bool
    is_abbreviated: bool
    has_digit: bool
    may_begin_place: bool


@lru_cache(maxsize=65_536)
def _word_of(written: str, places: PlaceNames) -> _Word:
    words, folded = lexicon(), fold(written)
    bare = folded.upper()
    has_digit = any(character.isdigit() for character in written)
    is_acronym = written == bare and _is_acronym(written, words, places)
    is_short = written.lower() in words.lower
    is_abbreviated = bare in words.abbreviated and not is_acronym
    lowered = _lowered(written, folded, words, places)
    if has_digit:
        alone = written.lower() if _ORDINAL.fullmatch(written) else written
    else:
        alone = written if is_acronym else _capitalised(lowered)
    return _Word(
        written,
        bare,
        folded,
        alone,
        "à" if written == "A" else lowered,
        not has_digit and (is_short or is_abbreviated),
        is_short,
        is_abbreviated,
        has_digit,
        places.may_begin(folded),
    )


def _number(written: str, places: PlaceNames) -> _Word:
    """A word of digits: there are too many to remember them."""
    folded = written if written.isascii() else fold(written)
    begins = places.may_begin(folded)
    return _Word(written, folded, folded, written, written, False, False, False, True, begins)


def _is_acronym(word: str, words: Lexicon, places: PlaceNames) -> bool:
    """Whether a word in capitals is an acronym, not the name of a territory."""
    if len(word) > 1 and not words.is_acronym(word):
        return False
    return len(word) <= 3 or word in words.acronyms or places.singles.get(word.lower()) is None


def _lowered(written: str, folded: str, words: Lexicon, places: PlaceNames) -> str:
    """The word in lower case; accents of the source first, else of the lists and the COG."""
    accented = words.accented(folded.upper())
    place = places.singles.get(folded)
    if place and accented == folded:
        accented = place.lower()
    return _merged(written.lower(), accented)


class _Capitals:
    """One name in capitals, read word by word; ``_before`` is what separates each from the last."""

    def __init__(self, parts: list[str], words: Lexicon, places: PlaceNames) -> None:
        self._words = words
        self._places = places
        self._before = parts[0::2]  # the last one is what ends the name
        self._tokens = [
            _number(part, places) if part.isdigit() else _word_of(part, places)
            for part in parts[1::2]
        ]

    def styled(self) -> str:
        """The whole name."""
        written: list[str] = []
        index = 0
        while index < len(self._tokens):
            token, before = self._tokens[index], self._before[index]
            place = self._place_at(index) if token.may_begin_place else None
            if place is not None:
                written += (before, place[1])
                index += place[0]
                continue
            decided = not token.depends and before != "’"
            written += (self._separator(index), token.alone if decided else self._word(index))
            index += 1
        return "".join(written) + self._before[-1]

    def _place_at(self, index: int) -> tuple[int, str] | None:
        """The territory whose name begins at a word, if the words are joined as in a name."""
        run = [self._tokens[index].folded]
        for following in range(index + 1, len(self._tokens)):
            if not _JOINING.fullmatch(self._before[following]):
                break
            run.append(self._tokens[following].folded)
        return self._places.longest_at(run)

    def _separator(self, index: int) -> str:
        """What separates a word from the one before: a hyphen after a saint."""
        before = self._before[index]
        if before != " " or index == 0 or self._tokens[index - 1].bare not in _SAINTS:
            return before
        word = self._tokens[index].written
        return "-" if len(word) > 2 and word.isalpha() else before

    def _word(self, index: int) -> str:
        """One word as written at its place."""
        token = self._tokens[index]
        word = token.written
        if token.has_digit:
            return token.alone
        if self._is_suffix(index):
            return word.lower()
        if token.is_short and self._is_lower(index):
            return _capitalised(token.inside) if self._begins(index) else token.inside
        if token.is_abbreviated:
            return self._abbreviated(index)
        return token.alone

    def _abbreviated(self, index: int) -> str:
        """An abbreviation with its period."""
        short = _capitalised(self._words.abbreviated[self._tokens[index].bare])
        return short if self._before[index + 1].startswith(".") else f"{short}."

    def _is_suffix(self, index: int) -> bool:
        """The end of a word cut by an apostrophe: the s of « Kid’s », the tits of « P’tits »."""
        if self._before[index] != "’" or index == 0:
            return False
        before = self._tokens[index - 1].written
        if before in _PARTICLES:
            return False
        return len(self._tokens[index].written) <= 2 or len(before) == 1 or before == "AUJOURD"

    def _is_lower(self, index: int) -> bool:
        """Whether an article or a preposition is one here, not an initial or a title."""
        word = self._tokens[index].written
        if len(word) > 1 and word not in _PARTICLES:
            return True
        after = self._before[index + 1]
        if word == "A":
            return after == " " and self._stands_alone(index)
        return after == "’" and self._next_begins_with_vowel(index)

    def _stands_alone(self, index: int) -> bool:
        """True for a one-letter word between words: not one of the initials of « S A S »."""
        around = self._tokens[max(0, index - 1) : index] + self._tokens[index + 1 : index + 2]
        return all(len(token.written) > 1 and not token.written.isdigit() for token in around)

    def _next_begins_with_vowel(self, index: int) -> bool:
        following = self._tokens[index + 1 : index + 2]
        return bool(following) and following[0].written[0] in _VOWELS

    def _begins(self, index: int) -> bool:
        """Whether a word begins the name, a part of it, or the proper name after « ESAT »."""
        before = self._before[index]
        if index == 0 or set(before) & set("«(:/–") or before == " - ":
            return True
        if self._tokens[index].written not in _ARTICLES:
            return False
        if set(before) & set(".&,"):
            return True
        return before == " " and self._tokens[index - 1].bare in self._words.heads


def _merged(told: str, accented: str) -> str:
    """The source's own accents, and those of the lists where it has none."""
    if told.isascii():
        return accented
    if len(told) != len(accented):
        return told
    return "".join(
        letter if not letter.isascii() else other
        for letter, other in zip(told, accented, strict=True)
    )


def _capitalised(word: str) -> str:
    """The word with a capital, its accents kept."""
    return word[:1].upper() + word[1:]
