"""Ids of the page « Nouveautés » that callbacks or scripts name."""

from typing import Final

CHANGES_EDITION: Final = "changes-edition"
CHANGES_DAY: Final = "changes-day"
CHANGES_BODY: Final = "changes-body"
