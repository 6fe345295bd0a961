"""An organisation in a few words: what it is, where it is, what it does."""

from collections.abc import Iterable

from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Device, Kind, Located, PartnerType, PlaceType
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import NBSP, Texts


def what_it_is(item: Listed | Organisation, t: Texts) -> str:
    """Its devices, place or partner types in words, else its kind."""
    if item.kind is Kind.PTCE:
        return t("Pôle territorial de coopération économique")
    named = _types(item.devices, item.place_types, item.partner_type, t)
    return " · ".join(named) or t(item.kind.label)


def _types(
    devices: Iterable[Device],
    places: Iterable[PlaceType],
    partner: PartnerType | None,
    t: Texts,
) -> list[str]:
    labels: list[Term] = [*devices, *places, *([partner] if partner else [])]
    return [t(label.label) for label in labels]


def sectors_in_words(item: Listed, t: Texts) -> str:
    """Its sectors, or that no source tells."""
    if not item.sectors:
        return t("Activités non renseignées")
    return " · ".join(t(sector.label) for sector in item.sectors)


def place_in_words(item: Listed, t: Texts) -> str:
    """Commune and département, else what is known of where it is."""
    if item.commune:
        return f"{item.commune}{NBSP}({item.department})" if item.department else item.commune
    known = item.department or item.region
    return known or t("Lieu non renseigné")


def precision_in_words(located: Located, t: Texts) -> str:
    """What to know of a position that is not an address; empty when there is nothing to say."""
    remarks = {
        Located.COMMUNE: t("position à la commune"),
        Located.DEPARTMENT: t("sans position précise"),
        Located.REGION: t("sans position précise"),
        Located.ABROAD: t("hors de France"),
        Located.NONE: t("sans position"),
    }
    return remarks.get(located, "")


def grouped(number: str, sizes: tuple[int, ...]) -> str:
    """Digits apart in groups of the given sizes, the last one repeating.

    >>> grouped("80746931700018", (3, 3, 3, 5)).replace(NBSP, " ")
    '807 469 317 00018'
    """
    parts, rest = [], number
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return NBSP.join(part for part in [*parts, rest] if part)


def phone_in_words(phone: str) -> str:
    """A French phone number by pairs; anything else as given."""
    digits = phone.replace(" ", "").replace(".", "")
    return grouped(digits, (2, 2, 2, 2, 2)) if len(digits) == 10 and digits.isdigit() else phone


def phone_link(phone: str, *, marked: bool = False, **attributes: str) -> html.A:
    """A phone number to call; ``marked`` puts a sign before it, ``attributes`` are HTML's."""
    digits = "".join(c for c in phone if c.isdigit() or c == "+")
    told = phone_in_words(phone)
    words: Node = [icon("phone"), told] if marked else told
    return html.A(words, href=f"tel:{digits}", **named(attributes))
