"""The quality of a record, criterion by criterion, with how to complete it."""

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.quality import Quality, QualityCriterion, quality_of
from territorial_map.domain.sheet import Sheet
from territorial_map.domain.vocabulary import Kind
from territorial_map.web.base.marks import Node, hidden, icon
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.organisation.context import Context, answered


def quality_section(sheet: Sheet, context: Context) -> html.Section:
    """How many criteria the record meets, which it misses, and what to do about each."""
    t = context.t
    quality = quality_of(sheet.organisation, context.built_on)
    note = t(
        "C’est la fiche qui est mesurée, pas l’organisation : une fiche incomplète dit ce que nos "
        "sources ignorent."
    )
    return answered(
        t("Qualité de la fiche"),
        quality_in_words(quality, t),
        html.Ul(
            [_line(part, sheet.organisation, t) for part in quality.parts],
            className="criteria",
        ),
        html.P(note, className="hint"),
        name="quality",
    )


def quality_in_words(quality: Quality, t: Texts) -> str:
    """« 4 critères sur 5 »."""
    return t.plural(
        "{n} critère rempli sur {total}",
        "{n} critères remplis sur {total}",
        quality.met,
        total=quality.applied,
    )


def _line(
    part: tuple[QualityCriterion, bool | None], organisation: Organisation, t: Texts
) -> html.Li:
    """A criterion: met, missing with what to do, or without object here."""
    criterion, value = part
    if value is None:
        moot = t("sans objet pour un PTCE") if organisation.kind is Kind.PTCE else t("sans objet")
        return html.Li([icon("minus"), html.Span(f"{t(criterion.label)} : {moot}")])
    if value:
        return html.Li(
            [icon("check"), html.Span([t(criterion.label), hidden(f" : {t('oui')}")])],
            className="is-met",
        )
    told: list[Node] = [
        html.Strong(t(criterion.label)),
        hidden(f" : {t('non')}"),
        html.Br(),
        html.Span(t(criterion.description), className="hint"),
    ]
    return html.Li([icon("x"), html.Span(told)], className="is-missing")
