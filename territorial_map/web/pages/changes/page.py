"""What changed between two editions."""

from territorial_map.web.base.addresses import CHANGES
from territorial_map.web.base.page_spec import MenuEntry, PageSpec
from territorial_map.web.pages.changes.answer import answer
from territorial_map.web.pages.changes.callbacks import register
from territorial_map.web.pages.changes.layout import layout, parts
from territorial_map.web.pages.changes.state import API

PAGE = PageSpec(
    path=CHANGES,
    title="Nouveautés",
    lead=(
        "Ce qui a changé dans l’annuaire entre une édition passée et l’édition courante, pour "
        "toutes les organisations ou une sélection."
    ),
    menu=MenuEntry("Nouveautés", when=lambda site: site.archive.holds_several),
    layout=layout,
    answer=answer,
    filtered=True,
    closed=tuple(f"{API}.{extension}" for extension in ("csv", "json", "html")),
    parts=parts,
    register=register,
)
