"""How leads are told: names of categories, words of tiers, distances."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.partnership import Partnership, Tier, in_one_commune
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.texts import Texts


@dataclass(frozen=True, slots=True)
class LeadWords:
    """The rules and the texts of one language."""

    rulebook: Rulebook
    t: Texts

    def say(self, text: Sentence) -> str:
        """A sentence in the language of the reader."""
        return self.t.say(text)

    def category(self, category: PoolingCategory) -> str:
        """The name of a category."""
        return self.say(self.rulebook.frame(category).name)

    def tier(self, tier: Tier) -> str:
        """The word of a tier."""
        words = {
            Tier.STRONG: self.t("Piste forte"),
            Tier.EXPLORE: self.t("À explorer"),
            Tier.INSUFFICIENT: self.t("À interroger"),
        }
        return words[tier]

    def distance(self, partnership: Partnership) -> str:
        """The distance as the crow flies, said so."""
        km = partnership.nearness.distance_km
        if km is None:
            return self.t("distance non connue")
        if in_one_commune(partnership):
            return self.t("même commune")
        return self.t("à {distance} à vol d’oiseau", distance=self.t.distance(km))
