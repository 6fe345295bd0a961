"""What the organisation declares it looks for and can share, with source and date."""

from dash import html

from territorial_map.domain.declared import Declared
from territorial_map.domain.language.sentence import until_told
from territorial_map.domain.sheet import Sheet
from territorial_map.web.base.marks import Node, badge, outside_link
from territorial_map.web.pages.organisation.context import Context, section


def declared_section(sheet: Sheet, context: Context) -> html.Section | None:
    """Needs, then offers; nothing where it declares none."""
    t, organisation = context.t, sheet.organisation
    nodes: list[Node] = []
    for title, several in (
        (t("Ce qu’elle recherche"), organisation.needs),
        (t("Ce qu’elle propose"), organisation.offers),
    ):
        if several:
            nodes += [html.H4(title), html.Ul([_line(one, context) for one in several])]
    if not nodes:
        return None
    title = t("Besoins et offres déclarés")
    return section(title, *nodes, name="declared")


def _line(one: Declared, context: Context) -> html.Li:
    t = context.t
    told: list[Node] = [
        html.Strong(one.words),
        " ",
        html.Span(_told(one, context), className="evidence"),
    ]
    if one.url:
        told += [" ", outside_link(t("Voir la page"), one.url, class_name="evidence")]
    if not one.counts_on(context.built_on):
        told += [" ", badge(t("échéance passée, n’est plus compté"), "warn")]
    elif not one.categories:
        told += [" ", badge(t("catégorie non reconnue, pas compté dans les pistes"), "quiet")]
    return html.Li(told)


def _told(one: Declared, context: Context) -> str:
    t = context.t
    parts = [t("déclaré"), one.source, t.date_in_words(one.told_on)]
    if one.until:
        parts.append(t.say(until_told(one.until)))
    parts += [t(category.label) for category in one.categories]
    return " · ".join(part for part in parts if part)
