"""A cell as plain text: stray spaces, and what stands for « nothing »."""

import re
import unicodedata

from territorial_map.domain.cells.decoding import put_right

_NOTHING = frozenset(
    {"", "#n/d", "#n/a", "#na", "n/a", "na", "n.a.", "null", "none", "nan", "[nd]", "nc", "n.c."}
    | {"-", "--", "—", "–", "/", ".", "?", "#ref!", "#valeur!", "#value!", "#nom?", "#name?"}
    | {"#div/0!", "#num!", "#nombre!", "#null!", "#nul!", "#getting_data", "#spill!", "#calc!"}
    | {"err:502", "err:504", "err:508", "err:509", "err:511", "err:522"}
)
_UNSEEN = re.compile(
    "[\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\u034f\u180e]"
)  # marks that files pasted together leave
_FORMULA = re.compile(r"^=\s?[A-Z][A-Z0-9._]*\s?\(")
_PROTECTED = re.compile("^['’][=+@-]")  # a text kept from being calculated: « '=1+1 »
_FORMULA_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)


def cell_text(value: str | None) -> str:
    r"""A cell without stray spaces; what stands for « nothing » (#N/D, null…) is blank.

    >>> cell_text(" ESAT\u00a0 Alizé "), cell_text("#N/D"), cell_text('="0123"'), cell_text("'=1+1")
    ('ESAT Alizé', '', '0123', '=1+1')
    """
    plain = shown_text(value or "")
    if plain.lower() in _NOTHING:
        return ""
    if _FORMULA.match(plain):  # shown instead of its result
        return ""
    kept = _FORMULA_TEXT.match(plain)  # a spreadsheet's way to keep zeros
    if kept:
        return kept[1].strip()
    return plain[1:] if _PROTECTED.match(plain) else plain


def shown_text(text: str) -> str:
    r"""A text as its author sees it: letters put right, marks that nobody sees gone.

    >>> shown_text("\ufeffTÃ©lÃ©\u00adphone\u200b fixe")
    'Téléphone fixe'
    """
    if text.isascii():
        return " ".join(text.split())
    visible = _UNSEEN.sub("", put_right(text))
    # every kind of space, those without break too; accents that some systems write apart
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def unquoted(value: str | None) -> str:
    """A number as text without the apostrophe or quotes that keep its zeros in a spreadsheet.

    Digits and letters of other shapes (full width, superscript) are the plain ones.
    """
    told = cell_text(value).strip("'’\"“”«»` ")
    return told if told.isascii() else " ".join(unicodedata.normalize("NFKC", told).split())
