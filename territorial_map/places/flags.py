"""What was doubtful in a source's place, and how the doubt was settled."""

from territorial_map.domain.term import Term


class PlaceFlag(Term):
    """Flags of ``Place.flags``; the label is a sentence for the reader."""

    MISPLACED_SOURCE_POINT = (
        "misplaced_source_point",
        "Le point de la source est à plus de 2 km de la commune : point de la commune utilisé.",
    )
    LABEL_DIFFERS = (
        "label_differs",
        "La ville écrite dans la source est une autre commune que celle retenue.",
    )
    COMMUNE_CODE_DIFFERS = (
        "commune_code_differs",
        "Le code commune de la source contredit son code postal et sa ville, qui l’emportent.",
    )
    POSTCODE_DIFFERS = (
        "postcode_differs",
        "Le code postal de la source n’est pas celui de la commune retenue.",
    )
    AREA_DIFFERS = (
        "area_differs",
        "Le département ou la région de la source ne sont pas ceux de la commune retenue.",
    )
    COMMUNE_FORMERLY = (
        "commune_formerly",
        "La source donne un ancien nom ou un ancien code : commune actuelle retenue.",
    )
    COMMUNE_FROM_LABEL = (
        "commune_from_label",
        "Commune déduite du code postal et du nom de la ville.",
    )
    COMMUNE_FROM_TOWN = (
        "commune_from_town",
        "Commune déduite du nom de la ville, sans code postal.",
    )
    COMMUNE_FROM_POPULATION = (
        "commune_from_population",
        "Plusieurs communes portent ce nom : la plus peuplée, de très loin, est retenue.",
    )
    COMMUNE_MISSPELT = (
        "commune_misspelt",
        "La ville est écrite autrement que la commune retenue : faute de frappe ou nom abrégé.",
    )
    COMMUNE_FROM_POSTCODE = (
        "commune_from_postcode",
        "Commune déduite du code postal, qui n’en dessert qu’une.",
    )
    LABEL_UNKNOWN = (
        "label_unknown",
        "La ville écrite dans la source n’est le nom d’aucune commune.",
    )
    COMMUNE_FROM_POINT = (
        "commune_from_point",
        "Commune déduite du point de la source.",
    )
    COUNTRY_FROM_TOWN = (
        "country_from_town",
        "Pays déduit de la ville et du code postal : la source ne le dit pas.",
    )
