"""What was understood of a typed text, in words: for chips, answers of the API and exports."""

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Device
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.reading import PartRead, QuestionReading, What
from territorial_map.services.texts import Texts

_MOST_VALUES = 3


def value_of(part: PartRead, gazetteer: Gazetteer, t: Texts) -> str:
    """« ESAT », « Propreté et blanchisserie », « Valence (Drôme), 20 km », or the typed words."""
    if part.territory is not None:
        name = place_told_apart(part.territory, gazetteer)
        return f"{name}, {t.radius(part.radius_km)}" if part.radius_km else name
    if part.what in {What.NUMBER, What.WORDS}:
        return f"«\u00a0{part.spelt or part.words}\u00a0»"
    if len(part.values) > _MOST_VALUES:
        return part.words
    return t(" ou ").join(value_in_short(name, value, t) for name, value in part.values)


def value_in_short(name: str, value: str, t: Texts) -> str:
    """A value as a chip says it: the acronym of a device, else the label."""
    if name == "device":
        return Device(value).short
    return t.label(BY_NAME[name].label_of(value))


def place_told_apart(territory: Territory, gazetteer: Gazetteer) -> str:
    """« Valence (Drôme) »: a commune with its département, since others bear its name."""
    if territory.level is not TerritoryLevel.COMMUNE or not territory.department_code:
        return territory.name
    area = gazetteer.name_of(TerritoryLevel.DEPARTMENT, territory.department_code)
    return f"{territory.name} ({area})" if area != territory.name else territory.name


def reading_in_words(reading: QuestionReading, gazetteer: Gazetteer, t: Texts) -> str:
    """« dispositif : ESAT · lieu : Valence (Drôme), 20 km »."""
    return " · ".join(
        t("{filter} : {value}", filter=t.label(part.what.label), value=value_of(part, gazetteer, t))
        for part in reading.parts
    )
