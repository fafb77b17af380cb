"""A photo over the whole window: nearer and further, the next one, its caption."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.language import Message
from workshop.models.records.changes import Changed
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import pictures
from workshop.ui.desk import Desk
from workshop.ui.pictures.canvas import PhotoCanvas
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.reading_order import tab_stops
from workshop.ui.widgets.text_field import LineField
from workshop.ui.widgets.veil import Veil


class PictureViewer(Veil):
    """Shows one of several photos large. Arrows lead to the next, the wheel zooms, Escape closes."""

    def __init__(
        self, desk: Desk, over: QWidget, shown: Sequence[PictureRecord], place: int = 0,
        told: Callable[[Message], object] = lambda _undo: None,
    ) -> None:  # fmt: skip
        super().__init__(desk.theme, over, desk.language.say("Photo"))
        self._desk, self.told = desk, told  # `told` gets the words of the undo, also when the photo is closed by then
        self._shown = list(shown)
        self._at = place
        self._leaves = False
        say, icons = desk.language.say, desk.icons
        self.canvas = PhotoCanvas(desk)
        self._place_of = MutedLabel()
        self.caption = LineField(name=say("Caption"), placeholder=say("What does the photo show?"))
        self.before = IconButton(icons.icon("chevron-left"), say("Previous photo"))
        self.after = IconButton(icons.icon("chevron-right"), say("Next photo"))
        self.further = IconButton(icons.icon("minus"), say("Further away"))
        self.nearer = IconButton(icons.icon("plus"), say("Nearer"))
        self.whole = IconButton(icons.icon("maximize"), say("The whole photo"))
        self.remove_button = IconButton(icons.icon("trash-2"), say("Remove photo"))
        self.close_button = IconButton(icons.icon("x"), say("Close the photo"))
        self._lay_out()
        self._connect()
        self._show()

    @property
    def picture(self) -> PictureRecord:
        """The photo that is shown."""
        return self._shown[self._at]

    def go(self, step: int) -> None:
        """Show another one; after the last comes the first."""
        self._save()
        self._at = (self._at + step) % len(self._shown)
        self._show()

    def wanted(self, room: QSize) -> QSize:
        """All the room there is."""
        return room

    def take_keyboard(self) -> None:
        """The arrows lead on at once."""
        self.canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """What was written stays."""
        if self.is_open:
            self._save()
        self.hide_at_once()

    def _show(self) -> None:
        say, picture = self._desk.language.say, self.picture
        self.canvas.show_picture(picture)
        self._place_of.setText(say("Photo {n} of {of}", n=self._at + 1, of=len(self._shown)))
        self.caption.set_value(picture.caption)
        self.caption.setCursorPosition(0)  # a long one is read from its beginning
        for button in (self.before, self.after):
            button.setEnabled(len(self._shown) > 1)
        self._show_zoom()

    def _show_zoom(self) -> None:
        fitted = self.canvas.is_fitted
        held = self.further.hasFocus() or self.whole.hasFocus()
        self.further.setEnabled(not fitted)
        self.whole.setEnabled(not fitted)
        if held and fitted:
            self.nearer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        """Keep the caption if it is another one."""
        picture, library = self.picture, self._desk.library
        self.caption.commit_composition()
        caption = self.caption.value
        if caption == picture.caption:
            return

        def done(changed: Changed[PictureRecord]) -> None:
            self._shown = [changed.record if one.id == changed.record.id else one for one in self._shown]

        self._do(lambda: pictures.caption_picture(library, picture_id=picture.id, caption=caption), done)

    def _remove(self) -> None:
        picture, library = self.picture, self._desk.library

        self._do(lambda: pictures.remove_picture(library, picture_id=picture.id))
        del self._shown[self._at]
        if not self._shown:
            self.hide_at_once()
            return
        self._at = min(self._at, len(self._shown) - 1)
        self._show()

    def hide_at_once(self) -> None:
        """Go away without keeping what is written."""
        self._leaves = True
        super().leave()

    def _do(self, verb: Callable[[], Changed[PictureRecord]], done: Callable[[Any], None] | None = None) -> None:
        def finished(changed: Changed[PictureRecord]) -> None:
            if done is not None:
                done(changed)
            if changed.undo is not None:
                self.told(changed.undo)

        # Without an owner: the photo may be closed before the answer comes, and the undo is offered all the same.
        self._desk.tasks.run(verb, finished)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 8)
        top.setSpacing(4)
        for widget in (self.before, self.after, self.further, self.nearer, self.whole):
            top.addWidget(widget)
        top.addSpacing(8)
        top.addWidget(self._place_of)
        top.addStretch(1)
        for button in (self.remove_button, self.close_button):
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.addWidget(self.caption)
        sides = QHBoxLayout()
        sides.setContentsMargins(12, 0, 12, 0)
        sides.addWidget(self.canvas)
        self.column.addLayout(top)
        self.column.addLayout(sides, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.further.clicked.connect(lambda: self.canvas.zoom(1 / 1.5))
        self.nearer.clicked.connect(lambda: self.canvas.zoom(1.5))
        self.whole.clicked.connect(self.canvas.fit)
        self.canvas.stepped.connect(self.go)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self.remove_button.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.leave)
        self.caption.submitted.connect(lambda _text: self._submitted())

    def _submitted(self) -> None:
        self._save()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the card."""
        if self._leaves:
            return True  # Qt looks for another place of the keyboard while this is being hidden
        stops = [stop for stop in tab_stops(self.card) if stop.isEnabled() and stop.isVisible()]
        focus = self.window().focusWidget()
        at = stops.index(focus) if focus in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys lead on from anywhere; Escape closes."""
        if event.key() == Qt.Key.Key_PageDown:
            self.go(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.go(-1)
        else:
            super().keyPressEvent(event)
