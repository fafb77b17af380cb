"""The question before a vote is closed, the same on every page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop.models.records.votes import Turnout
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.reason_dialog import ReasonDialog


def ask_to_close(desk: Desk, parent: QWidget, turnout: Turnout | None, close: Callable[[str], None]) -> None:
    """Call `close` with the reason; closing cannot be undone, and is asked about where somebody has not voted yet."""
    if turnout is None or turnout.voted >= turnout.entitled:
        close("")
        return
    language = desk.language
    sheet = ReasonDialog(
        desk, language.say("Close the vote?"),
        language.say_many(
            "{n} person has not voted yet. A closed vote is not opened again.",
            "{n} people have not voted yet. A closed vote is not opened again.",
            n=turnout.entitled - turnout.voted,
        ),
        language.say("Close the vote"), parent, required=False,
    )  # fmt: skip
    sheet.submitted.connect(lambda values: close(values["reason"] or ""))
    sheet.open()
