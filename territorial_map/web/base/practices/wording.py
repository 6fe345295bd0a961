"""Practices in words: titles, roles and contents in the language of the screen."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.catalogue import PracticeCatalogue, Theme
from territorial_map.domain.practices.terms import Role
from territorial_map.services.practices.browsing import Heading
from territorial_map.web.base.texts import Language, Texts


def said(text: Sentence, t: Texts) -> str:
    """A content in the language of the screen."""
    return t.say(text)


def title_of(heading: Heading, t: Texts) -> str:
    """The guide's own title, or our translation of it."""
    return t.say(Sentence(heading.title, heading.title_en))


def practice_title(practice_id: str, guide: PracticeCatalogue, t: Texts) -> str:
    """The title of a practice by its id; a practice that is not ours keeps its id."""
    practice = guide.practice(practice_id)
    return title_of(practice, t) if practice is not None else practice_id


def practice_in_words(value: str, guide: PracticeCatalogue, t: Texts) -> str:
    """A value of the ``practice`` filter in words, with its role when it has one."""
    practice_id, _, role = value.partition(":")
    title = practice_title(practice_id, guide, t)
    return f"{title} ({role_in_words(Role(role), t)})" if role else title


def role_in_words(role: Role, t: Texts) -> str:
    """How an organisation stands to a practice, as the end of « cette organisation… »."""
    return {
        Role.EMBODIES: t("l’incarne"),
        Role.PARTNER_FOR: t("peut être partenaire pour"),
        Role.COULD_ADOPT: t("pourrait l’adopter"),
        Role.DECLARED: t("déclarée"),
    }[role]


def role_of_you(role: Role, t: Texts) -> str:
    """The same, said to the one who filled in the form."""
    return {
        Role.EMBODIES: t("vous l’incarnez"),
        Role.PARTNER_FOR: t("vous pouvez y être partenaire"),
        Role.COULD_ADOPT: t("vous pourriez l’adopter"),
        Role.DECLARED: t("vous la déclarez"),
    }[role]


def theme_in_words(theme: Theme, t: Texts) -> str:
    """« 3. Territoire et emplois locaux »."""
    return f"{theme.number}. {said(theme.label, t)}"


def address_of(path: str, t: Texts, pairs: Sequence[tuple[str, str]] = ()) -> str:
    """An address of a page with its parameters, and the language when it is not French."""
    told = list(pairs)
    if t.language is not Language.FRENCH:
        told.append(("lang", t.language.value))
    query = urlencode(told, quote_via=quote, safe=":,/")
    return f"{path}?{query}" if query else path


def practice_address(practice_id: str, t: Texts, pairs: Sequence[tuple[str, str]] = ()) -> str:
    """The page of a practice."""
    return address_of(f"/pratiques/{practice_id}", t, pairs)


def joined(values: Iterable[str]) -> str:
    """Values in one line."""
    return " · ".join(values)
