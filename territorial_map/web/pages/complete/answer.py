"""What ``/completer`` shows: whom it is asked for, then what follows once it was sent."""

from collections import Counter
from collections.abc import Iterable

from territorial_map.domain.errors import Unavailable
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.services.contributions.completing import PATH
from territorial_map.web.base.addresses import HOME
from territorial_map.web.base.answers import Answer, Asked, Content, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.noticed import notice_told
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.complete.document import CompletingPage, document
from territorial_map.web.pages.complete.question import question_in


def answer(asked: Asked) -> Answer:
    """The form, empty."""
    question = question_in(asked.search)
    whose = question.asked_of(asked.edition)
    waiting = waiting_by_id((item.id for item in whose.items), asked.site.ledger.contributions)
    shown = CompletingPage(question, whose, waiting=waiting)
    notice = notice_told(asked.search, asked.edition.places, asked.t)
    return seen_of(shown, asked.heading, asked.t, asked.edition.edition.id, notice)


def seen_of(
    shown: CompletingPage, heading: Heading, t: Texts, edition: str, notice: Iterable[object] = ()
) -> Seen:
    """The page of a form as it was filled."""
    waiting = tuple(sorted(shown.waiting.items()))
    told = tuple(notice)
    key: tuple[object, ...] = ("complete", edition, t.language, shown.question, waiting, str(told))
    filled = (shown.filled, shown.table)
    content = Content((*key, filled), lambda: [*told, *document(shown, heading, t)])
    head = Head(heading, PATH, indexed=False)
    status = 422 if shown.filled.faults and shown.table is None else 200
    return Seen(head, content, t.language, status, here=HOME, alone=True)


def waiting_by_id(ids: Iterable[str], book: ContributionBook) -> dict[str, int]:
    """How many proposals wait on each; nothing is told while the ledger is away."""
    try:
        found = book.proposals_on(ids)
    except Unavailable:
        return {}
    return dict(Counter(one.contribution.organisation for one in found if one.state.is_open))
