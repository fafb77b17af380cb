"""Paper forms typed in by the facilitator, one after the other, without a mouse."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from workshop.models.enums import Channel
from workshop.models.errors import WorkshopError
from workshop.models.records.evaluations import AnswerValue, FormRecord
from workshop.services.evaluation.answers import submit_answer, take_back_paper
from workshop.services.keeping.library import Library
from workshop.services.people.participants import find_by_code
from workshop.ui.command import Command, shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.displays import display_of
from workshop.ui.pages.evaluation.paper_form import PaperForm
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.headings import MutedLabel, paragraph


@dataclass(frozen=True, slots=True)
class Entered:
    """A paper form that was kept a moment ago."""

    answer_id: UUID
    code: str
    values: Mapping[str, AnswerValue]


class PaperEntry(Sheet):
    """One paper form after the other; each is kept by itself, and the last one can be taken back and corrected."""

    saved = Signal(int)  # how many have been kept since it was opened

    def __init__(self, desk: Desk, form: FormRecord, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Enter a paper form"), parent, width=680)
        self._desk, self._form = desk, form
        self._answer_id, self._count, self._busy = uuid4(), 0, False
        self._last: Entered | None = None
        self._agreed: dict[str, AnswerValue] | None = None  # the half-filled form that may be kept so
        say = desk.language.say
        how = say("Type the digit of each answer; the next field follows by itself. Enter leaves an answer out.")
        self._counter = MutedLabel()
        self._counter.setContentsMargins(RING, 0, RING, 0)
        words = paragraph(f"{form.title}. {how}", role="muted")
        words.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(words)
        self.body.addWidget(self._counter)
        self.form = PaperForm(desk, form)
        self.body.addWidget(self.form, 1)
        self._note = paragraph(role="muted")
        self._note.setContentsMargins(RING, 0, RING, 0)
        self._note.setText(say("Each paper form is kept as soon as it is saved."))
        self.body.addWidget(self._note)
        self.cancel_button.setText(say("Finish entering"))
        self.back_button = QuietButton(say("Take the last one back"))
        self.back_button.clicked.connect(self.take_back)
        self.back_button.setEnabled(False)
        self.foot.insertWidget(0, self.back_button)
        self.save_button = PrimaryButton(say("Save this form"))
        self.save_button.clicked.connect(self.save)
        self.foot.addWidget(self.save_button)
        save = Command(self, self.save_button.text(), ["Ctrl+Enter", "Ctrl+Return"], self.save)
        self.save_button.setToolTip(f"{save.text()} ({shortcut_text('Ctrl+Enter')})")
        self.form.refused.connect(self._refuse)
        self.form.accepted.connect(lambda: self._say(""))
        self.form.filled.connect(self.save_button.setFocus)
        self.form.order_before(self.save_button, self.cancel_button, self.back_button)
        self._show_count()
        self.code.setFocus()

    @property
    def code(self) -> Any:
        """The field of the participant's code."""
        return self.form.code

    @property
    def fields(self) -> dict[str, Any]:
        """The fields by the keys of their items."""
        return self.form.fields

    def values(self) -> dict[str, AnswerValue]:
        """What has been typed; answers that are left out are not in it."""
        return self.form.values

    def save(self) -> None:
        """Keep this form and begin the next; a half-filled one only when that is wished once more."""
        self.form.commit()
        values = self.values()
        if self._busy or not self._may_be_kept(values):
            return
        self._busy = True
        entered = Entered(self._answer_id, self.code.value, values)
        work = partial(_keep, self._desk.library, form=self._form, entered=entered)
        self._desk.tasks.run(work, lambda _changed: self._kept(entered), self._failed, owner=self)

    def take_back(self) -> None:
        """Take the form that was kept last back into the fields."""
        last = self._last
        if last is None or self._busy:
            return
        if not self.form.is_empty:
            self._say(
                self._desk.language.say("Save or clear this form first; then the last one can be taken back."), "danger"
            )
            return
        self._busy = True
        work = partial(take_back_paper, self._desk.library, form_id=self._form.id, answer_id=last.answer_id)
        self._desk.tasks.run(work, lambda _changed: self._taken_back(last), self._failed, owner=self)

    def reject(self) -> None:
        """A form that was begun is dropped only knowingly."""
        self.form.commit()
        if self.form.is_empty:
            super().reject()
            return
        say = self._desk.language.say
        question = Confirm(
            self._desk, say("Drop the form that was begun?"), say("What was typed into it has not been saved."),
            say("Drop it"), self,
        )  # fmt: skip
        question.cancel_button.setText(say("Go on typing"))
        question.confirmed.connect(self._drop)
        question.open()

    def _drop(self) -> None:
        self.form.clear()
        super().reject()

    def _may_be_kept(self, values: dict[str, AnswerValue]) -> bool:
        """Whether there is something to keep, and what is missing was seen."""
        language, unfinished = self._desk.language, self.form.unfinished
        if unfinished is not None:
            self._refuse(unfinished)
            self.form.go(unfinished)
            return False
        if not values:
            self._say(language.say("Nothing has been entered yet."), role="danger")
            return False
        missing = self.form.missing
        if missing and self._agreed != values:
            self._agreed = values
            told = ", ".join(language.number(number) for number in missing)
            words = language.say_many(
                "{n} answer is missing (question {told}). Save once more to keep the form so.",
                "{n} answers are missing (questions {told}). Save once more to keep the form so.", len(missing), told=told,
            )  # fmt: skip
            self._say(words, role="warn")
            return False
        return True

    def _refuse(self, field: Any) -> None:
        say = self._desk.language.say
        keys = getattr(field, "keys", "")
        words = say("This key stands for no answer here. Type {keys}.", keys=keys) if keys else ""
        self._say(words or say("This key stands for no answer here."), role="danger")

    def _kept(self, entered: Entered) -> None:
        self._busy = False
        self._answer_id, self._last, self._agreed = uuid4(), entered, None
        self._count += 1
        self.form.clear()
        self.back_button.setEnabled(True)
        self._say(
            self._desk.language.say_many(
                "{n} form saved. Now the next.", "{n} forms saved. Now the next.", n=self._count
            )
        )
        self._show_count()
        self.saved.emit(self._count)

    def _taken_back(self, last: Entered) -> None:
        self._busy = False
        self._last, self._answer_id = None, uuid4()
        self._count -= 1
        self.form.fill(last.code, last.values)
        self.back_button.setEnabled(False)
        self._say(self._desk.language.say("The last form is in the fields again. Correct it and save it."))
        self._show_count()
        self.saved.emit(self._count)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, WorkshopError):
            self._say(self._desk.language.tell(error.message), role="danger")
        else:
            self._desk.tasks.failed.emit(error)

    def _show_count(self) -> None:
        language = self._desk.language
        self._counter.setText(
            language.say_many(
                "{entered} entered now · {n} answer in all", "{entered} entered now · {n} answers in all",
                self._form.answers + self._count, entered=language.number(self._count),
            )
        )  # fmt: skip

    def _say(self, words: str, role: str = "muted") -> None:
        if words or role != "muted":
            self._note.set_role(role)
            self._note.setText(words)
        elif self._note.property("role") in ("danger", "warn"):
            self._note.setText("")

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the form, at most as high as the screen allows."""
        super().showEvent(event)
        inside = self.form.widget()
        high = max(inside.sizeHint().height(), inside.heightForWidth(self.width() - 56)) + 4
        around = self.layout().totalHeightForWidth(self.width()) - self.form.sizeHint().height()
        most = display_of(self).availableGeometry().height() * 9 // 10 - around
        room = max(120, min(high, most))
        self.form.setMinimumHeight(room)
        self.resize(self.width(), around + room)


def _keep(library: Library, *, form: FormRecord, entered: Entered) -> Any:
    """Keep one paper form, with its participant where a code is on it."""
    person = find_by_code(library, project_id=form.project_id, code=entered.code).id if entered.code else None
    return submit_answer(
        library, form_id=form.id, values=entered.values, answer_id=entered.answer_id, participant_id=person,
        channel=Channel.PAPER,
    )  # fmt: skip
