"""How fresh the official files are, on the page of sources: as the last refresh found them."""

import re

from dash import html

from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.refresh import Freshness, SourceOutcome
from territorial_map.services.freshness import SourcesState, SourceState
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts

_DAY = len("2026-11-27")


def freshness_section(state: SourcesState, t: Texts) -> list[Node]:
    """Each source that a refresh follows: its newest data, when it was asked, how it stands."""
    if not state.sources:
        return []
    lead = t(
        "Les fichiers officiels, tels que le dernier rafraîchissement les a trouvés, le {date}. "
        "« Inchangée » ne veut pas dire fraîche : passé son rythme, une source est dite "
        "« source arrêtée ? ».",
        date=t.date(state.last_run),
    )
    return [
        html.H3(t("Fraîcheur des sources"), id="fraicheur"),
        html.P(lead),
        _table(state, t),
    ]


def _table(state: SourcesState, t: Texts) -> html.Div:
    texts = (t("Source"), t("État"), t("Données du"), t("Vérifiée le"), t("Rythme attendu"))
    head = [html.Th(text, scope="col") for text in texts]
    rows = [html.Tr(_cells(one, t)) for one in state.sources]
    caption = html.Caption(t("Fraîcheur des sources"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(table, className="table-scroll", tabIndex=0)


def _cells(one: SourceState, t: Texts) -> list[Node]:
    told = one.told
    return [
        html.Th(told.title, scope="row"),
        html.Td(_standing(one, t)),
        html.Td(_data_of(told.vintage, t)),
        html.Td(t.date(one.asked_on)),
        html.Td(_rhythm(told.rhythm_days, t)),
    ]


def _data_of(vintage: str, t: Texts) -> str:
    """The day of the newest data; a vintage that tells less than a day stays as it is told."""
    if not vintage:
        return t("date inconnue")
    return t.date(vintage) if len(vintage) == _DAY else vintage


def _rhythm(days: int, t: Texts) -> str:
    if not days:
        return ""
    return t("chaque jour") if days == 1 else t("tous les {n} jours", n=days)


def _standing(one: SourceState, t: Texts) -> list[Node]:
    """The state in words; what a refresh said of a source in trouble follows, as it said it."""
    words = t(one.told.outcome.label)
    if one.is_followed and one.freshness is Freshness.STOPPED:
        words = f"{t(Freshness.STOPPED.label)} ({words})"
    if one.told.outcome not in _IN_TROUBLE or not one.told.why:
        return [words]
    return [words, html.P(_unparted(one.told.why), className="hint", lang="fr")]


def _unparted(sentence: str) -> str:
    """A sentence of the command line with the spaces of French on screen."""
    return re.sub(" (?=[:;!?»])|(?<=«) ", NBSP, sentence)


_IN_TROUBLE = frozenset({SourceOutcome.FAILED, SourceOutcome.HELD})
