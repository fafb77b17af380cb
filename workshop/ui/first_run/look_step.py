"""The first step: language and text size, which apply at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from workshop.language import CODES, NAMES
from workshop.settings import TEXT_SCALES
from workshop.ui.desk import Desk
from workshop.ui.first_run.choices import Choices
from workshop.ui.first_run.step import Step
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import BodyLabel, LeadLabel, MutedLabel, StrongLabel
from workshop.ui.widgets.pill import Pill


class LookStep(Step):
    """Language and text size; the window that asks is itself the first to follow."""

    lookChanged = Signal(str, object)  # name of a setting, its value

    def __init__(self, desk: Desk, choices: Choices) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            choices,
            say("Good to have you here"),
            say("Three short steps, then you can begin. Everything can be changed later in the settings."),
        )
        settings = choices.settings
        # Side by side in large text, since a display is wider than high.
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight if self.is_large else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(40 if self.is_large else 16)
        self.body.addLayout(self._row)
        languages = [(code, NAMES[code]) for code in CODES]
        self.language_choice = self._add(
            "language", say("Language"), SegmentedChoice(languages, settings.language, say("Language"))
        )
        scales = [(scale, f"{scale}%") for scale in TEXT_SCALES]
        self.scale_choice = self._add(
            "text_scale", say("Text size"), SegmentedChoice(scales, settings.text_scale, say("Text size"))
        )
        self._row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addWidget(self._preview())
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """The language that is chosen."""
        self.language_choice.button(self.language_choice.value).setFocus(Qt.FocusReason.TabFocusReason)

    def focus(self, name: str) -> None:
        """Go back to the choice whose change has built this step anew."""
        choice = self.language_choice if name == "language" else self.scale_choice
        choice.button(choice.value).setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, name: str, label: str, choice: SegmentedChoice) -> SegmentedChoice:
        choice.chosen.connect(lambda value: self.lookChanged.emit(name, value))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(StrongLabel(label))
        column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(column)
        return choice

    def _preview(self) -> Card:
        """A piece of what the console will look like."""
        card = Card()
        card.setAccessibleName(self.say("Example"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(LeadLabel(self.say("A longer green light in front of the school"), wrap=True), 1)
        head.addWidget(Pill(self.say("Example"), "accent"), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.add(
            BodyLabel(self.say("So that small children and older people cross the street without hurry."), wrap=True)
        )
        card.add(MutedLabel(self.say("This is how large titles, sentences and notes will be."), wrap=True))
        return card
