"""Why a row has no commune, in one French sentence that says what to add."""

from collections.abc import Iterable

from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.places.commune_index import CommuneIndex
from territorial_map.places.countries import SOMEWHERE, country_name

_SHOWN = 4


def several(town: str, codes: Iterable[str], index: CommuneIndex) -> str:
    """« Saint-Denis » designates several communes: the largest are named."""
    ranked = sorted(codes, key=lambda code: (-index.people(code), code))
    shown = ", ".join(named(code, index) for code in ranked[:_SHOWN])
    more = len(ranked) - _SHOWN
    rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
    return (
        f"La ville {quoted(town)} peut être {shown}{rest} : ajoutez le code postal ou le "
        "département."
    )


def disagree(town: str, postcode: str, codes: Iterable[str], index: CommuneIndex) -> str:
    """A postcode and a town that are not one place."""
    ranked = sorted(codes, key=lambda code: (-index.people(code), code))
    shown = ", ".join(named(code, index) for code in ranked[:_SHOWN])
    means = f" (qui peut être {shown})" if shown else ""
    return f"La ville {quoted(town)}{means} ne va pas avec le code postal {postcode}."


def elsewhere(town: str, codes: Iterable[str], index: CommuneIndex) -> str:
    """A town that is in no département that the row tells."""
    shown = ", ".join(named(code, index) for code in sorted(codes)[:_SHOWN])
    means = f" est {shown}, ce qui" if shown else ""
    return f"La ville {quoted(town)}{means} ne va pas avec le département ou la région écrits."


def perhaps_abroad(postcode: str, town: str) -> str:
    """A postcode of here and a town that is known elsewhere."""
    return (
        f"La ville {quoted(town)} n’est pas sous le code postal {postcode} : peut-être hors de "
        "France. Ajoutez le pays."
    )


def unknown(town: str) -> str:
    """A town of no name that we know."""
    return f"La ville {quoted(town)} n’est le nom d’aucune commune connue."


def short(postcode: str, town: str) -> str:
    """Four digits and a town that is not there: another country's postcode, perhaps."""
    return (
        f"Le code postal {postcode.removeprefix('0')} a quatre chiffres et la ville "
        f"{quoted(town)} n’y va pas : peut-être hors de France. Ajoutez le pays."
    )


def abroad(country: str) -> str:
    """Another country."""
    named = "" if country in {"", SOMEWHERE} else f" : {country_name(country).fr}"
    return f"Hors de France{named}."


def collectivity(code: str) -> str:
    """A part of France that has no commune here."""
    name = COLLECTIVITIES[code]
    return f"{name} ({code}) n’a pas de contour ni de commune dans le référentiel."


def named(code: str, index: CommuneIndex) -> str:
    """A commune with its département in brackets."""
    return f"{index.communes[code].name} ({index.department_of(code)})"


def quoted(text: str) -> str:
    """A text between French quotes."""
    return f"«\u00a0{text}\u00a0»"
