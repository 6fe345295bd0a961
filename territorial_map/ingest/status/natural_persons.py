"""Natural persons, who never come in: the first level of INSEE's legal categories."""

NATURAL_PERSONS = "1"


def is_natural_person(legal_category: str) -> bool:
    """True for INSEE's legal categories of level I « 1 »: sole traders and other natural persons.

    >>> is_natural_person("1000"), is_natural_person("9220"), is_natural_person("")
    (True, False, False)
    """
    return legal_category.strip().startswith(NATURAL_PERSONS)
