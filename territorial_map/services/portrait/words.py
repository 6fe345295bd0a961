"""A portrait in words, whatever shows it: the page, the note, the workbook."""

from collections.abc import Sequence

from territorial_map.domain.alike import LEAST_PEOPLE, PlaceTrait
from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.portrait.alike import AlikeTerritories, TraitFact
from territorial_map.services.portrait.choropleth import MapClass, MappedFigure
from territorial_map.services.portrait.figures import Figure
from territorial_map.services.portrait.gaps import Gap
from territorial_map.services.portrait.report import TerritoryPortrait
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import Texts

_LEAST_TOLD = 0.01
_MOST_SOURCES = 4


def level_in_words(level: TerritoryLevel | GroupLevel, t: Texts) -> str:
    """A level as people say it."""
    if level is TerritoryLevel.EPCI:
        return t("Intercommunalité (EPCI)")
    if level is GroupLevel.GROUP:
        return t("Groupe de communes")
    return t(level.label)


def what_it_is(territory: AnyTerritory, communes: int | None, t: Texts) -> str:
    """« Intercommunalité (EPCI) · 54 communes · 226 240 habitants »."""
    parts = [level_in_words(territory.level, t)]
    if communes:
        parts.append(t.plural("{n} commune", "{n} communes", communes))
    if territory.population is not None:
        parts.append(t.plural("{n} habitant", "{n} habitants", territory.population))
    else:
        parts.append(t("population non connue"))
    return " · ".join(parts)


def what_is_missing(portrait: TerritoryPortrait, t: Texts) -> list[str]:
    """What the sources do not hold here: kinds they know none of, and ordinary ESS employers."""
    unknown = [t(kind.label) for kind in portrait.coverage.unknown]
    told = []
    if unknown:
        told.append(t("Non connu de nos sources ici : {kinds}.", kinds=" ; ".join(unknown)))
    told.append(_ordinary(portrait, t))
    told.append(
        t("Une organisation absente d’ici peut exister ; une organisation citée a pu fermer.")
    )
    return told


def _ordinary(portrait: TerritoryPortrait, t: Texts) -> str:
    n = sum(source.organisations for source in portrait.ordinary)
    if not n:
        return t(
            "Associations et coopératives ordinaires (sans dispositif d’insertion ni de travail "
            "adapté) : non couvertes ici par nos sources."
        )
    names = [source_in_words(source.name, t) for source in portrait.ordinary[:_MOST_SOURCES]]
    rest = len(portrait.ordinary) - len(names)
    if rest:
        names.append(t.plural("{n} autre source", "{n} autres sources", rest))
    return t.plural(
        "Associations et coopératives ordinaires (sans dispositif d’insertion ni de travail "
        "adapté) : {n} connue, par des listes partielles ({sources}) ; ce n’est pas un "
        "recensement.",
        "Associations et coopératives ordinaires (sans dispositif d’insertion ni de travail "
        "adapté) : {n} connues, par des listes partielles ({sources}) ; ce n’est pas un "
        "recensement.",
        n,
        sources=" ; ".join(names),
    )


def how_chosen(alike: AlikeTerritories, t: Texts) -> str:
    """Which territories it is compared with, and why these."""
    n = len(alike.territories)
    if alike.chosen:
        return t.plural(
            "Comparé à {n} territoire que vous avez choisi.",
            "Comparé à {n} territoires que vous avez choisis.",
            n,
        )
    if not n:
        return t(
            "Sous {n} habitants, une commune a trop peu de fiches pour être comparée seule : "
            "voyez son intercommunalité, ou choisissez vous-même d’autres communes.",
            n=t.number(LEAST_PEOPLE[TerritoryLevel.COMMUNE]),
        )
    return t(
        "Comparé aux {n} territoires les plus semblables du même niveau : {traits}. Chaque "
        "critère compte autant ; les parts sont celles des habitants. Un critère que la source ne "
        "dit pas ici (type de ruralité outre-mer) ne compte pas.",
        n=n,
        traits=", ".join(t(trait.label) for trait in PlaceTrait),
    )


def traits_in_words(traits: Sequence[TraitFact], t: Texts) -> str:
    """« Ici : ruralités productives agricoles (61 % des habitants) ; hors massif (100 %…). »."""
    return t("Ici : {facts}.", facts=" ; ".join(_fact(fact, t) for fact in traits))


def _fact(fact: TraitFact, t: Texts) -> str:
    share = t("{n} %", n=round(100 * fact.share))
    return t("{what} ({share} des habitants)", what=t(fact.term.label), share=share)


def count_in_words(figure: Figure, t: Texts) -> str:
    """A count; unknown is told, never zero."""
    return number_told(figure.count, t)


def number_told(count: int | None, t: Texts) -> str:
    """A count in words: unknown is told, never zero."""
    if count is None:
        return t("non connu")
    return t.number(count) if count else t("0 connue")


def figure_name(figure: MappedFigure, t: Texts) -> str:
    """What a map counts."""
    return t(figure.label) if figure.label else t("Toutes les organisations")


def range_told(one: MapClass, t: Texts) -> str:
    """« 2 à 5 »."""
    if one.upto is None:
        return t("{n} et plus", n=t.number(one.least))
    if one.upto == one.least:
        return t.number(one.least)
    return t("{low} à {high}", low=t.number(one.least), high=t.number(one.upto))


def rate_in_words(figure: Figure, t: Texts) -> str:
    """How many for 10,000 inhabitants; why there is no rate where it would mean nothing."""
    if figure.count is None:
        return "—"
    if figure.rate is not None:
        return quantity_in_words(figure.rate, t)
    return t("petit nombre") if figure.count else "0"


def quantity_in_words(rate: float, t: Texts) -> str:
    """A rate with as many decimals as it needs."""
    if 0 < rate < _LEAST_TOLD:
        return f"< {t.quantity(_LEAST_TOLD, 2)}"
    if not rate:
        return "0"
    return t.quantity(rate, 2 if rate < 1 else 1)


def share_in_words(share: float | None, t: Texts) -> str:
    """A share in whole per cent; what is only nearly none, or nearly all, is not said to be so."""
    if share is None:
        return "—"
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return t("plus de {n} %", n=99)
    if rounded == 0 and share > 0:
        return t("moins de {n} %", n=1)
    return t("{n} %", n=rounded)


def expected_in_words(one: Gap, t: Texts) -> str:
    """« 3 à 9 »."""
    return t("{low} à {high}", low=t.number(one.low), high=t.number(one.high))


def present_in_words(one: Gap, t: Texts) -> str:
    """« présent dans 8 sur 10 »."""
    return t("présent dans {n} sur {of}", n=one.present, of=one.compared)
