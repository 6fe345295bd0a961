"""What the document of a route tells of its parameters, and what it does not: that is refused."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from fastapi import Request

from territorial_map.api.parameters import MAX_ID, MOST_VALUE, Json
from territorial_map.domain.errors import BadParameter


@dataclass(frozen=True, slots=True)
class Known:
    """A parameter as the document tells it: how often at most, whether blank, how long."""

    times: int
    blank: bool
    most: int

    @classmethod
    def of(cls, schema: Json) -> Self:
        """What a schema says; one that does not repeat is given once."""
        repeats = schema.get("type") == "array"
        each = schema["items"] if repeats else schema
        free = not {"enum", "pattern", "anyOf"} & each.keys() and each.get("type") == "string"
        times = schema["maxItems"] if repeats else 1
        return cls(times, free, each.get("maxLength", MOST_VALUE))


def refuse_unknown(request: Request, known: Mapping[str, Known]) -> None:
    """Refuse what the document of a route does not tell: a name, a value too long or blank.

    Raises:
        BadParameter: such a parameter, or a single one given twice.
    """
    seen: Counter[str] = Counter()
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise BadParameter(name[:MAX_ID], value[:MAX_ID], "paramètre inconnu.", sorted(known))
        told = known[name]
        if len(value) > told.most:
            raise BadParameter(name, f"{value[:30]}…", f"{told.most} caractères au plus.")
        if not told.blank and not value.strip():
            raise BadParameter(name, "", "une valeur est attendue.")
        seen[name] += 1
        if seen[name] > told.times:
            most = f"{told.times} valeurs au plus." if told.times > 1 else "une seule valeur."
            raise BadParameter(name, value, most)
