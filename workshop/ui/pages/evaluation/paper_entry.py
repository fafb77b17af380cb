"""Paper forms typed in by the facilitator, one after the other, without a mouse."""

import itertools
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import Channel, ItemKind
from workshop.models.errors import NotFoundError, WorkshopError
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.services.answers import submit_answer
from workshop.services.instruments import find_instrument
from workshop.services.library import Library
from workshop.services.participants import find_by_code
from workshop.ui.command import Command, shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.displays import display_of
from workshop.ui.pages.evaluation.paper_fields import WordsField, choices, make_field
from workshop.ui.widgets.buttons import PrimaryButton
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import set_look


class PaperEntry(Sheet):
    """One paper form after the other; each is kept by itself."""

    saved = Signal(int)  # how many have been kept since it was opened

    def __init__(self, desk: Desk, form: FormRecord, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Enter a paper form"), parent, width=680)
        self._desk, self._form = desk, form
        self._answer_id, self._count, self._busy = uuid4(), 0, False
        say = desk.language.say
        how = say("Type the digit of each answer; the next field follows by itself. Enter leaves an answer out.")
        words = paragraph(f"{form.title}. {how}", role="muted")
        words.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(words)
        self.code = WordsField(*2 * (say("Participant code (may be left out)"),))
        self.fields: dict[str, Any] = {}
        self._area = self._make_area()
        self.body.addWidget(self._area, 1)
        self._note = paragraph(role="muted")
        self._note.setContentsMargins(RING, 0, RING, 0)
        self._note.setText(say("Each paper form is kept as soon as it is saved."))
        self.body.addWidget(self._note)
        self.cancel_button.setText(say("Finish entering"))
        self.save_button = PrimaryButton(say("Save this form"))
        self.save_button.clicked.connect(self.save)
        self.foot.addWidget(self.save_button)
        save = Command(self, self.save_button.text(), ["Ctrl+Enter", "Ctrl+Return"], self.save)
        self.save_button.setToolTip(f"{save.text()} ({shortcut_text('Ctrl+Enter')})")
        self._connect()
        self._order()
        self.code.setFocus()

    def values(self) -> dict[str, AnswerValue]:
        """What has been typed; answers that are left out are not in it."""
        found = {key: field.value for key, field in self.fields.items()}
        return {key: value for key, value in found.items() if value not in (None, "")}

    def save(self) -> None:
        """Keep this form and begin the next."""
        for field in (self.code, *self.fields.values()):
            if isinstance(field, WordsField):
                field.commit_composition()
        values = self.values()
        if self._busy:
            return
        if not values:
            self._say(self._desk.language.say("Nothing has been entered yet."), role="danger")
            return
        self._busy = True
        work = partial(
            _keep, self._desk.library, form=self._form, code=self.code.value, values=values, answer_id=self._answer_id
        )
        self._desk.tasks.run(work, self._kept, self._failed, owner=self)

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("look", "bare")
        column = QVBoxLayout(holder)
        column.setContentsMargins(RING, RING, RING, RING)
        column.setSpacing(10)
        column.addWidget(self.code)
        most = _most_choices(self._form.instrument)
        scale: object = None
        for number, item in enumerate(self._form.items, start=1):
            told = choices(self._desk, item)
            if told and told != scale:
                words = " · ".join(f"{key} {text}" for key, text in told)
                if item.kind is ItemKind.LIKERT:
                    column.addWidget(MutedLabel(words, wrap=True))
            column.addWidget(self._row(number, item, most.get(item.key, 0)))
            scale = told
        column.addStretch(1)
        area.setWidget(holder)
        return area

    def _row(self, number: int, item: ItemRecord, most: int) -> QWidget:
        holder = QWidget()
        field = make_field(self._desk, item, most)
        self.fields[item.key] = field
        text = BodyLabel(f"{number}. {self._desk.language.pick(item.text)}", wrap=True)
        text.setBuddy(field)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if isinstance(field, WordsField):
            column.addWidget(text)
            column.addWidget(field)
            return holder
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(text, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if item.kind in (ItemKind.SINGLE, ItemKind.MULTIPLE):
            words = "  ".join(f"{key} {text}" for key, text in choices(self._desk, item))
            column.addWidget(MutedLabel(words, wrap=True))
        return holder

    def _connect(self) -> None:
        ordered = [self.code, *self.fields.values()]
        for place, field in enumerate(ordered):
            after = ordered[place + 1] if place + 1 < len(ordered) else self.save_button
            field.filled.connect(partial(self._go, after))
            field.emptied.connect(partial(self._go, ordered[max(0, place - 1)]))
            field.refused.connect(partial(self._refuse, field))
            field.textChanged.connect(partial(self._accept_text, field))

    def _order(self) -> None:
        ordered = [self.code, *self.fields.values(), self.save_button, self.cancel_button]
        for one, other in itertools.pairwise(ordered):
            QWidget.setTabOrder(one, other)

    def _go(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget is not self.save_button:
            self._area.ensureWidgetVisible(widget, 0, 60)

    def _refuse(self, field: QWidget) -> None:
        set_look(field, wrong=True)
        self._say(self._desk.language.say("This key stands for no answer here."), role="danger")

    def _accept_text(self, field: QWidget, _text: str) -> None:
        set_look(field, wrong=False)
        self._say("")

    def _kept(self, _changed: Any) -> None:
        self._busy = False
        self._answer_id = uuid4()
        self._count += 1
        for field in (self.code, *self.fields.values()):
            field.clear()
        self._area.verticalScrollBar().setValue(0)
        self._say(
            self._desk.language.say_many(
                "{n} form saved. Now the next.", "{n} forms saved. Now the next.", n=self._count
            )
        )
        self.code.setFocus()
        self.saved.emit(self._count)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, WorkshopError):
            self._say(self._desk.language.tell(error.message), role="danger")
        else:
            self._desk.tasks.failed.emit(error)

    def _say(self, words: str, role: str = "muted") -> None:
        if words or role != "muted":
            self._note.set_role(role)
            self._note.setText(words)
        elif self._note.property("role") == "danger":
            self._note.setText("")

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the form, at most as high as the screen allows."""
        super().showEvent(event)
        inside = self._area.widget()
        high = max(inside.sizeHint().height(), inside.heightForWidth(self.width() - 56)) + 4
        around = self.layout().totalHeightForWidth(self.width()) - self._area.sizeHint().height()
        most = display_of(self).availableGeometry().height() * 9 // 10 - around
        room = max(120, min(high, most))
        self._area.setMinimumHeight(room)
        self.resize(self.width(), around + room)


def _keep(library: Library, *, form: FormRecord, code: str, values: dict[str, AnswerValue], answer_id: UUID) -> Any:
    """Keep one paper form, with its participant where a code is on it."""
    person = find_by_code(library, project_id=form.project_id, code=code).id if code else None
    return submit_answer(
        library, form_id=form.id, values=values, answer_id=answer_id, participant_id=person, channel=Channel.PAPER
    )


def _most_choices(instrument: str) -> dict[str, int]:
    try:
        return {item.key: item.most for item in find_instrument(instrument).items}
    except NotFoundError:
        return {}
