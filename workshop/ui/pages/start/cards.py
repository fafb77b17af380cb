"""A project as a card on the start page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workshop.models.records.projects import ProjectCard
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.card import CardButton
from workshop.ui.widgets.headings import HeadingLabel, Label, MutedLabel, StrongLabel
from workshop.ui.widgets.pill import Pill

_WIDTH = 340  # pixels at 100 %


class ProjectTile(CardButton):
    """Where a project stands and what needs attention; Delete and the context menu offer its removal."""

    removeRequested = Signal()

    def __init__(self, desk: Desk, card: ProjectCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.setFixedWidth(desk.type.px(_WIDTH))
        self.setMinimumHeight(desk.type.px(168))
        self.add(self._head(card))
        self.add(HeadingLabel(card.project.title, wrap=True))
        figures = say(
            "{sessions} sessions · {people} participants · {ideas} ideas",
            sessions=card.sessions,
            people=card.participants,
            ideas=card.ideas,
        )
        self.add(MutedLabel(figures, wrap=True))
        self.body.addStretch(1)
        self.add(self._attention(card))
        self._remove = QAction(say("Delete this project …"), self)
        self._remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._remove.triggered.connect(self.removeRequested)
        self.addAction(self._remove)

    def _head(self, card: ProjectCard) -> QWidget:
        """Phase and city."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if card.current_phase is not None:
            phase = card.current_phase
            row.addWidget(Pill(self._desk.language.tell(title_of(phase)), f"phase-{phase.number}"))
        if card.project.sample:
            row.addWidget(Pill(self._desk.language.say("Sample"), "quiet"))
        row.addStretch(1)
        row.addWidget(MutedLabel(card.project.city))
        return head

    def _attention(self, card: ProjectCard) -> Label:
        """One line: what is most pressing, or what comes next."""
        language = self._desk.language
        if card.running_session_id is not None:
            return StrongLabel(
                language.say("Under way: {title}. Continue", title=card.running_session_title), role="accent", wrap=True
            )
        if card.overdue:
            words = language.say_many("{n} follow-up is overdue", "{n} follow-ups are overdue", card.overdue)
            return MutedLabel(words, role="warn", wrap=True)
        if card.next_session_title:
            day = language.day(card.next_session_on) if card.next_session_on else language.say("no date yet")
            return MutedLabel(language.say("Next: {title} · {day}", title=card.next_session_title, day=day), wrap=True)
        return MutedLabel(language.say("No session in preparation"), wrap=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the removal."""
        menu = QMenu(self)
        menu.addAction(self._remove)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
