"""Of what, and which: the whole project or a session, and below that the reports that can be made of it."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from workshop.language import Language
from workshop.models.enums import SessionState
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services.reporting import OfferGroup, ReportOffer, ReportOffers
from workshop.ui.desk import Desk
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.tile_list import ListTile, TileList

_STATE_ICONS = {SessionState.DRAFT: "pencil", SessionState.RUNNING: "play", SessionState.CLOSED: "check"}


class SubjectChoice(QComboBox):
    """The whole project or one of its sessions."""

    subjectChosen = Signal(object)  # id of a session, or none

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: ReportOffers | None = None
        self.setAccessibleName(desk.language.say("Project or session"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(desk.type.icon, desk.type.icon))
        self.activated.connect(lambda place: self.subjectChosen.emit(self.itemData(place)))
        keep_still(self)

    @property
    def subject(self) -> UUID | None:
        """The session that is chosen, none for the whole project."""
        return self.currentData()

    def show_offers(self, offers: ReportOffers, chosen: UUID | None) -> None:
        """Show the project and its sessions, one of them chosen."""
        if self._shown is None or offers.sessions != self._shown.sessions:
            self._fill(offers)
        self._shown = offers
        ids = [None, *(session.id for session in offers.sessions)]
        self.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self.setToolTip(self.currentText())

    def _fill(self, offers: ReportOffers) -> None:
        language, icon = self._desk.language, self._desk.icons.icon
        self.clear()
        self.addItem(icon("route", "muted"), language.say("The whole project"), None)
        for session in offers.sessions:
            words = f"{session.phase.number}-{session.number} {session.title}"
            told = " · ".join([words, *([language.date(session.on)] if session.on else []), _state(session, language)])
            self.addItem(icon(_STATE_ICONS[session.state], "muted"), words, session.id)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                self.setItemData(self.count() - 1, told, role)

    def showPopup(self) -> None:
        """The list has room for the longest title."""
        longest = max(self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        self.view().setMinimumWidth(min(longest + 3 * self._desk.type.icon + 24, self.window().width() - 64))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A title that is too long ends in dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        width = room.width() - self._desk.type.icon - 12
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, width)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ReportList(TileList):
    """The reports of the project or a session under quiet headings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Reports"), parent)
        self._desk = desk

    def show_groups(self, groups: tuple[OfferGroup, ...], chosen: ReportOffer | None) -> None:
        """Show the reports, one of them chosen."""
        self.show_content(groups, lambda: self._fill(groups), chosen)

    def _fill(self, groups: tuple[OfferGroup, ...]) -> None:
        tell = self._desk.language.tell
        for group in groups:
            if group.heading:
                self.add_heading(tell(group.heading))
            for offer in group.offers:
                self.add_tile(ListTile(self._desk, offer, tell(offer.about)))


def _state(session: LabSessionRecord, language: Language) -> str:
    return language.tell(title_of(session.state))
