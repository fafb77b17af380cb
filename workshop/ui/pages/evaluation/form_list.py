"""The forms of a project, session by session; one of them is chosen."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import FormState
from workshop.models.records.evaluations import FormRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.situation import Situation
from workshop.ui.pages.evaluation.wording import answers_words, stage_words
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill


class FormTile(Tile):
    """One form: title, service and stage, and how far it is."""

    def __init__(self, desk: Desk, form: FormRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form_id = form.id
        self.setCheckable(True)
        language = desk.language
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(3)
        column.addWidget(StrongLabel(form.title, wrap=True))
        if form.service_title:
            column.addWidget(MutedLabel(form.service_title, wrap=True))
        foot = FlowLayout(spacing=8, line_spacing=4) if desk.type.scale > 100 else QHBoxLayout()
        foot.addWidget(MutedLabel(f"{stage_words(language, form)} · {answers_words(language, form.answers)}"))
        if isinstance(foot, QHBoxLayout):
            foot.addStretch(1)
        if form.state is not FormState.CLOSED:
            role = "accent" if form.state is FormState.OPEN else "quiet"
            foot.addWidget(Pill(language.tell(title_of(form.state)), role))
        column.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the chosen one and under the pointer."""
        role = "accent-soft" if self.isChecked() else "card-hover" if self.underMouse() else ""
        if not role:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.theme.color(role))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()


class FormList(QFrame):
    """A card that scrolls by itself; arrow keys move between the forms."""

    formChosen = Signal(object)  # the id of a form

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("look", "card")
        self.setAccessibleName(desk.language.say("Forms"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._toggled)
        self._shown: object = None
        self._filling = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "bare")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "bare")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(10, 12, 10, 12)
        self._column.setSpacing(2)
        self._area.setWidget(holder)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._area)

    @property
    def tiles(self) -> list[FormTile]:
        """The forms in the order shown."""
        return [tile for tile in self.findChildren(FormTile) if tile.parent() is not None and not tile.isHidden()]

    def show_forms(self, situation: Situation) -> None:
        """Show the forms of all sessions; nothing is touched where nothing changed."""
        chosen = situation.form.id if situation.form else None
        if self._shown != (situation.forms, situation.sessions):
            self._shown = (situation.forms, situation.sessions)
            self._fill(situation)
        self._choose(chosen)

    def focus_chosen(self) -> None:
        """Put the keyboard on the chosen form."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, situation: Situation) -> None:
        had_focus = any(tile.hasFocus() for tile in self.tiles)
        scrolled = self._area.verticalScrollBar().value()
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear_layout(self._column)
        for session_id, forms in groupby(situation.forms, key=lambda form: form.lab_session_id):
            self._add_session(situation, session_id, list(forms))
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(scrolled)
        if had_focus:
            self._choose(situation.form.id if situation.form else None)
            self.focus_chosen()

    def _add_session(self, situation: Situation, session_id: UUID, forms: Sequence[FormRecord]) -> None:
        language, session = self._desk.language, situation.session_of(forms[0])
        head = QHBoxLayout()
        head.setContentsMargins(12, 10 if self._column.count() else 4, 12, 4)
        head.setSpacing(8)
        title = MutedLabel(session.title, wrap=True)
        title.setProperty("weight", "strong")
        head.addWidget(title, 1)
        if session.on:
            head.addWidget(MutedLabel(language.day(session.on)), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for form in forms:
            tile = FormTile(self._desk, form)
            self._group.addButton(tile)
            self._column.addWidget(tile)

    def _choose(self, form_id: UUID | None) -> None:
        self._filling = True
        for tile in self.tiles:
            if tile.form_id == form_id and not tile.isChecked():
                tile.setChecked(True)
                QTimer.singleShot(
                    0, tile, partial(self._area.ensureWidgetVisible, tile, 0, 48)
                )  # once it has its place
        self._filling = False

    def _toggled(self, tile: FormTile, on: bool) -> None:
        if on and not self._filling:
            self.formChosen.emit(tile.form_id)
