"""What was doubtful in a source's place, and how the doubt was settled."""

from territorial_map.domain.term import Term


class PlaceFlag(Term):
    """Flags of ``Place.flags``; the label is a sentence for the reader."""

    MISPLACED_SOURCE_POINT = (
        "misplaced_source_point",
        "Le point de la source est à plus de 2 km de la commune : point de la commune utilisé.",
    )
    LABEL_DIFFERS = (
        "label_differs",
        "La ville écrite dans la source est une autre commune que celle retenue.",
    )
    COMMUNE_CODE_DIFFERS = (
        "commune_code_differs",
        "Le code commune de la source contredit son code postal et sa ville, qui l’emportent.",
    )
    COMMUNE_FROM_LABEL = (
        "commune_from_label",
        "Commune déduite du code postal et du nom de la ville.",
    )
    COMMUNE_FROM_POSTCODE = (
        "commune_from_postcode",
        "Commune déduite du code postal, qui n’en dessert qu’une.",
    )
    COMMUNE_FROM_POINT = (
        "commune_from_point",
        "Commune déduite du point de la source, dans le département de l’adresse.",
    )
