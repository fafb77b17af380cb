"""Entering the paper ballot of somebody who did not vote at the screen."""

from typing import Any
from uuid import UUID, uuid4

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from workshop.models.enums import Channel
from workshop.models.records.votes import PollRecord, VoterRecord
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.votes.paper_rows import PaperRows
from workshop.ui.pages.votes.sentence import rules_sentence
from workshop.ui.widgets.form import Field


class PaperSheet(FormDialog):
    """The paper as it was filled in; one that breaks the rule is counted as invalid.

    `submitted` tells what `voting.cast_ballot` takes, by name. Nothing of it outlives the sheet.
    """

    def __init__(self, desk: Desk, poll: PollRecord, voter: VoterRecord, parent: QWidget) -> None:
        say = desk.language.say
        fields = (Field("spoilt", say("This paper breaks the rule: count it as invalid"), "check"),)
        title = say("Paper ballot of number {n}", n=f"{voter.number:02}")
        rule = rules_sentence(desk.language, poll)
        after = say("Once it is in the box it cannot be changed.")
        super().__init__(
            desk, title, fields, say("Put into the box"), parent, text=f"{rule} {after}", stay=True, width=620
        )
        self._language, self._blank_told = desk.language, False
        self._poll, self._voter = poll, voter
        self._keys: dict[str, UUID] = {}
        self.rows = PaperRows(desk, poll)
        column: Any = self.form.layout()
        column.insertWidget(0, self.rows)
        self.form.control("spoilt").toggled.connect(lambda spoilt: self.rows.setDisabled(spoilt))

    def _submit(self, values: dict[str, Any]) -> None:
        """Tell what `voting.cast_ballot` takes; a blank ballot only after it was said that it is one."""
        spoilt = bool(values["spoilt"])
        given: dict[str, Any] = {
            "poll_id": self._poll.id, "participant_id": self._voter.participant_id,
            "channel": Channel.PAPER, "spoilt": spoilt,
            "choices": {} if spoilt else self.rows.choices(),
            "comparisons": () if spoilt else self.rows.comparisons(),
        }  # fmt: skip
        if not spoilt and not self.rows.is_whole:
            self.show_error(self._language.say("A comparison needs both options."))
            return
        if not spoilt and not given["choices"] and not given["comparisons"] and not self._blank_told:
            self._blank_told = True
            self.show_error(self._language.say("Nothing is marked. Press once more to count it as a blank ballot."))
            return
        # One key for what is marked now, however often the button is pressed; what is changed after a try has another.
        given["ballot_id"] = self._keys.setdefault(repr((spoilt, given["choices"], given["comparisons"])), uuid4())
        super()._submit(given)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first mark."""
        super().showEvent(event)
        self.rows.focus_first()
