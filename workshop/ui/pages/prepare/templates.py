"""A new session: first what for, then when and where."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import PhaseKind
from workshop.models.titles import title_of
from workshop.services.sessions.session_templates import SessionTemplate, list_templates
from workshop.ui.desk import Desk
from workshop.ui.page import column
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card, CardButton
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.flow_layout import FlowLayout, GridFlow
from workshop.ui.widgets.form import Field, Form
from workshop.ui.widgets.headings import BodyLabel, LeadLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill


class TemplateCard(CardButton):
    """A template: phase, minutes, title, what it is for."""

    def __init__(self, desk: Desk, template: SessionTemplate) -> None:
        super().__init__()
        language = desk.language
        head = QHBoxLayout()
        pill = Pill(language.tell(title_of(template.phase)), f"phase-{template.phase.number}")
        minutes = MutedLabel(language.minutes(template.minutes))
        for label in (pill, minutes):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head.addWidget(pill)
        head.addStretch(1)
        head.addWidget(minutes)
        self.body.addLayout(head)
        self.add(LeadLabel(template.title.in_language(language.code), wrap=True))
        self.add(paragraph(template.summary.in_language(language.code), role="muted", small=True))
        self.body.addStretch(1)


class TemplateChooser(QWidget):
    """All templates as cards, those of the present phase first, and a session without a template."""

    templateChosen = Signal(str)  # the key, empty for none

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._phase: PhaseKind | None = None
        self.cards: dict[str, TemplateCard] = {}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(20)
        self._grid = GridFlow(least=desk.type.px(300), spacing=16, counts=(1, 2, 3))
        stack.addLayout(self._grid)
        self.empty_button = QuietButton(
            desk.language.say("Begin with an empty running order"), icon=desk.icons.icon("plus")
        )
        self.empty_button.clicked.connect(lambda: self.templateChosen.emit(""))
        stack.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)

    def show_for(self, phase: PhaseKind) -> None:
        """Put the templates of a phase first."""
        if phase is self._phase:
            return
        self._phase = phase
        clear_layout(self._grid)
        self.cards.clear()
        for template in sorted(list_templates(), key=lambda one: one.phase is not phase):
            card = TemplateCard(self._desk, template)
            card.clicked.connect(lambda _=False, key=template.key: self.templateChosen.emit(key))
            self.cards[template.key] = card
            self._grid.addWidget(card)


class NewSession(QWidget):
    """Title, day, time, place, host, goals of the new session; beside it what the template brings along."""

    submitted = Signal()
    backRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key: str | None = None
        say = desk.language.say
        columns = Columns()
        card = Card()
        self.form = Form(desk, new_session_fields(desk))
        time = self.form.control("starts_at")
        time.setSpecialValueText(say("No time"))
        card.add(self.form)
        feet = FlowLayout(spacing=8)
        self.make_button = PrimaryButton(say("Make the session"))
        self.make_button.clicked.connect(self.form.submit)
        self.back_button = QuietButton(say("Choose another template"))
        self.back_button.clicked.connect(self.backRequested)
        feet.addWidget(self.make_button)
        feet.addWidget(self.back_button)
        card.body.addSpacing(6)
        card.body.addLayout(feet)
        self.form.submitted.connect(lambda _values: self.submitted.emit())
        self._preview = Card()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._preview.body.addLayout(self._lines)
        columns.add(card, 3)
        columns.add(self._preview, 2)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(columns)
        stack.addStretch(1)

    @property
    def template_key(self) -> str | None:
        """The chosen template, empty for none, None where nothing has been chosen."""
        return self._key

    def begin(self, key: str, template: SessionTemplate | None, host: str) -> None:
        """Start with what the template says."""
        code, say = self._desk.language.code, self._desk.language.say
        self._key = key
        self.form.set_values(
            {
                "title": template.title.in_language(code) if template else "",
                "goals": template.goals.in_language(code) if template else "",
                "host": host,
            }
        )
        clear_layout(self._lines)
        self._preview.setVisible(template is not None)
        if template is None:
            return
        self._preview.set_title(say("Running order"))
        self._preview.set_count(self._desk.language.minutes(template.minutes))
        for place, part in enumerate(template.activities):
            self._lines.addWidget(self._line(part.title.in_language(code), part.minutes, first=place == 0))

    def leave(self) -> None:
        """Forget what was chosen and written."""
        self._key = None
        self.form.set_values({"title": "", "on": None, "starts_at": None, "place": "", "host": "", "goals": ""})

    def values(self) -> dict[str, Any]:
        """What is written."""
        return self.form.values()

    def _line(self, title: str, minutes: int, *, first: bool) -> QWidget:
        widget, stack = column(spacing=0)
        if not first:
            rule = QFrame()
            rule.setProperty("look", "line")
            stack.addWidget(rule)
        row = QHBoxLayout()
        row.setContentsMargins(0, 9, 0, 9)
        row.addWidget(BodyLabel(title, wrap=True), 1)
        row.addWidget(MutedLabel(self._desk.language.minutes(minutes)))
        stack.addLayout(row)
        return widget


def new_session_fields(desk: Desk) -> Sequence[Field]:
    """What is asked about a new session."""
    say = desk.language.say
    when, where = ("", "") if desk.type.scale >= 150 else ("when", "where")  # side by side only where words are small
    return (
        Field("title", say("Title"), required=True),
        Field("on", say("Date"), "date", row=when),
        Field("starts_at", say("Begins at"), "time", row=when),
        Field("place", say("Place"), row=where),
        Field("host", say("Host"), row=where),
        Field("goals", say("Goals"), "note", lines=3),
    )
