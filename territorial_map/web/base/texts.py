"""The texts of the screen: those of the product, under the name that the pages know."""

from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import NBSP
from territorial_map.services.texts import DOMAIN, LOCALE, Texts, language_of, language_or_french

__all__ = ["DOMAIN", "LOCALE", "NBSP", "Language", "Texts", "language_of", "language_or_french"]
