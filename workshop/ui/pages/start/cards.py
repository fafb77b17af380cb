"""A project as a card on the start page."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workshop.models.records.projects import ProjectCard
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.card import CardButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, MutedLabel
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.pill import Pill

WIDTH = 320  # pixels at 100 %, at least
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class ProjectTile(CardButton):
    """Where a project stands and what needs attention; a menu in its corner says what else can be done with it."""

    editRequested = Signal()
    reportRequested = Signal()
    removeRequested = Signal()
    moved = Signal(int, int)  # an arrow key: columns, rows

    def __init__(self, desk: Desk, card: ProjectCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card = card
        self.setMinimumHeight(desk.type.px(160))
        self._phase, self._sample = Pill(), Pill(desk.language.say("Sample"), "quiet")
        self._title = HeadingLabel(wrap=True)
        self._figures, self._attention = MutedLabel(wrap=True), MutedLabel(wrap=True)
        self.more_button = IconButton(desk.icons.icon("ellipsis", "muted"), "")
        self.more_button.clicked.connect(lambda: self.show_menu(None))
        self.body.addLayout(self._head())
        self.add(self._title)
        self.add(self._figures)
        self.body.addStretch(1)
        self.add(self._attention)
        self._make_actions()

    @property
    def menu_words(self) -> list[str]:
        """What can be done with the project, in words."""
        return [action.text() for action in self._actions]

    def show_card(self, card: ProjectCard) -> None:
        """Show the project as it is now."""
        language = self._desk.language
        self.card = card
        if card.current_phase is not None:
            self._phase.set(language.tell(title_of(card.current_phase)), f"phase-{card.current_phase.number}")
        self._phase.setVisible(card.current_phase is not None)
        self._sample.setVisible(card.project.sample)
        self._title.setText(card.project.title)
        self._figures.setText(" · ".join(self._figures_of(card)))
        words, look, role = self._pressing(card)
        self._attention.setText(words)
        set_look(self._attention, look=look, role=role)
        name = language.say("What else can be done with “{title}”", title=card.project.title)
        self.more_button.setAccessibleName(name)
        self.more_button.setToolTip(name)

    def show_menu(self, at: QPoint | None) -> None:
        """Open the menu at a place of the screen, by default below its button."""
        menu = QMenu(self)
        menu.addActions(self._actions[:-1])
        menu.addSeparator()
        menu.addAction(self._actions[-1])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.more_button
        menu.popup(at or button.mapToGlobal(button.rect().bottomLeft()))

    def _head(self) -> QHBoxLayout:
        """Phase and menu."""
        pills = FlowLayout(spacing=8, line_spacing=4)
        pills.setContentsMargins(0, 6, 0, 0)
        for part in (self._phase, self._sample):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            pills.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(0, -6, -10, 0)
        head.setSpacing(6)
        head.addLayout(pills, 1)
        head.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_actions(self) -> None:
        say = self._desk.language.say
        self._actions: list[QAction] = []
        for words, signal, keys in (
            (say("Open the project"), self.clicked, None),
            (say("Edit project"), self.editRequested, Qt.Key.Key_F2),
            (say("Reports"), self.reportRequested, None),
            (say("Delete this project…"), self.removeRequested, Qt.Key.Key_Delete),
        ):
            action = QAction(words, self)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
            if keys is not None:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
            self._actions.append(action)

    def _figures_of(self, card: ProjectCard) -> list[str]:
        """Where it is and how large it has grown."""
        language = self._desk.language
        figures = [
            language.say_many("{n} session", "{n} sessions", card.sessions),
            language.say_many("{n} participant", "{n} participants", card.participants),
            language.say_many("{n} idea", "{n} ideas", card.ideas),
        ]
        return [card.project.city, *figures] if card.project.city else figures

    def _pressing(self, card: ProjectCard) -> tuple[str, str, str]:
        """One line with its look and its colour: what is most pressing, or what comes next."""
        language = self._desk.language
        if card.running_session_id is not None:
            words = language.say("Under way: {title}. Continue", title=card.running_session_title)
            return words, "strong", "accent"
        if card.overdue:
            words = language.say_many("{n} follow-up is overdue", "{n} follow-ups are overdue", card.overdue)
            return words, "small", "warn"
        if card.next_session_on is not None and card.next_session_on < self._desk.library.today():
            day = language.day(card.next_session_on)
            return (
                language.say("Not held yet: {title} · {day}", title=card.next_session_title, day=day),
                "small",
                "muted",
            )
        if card.next_session_title:
            day = language.day(card.next_session_on) if card.next_session_on else language.say("no date yet")
            return language.say("Next: {title} · {day}", title=card.next_session_title, day=day), "small", "muted"
        return language.say("No session in preparation"), "small", "muted"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys lead to the tiles around."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*step)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu, where the pointer is or below its button."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.show_menu(None if by_key else event.globalPos())
