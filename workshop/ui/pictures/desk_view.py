"""What the photos of a session look like: a grid to choose from, and what can be done with the chosen ones."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.records.pictures import PictureRecord
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.pictures.room import room_over
from workshop.ui.pictures.tile import PhotoTile
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton, SmallButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.floating import announce
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

SIZE = QSize(176, 132)  # pixels of a photo at 100 %


class DeskView(Sheet):
    """Shows; what is wished is told by its buttons and signals."""

    openRequested = Signal(object)  # the id of a picture
    removeRequested = Signal(object)
    captionRequested = Signal(object)  # PictureRecord

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Photos of the session"), parent, width=0)
        self.desk = desk
        self.pictures: tuple[PictureRecord, ...] = ()
        self._cuts: Mapping[UUID, int] = {}
        self.setMinimumWidth(0)
        self.resize(room_over(parent).boundedTo(QSize(desk.type.px(860), desk.type.px(660))))
        self._make()
        self._lay_out()
        self._choice_changed()

    @property
    def tiles(self) -> list[PhotoTile]:
        """The tiles in order."""
        return self._rows.widgets

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the chosen photos in order."""
        return [tile.picture.id for tile in self.tiles if tile.isChecked() and tile.picture is not None]

    def fit(self) -> None:
        """It has its size from the beginning: the photos take what is left."""

    def sizeHint(self) -> QSize:
        """As large as it was made."""
        return self.size()

    def show_pictures(self, pictures: tuple[PictureRecord, ...], cuts: Mapping[UUID, int]) -> None:
        """Show photos, with how many ideas each was cut into."""
        begins = not self.tiles and (self.focusWidget() in (None, self.nothing.button, self.cancel_button))
        self.pictures, self._cuts = pictures, cuts
        self._places = {picture.id: place for place, picture in enumerate(pictures, start=1)}
        self._rows.show(pictures)
        self.nothing.setVisible(not pictures)
        self.add_button.setVisible(bool(pictures))
        self._acts.setVisible(bool(pictures))
        self._choice_changed()
        if begins and self.isVisible():
            self._focus_first()

    def show_watch(self, folder: str, offers: int, *, away: bool) -> None:
        """Say what is known of the watched folder."""
        language = self.desk.language
        name = Path(folder).name or folder
        if not folder:
            words = ""
        elif away:
            words = language.say(
                "“{folder}” cannot be read now. It is watched again as soon as it is there.", folder=name
            )
        elif offers:
            words = language.say("In “{folder}”:", folder=name)
        else:
            words = language.say("“{folder}” is watched. New photos will be offered here.", folder=name)
        self._watched.setText(words)
        self._watched.setVisible(bool(words))
        self.take_button.setText(language.say_many("Take {n} new photo", "Take {n} new photos", n=offers))
        self.take_button.setVisible(offers > 0)
        self.watch_button.setText(language.say("Stop watching") if folder else language.say("Watch a folder…"))

    def show_progress(self, done: int, of: int) -> None:
        """Say how far reading is."""
        self._progress.setText(self.desk.language.say("Reading photo {n} of {of}…", n=min(done + 1, of), of=of))
        self._progress.show()

    def hide_progress(self) -> None:
        """All have been read."""
        self._progress.hide()

    def show_problem(self, words: str) -> None:
        """Say what could not be done."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def show_notice(self, words: Message | str) -> None:
        """Say something for a while."""
        self._say_done(self.desk.language.tell(words), undoable=False)

    def offer_undo(self, words: Message | str) -> None:
        """Say what was done, with the way back."""
        if shiboken6.isValid(self):
            self._say_done(self.desk.language.tell(words), undoable=True)

    def _say_done(self, words: str, *, undoable: bool) -> None:
        """Say at the foot what was done last; those who listen are told at once."""
        if not undoable and self.undo_button.hasFocus():
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._done.setText(words)
        self._done.show()
        self.undo_button.setVisible(undoable)
        announce(self, words)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first photo, or where photos are added."""
        super().showEvent(event)
        self._focus_first()

    def _focus_first(self) -> None:
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.nothing.isVisible():
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        say, icons = self.desk.language.say, self.desk.icons
        self.add_button = QuietButton(say("Add photos…"), icon=icons.icon("image"))
        self.watch_button = QuietButton(say("Watch a folder…"), icon=icons.icon("folder-open"))
        self.take_button = PrimaryButton()
        self.take_button.hide()
        self._watched, self._progress = MutedLabel(wrap=True), MutedLabel(wrap=True)
        self._problem = paragraph(role="danger")
        for label in (self._watched, self._progress, self._problem):
            label.hide()
        self.cut_button = SmallButton(say("Cut into ideas…"), icon=icons.icon("split"))
        self.put_button = SmallButton(say("Put to an idea…"), icon=icons.icon("lightbulb"))
        self.large_button = SmallButton(say("Show large"), icon=icons.icon("maximize"))
        self.remove_button = SmallButton(say("Remove"), icon=icons.icon("trash-2"))
        self._chosen_words = MutedLabel(wrap=True)
        self.nothing = EmptyState(
            self.desk,
            "image",
            say("No photos are waiting here"),
            say(
                "Drop photos of sticky notes, sketches or places here, paste them, or let a folder be watched. "
                "Then cut them into ideas or put them to one."
            ),
            say("Add photos…"),
        )
        self.cancel_button.setText(say("Close"))
        self._done = MutedLabel(wrap=True)
        self.undo_button = LinkButton(say("Undo"))
        for widget in (self._done, self.undo_button):
            widget.hide()

    def _lay_out(self) -> None:
        top, watched, acts = _flow(), _flow(), _flow()
        for widget in (self.add_button, self.watch_button):
            top.layout().addWidget(widget)
        for widget in (self._watched, self.take_button):
            watched.layout().addWidget(widget)
        for widget in (self.cut_button, self.put_button, self.large_button, self.remove_button):
            acts.layout().addWidget(widget)
        self._acts = acts
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "bare")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = ScrolledSheet()
        sheet.setProperty("look", "bare")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.nothing, 1)
        flow = FlowLayout(spacing=14)
        flow.setContentsMargins(RING, RING, RING, RING)
        inside.addLayout(flow)
        inside.addStretch(0)
        self._rows = KeyedRows[PictureRecord, PhotoTile](flow, lambda one: one.id, self._make_tile, self._show_in)
        self._area.setWidget(sheet)
        self.foot.insertWidget(0, self._done)
        self.foot.insertWidget(1, self.undo_button)
        for widget in (top, watched, self._progress, self._problem):
            self.body.addWidget(_inset(widget))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(_inset(acts))

    def _make_tile(self, picture: PictureRecord) -> PhotoTile:
        px = self.desk.type.px
        tile = PhotoTile(self.desk, QSize(px(SIZE.width()), px(SIZE.height())), choosable=True)
        tile.toggled.connect(lambda _on: self._choice_changed())
        tile.opened.connect(lambda: self.openRequested.emit(picture.id))
        tile.removeRequested.connect(lambda: self.removeRequested.emit(picture.id))
        tile.captionRequested.connect(lambda: self.captionRequested.emit(tile.picture))
        return tile

    def _show_in(self, tile: PhotoTile, picture: PictureRecord) -> None:
        cuts, language = self._cuts.get(picture.id, 0), self.desk.language
        came = language.time(picture.added_at.astimezone())
        told = language.say_many("{n} idea", "{n} ideas", n=cuts) if cuts else ""
        words = " · ".join(part for part in (came, told, picture.caption) if part)
        tile.show_picture(picture, self._places[picture.id], len(self.pictures), words)

    def _choice_changed(self) -> None:
        count, focus = len(self.chosen), self.focusWidget()
        for button in (self.cut_button, self.large_button):
            button.setEnabled(count == 1)
        for button in (self.put_button, self.remove_button):
            button.setEnabled(count > 0)
        if isinstance(focus, SmallButton) and not focus.isEnabled() and self.isVisible():
            self._focus_first()  # not to the undo that is offered next


def _flow() -> QWidget:
    """Things beside each other, in as many lines as they need."""
    holder = QWidget()
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    FlowLayout(holder, spacing=8)
    return holder


def _inset(widget: QWidget) -> QWidget:
    """With the margin that the focus ring needs."""
    if widget.layout() is None:
        widget.setContentsMargins(RING, 0, RING, 0)
        return widget
    widget.layout().setContentsMargins(RING, 0, RING, 0)
    return widget
