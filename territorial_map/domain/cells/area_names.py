"""Folded names of départements and régions (COG 2026): a row that tells nothing else is a title."""

_NAMES = (
    "ain|aisne|allier|alpes de haute provence|alpes maritimes|ardeche|ardennes|ariege|aube|"
    "aude|auvergne rhone alpes|aveyron|bas rhin|bouches du rhone|bourgogne franche comte|"
    "bretagne|calvados|cantal|centre val de loire|charente|charente maritime|cher|correze|"
    "corse|corse du sud|cote d or|cotes d armor|creuse|deux sevres|dordogne|doubs|drome|"
    "essonne|eure|eure et loir|finistere|gard|gers|gironde|grand est|guadeloupe|guyane|"
    "haut rhin|haute corse|haute garonne|haute loire|haute marne|haute saone|haute savoie|"
    "haute vienne|hautes alpes|hautes pyrenees|hauts de france|hauts de seine|herault|"
    "ile de france|ille et vilaine|indre|indre et loire|isere|jura|la reunion|landes|"
    "loir et cher|loire|loire atlantique|loiret|lot|lot et garonne|lozere|maine et loire|"
    "manche|marne|martinique|mayenne|mayotte|meurthe et moselle|meuse|morbihan|moselle|"
    "nievre|nord|normandie|nouvelle aquitaine|occitanie|oise|orne|paris|pas de calais|"
    "pays de la loire|provence alpes cote d azur|puy de dome|pyrenees atlantiques|"
    "pyrenees orientales|rhone|saone et loire|sarthe|savoie|seine et marne|seine maritime|"
    "seine saint denis|somme|tarn|tarn et garonne|territoire de belfort|val d oise|"
    "val de marne|var|vaucluse|vendee|vienne|vosges|yonne|yvelines"
)
AREA_NAMES = frozenset(_NAMES.split("|"))
