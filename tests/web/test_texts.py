"""Texts: every one has its English, and the French keeps French typography."""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import Device, EssStatus, Kind, PartnerType, PlaceType
from territorial_map.web.base.texts import DOMAIN, LOCALE, Language, Texts, language_of
from tests.known import KNOWLEDGE
from tests.web.msgids import every_msgid

NBSP = "\u00a0"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"


def translations() -> dict[str | tuple[str, str], str | tuple[str, str]]:
    with ENGLISH.open("rb") as source:
        return {_texts(m.id): _texts(m.string) for m in read_po(source) if m.id}


def _texts(message: object) -> str | tuple[str, str]:
    if isinstance(message, list | tuple):
        return str(message[0]), str(message[1])
    return str(message)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """The one form of a text, or its singular and plural."""
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_text_has_its_english_and_none_is_left_over() -> None:
    assert set(translations()) == every_msgid()


def test_no_text_is_translated_twice() -> None:
    told = re.findall(r'^msgid ((?:"[^\n]*"\n)+)', ENGLISH.read_text("utf-8"), re.MULTILINE)

    assert len(told) > len(translations()) // 2
    assert [text for text in set(told) if told.count(text) > 1] == []


def test_a_translation_keeps_the_fields_of_its_text() -> None:
    texts = [
        (french, english)
        for pair in translations().items()
        for french, english in zip(*map(forms, pair), strict=True)
    ]

    assert any(fields(french) for french, _ in texts)
    assert [(fr, en) for fr, en in texts if fields(fr) != fields(en)] == []


def test_french_texts_keep_no_break_spaces_and_curly_apostrophes() -> None:
    from_code = {m for m in every_msgid() if isinstance(m, str)}
    explained = {e.sentence.fr for e in KNOWLEDGE.texts.values()}
    wrong = [
        text for text in from_code | explained if re.search(r" [;:!?»]|« ", text) or "'" in text
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("kind", Kind),
        ("device", Device),
        ("place_type", PlaceType),
        ("partner_type", PartnerType),
        ("ess_status", EssStatus),
    ],
)
def test_every_term_of_the_field_is_explained(name: str, terms: type[Kind]) -> None:
    explained = {code for table, code in KNOWLEDGE.texts if table == name}

    assert explained == set(terms.codes())


def test_french_counts_as_the_french_do() -> None:
    t = Texts(Language.FRENCH)

    written = [t.plural("{n} organisation", "{n} organisations", n) for n in (0, 1, 2, 12345)]

    assert written == [
        "0 organisation",
        "1 organisation",
        "2 organisations",
        f"12{NBSP}345 organisations",
    ]


@pytest.mark.parametrize(
    ("km", "french", "english"),
    [
        (0.02, f"50{NBSP}m", f"50{NBSP}m"),
        (0.66, f"650{NBSP}m", f"650{NBSP}m"),
        (3.25, f"3{NBSP}km", f"3{NBSP}km"),
        (57.6, f"58{NBSP}km", f"58{NBSP}km"),
    ],
)
def test_distances_are_written_without_false_precision(
    km: float, french: str, english: str
) -> None:
    assert Texts(Language.FRENCH).distance(km) == french
    assert Texts(Language.ENGLISH).distance(km) == english


def test_dates_are_written_as_readers_do() -> None:
    t = Texts(Language.FRENCH)

    assert [t.date(d) for d in ("2021-01-08", "2020-12", "2019", "2019-2020")] == [
        "08/01/2021",
        "12/2020",
        "2019",
        "2019-2020",
    ]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadParameter):
        language_of("tlh")
