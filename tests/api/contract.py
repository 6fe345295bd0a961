"""What the tests of the contract share: the document, its operations, and what they ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
METHODS = ("get", "post", "delete")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a document."""

    path: str
    method: str
    told: Json

    @property
    def id(self) -> str:
        """Its name for generated clients."""
        return str(self.told["operationId"])

    @property
    def body(self) -> Json:
        """The media types of its body, with their schemas."""
        content: Json = self.told.get("requestBody", {}).get("content", {})
        return content

    def parameters(self, where: str) -> list[Json]:
        """Its parameters in the path or the query."""
        return [p for p in self.told.get("parameters", ()) if p["in"] == where]

    def answer(self, status: str = "200") -> Json:
        """The media types of an answer, with their schemas."""
        content: Json = self.told["responses"][status].get("content", {})
        return content


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Every operation of a document."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            yield Operation(path, method, told)


def resolved(schema: Json, document: Mapping[str, Any]) -> Json:
    """A schema, behind its reference if it is one."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Json = document["components"]["schemas"][reference.rpartition("/")[2]]
    return found


def strict(node: Any) -> Any:
    """The schema with no other key allowed in any object that names its own."""
    if isinstance(node, list):
        return [strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: strict(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" in node and "enum" not in node:
        made.setdefault("additionalProperties", False)
    return made
