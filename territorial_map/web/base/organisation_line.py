"""An organisation as one line: the same words on the map's list, plain pages, frames and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from territorial_map.domain.declared import Declared
from territorial_map.domain.language.sentence import until_told
from territorial_map.domain.listing import Listed
from territorial_map.domain.vocabulary import EssStatus, Located
from territorial_map.services.source_words import source_in_words as source_in
from territorial_map.web.base.addresses import AddressOf
from territorial_map.web.base.french import in_french
from territorial_map.web.base.marks import Node, badge, icon, named, outside_link, symbol
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import (
    phone_in_words,
    phone_link,
    place_in_words,
    precision_in_words,
    sectors_in_words,
    what_it_is,
)

_DECLARED = 2  # of needs, and of offers, told on a line


@dataclass(frozen=True, slots=True)
class Way:
    """Where the name of an organisation leads.

    ``in_app`` links are followed without reloading; ``new_tab`` ones leave the page where it is.
    """

    address_of: AddressOf
    in_app: bool = False
    new_tab: bool = False

    def link(self, item: Listed) -> html.A:
        """The name, as a link to its sheet."""
        attributes: dict[str, Any] = {"data-nav": "1"} if self.in_app else {}
        if self.new_tab:
            attributes |= {"target": "_blank", "rel": "noopener"}
        href = self.address_of(item.id, item.name)
        return html.A(item.name, href=href, className="line-link", **attributes)


def organisation_line(
    item: Listed, way: Way, t: Texts, *, opened: bool = False, buttons: Sequence[Node] = ()
) -> html.Li:
    """The line in a list: its symbol, its facts, then ``buttons``."""
    attributes = {"data-id": item.id}
    if item.point is not None:
        attributes |= {"data-lon": str(item.point.lon), "data-lat": str(item.point.lat)}
    return html.Li(
        [line_symbol(item), line_body(item, way, t), *buttons],
        className="line is-open" if opened else "line",
        **named(attributes),
    )


def line_symbol(item: Listed) -> html.Span:
    """Its kind, hollow where only the commune is known."""
    return symbol(item.kind, precise=item.located is Located.ADDRESS)


def line_body(item: Listed, way: Way, t: Texts, *, contact: bool = False) -> html.Div:
    """Its name, what it is, does, declares, where; with ``contact`` how to reach it, who says so.

    There a script that knows a place writes how far it is, in ``line-away``.
    """
    parts = [
        html.Div(_name(item, way), className="line-name", **in_french(t)),
        html.Div(_what(item, t), className="line-what"),
        html.Div(
            sectors_in_words(item, t),
            className="line-sectors" if item.sectors else "line-sectors is-unknown",
        ),
    ]
    parts += [html.Div(told, className="line-declared") for told in _declared(item, t)]
    where = _where(item, t)
    if contact:
        where.append(html.Span(className="line-away"))
    parts.append(html.Div(where, className="line-where"))
    if contact:
        parts += [
            html.Div(_contact(item, t), className="line-contact"),
            html.Div(source_in_words(item, t), className="line-source"),
        ]
    else:
        parts.append(html.Div(_paper_only(item, t), className="line-paper"))
    return html.Div(parts, className="line-body")


def source_in_words(item: Listed, t: Texts) -> str:
    """Who says so, and of when."""
    return t("{source}, {vintage}", source=source_in(item.source, t), vintage=t.date(item.vintage))


def phone_or_none(item: Listed, t: Texts) -> str:
    """Its phone, or that no source tells."""
    return phone_in_words(item.phone) if item.phone else t("téléphone non renseigné")


def _name(item: Listed, way: Way) -> list[Node]:
    link = way.link(item)
    return [link, badge(item.acronym, "quiet")] if item.acronym else [link]


def _what(item: Listed, t: Texts) -> list[Node]:
    parts: list[Node] = [what_it_is(item, t)]
    if item.ess_status in {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}:
        parts.append(badge(t("ESS"), "strong"))
    return parts


def _declared(item: Listed, t: Texts) -> list[str]:
    """What it looks for and can share, in its words, with its end; the first of each."""
    told = []
    if item.needs:
        told.append(t("Recherche (déclaré) : {words}", words=_words(item.needs, t)))
    if item.offers:
        told.append(t("Propose (déclaré) : {words}", words=_words(item.offers, t)))
    return told


def _words(several: Sequence[Declared], t: Texts) -> str:
    told = (
        f"{one.words} ({t.say(until_told(one.until))})" if one.until else one.words
        for one in several[:_DECLARED]
    )
    words = " ; ".join(told)
    more = len(several) - _DECLARED
    return words if more <= 0 else t("{words} ; et {n} de plus", words=words, n=t.number(more))


def _where(item: Listed, t: Texts) -> list[Node]:
    parts: list[Node] = [icon("map-pin"), html.Span(place_in_words(item, t))]
    if item.distance_km is not None and item.located is Located.ADDRESS:
        parts.append(badge(t("à {distance}", distance=t.distance(item.distance_km)), "plain"))
    remark = precision_in_words(item.located, t)
    if remark:
        parts.append(html.Span(remark, className="line-remark"))
    return parts


def _contact(item: Listed, t: Texts) -> list[Node]:
    phone: Node = phone_link(item.phone) if item.phone else html.Span(phone_or_none(item, t))
    parts: list[Node] = [phone]
    if item.website and item.website.lower().startswith(("http://", "https://")):
        parts += [" · ", outside_link(t("Site web"), item.website)]
    return parts


def _paper_only(item: Listed, t: Texts) -> list[Node]:
    """What a printed list adds: address, phone, vintage, and room to tick and note."""
    address = " ".join(part for part in (item.address, item.postcode, item.commune) if part)
    told = (address, phone_or_none(item, t), source_in_words(item, t))
    return [
        html.Div(" · ".join(part for part in told if part)),
        html.Div(t("☐ Vérifié le ……………… par ………………………………")),
    ]
