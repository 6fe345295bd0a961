"""French typography for the sentences that explain a value."""

from territorial_map.domain.language.writing import NBSP

ESS_LAW = "loi 2014-856, article 1er"


def quoted(text: str) -> str:
    """The text between French quotation marks, which never part from it at a line's end.

    >>> quoted("SCIC").replace(NBSP, "~")
    '«~SCIC~»'
    """
    return f"«{NBSP}{text}{NBSP}»"


def sentence_start(text: str) -> str:
    """The text with a capital first letter, its other capitals kept.

    >>> sentence_start("le registre Sirene")
    'Le registre Sirene'
    """
    return text[:1].upper() + text[1:]
