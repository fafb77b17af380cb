"""Cutting a photo of a wall into ideas: a box around each, its words beside."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import cutting
from workshop.services.ideas.cutting import Cut
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.pictures.crop_canvas import CropCanvas
from workshop.ui.pictures.crop_row import CropRow
from workshop.ui.pictures.room import room_over
from workshop.ui.widgets.buttons import IconButton, PrimaryButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet


class CropDialog(Sheet):
    """Boxes are drawn on the photo; each becomes an idea of the session with its piece of the photo."""

    cut = Signal(object)  # Changed with the ideas

    def __init__(
        self, desk: Desk, picture: PictureRecord, session_id: UUID, parent: QWidget, *, theme_id: UUID | None = None
    ) -> None:
        say = desk.language.say
        room = room_over(parent)
        super().__init__(desk, say("Cut the photo into ideas"), parent, width=0)
        self._desk, self.picture, self._session_id, self._theme_id = desk, picture, session_id, theme_id
        self.setMinimumWidth(0)
        self.resize(room)
        self.canvas = CropCanvas(desk, cutting.MOST_CUTS)
        self.canvas.show_picture(picture)
        self._keys: list[int] = []
        self._lay_out(room.width())
        self._connect()
        self._show_rows()

    def fit(self) -> None:
        """It has its size from the beginning: the photo takes what is left."""

    def boxes(self) -> tuple[Cut, ...]:
        """The boxes with their words; one without words is named by its number."""
        say = self._desk.language.say
        rows = self._rows.widgets
        return tuple(
            Cut(box.left, box.top, box.right, box.bottom, row.field.value or say("Note {n} on the photo", n=number))
            for number, (box, row) in enumerate(zip(self.canvas.boxes, rows, strict=True), start=1)
        )

    def _lay_out(self, room: int) -> None:
        say, px = self._desk.language.say, self._desk.type.px
        hint = paragraph(
            say(
                "Draw a box around each note. Words can be written now or later, the piece of the photo stays with the idea."
            ),
            role="muted",
        )
        hint.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(hint)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setProperty("look", "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedWidth(min(px(300), room * 36 // 100))
        sheet = ScrolledSheet()
        sheet.setProperty("look", "bare")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(RING, RING, RING + 6, RING)
        column.setSpacing(8)
        self._none = MutedLabel(say("No box yet. Draw one with the mouse, or press Enter on the photo."), wrap=True)
        listed = QVBoxLayout()
        listed.setSpacing(8)
        self._rows = KeyedRows[int, CropRow](listed, lambda key: key, self._make_row, self._show_row)
        column.addWidget(self._none)
        column.addLayout(listed)
        column.addStretch(1)
        self._list.setWidget(sheet)
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, 0, 0)
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(self._zoom_row())
        left.addWidget(self.canvas, 1)
        row.addLayout(left, 1)
        row.addWidget(self._list)
        self.body.addLayout(row, 1)
        self._error = paragraph(role="danger")
        self._error.setContentsMargins(RING, 0, RING, 0)
        self._error.hide()
        self.body.addWidget(self._error)
        self.verb_button = PrimaryButton(say("Make ideas"))
        self.foot.addWidget(self.verb_button)

    def _zoom_row(self) -> QHBoxLayout:
        say, icons = self._desk.language.say, self._desk.icons
        self._further = IconButton(icons.icon("minus"), say("Further away"))
        self._nearer = IconButton(icons.icon("plus"), say("Nearer"))
        self._whole = IconButton(icons.icon("maximize"), say("The whole photo"))
        self._further.clicked.connect(lambda: self.canvas.zoom(1 / 1.5))
        self._nearer.clicked.connect(lambda: self.canvas.zoom(1.5))
        self._whole.clicked.connect(self.canvas.fit)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self._further, self._nearer, self._whole):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_zoom(self) -> None:
        fitted = self.canvas.is_fitted
        held = self._further.hasFocus() or self._whole.hasFocus()
        self._further.setEnabled(not fitted)
        self._whole.setEnabled(not fitted)
        if held and fitted:
            self._nearer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        say = self._desk.language.say
        self.verb_button.clicked.connect(self._cut)
        self.canvas.boxesChanged.connect(self._boxes_changed)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self._show_zoom()
        self.canvas.choiceChanged.connect(self._choice_changed)
        self.canvas.fullReached.connect(
            lambda: self._say_problem(say("One photo can be cut into at most {n} ideas at once.", n=cutting.MOST_CUTS))
        )

    def _boxes_changed(self) -> None:
        """One box more at the end, or one less where the chosen one was."""
        self._say_problem("")
        self._keys = [box.key for box in self.canvas.boxes]
        self._show_rows()

    def _show_rows(self) -> None:
        language, count = self._desk.language, len(self.canvas.boxes)
        self._rows.show(self._keys)
        self._none.setVisible(not count)
        self.verb_button.setEnabled(count > 0)
        self.verb_button.setText(
            language.say_many("Make {n} idea", "Make {n} ideas", n=count) if count else language.say("Make ideas")
        )

    def _make_row(self, key: int) -> CropRow:
        row = CropRow(self._desk)
        row.focused.connect(lambda: self.canvas.choose(self._keys.index(key)) if key in self._keys else None)
        row.removeRequested.connect(lambda: self.canvas.remove(self._keys.index(key)))
        row.submitted.connect(lambda: self._go_on(key))
        return row

    def _show_row(self, row: CropRow, key: int) -> None:
        row.show_number(self._keys.index(key) + 1)

    def _go_on(self, key: int) -> None:
        """Enter leads to the next field, and from the last one back to the photo."""
        place = self._keys.index(key) + 1
        rows = self._rows.widgets
        (rows[place].field if place < len(rows) else self.canvas).setFocus(Qt.FocusReason.TabFocusReason)

    def _choice_changed(self, index: int) -> None:
        for place, row in enumerate(self._rows.widgets):
            row.set_chosen(place == index)
        if 0 <= index < len(self._rows.widgets):
            self._list.ensureWidgetVisible(self._rows.widgets[index], 0, 12)

    def _cut(self) -> None:
        if not self.verb_button.isEnabled():
            return
        boxes, library, picture_id = self.boxes(), self._desk.library, self.picture.id
        self.verb_button.setEnabled(False)

        def done(changed: Changed[tuple[IdeaRecord, ...]]) -> None:
            self.accept()
            self.cut.emit(changed)

        self._desk.tasks.run(
            lambda: cutting.cut_picture(
                library, picture_id=picture_id, boxes=boxes, session_id=self._session_id, theme_id=self._theme_id
            ),
            done,
            self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.verb_button.setEnabled(True)
        message = getattr(error, "message", None)
        if message is not None:
            self._say_problem(self._desk.language.tell(message))
        else:
            self._desk.tasks.failed.emit(error)

    def _say_problem(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins on the photo."""
        super().showEvent(event)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """As large as it was made."""
        return self.size()
