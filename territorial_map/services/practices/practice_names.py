"""A practice said in words: the guide's own title, and the role when there is one."""

from territorial_map.domain.practices.terms import Role
from territorial_map.services.knowledge.shared import project_library
from territorial_map.services.texts import Language, Texts

PRACTICE = "practice"


def practice_name(value: str, t: Texts | None = None) -> str:
    """The words of a value of the ``practice`` filter, with or without its role; French by default.

    A practice that the project does not know is named by its id.

    >>> practice_name("p27:partner_for")
    'Avoir recours aux ressources locales (partenaire possible)'
    """
    practice_id, _, role = value.partition(":")
    practice = project_library().catalogue.practice(practice_id)
    t = t or Texts()
    title = practice_id
    if practice is not None:
        title = practice.title if t.language is Language.FRENCH else practice.title_en
    return f"{title} ({t.label(Role(role).label).lower()})" if role else title
