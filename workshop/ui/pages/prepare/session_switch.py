"""The switch between the sessions of a project."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from workshop.models.enums import SessionState
from workshop.models.records.sessions import SessionLine
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.prepare.situation import Situation
from workshop.ui.widgets.form_controls import keep_still

_STATE_ICONS = {SessionState.DRAFT: "pencil", SessionState.RUNNING: "play", SessionState.CLOSED: "check"}


class SessionSwitch(QComboBox):
    """The sessions of the project; choosing one goes to it."""

    sessionChosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[SessionLine, ...] = ()
        self.setAccessibleName(desk.language.say("Sessions of the project"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setIconSize(QSize(desk.type.icon, desk.type.icon))
        keep_still(self)
        self.activated.connect(lambda place: self.sessionChosen.emit(self.itemData(place)))

    def sizeHint(self) -> QSize:
        """Room for most titles; the others are told in full by the list and the tip."""
        return QSize(self._desk.type.px(250), super().sizeHint().height())

    def show_sessions(self, situation: Situation) -> None:
        """Offer these; the one that is looked at is chosen."""
        if situation.sessions != self._shown:
            self._shown = situation.sessions
            self._fill()
        chosen = situation.plan.session.id if situation.plan else None
        ids = [line.session.id for line in situation.sessions]
        self.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self.setToolTip(self.currentText())
        self.view().setMinimumWidth(self._desk.type.px(340))

    def _fill(self) -> None:
        language = self._desk.language
        self.clear()
        for line in self._shown:
            session = line.session
            words = f"{session.phase.number}-{session.number} {session.title}"
            told = f"{words} · {language.tell(title_of(session.state))}"
            self.addItem(self._desk.icons.icon(_STATE_ICONS[session.state], "muted"), words, session.id)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                self.setItemData(self.count() - 1, told, role)
