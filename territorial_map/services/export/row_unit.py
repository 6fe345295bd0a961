"""What one row of a list stands for."""

from territorial_map.domain.term import Term


class RowsPer(Term):
    """What one row stands for."""

    SITE = "site", "Une ligne par site"
    PERSON = "person", "Une ligne par personne morale, ses sites repliés"
