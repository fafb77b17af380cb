"""One suggested theme: its name, the ideas it would get, why, and whether it is accepted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.services.ideas.suggestions import Acceptance, ThemeSuggestion
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.text_field import LineField

_FIRST = 6  # ideas that are shown at once; more on a click
_LONGEST = 160  # characters of an idea


class SuggestionCard(Card):
    """The name of a new theme can be changed, and each idea be left out; an existing theme keeps its name."""

    accepted = Signal()
    refused = Signal()
    changed = Signal()  # what would be accepted is another

    def __init__(self, desk: Desk, suggestion: ThemeSuggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self.suggestion = desk, suggestion
        self.boxes: list[CheckBox] = []
        say = desk.language.say
        self._error = paragraph(role="danger", small=True)
        self._error.hide()
        name = say("Name of the new theme")
        self.field = LineField(suggestion.title, name=name, placeholder=name)
        self.field.edited.connect(lambda _text: self._look_again())
        self.field.submitted.connect(lambda _text: self._accept())
        self.accept_button = SmallButton(say("Accept"), icon=desk.icons.icon("check"))
        self.accept_button.clicked.connect(self._accept)
        self.refuse_button = LinkButton(say("Not this one"))
        self.refuse_button.clicked.connect(self.refused)
        self.more_button = LinkButton()
        self.more_button.clicked.connect(self.show_more)
        self.setAccessibleName(suggestion.title)
        self._lay_out()
        self._look_again()

    @property
    def acceptance(self) -> Acceptance | None:
        """What is accepted here; None where there is no name or no idea."""
        suggestion = self.suggestion
        ids = tuple(key for box, key in zip(self.boxes, suggestion.idea_ids, strict=True) if box.isChecked())
        title = suggestion.title if suggestion.theme_id is not None else self.field.value
        return Acceptance(title, ids, suggestion.theme_id) if ids and title else None

    def show_error(self, message: str) -> None:
        """Say why it could not be accepted."""
        self._error.setText(message)
        self._error.setVisible(bool(message))

    def show_more(self) -> None:
        """Show the ideas that were left out for brevity."""
        held = self.more_button.hasFocus()
        hidden = [box for box in self.boxes if box.isHidden()]
        for box in hidden:
            box.show()
        self.more_button.hide()
        if held and hidden:
            hidden[0].setFocus()

    def _accept(self) -> None:
        self.field.commit_composition()
        if self.acceptance is not None:
            self.show_error("")
            self.accepted.emit()

    def _look_again(self) -> None:
        ready = self.acceptance is not None
        if not ready and self.accept_button.hasFocus():
            self.field.setFocus()
        self.accept_button.setEnabled(ready)
        set_look(self.field, wrong=not self.field.value)
        about = self.field.value or self.suggestion.title
        self.accept_button.setAccessibleName(f"{self.accept_button.text()}: {about}")
        self.refuse_button.setAccessibleName(f"{self.refuse_button.text()}: {about}")
        self.changed.emit()

    def _lay_out(self) -> None:
        suggestion, language = self.suggestion, self._desk.language
        say = language.say
        strength = Pill(say("clear"), "accent") if suggestion.strong else Pill(say("possible"), "quiet")
        if suggestion.theme_id is None:
            head = QHBoxLayout()
            head.setSpacing(10)
            head.addWidget(self.field, 1)
            head.addWidget(strength)
            self.body.addLayout(head)
            self.layout().setContentsMargins(20, 15, 20, 18)
        else:
            self.field.setParent(self)
            self.field.hide()
            self.set_title(say("To the theme “{title}”", title=suggestion.title))
            self.add_action(strength)
        self.add(paragraph(say("They share: {words}", words=", ".join(suggestion.words)), role="muted", small=True))
        column = QVBoxLayout()
        column.setSpacing(2)
        for number, idea in enumerate(suggestion.ideas):
            box = CheckBox(_short(idea.text))
            box.setChecked(True)
            box.toggled.connect(self._look_again)
            column.addWidget(box)
            box.setVisible(number < _FIRST)
            self.boxes.append(box)
        self.body.addLayout(column)
        self.add(self._error)
        more = len(self.boxes) - _FIRST
        self.more_button.setText(language.say_many("{n} more idea", "{n} more ideas", n=more))
        verbs = QHBoxLayout()
        verbs.setSpacing(12)
        for button in (self.accept_button, self.refuse_button, self.more_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        self.body.addLayout(verbs)
        self.more_button.setVisible(more > 0)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"
