"""What visitors say, for operators to read and decide."""

from territorial_map.web.base.addresses import REVIEW
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.review.layout import layout

PAGE = PageSpec(
    path=REVIEW,
    title="Propositions à relire",
    lead=(
        "Ce que visiteurs et organisations disent des fiches. Un rôle déclaré n’est pas vérifié : "
        "en cas de doute, appelez. Ce que vous acceptez entre dans la prochaine édition."
    ),
    indexed=False,
    layout=layout,
    exists=lambda site: site.operating and site.contributing,
)
