"""In the place of the sheets where a report cannot be made: what is missing, what to do, and the way there."""

from workshop.language import Message, mark
from workshop.models.errors import Missing, MissingError, WorkshopError
from workshop.ui.desk import Desk
from workshop.ui.widgets.empty_state import EmptyState

OPTIONS = "options"  # no page of its own: beside the sheets
_WAYS: dict[Missing, tuple[str, Message]] = {
    Missing.ACTIVITIES: ("prepare", mark("To the running order")),
    Missing.ATTENDANCE: ("run", mark("To the session")),
    Missing.FEWER_SESSIONS: (OPTIONS, mark("To the report options")),
}
_AGAIN = ("", mark("Try again"))


class Refusal(EmptyState):
    """Why there is no report; `leads_to` is the page where that is mended, OPTIONS, or nothing where it can be tried again."""

    def __init__(self, desk: Desk, error: WorkshopError) -> None:
        say, tell = desk.language.say, desk.language.tell
        is_mendable = isinstance(error, MissingError)
        title = say("This report cannot be made yet") if is_mendable else say("This report could not be made")
        leads_to, action = _WAYS[error.what] if isinstance(error, MissingError) else _AGAIN
        super().__init__(desk, "file-text", title, tell(error.message), tell(action))
        self.leads_to, self.message = leads_to, error.message
