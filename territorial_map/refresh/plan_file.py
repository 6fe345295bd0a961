"""The plan of a refresh as a file (TOML), checked key by key."""

from importlib.metadata import version
from pathlib import Path

from territorial_map.refresh.plan import GuardLimits, NetworkRules, Plan, PlannedSource
from territorial_map.services.knowledge.toml_document import FileTable, read_toml

_SHIPPED = Path(__file__).with_name("sources.toml")


class _PlanFile(FileTable):
    network: NetworkRules
    guards: GuardLimits
    source: tuple[PlannedSource, ...]


def read_plan(path: Path | None, contact: str) -> Plan:
    """The plan of a file, or the one that comes with the product.

    ``contact`` is an address where publishers can reach who runs this copy.

    Raises:
        SourceError: a file that is no plan: what is wrong, and on which line.
    """
    document = read_toml(path or _SHIPPED)
    told = document.as_model(_PlanFile)
    plain = contact.encode("ascii", errors="ignore").decode() or "contact unknown"
    try:
        network = told.network.introduced(version("territorial-map"), plain)
    except (KeyError, IndexError, ValueError) as error:
        problem = "{version} et {contact} sont seuls admis entre accolades."
        raise document.error(("network", "user_agent"), problem) from error
    return Plan(network, told.guards, told.source)
