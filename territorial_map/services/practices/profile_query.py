"""Profiles as query parameters and back, so that a link carries the answers of a form."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.practices.profile import PROFILE_KEYS, PracticeProfile, parse_profile
from territorial_map.domain.term import Term
from territorial_map.services.texts import Texts

NONE = "none"
_LISTS = frozenset({"devices", "place_types", "sectors", "audiences", "traits"})


def profile_from_query(parameters: Mapping[str, Sequence[str]]) -> PracticeProfile:
    """The profile that query parameters describe; lists repeat, « none » is a list without value.

    Parameters of other uses are left alone.

    Raises:
        BadParameter: a value that its key cannot take, with the accepted ones.
    """
    answers: dict[str, object] = {}
    for key in PROFILE_KEYS:
        values = [value.strip() for value in parameters.get(key, ()) if value.strip()]
        if key in _LISTS and values:
            answers[key] = [] if values == [NONE] else values
        elif values:
            answers[key] = _single(key, values)
    return parse_profile(answers)


def profile_pairs(profile: PracticeProfile) -> list[tuple[str, str]]:
    """The parameters of a profile, in the order of its keys; what is not known is left out."""
    pairs: list[tuple[str, str]] = []
    for key in PROFILE_KEYS:
        value = getattr(profile, key)
        if isinstance(value, tuple):
            pairs += [(key, str(each)) for each in value] or [(key, NONE)]
        elif value is not None:
            pairs.append((key, str(value)))
    return pairs


def answers_told(profile: PracticeProfile, t: Texts) -> list[str]:
    """What a profile says in words, in the order of its keys, without the commune."""
    told: list[str] = []
    for key in PROFILE_KEYS:
        value = getattr(profile, key)
        terms = value if isinstance(value, tuple) else (value,)
        told += [t(term.label) for term in terms if isinstance(term, Term)]
    return told


def profile_query(profile: PracticeProfile) -> str:
    """The query string of a profile.

    >>> profile_query(parse_profile({"legal_form": "scop", "sectors": ["digital"]}))
    'legal_form=scop&sectors=digital'
    """
    return urlencode(profile_pairs(profile))


def _single(key: str, values: Sequence[str]) -> str:
    if len(values) > 1:
        raise BadParameter(key, ", ".join(values), "une seule valeur est attendue.")
    return values[0]
