"""One organisation: an address of its own for readers, a panel over the main screen in the app."""

from territorial_map.web.base.addresses import ORGANISATIONS
from territorial_map.web.base.page_spec import PageSpec
from territorial_map.web.pages.organisation.answer import answer, takes
from territorial_map.web.pages.organisation.callbacks import register

PAGE = PageSpec(
    under=(ORGANISATIONS,),
    answer=answer,
    takes=takes,
    register=register,
)
