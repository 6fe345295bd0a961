"""Pairs that are perhaps the same organisation, for operators to decide."""

from territorial_map.web.base.addresses import DUPLICATES
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.duplicates.layout import layout

PAGE = PageSpec(
    path=DUPLICATES,
    title="Doublons possibles",
    lead=(
        "Deux fiches qui se ressemblent sans que les sources permettent de conclure. Votre "
        "décision vaut pour toutes les éditions à venir et la question n’est plus posée."
    ),
    indexed=False,
    layout=layout,
    exists=lambda site: site.operating,
)
