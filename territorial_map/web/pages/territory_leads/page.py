"""The leads of a territory: who could cooperate with whom, read as the server writes it."""

from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.territory_leads.answer import answer, takes

PAGE = PageSpec(title="Pistes de coopération", takes=takes, answer=answer)
