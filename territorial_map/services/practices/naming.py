"""A practice said in words: the guide's own title, and the role when there is one."""

from territorial_map.domain.practices.terms import Role
from territorial_map.services.practices.loading import project_library

PRACTICE = "practice"


def practice_name(value: str) -> str:
    """The French words of a value of the ``practice`` filter, with or without its role.

    A practice that the project does not know is named by its id.

    >>> practice_name("p27:partner_for")
    'Avoir recours aux ressources locales (partenaire possible)'
    """
    practice_id, _, role = value.partition(":")
    practice = project_library().catalogue.practice(practice_id)
    title = practice.title if practice is not None else practice_id
    return f"{title} ({Role(role).label.lower()})" if role else title
