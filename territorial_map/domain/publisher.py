"""Who publishes a site, as its host tells it: what the law asks of every site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """Each text is empty where the host has not told it yet.

    ``contact`` and ``security_contact`` are an e-mail address or the address of a page.
    """

    name: str = ""
    address: str = ""
    director: str = ""
    hosting: str = ""
    contact: str = ""
    security_contact: str = ""
