"""A list made line by line in a browser, as it comes to be exported."""

from typing import Annotated

from pydantic import Field

from territorial_map.api.models.lists import AskedBody, OrganisationId
from territorial_map.services.export.chosen_list import (
    DAY,
    MOST_LINES,
    ChosenLine,
    ChosenList,
    FollowUp,
)

_STATUSES = ["", *FollowUp.codes()]
MOST_TITLE = 1_000


class ChosenLineAsked(AskedBody):
    """One line; its note never leaves the browser, so no other key is read."""

    id: OrganisationId
    status: Annotated[
        str | None,
        Field(
            pattern=f"^({'|'.join(_STATUSES)})$",
            description=f"Suivi : {', '.join(FollowUp.codes())} ; vide si rien n’est dit.",
        ),
    ] = None
    checked_on: Annotated[
        str | None, Field(pattern=f"^({DAY})?$", description="AAAA-MM-JJ, ou vide.")
    ] = None

    def line(self) -> ChosenLine:
        """The line of a list."""
        status = FollowUp(self.status) if self.status else None
        return ChosenLine(self.id, status, self.checked_on or None)


class ChosenListAsked(AskedBody):
    """A titled list, in its author's order."""

    title: Annotated[str | None, Field(max_length=MOST_TITLE)] = None
    lines: Annotated[
        list[ChosenLineAsked],
        Field(max_length=MOST_LINES),
    ]

    def chosen(self) -> ChosenList:
        """The list as it is exported."""
        return ChosenList.titled(self.title or "", [line.line() for line in self.lines])
