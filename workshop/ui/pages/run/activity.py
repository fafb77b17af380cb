"""The middle of the run page: what the room does now, in large type, and the controls that belong to its kind."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import ActivityKind
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.votes.sentence import rules_line
from workshop.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, TitleLabel
from workshop.ui.widgets.look import clear_layout


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that can be done with the activity: what the page calls it, its words; one is primary at most."""

    name: str
    words: str
    primary: bool = False
    enabled: bool = True
    tip: str = ""


class Panel(QWidget):
    """The part of the card that belongs to one kind of activity; it is given each new situation."""

    verbAsked = Signal(str)
    ideaGiven = Signal(str, object)
    listPasted = Signal(list)
    undoOffered = Signal(object)
    numberChosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_situation(self, situation: Situation) -> None:
        """Show where things stand."""

    def verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """What can be done now."""
        return ()

    def note(self, situation: Situation) -> str:
        """What stands quietly beside the buttons."""
        return ""

    def draft(self) -> dict[str, str]:
        """What is typed and not kept."""
        return {}

    def restore(self, draft: dict[str, str]) -> None:
        """Put back what was typed."""


class ActivityCard(Card):
    """Head, panel and buttons; the panel changes with the activity, everything else stays in its place."""

    verbAsked = Signal(str)
    ideaGiven = Signal(str, object)
    listPasted = Signal(list)
    undoOffered = Signal(object)
    numberChosen = Signal(int)
    keyboardFreed = Signal()  # what had the keyboard in it is gone

    def __init__(
        self, desk: Desk, make_panel: Callable[[Desk, Situation], Panel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._desk, self._make_panel = desk, make_panel
        self._key: object = None
        self.panel: Panel | None = None
        self._verbs: tuple[Verb, ...] = ()
        self.layout().setContentsMargins(28, 26, 28, 24)
        self.body.setSpacing(4)
        self._over = MutedLabel(wrap=True)
        self._question = TitleLabel(wrap=True)
        self._holder = QVBoxLayout()
        self._buttons = FlowLayout(spacing=10)
        self._note = MutedLabel()
        self.body.addWidget(self._over)
        self.body.addWidget(self._question)
        self.body.addSpacing(16)
        self.body.addLayout(self._holder, 1)
        self.body.addSpacing(14)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addLayout(self._buttons, 1)
        foot.addWidget(self._note)
        self.body.addLayout(foot)

    @property
    def has_primary(self) -> bool:
        """Whether one of its buttons is the obvious next step."""
        return any(verb.primary and verb.enabled for verb in self._verbs)

    def minimumSizeHint(self) -> QSize:
        """Room for a question in large type."""
        hint = super().minimumSizeHint()
        return QSize(max(self._desk.type.px(340), hint.width()), hint.height())

    def button(self, name: str) -> Button | None:
        """The button of a verb, if it is shown."""
        found = self.findChildren(Button, f"verb-{name}")
        return next((button for button in found if button.isVisibleTo(self)), None)

    def show_situation(self, situation: Situation) -> None:
        """Show the activity the session is in."""
        activity = situation.activity
        if activity is None:
            return
        held = self._holds_keyboard()
        tell = self._desk.language.tell
        if situation.poll is not None and activity.kind is ActivityKind.VOTE:
            self._over.setText(rules_line(self._desk.language, situation.poll))
        else:
            kind = tell(title_of(activity.kind))
            self._over.setText(kind if kind == activity.title else f"{kind} · {activity.title}")
        self._question.setText(activity.question or activity.title)
        key = (activity.id, situation.poll.id if situation.poll else None, situation.form is not None)
        if key != self._key:
            self._key = key
            self._set_panel(self._make_panel(self._desk, situation))
        panel = self.panel
        if panel is not None:
            panel.show_situation(situation)
            self._show_verbs(panel.verbs(situation))
            self._note.setText(panel.note(situation))
            self._note.setVisible(bool(self._note.text()))
        if held and not self._holds_keyboard():
            self.keyboardFreed.emit()

    def _holds_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _set_panel(self, panel: Panel) -> None:
        clear_layout(self._holder)
        self.panel = panel
        panel.verbAsked.connect(self.verbAsked)
        panel.ideaGiven.connect(self.ideaGiven)
        panel.listPasted.connect(self.listPasted)
        panel.undoOffered.connect(self.undoOffered)
        panel.numberChosen.connect(self.numberChosen)
        self._holder.addWidget(panel)

    def _show_verbs(self, verbs: tuple[Verb, ...]) -> None:
        if verbs == self._verbs:
            return
        had_focus = any(button.hasFocus() for button in self.findChildren(Button) if button.objectName())
        self._verbs = verbs
        clear_layout(self._buttons)
        for verb in verbs:
            button = (PrimaryButton if verb.primary else QuietButton)(verb.words, tip=verb.tip)
            button.setObjectName(f"verb-{verb.name}")
            button.setEnabled(verb.enabled)
            button.clicked.connect(lambda _=False, name=verb.name: self.verbAsked.emit(name))
            self._buttons.addWidget(button)
            if had_focus and verb.enabled:  # the keyboard stays where it was pressed
                had_focus = False
                button.setFocus()
