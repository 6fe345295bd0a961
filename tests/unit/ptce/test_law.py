"""Every quote is in the text, and every text says what it is worth."""

import pytest

from territorial_map.domain.ptce.law import ARTICLE_1, ARTICLE_9, DECREE, Law, TextStatus
from territorial_map.domain.ptce.verdict import ConditionCode, ElementCode

# Article 9, I, copied apart from data/law: a slip in either shows.
OFFICIAL = (
    "Les pôles territoriaux de coopération économique sont constitués par le regroupement sur un "
    "même territoire d'entreprises de l'économie sociale et solidaire, au sens de l'article 1er de "
    "la présente loi, qui s'associent à des entreprises, en lien avec des collectivités "
    "territoriales et leurs groupements, des centres de recherche, des établissements "
    "d'enseignement supérieur et de recherche, des organismes de formation ou toute autre personne "
    "physique ou morale pour mettre en œuvre une stratégie commune et continue de mutualisation, "
    "de coopération ou de partenariat au service de projets économiques et sociaux innovants, "
    "socialement ou technologiquement, et porteurs d'un développement local durable."
)


def test_article_9_is_the_official_text_to_the_character(law: Law) -> None:
    assert law.texts[ARTICLE_9].fr == OFFICIAL


@pytest.mark.parametrize("code", ElementCode)
def test_every_quote_is_in_article_9(law: Law, code: ElementCode) -> None:
    assert law.clause(code).quote in law.texts[ARTICLE_9].fr


@pytest.mark.parametrize("code", ConditionCode)
def test_conditions_are_taken_from_a_summary_and_never_shown_as_a_quotation(
    law: Law, code: ConditionCode
) -> None:
    clause = law.clause(code)

    assert clause.text.id == DECREE
    assert clause.text.status is TextStatus.SUMMARY


def test_only_article_9_is_quoted(law: Law) -> None:
    quoted = [text.id for text in law.texts.values() if text.status is TextStatus.QUOTED]

    assert quoted == [ARTICLE_9]


def test_who_is_ess_is_shown_as_to_be_confirmed(law: Law) -> None:
    assert law.texts[ARTICLE_1].status.label == "résumé, à confirmer sur Légifrance"
    assert law.texts[ARTICLE_1].read_on is None
