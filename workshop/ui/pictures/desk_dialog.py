"""The photos of a session that are not yet at an idea: dropped here, taken from a folder, cut into ideas, put to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from workshop.language import Message, mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import cutting, ideas, pictures
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.library_steps import take_step
from workshop.ui.pictures.asking import ask_caption, ask_folder, ask_photos
from workshop.ui.pictures.crop_dialog import CropDialog
from workshop.ui.pictures.desk_view import DeskView
from workshop.ui.pictures.dropping import TakesPhotos, paint_landing
from workshop.ui.pictures.folder_watch import FolderWatch
from workshop.ui.pictures.sources import Source, sources_of
from workshop.ui.pictures.taking import PictureOwner, Taking, refusal_words
from workshop.ui.pictures.viewer import PictureViewer
from workshop.ui.widgets.form import Field


@dataclass(frozen=True, slots=True)
class _Found:
    """What is shown."""

    pictures: tuple[PictureRecord, ...] = ()
    cuts: dict[UUID, int] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]


class PhotoDesk(TakesPhotos, DeskView):
    """Does what is asked by itself; its foot offers the way back. `idea` is the one that is chosen on the page, if any."""

    ideasMade = Signal(object)  # Changed with the ideas that were cut

    def __init__(
        self, desk: Desk, project_id: UUID, session_id: UUID, parent: QWidget, *, idea: IdeaRecord | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._owner = PictureOwner(project_id, session_id)
        self._session_id = session_id
        self._idea = idea
        self.taking = Taking(desk, self)
        self.folder_watch = FolderWatch(desk.tasks, self)
        self.take_drops(desk)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Ask which photos there are."""
        library, session_id = self.desk.library, self._session_id

        def read() -> _Found:
            found = pictures.list_pictures(library, session_id=session_id, loose=True)
            return _Found(found, cutting.count_cuts(library, session_id=session_id))

        self.desk.tasks.run(read, lambda found: self.show_pictures(found.pictures, found.cuts), owner=self)

    def take(self, sources: Sequence[Source]) -> None:
        """Take photos in."""
        self.show_problem("")
        self.taking.take(sources, self._owner)

    def open_large(self, picture_id: UUID) -> PictureViewer:
        """Show a photo large, over this dialog."""
        place = next(n for n, one in enumerate(self.pictures) if one.id == picture_id)
        viewer = PictureViewer(self.desk, self, self.pictures, place, self.offer_undo)
        viewer.open()
        return viewer

    def cut(self, picture_id: UUID) -> CropDialog:
        """Open the dialog that cuts a photo into ideas."""
        picture = next(one for one in self.pictures if one.id == picture_id)
        dialog = CropDialog(self.desk, picture, self._session_id, self)
        dialog.cut.connect(self._was_cut)
        dialog.open()
        return dialog

    def put_to_idea(self, picture_ids: Sequence[UUID]) -> FormDialog:
        """Ask for the number of an idea and put photos to it."""
        say, library, session_id = self.desk.language.say, self.desk.library, self._session_id
        fields = (
            Field("number", say("Number of the idea"), "number", required=True, least=1, help=say("It stands on its card.")),
        )  # fmt: skip
        near = self._idea is not None and self._idea.lab_session_id == session_id
        values = {"number": self._idea.number} if near else {}
        dialog = FormDialog(
            self.desk, say("Put to an idea"), fields, say("Put to the idea"), self, values=values, stay=True, width=400
        )

        def submit(given: dict[str, Any]) -> None:
            number = int(given["number"])

            def put() -> Changed[tuple[PictureRecord, ...]]:
                board = ideas.idea_board(library, session_id=session_id)
                idea = next((one for one in board.ideas if one.number == number), None)
                if idea is None:
                    raise InputError(mark("There is no idea with the number {n} in this session.", n=number))
                return pictures.move_pictures(library, picture_ids=picture_ids, idea_id=idea.id)

            self._do(put, dialog=dialog)

        dialog.submitted.connect(submit)
        dialog.open()
        return dialog

    def remove(self, picture_ids: Sequence[UUID]) -> None:
        """Remove photos; the undo bar brings them back."""
        self._do(lambda: pictures.remove_pictures(self.desk.library, picture_ids=picture_ids))

    def watch(self, folder: str) -> None:
        """Watch a folder for new photos; an empty path ends it."""
        self.folder_watch.watch(folder)
        self._show_watch()

    def _do(self, verb: Callable[[], Changed[Any]], dialog: FormDialog | None = None) -> None:
        def done(changed: Changed[Any]) -> None:
            if dialog is not None:
                dialog.accept()
            if changed.undo is not None:
                self.offer_undo(changed.undo)

        def failed(error: Exception) -> None:
            message = getattr(error, "message", None)
            if isinstance(message, Message):
                (dialog.show_error if dialog is not None else self.show_problem)(self.desk.language.tell(message))
            else:
                self.desk.tasks.failed.emit(error)

        self.desk.tasks.run(verb, done, failed, owner=dialog or self)

    def _was_cut(self, changed: Changed[tuple[IdeaRecord, ...]]) -> None:
        self.ideasMade.emit(changed)
        if changed.undo is not None:
            self.offer_undo(changed.undo)

    def _step(self, direction: str) -> None:
        take_step(direction, self.desk.library, self.desk.tasks, self.show_notice, self)

    def _take_offers(self) -> None:
        self.take(sources_of(self.folder_watch.take()))

    def _ask_folder(self) -> None:
        if self.folder_watch.folder:
            self.watch("")
        else:
            ask_folder(self.desk, self, self.watch)

    def _show_watch(self) -> None:
        watch = self.folder_watch
        self.show_watch(watch.folder, len(watch.offers), away=watch.is_away)

    def _changed(self, changed: Changed[Any]) -> None:
        if changed.touches("picture"):
            self.reload()

    def _connect(self) -> None:
        taking, watch = self.taking, self.folder_watch
        taking.progressed.connect(self.show_progress)
        taking.taken.connect(lambda changed: self.offer_undo(changed.undo))
        taking.refused.connect(lambda refused: self.show_problem(refusal_words(self.desk, refused)))
        taking.ended.connect(lambda: taking.is_busy or self.hide_progress())
        watch.offered.connect(lambda _offers: self._show_watch())
        watch.awayChanged.connect(lambda _away: self._show_watch())
        self.desk.tasks.changed.connect(self._changed)
        self.add_button.clicked.connect(self._ask_photos)
        self.nothing.chosen.connect(self._ask_photos)
        self.watch_button.clicked.connect(self._ask_folder)
        self.take_button.clicked.connect(self._take_offers)
        self.cut_button.clicked.connect(lambda: self.cut(self.chosen[0]))
        self.put_button.clicked.connect(lambda: self.put_to_idea(self.chosen))
        self.large_button.clicked.connect(lambda: self.open_large(self.chosen[0]))
        self.remove_button.clicked.connect(lambda: self.remove(self.chosen))
        self.openRequested.connect(self.open_large)
        self.removeRequested.connect(lambda key: self.remove([key]))
        self.captionRequested.connect(lambda picture: ask_caption(self.desk, picture, self, self.offer_undo))
        self.undo_button.clicked.connect(lambda: self._step("undo"))
        for keys, direction in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            QShortcut(QKeySequence(keys), self, lambda direction=direction: self._step(direction))

    def _ask_photos(self) -> None:
        ask_photos(self.desk, self, lambda files: self.take(sources_of(files)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame where photos would fall."""
        super().paintEvent(event)
        if self.under_way:
            paint_landing(self, self.desk.theme)
