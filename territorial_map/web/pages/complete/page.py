"""Several organisations completed at once, after calls: line by line, or by a table."""

from territorial_map.services.contributions.completing import PATH
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.complete.answer import answer

PAGE = PageSpec(
    path=PATH,
    title="Compléter après vos appels",
    lead=(
        "Ligne par ligne, ou par un tableau que vous rapportez. Laissez vide ce que vous ne savez "
        "pas : une personne relit avant toute publication."
    ),
    indexed=False,
    answer=answer,
    filtered=True,
    exists=lambda site: site.contributing,
)
