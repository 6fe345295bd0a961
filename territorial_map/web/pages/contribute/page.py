"""What visitors say of one organisation, where the host opens it: a form that needs no script."""

from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.contribute.answer import answer, takes

PAGE = PageSpec(
    title="Compléter ou corriger cette fiche",
    lead=(
        "Trois minutes, sans compte. Dites ce que vous savez, laissez le reste. Une personne relit "
        "avant toute publication."
    ),
    indexed=False,
    takes=takes,
    answer=answer,
    exists=lambda site: site.contributing,
)
