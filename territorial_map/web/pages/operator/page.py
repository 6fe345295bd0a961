"""What operators set aside for everyone."""

from territorial_map.web.base.addresses import OPERATOR
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.operator.layout import layout

PAGE = PageSpec(
    path=OPERATOR,
    title="Mode opérateur",
    lead=(
        "Réservé à qui tient cet annuaire. Une paire écartée ici par « Pas pertinent » n’est plus "
        "proposée à personne ; elle sert d’étiquette pour juger les règles."
    ),
    indexed=False,
    layout=layout,
    exists=lambda site: site.operating,
)
