"""UTF-8 that a program read as something else (« AlizÃ© »), put right; right text never changes.

Only what French texts hold is put right. The library ftfy was tried on them: it leaves « ÃŽle » as
it is, and makes « SOCIÉTɲ » of « SOCIÉTÉ² ».
"""

import re

# Letters and marks of Windows-1252 but « ˆ » and « ˜ » (which « Ëœ » may be), the narrow space, the
# hyphen without break, the mark of a file.
_LETTERS = (
    "".join(map(chr, range(0xA0, 0x100)))
    + bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore").translate({0x2C6: "", 0x2DC: ""})
    + "\u202f\u2011\ufeff"
)
_ACCENTS = "\u0300\u0301\u0302\u0308\u0327"  # apart from their letters
_UNASSIGNED = "".join(map(chr, range(0x80, 0xA0)))
_DEEP = 3  # times that a text may have been read wrongly


def _windows(letter: str) -> str:
    """How the bytes of a letter look in Windows-1252, those unassigned as in Latin-1."""
    told = (
        bytes([each]).decode("cp1252", errors="ignore") or chr(each) for each in letter.encode()
    )
    return "".join(told)


def _latin_1(letter: str) -> str:
    return letter.encode().decode("latin-1")


_RIGHT = (
    {_windows(one): one for one in _LETTERS + _ACCENTS}
    | {_latin_1(one): one for one in _LETTERS + _ACCENTS + _UNASSIGNED}
    | {one.encode().decode("cp850"): one for one in _LETTERS + _ACCENTS}
    | {one.encode().decode("mac_roman"): one for one in _LETTERS}
    | {"ÃƒË†": "Ãˆ", "ÃƒËœ": "Ã˜", "â‚¬Ëœ": "€˜"}  # decoded wrongly twice
)
_WRONG = re.compile("|".join(sorted(map(re.escape, _RIGHT), key=len, reverse=True)))
_BEGINS = re.compile("[" + re.escape("".join({wrong[0] for wrong in _RIGHT})) + "\x80-\x9f]")
# An « à » whose second byte, a space without break, became a plain space or was trimmed.
_GRAVE = re.compile(r"(?<![A-ZÀ-Þ])Ã(?=\s|$)")
# A space without break that became a plain space: « 04Â 72 ».
_SPACE = re.compile(r"(?<=[\d\s.,:;])Â(?=\s)")
# Windows-1252 read as Latin-1: characters that no text holds.
_CONTROLS = re.compile("[\x80\x85\x8c\x91-\x97\x99\x9c]")


def put_right(text: str) -> str:
    r"""A text whose wrongly decoded letters are what they were; any other text as it is.

    >>> put_right("ESAT AlizÃ©, Ã\u00a0 lâ€™ÃŽle"), put_right("CHÂTEAU DE L’ÎLE, SOCIÉTÉ²")
    ('ESAT Alizé, à l’Île', 'CHÂTEAU DE L’ÎLE, SOCIÉTÉ²')
    """
    if text.isascii() or not _BEGINS.search(text):
        return text
    for _ in range(_DEEP):
        before, text = text, _WRONG.sub(lambda found: _RIGHT[found[0]], text)
        if text == before:
            break
    text = _SPACE.sub("", _GRAVE.sub("à", text))
    return _CONTROLS.sub(lambda found: found[0].encode("latin-1").decode("cp1252"), text)
