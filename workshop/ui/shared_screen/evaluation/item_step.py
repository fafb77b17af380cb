"""One question of a form, with large answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.ui.shared_screen.evaluation.answer import Answer, is_given
from workshop.ui.shared_screen.evaluation.answer_cards import Answers
from workshop.ui.shared_screen.evaluation.ends_scale import EndsScale, has_end_words_alone
from workshop.ui.shared_screen.evaluation.number_pad import NumberPad
from workshop.ui.shared_screen.evaluation.photo_choice import PhotoChoice, ShownPhoto
from workshop.ui.shared_screen.evaluation.progress import Progress
from workshop.ui.shared_screen.evaluation.ranking import Ranking
from workshop.ui.shared_screen.evaluation.wording import answer_texts, how_to_answer
from workshop.ui.shared_screen.evaluation.written import Written
from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import TouchButton, Words, announce, foot, headline
from workshop.ui.shared_screen.step import ARROWS, ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, go_on
from workshop.ui.widgets.composing import Composing

_FEW = 4  # answers
Give = Callable[[AnswerValue | None], None]


class ItemStep(Step):
    """One question; `give` is told every change of its answer, `onward` goes to what comes next."""

    def __init__(
        self, look: Look, item: ItemRecord, value: AnswerValue | None, progress: Progress, *,
        faces: bool, give: Give, back: Call, onward: Call, photos: Sequence[ShownPhoto] = (),
    ) -> None:  # fmt: skip
        say = look.language.say
        question = look.language.pick(item.text)
        super().__init__(look, f"{progress.accessibleName()}: {question}", back)
        self._item, self._give, self._onward = item, give, onward
        self.answer = make_answer(look, item, value, faces=faces, photos=photos)
        self.answer.given.connect(self._set)
        self.answer.passed.connect(self._next)
        self.answer.refused.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(progress)
        chooses = item.kind is not ItemKind.PHOTO or photos  # else the answer itself says that there are none
        self._how = how_to_answer(look.language, item) if chooses else ""
        self.hint = Words(self._how, "body", role="muted")
        column.addWidget(FingerScroll(look, self._sheet(question)), 1)
        self.skip_button = TouchButton(say("Skip"), "skip")
        self.skip_button.clicked.connect(lambda _on=False: onward())
        self.next_button = go_on(say("Next"), "next", self._next)
        self.note = Words(say("Please answer this one."), "small")
        self.note.set_wrapping(False)
        column.addLayout(foot(look, back_to(look, back), None, self.note, self.skip_button, self.next_button))
        self._answered(value)

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to answer, and what goes on or back."""
        say = self.look.language.say
        onward = "Enter" if self._item.kind is not ItemKind.TEXT else "Ctrl+Enter"
        own = self.answer.keys
        erases = any(key == "Backspace" for key, _what in own) or self._item.kind is ItemKind.TEXT
        back = super().keys() if erases else [("Backspace", say("Back"))]
        return [*own[:1], (onward, say("Next")), *own[1:], *back]

    def focus_first(self, *, by_key: bool = True) -> None:
        """The answers have the keyboard; by touch none of them is marked before it is chosen."""
        if by_key or self._item.kind in (ItemKind.TEXT, ItemKind.NUMBER):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # where there is nothing to choose it stays here
            self.answer.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Keys of the answer first; from nowhere an arrow leads to it; Backspace goes back where nothing is to be erased."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if self.answer.take_key(event):
            return True
        focus = QApplication.focusWidget()
        if focus is self and event.key() in ARROWS and not isinstance(self.answer, Written):
            self.answer.focus_first()
            return focus is not QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat() and not _has_text(focus):
            if getattr(focus, "place", 0):
                return False  # a ranked choice gives its place back
            self.go_back()
            return True
        return super().take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, where an answer was given."""
        if event.key() in ENTERS:
            self._next()
        else:
            super().keyPressEvent(event)

    def _sheet(self, question: str) -> QWidget:
        look, item = self.look, self._item
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(look.px(4), 0, look.px(4), 0)
        inner.setSpacing(look.px(14))
        inner.addStretch(1)
        few = item.kind is ItemKind.LIKERT or (len(item.labels) <= _FEW and not self._how)
        if isinstance(self.answer, NumberPad):
            self.answer.ask(headline(look, question, QSize(look.px(BASE_WIDTH // 2), look.px(180))), self.hint)
        else:
            inner.addWidget(headline(look, question, QSize(look.px(BASE_WIDTH - 120), look.px(140 if few else 60))))
            inner.addWidget(self.hint)
        self.hint.setVisible(bool(self._how))
        inner.addWidget(self.answer)
        inner.addStretch(2)
        return sheet

    def _set(self, value: AnswerValue | None) -> None:
        self._give(value if is_given(value) else None)
        self._answered(value)

    def _refuse(self, why: str) -> None:
        """Say why what was touched is no answer."""
        self.hint.setText(why or self._how)
        self.hint.setVisible(bool(why or self._how))
        self.hint.set_role("danger" if why else "muted")
        announce(self.hint, why)

    def _answered(self, value: AnswerValue | None) -> None:
        given, whole, required = is_given(value), self.answer.is_whole, self._item.required
        self.next_button.setVisible(given or required or not whole)
        self.next_button.setEnabled(given)
        self.skip_button.setVisible(not given and not required and whole)
        self.note.setVisible(not given and required and whole)

    def _next(self) -> None:
        self.commit()
        if self.next_button.isEnabled() or (
            self.skip_button.isVisibleTo(self) and isinstance(self.answer, NumberPad | Written)
        ):
            self._onward()


def make_answer(
    look: Look, item: ItemRecord, value: AnswerValue | None, *, faces: bool, photos: Sequence[ShownPhoto]
) -> Answer:  # fmt: skip
    """The control for a kind of item."""
    if item.kind is ItemKind.TEXT:
        return Written(look, "" if value is None else str(value))
    if item.kind is ItemKind.NUMBER:
        return NumberPad(look, item, value if isinstance(value, int) else None)
    if item.kind is ItemKind.PHOTO:
        return PhotoChoice(look, photos, str(value))
    texts = answer_texts(item, look.language)
    taken = [str(one) for one in value] if isinstance(value, list) else [] if value is None else [str(value)]
    if item.kind is ItemKind.RANKING:
        return Ranking(look, item, texts, taken)
    if item.kind is ItemKind.LIKERT and has_end_words_alone(item):
        return EndsScale(look, item, value if isinstance(value, int) else None)
    return Answers(look, item, texts, taken, faces=faces and item.kind is ItemKind.LIKERT)


def _has_text(widget: QWidget | None) -> bool:
    return isinstance(widget, Composing) and bool(getattr(widget, "value", ""))
