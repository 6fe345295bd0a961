"""The parameters that say which group is listed, and what a map groups."""

from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator

from territorial_map.api.models.closed import one_of
from territorial_map.domain.trade_question import TradeGroup

By = Annotated[
    str,
    Query(
        description="Ce qui est regroupé : les organisations voisines (`cells`) ou, en dessous du "
        "zoom 9, toutes celles d’un territoire (`territories`). Exemple : "
        "`bbox=-5,41,10,51&zoom=5&by=territories`.",
        json_schema_extra={"enum": ["cells", "territories"]},
    ),
    BeforeValidator(one_of("by", ("cells", "territories"))),
]
_GROUPS = (TradeGroup.KNOWN.value, TradeGroup.UNKNOWN.value)
Group = Annotated[
    str,
    Query(
        description="Où une activité est demandée : celles dont on la connaît (`known`), ou celles "
        "qu’aucune source ne renseigne, à appeler (`unknown`). Exemple : "
        "`q=esat blanchisserie rennes&group=unknown`.",
        json_schema_extra={"enum": list(_GROUPS)},
    ),
    BeforeValidator(one_of("group", _GROUPS)),
]
