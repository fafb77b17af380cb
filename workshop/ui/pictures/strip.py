"""The photos of an idea or a local issue: small, in rows; added from files, by dropping, and from the clipboard."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.records.changes import Changed
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import pictures
from workshop.ui.desk import Desk
from workshop.ui.pictures.asking import ask_caption, ask_photos
from workshop.ui.pictures.dropping import TakesPhotos, paint_landing
from workshop.ui.pictures.sources import Source, sources_of
from workshop.ui.pictures.taking import PictureOwner, Taking, refusal_words
from workshop.ui.pictures.tile import PhotoTile
from workshop.ui.pictures.viewer import PictureViewer
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.keyed_rows import KeyedRows

SIZE = QSize(104, 78)  # pixels of a photo at 100 %


class PictureStrip(TakesPhotos, QWidget):
    """Shows the photos of an owner and keeps itself up to date; it does what is asked by itself and offers the undo."""

    undoOffered = Signal(object)  # Message
    countChanged = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner: PictureOwner | None = None
        self._asked: object = None
        self.pictures: tuple[PictureRecord, ...] = ()
        self.taking = Taking(desk, self)
        self.setAccessibleName(desk.language.say("Photos"))
        self.take_drops(desk)
        self._place()
        self._connect()

    @property
    def tiles(self) -> list[PhotoTile]:
        """The tiles in order."""
        return self._rows.widgets

    def show_owner(self, owner: PictureOwner | None) -> None:
        """Show the photos of another owner, or of nothing."""
        if owner != self._owner:
            self._owner = owner
            self._problem.hide()
            self._show(())
        self.reload()

    def reload(self) -> None:
        """Ask which photos there are."""
        owner, library = self._owner, self._desk.library
        self._asked = asked = object()
        if owner is None:
            return

        def read() -> tuple[PictureRecord, ...]:
            keys = (owner.idea_id, owner.local_issue_id, owner.observation_id)
            if all(key is None for key in keys):
                return pictures.list_pictures(library, session_id=owner.session_id, loose=True)
            return pictures.list_pictures(library, idea_id=keys[0], local_issue_id=keys[1], observation_id=keys[2])

        def show(found: tuple[PictureRecord, ...]) -> None:
            if asked is self._asked:
                self._show(found)

        self._desk.tasks.run(read, show, owner=self)

    def take(self, sources: Sequence[Source]) -> None:
        """Take photos in for what is shown."""
        if self._owner is not None and sources:
            self._problem.hide()
            self.taking.take(sources, self._owner)

    def ask_files(self) -> None:
        """Ask for picture files."""
        ask_photos(self._desk, self, lambda files: self.take(sources_of(files)))

    def open(self, picture_id: UUID) -> PictureViewer:
        """Show a photo large, over the window."""
        place = next((n for n, one in enumerate(self.pictures) if one.id == picture_id), 0)
        viewer = PictureViewer(self._desk, self.window(), self.pictures, place, self._tell_undo)
        viewer.open()
        return viewer

    def _show(self, found: tuple[PictureRecord, ...]) -> None:
        count, self.pictures = len(self.pictures), found
        self._places = {picture.id: place for place, picture in enumerate(found, start=1)}
        self._rows.show(found)
        self._tiles.setVisible(bool(found))
        if count != len(found):
            self.countChanged.emit(len(found))

    def _show_in(self, tile: PhotoTile, picture: PictureRecord) -> None:
        tile.show_picture(picture, self._places[picture.id], len(self.pictures))

    def _make(self, picture: PictureRecord) -> PhotoTile:
        px = self._desk.type.px
        tile = PhotoTile(self._desk, QSize(px(SIZE.width()), px(SIZE.height())))
        key, library = picture.id, self._desk.library
        tile.opened.connect(lambda: self.open(key))
        tile.removeRequested.connect(lambda: self._do(lambda: pictures.remove_picture(library, picture_id=key)))
        tile.captionRequested.connect(
            lambda: tile.picture and ask_caption(self._desk, tile.picture, self, self.undoOffered.emit)
        )
        return tile

    def _do(self, verb: Callable[[], Changed[Any]]) -> None:
        def done(changed: Changed[Any]) -> None:
            if changed.undo is not None:
                self.undoOffered.emit(changed.undo)

        self._desk.tasks.run(verb, done, owner=self)

    def _tell_undo(self, undo: Message) -> None:
        if shiboken6.isValid(self):  # the page may have been built anew meanwhile
            self.undoOffered.emit(undo)

    def _progressed(self, done: int, of: int) -> None:
        self._progress.setText(self._desk.language.say("Reading photo {n} of {of}…", n=min(done + 1, of), of=of))
        self._progress.setVisible(True)

    def _refused(self, refused: list[tuple[str, Message]]) -> None:
        self._problem.setText(refusal_words(self._desk, refused))
        self._problem.show()

    def _changed(self, changed: Changed[Any]) -> None:
        if changed.touches("picture"):
            self.reload()

    def _connect(self) -> None:
        taking = self.taking
        taking.progressed.connect(self._progressed)
        taking.taken.connect(lambda changed: self.undoOffered.emit(changed.undo))
        taking.refused.connect(self._refused)
        taking.ended.connect(lambda: self._progress.setVisible(taking.is_busy))
        self._desk.tasks.changed.connect(self._changed)

    def _place(self) -> None:
        say = self._desk.language.say
        self._tiles = QWidget()
        policy = self._tiles.sizePolicy()
        policy.setHeightForWidth(True)
        self._tiles.setSizePolicy(policy)
        flow = FlowLayout(self._tiles, spacing=8)
        flow.setContentsMargins(0, 4, 0, 4)
        self._rows = KeyedRows[PictureRecord, PhotoTile](flow, lambda one: one.id, self._make, self._show_in)
        self._tiles.hide()
        self.add_button = SmallButton(say("Add photos…"), icon=self._desk.icons.icon("image"))
        self.add_button.setToolTip(say("Photos can be dropped here, or pasted with Ctrl+V."))
        self.add_button.clicked.connect(self.ask_files)
        self._progress = MutedLabel(wrap=True)
        self._progress.hide()
        self._problem = MutedLabel(role="danger", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._tiles)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._progress)
        column.addWidget(self._problem)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame where photos would fall."""
        if self.under_way:
            paint_landing(self, self._desk.theme)
