"""One example per operation, of real organisations and territories; a test replays them all.

Operations whose answer needs nothing have none; those of operators are told, and replayed by their
own tests: what they decide depends on what was decided before.
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_ARCHER = "siae:aci:34350633300032"
_TWO = {"ids": [_ARCHER, "ptce:pole-sud-groupe-archer"]}
_LIST = {"title": "À rencontrer", "lines": [{"id": _ARCHER, "status": "to_contact"}]}
_PAIR = {"a_id": _ARCHER, "b_id": "ptce:pole-sud-groupe-archer"}


@dataclass(frozen=True, slots=True)
class OperationExample:
    """Values of parameters by name, and a body."""

    parameters: Json = field(default_factory=dict)
    body: Any = None


EXAMPLES: dict[str, OperationExample] = {
    "list_organisations": OperationExample(
        {"near": "5.05,45.04", "radius_km": 30, "kind": ["sheltered_supplier"], "limit": 3}
    ),
    "get_organisation": OperationExample({"organisation_id": _ARCHER}),
    "get_map": OperationExample({"bbox": "4,44,6,46", "zoom": 8}),
    "get_facets": OperationExample({"department": ["26"]}),
    "search_territories": OperationExample({"q": "romans", "limit": 5}),
    "get_territory": OperationExample({"level": "department", "code": "26"}),
    "get_portrait": OperationExample({"level": "epci", "code": "200068781"}),
    "get_territory_leads": OperationExample({"level": "epci", "code": "200068781", "limit": 5}),
    "get_alike": OperationExample({"level": "epci", "code": "200068781"}),
    "get_gaps": OperationExample({"level": "department", "code": "973"}),
    "get_note": OperationExample({"level": "epci", "code": "200068781", "extension": "docx"}),
    "get_review_sheet": OperationExample(
        {"level": "epci", "code": "200068781", "extension": "pdf"}
    ),
    "get_reach": OperationExample({"level": "department", "code": "26"}),
    "get_network": OperationExample(
        {"extension": "graphml", "epci": ["200068781"], "pooling": ["training"]}
    ),
    "get_outlines": OperationExample({"level": "region"}),
    "get_zoning": OperationExample({"kind": "employment_zone", "department": "26"}),
    "get_coverage": OperationExample({"by": "region"}),
    "get_coverage_map": OperationExample({"kind": "sheltered_supplier"}),
    "follow_lines": OperationExample(body=_TWO),
    "list_selection_ids": OperationExample({"department": ["26"], "limit": 5}),
    "match_list": OperationExample(
        body={"rows": [{"Nom": "Archer", "Ville": "Romans-sur-Isère", "SIRET": "34350633300032"}]}
    ),
    "get_list_additions": OperationExample(body=_TWO),
    "export_selection": OperationExample(
        {"extension": "csv", "department": ["26"], "columns": "name,commune,phone"}
    ),
    "export_partners": OperationExample({"extension": "csv", "commune": "26281", "limit": 5}),
    "export_list": OperationExample({"extension": "csv"}, _LIST),
    "describe_selection_export": OperationExample({"department": ["26"]}),
    "describe_partners_export": OperationExample({"commune": "26281", "limit": 5}),
    "describe_list_export": OperationExample(body=_LIST),
    "list_practices": OperationExample({"theme": ["3"], "q": "ressources"}),
    "get_practice": OperationExample({"practice_id": "p27"}),
    "get_organisation_practices": OperationExample({"organisation_id": _ARCHER}),
    "get_profile_practices": OperationExample(
        body={
            "kind": "ess_actor",
            "legal_form": "scop",
            "size_band": "small",
            "sectors": ["digital"],
            "commune": "26281",
        }
    ),
    "check_ptce_group": OperationExample(body=_TWO | {"complete": False}),
    "write_ptce_dossier": OperationExample(
        {"extension": "docx"},
        body=_TWO | {"proofs": [{"code": "strategy", "done": True, "note": "Convention"}]},
    ),
    "get_organisation_partners": OperationExample({"organisation_id": _ARCHER, "limit": 2}),
    "get_organisation_groups": OperationExample(
        {"organisation_id": _ARCHER, "pooling": "premises_and_land"}
    ),
    "list_partnerships": OperationExample({"epci": ["200068781"], "limit": 5}),
    "list_groups": OperationExample({"epci": ["200068781"], "pooling": "premises_and_land"}),
    "dismiss_pair": OperationExample(
        body=_PAIR | {"pooling": "equipment", "reason": "Déjà partenaires."}
    ),
    "restore_pair": OperationExample(body=_PAIR | {"pooling": "equipment"}),
    "say_group": OperationExample(
        body=_PAIR | {"said": "same_group", "reason": "Une seule direction."}
    ),
    "unsay_group": OperationExample(body=_PAIR | {"said": "same_group"}),
    "decide_duplicate": OperationExample(body=_PAIR | {"verdict": "different"}),
    "take_back_verdict": OperationExample(body=_PAIR),
    "send_contribution": OperationExample(
        body={"organisation": _ARCHER, "kind": "confirmation", "teller": "partner"}
    ),
    "get_table_to_fill": OperationExample({"extension": "csv", "ids": _ARCHER}),
    "get_organisation_history": OperationExample({"organisation_id": _ARCHER}),
    "decide_contribution": OperationExample(
        {"proposal_id": "0123456789abcdef"},
        body={"outcome": "refused", "seen": 0, "sentence": "Ce numéro est celui du siège."},
    ),
    "list_changes": OperationExample({"limit": 5}),
    "download_changes": OperationExample({"extension": "csv"}),
    "get_ogc_collection": OperationExample({"collection_id": "organisations"}),
    "get_ogc_queryables": OperationExample({"collection_id": "organisations"}),
    "list_ogc_organisations": OperationExample(
        {"bbox": "4.8,44.7,5.2,45.1", "kind": ["sheltered_supplier"], "limit": 3}
    ),
    "get_ogc_organisation": OperationExample({"organisation_id": _ARCHER}),
    "list_ogc_territories": OperationExample({"level": "epci", "department": ["26"], "limit": 2}),
    "get_ogc_territory": OperationExample({"level": "department", "code": "26"}),
}


def tell_example(operation: Json) -> None:
    """Add to an operation of the document its example, where it has one."""
    example = EXAMPLES.get(operation["operationId"])
    if example is None:
        return
    for parameter in operation.get("parameters", ()):
        parameter["schema"].pop("examples", None)
        if parameter["name"] in example.parameters:
            parameter["example"] = example.parameters[parameter["name"]]
    if example.body is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = example.body
