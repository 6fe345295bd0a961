"""What several answers are made of: numbers with their range, sentences in two languages."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.domain.language.sentence import Sentence

Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Kilometres = Annotated[float, Field(ge=0, description="À vol d’oiseau, en kilomètres.")]
Longitude = Annotated[float, Field(ge=-180, le=180, description="Degrés, WGS 84.")]
Latitude = Annotated[float, Field(ge=-90, le=90, description="Degrés, WGS 84.")]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="AAAA-MM-JJ.")]
EditionId = Annotated[str, Field(description="L’édition qui a répondu.")]
Bounds = Annotated[
    list[float], Field(min_length=4, max_length=4, description="Ouest, sud, est, nord, en degrés.")
]


class BothLanguages(TypedDict):
    """The same sentence in French and in English."""

    fr: str
    en: str


class Named(TypedDict):
    """An organisation by its identifier and name."""

    id: str
    name: str


def sentence(text: Sentence) -> BothLanguages:
    """The two languages side by side."""
    return {"fr": text.fr, "en": text.en}


def sentence_or_none(text: Sentence | None) -> BothLanguages | None:
    """The two languages, or ``None`` where there is no text."""
    return None if text is None else sentence(text)
