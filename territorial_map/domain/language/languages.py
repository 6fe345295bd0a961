"""The languages of the product."""

from territorial_map.domain.term import Term


class Language(Term):
    """Languages of the screen; each is named in itself."""

    FRENCH = "fr", "Français"
    ENGLISH = "en", "English"
