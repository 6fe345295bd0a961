"""Names in capitals, turned into names as people write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from territorial_map.domain.text import fold
from territorial_map.ingest.names.abbreviations import expanded
from territorial_map.ingest.names.lexicon import Lexicon, lexicon
from territorial_map.ingest.names.places import PlaceNames
from territorial_map.ingest.names.typography import tidy

_WORD = re.compile(r"[^\W_]+")
_VOWELS = "AEIOUYHÀÂÉÈÊËÎÏÔÖÙÛÜŒÆ"
_ELIDED = re.compile(
    rf"(?<![\w.’])(?<!\b\w )([LD]|QU|JUSQU) (?=[{_VOWELS}]\w)"
    r"|(?<![\w.’])(?<!\b\w )([CSN]) (?=EST\b|IL\b|ETAIT\b)"
    r"|(?<![\w.’])(?<!\b\w )(S) (?=[AEIOUYH]\w+[EI]R\b)"
)
_PARTICLES = frozenset({"L", "D", "C", "J", "M", "N", "S", "T", "QU", "JUSQU", "LORSQU", "PUISQU"})
_ORDINAL = re.compile(r"\d+(?:ER|ERE|EME|ÈME|ÈRE)")
_ARTICLES = frozenset({"LE", "LA", "LES", "L", "UN", "UNE"})
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
    name = _ELIDED.sub(lambda found: f"{found[1] or found[2] or found[3]}’", expanded(name))
    return tidy(_Capitals(name, lexicon(), places).styled())


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the name, and the text that separates it from the one before."""

    before: str
    word: str

    @property
    def bare(self) -> str:
        """The word in capitals without accents."""
        return _bare(self.word)


@lru_cache(maxsize=16_384)
def _bare(word: str) -> str:
    return fold(word).upper()


class _Capitals:
    """One name in capitals, read word by word."""

    def __init__(self, name: str, words: Lexicon, places: PlaceNames) -> None:
        self._words = words
        self._places = places
        self._tokens: list[_Token] = []
        end = 0
        for found in _WORD.finditer(name):
            self._tokens.append(_Token(name[end : found.start()], found[0]))
            end = found.end()
        self._tail = name[end:]

    def styled(self) -> str:
        """The whole name."""
        written: list[str] = []
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            place = self._place_at(index)
            if place is None:
                separator = self._separator(index)
                written.append(separator + self._word(index))
                index += 1
            else:
                written.append(token.before + place[1])
                index += place[0]
        return "".join(written) + self._tail

    def _place_at(self, index: int) -> tuple[int, str] | None:
        """The territory whose name begins at a word, if the words are joined as in a name."""
        first = self._tokens[index].bare.lower()
        if not self._places.may_begin(first):
            return None
        run = [first]
        for token in self._tokens[index + 1 :]:
            if not _JOINING.fullmatch(token.before):
                break
            run.append(token.bare.lower())
        return self._places.longest_at(run)

    def _separator(self, index: int) -> str:
        """What separates a word from the one before: a hyphen after a saint."""
        token = self._tokens[index]
        after_saint = index > 0 and self._tokens[index - 1].bare in {"SAINT", "SAINTE"}
        if after_saint and token.before == " " and len(token.word) > 2 and token.word.isalpha():
            return "-"
        return token.before

    def _word(self, index: int) -> str:
        """One word as written at its place."""
        token = self._tokens[index]
        word = token.word
        if not word.isalpha() and any(character.isdigit() for character in word):
            return word.lower() if _ORDINAL.fullmatch(word) else word
        if self._is_suffix(index):
            return word.lower()
        if self._is_lower(index):
            inside = "à" if word == "A" else self._lowered(token)
            return _capitalised(inside) if self._begins(index) else inside
        if word == token.bare and self._is_acronym(index):
            return word
        if token.bare in self._words.abbreviated:
            return self._abbreviated(index)
        return _capitalised(self._lowered(token))

    def _lowered(self, token: _Token) -> str:
        """The word in lower case; accents of the source first, else of the lists and the COG."""
        bare = token.bare
        accented = _accented(bare)
        place = self._places.singles.get(bare.lower())
        if place and accented == bare.lower():
            accented = place.lower()
        return _merged(token.word.lower(), accented)

    def _abbreviated(self, index: int) -> str:
        """An abbreviation with its period."""
        short = _capitalised(self._words.abbreviated[self._tokens[index].bare])
        return short if self._after(index).startswith(".") else f"{short}."

    def _after(self, index: int) -> str:
        """The text right after a word, before the next one."""
        following = self._tokens[index + 1 : index + 2]
        return following[0].before if following else self._tail

    def _is_acronym(self, index: int) -> bool:
        word = self._tokens[index].word
        if len(word) == 1:
            return True
        place = self._places.singles.get(word.lower())
        known_place = place is not None and len(word) > 3 and word not in self._words.acronyms
        return self._words.is_acronym(word) and not known_place

    def _is_suffix(self, index: int) -> bool:
        """The end of a word cut by an apostrophe: the s of « Kid’s », the tits of « P’tits »."""
        token = self._tokens[index]
        if token.before != "’" or index == 0:
            return False
        before = self._tokens[index - 1].word
        if before in _PARTICLES:
            return False
        return len(token.word) <= 2 or len(before) == 1 or before == "AUJOURD"

    def _is_lower(self, index: int) -> bool:
        """Whether a word is an article or a preposition here, not an initial or a title."""
        token = self._tokens[index]
        if token.word.lower() not in self._words.lower:
            return False
        if len(token.word) > 1 and token.word not in _PARTICLES:
            return True
        if token.word == "A":
            return self._after(index) == " " and self._stands_alone(index)
        return self._after(index) == "’" and self._next_begins_with_vowel(index)

    def _stands_alone(self, index: int) -> bool:
        """True for a one-letter word between words: not one of the initials of « S A S »."""
        around = self._tokens[max(0, index - 1) : index] + self._tokens[index + 1 : index + 2]
        return all(len(token.word) > 1 and not token.word.isdigit() for token in around)

    def _next_begins_with_vowel(self, index: int) -> bool:
        following = self._tokens[index + 1 : index + 2]
        return bool(following) and following[0].word[0] in _VOWELS

    def _begins(self, index: int) -> bool:
        """Whether a word begins the name, a part of it, or the proper name after « ESAT »."""
        token = self._tokens[index]
        if index == 0 or set(token.before) & set("«(:/–") or token.before == " - ":
            return True
        before = self._tokens[index - 1]
        if token.word in _ARTICLES and set(token.before) & set(".&,"):
            return True
        return token.before == " " and token.word in _ARTICLES and before.bare in self._words.heads


@lru_cache(maxsize=16_384)
def _accented(bare: str) -> str:
    return lexicon().accented(bare)


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
