"""Taking photos in: read one after the other away from the window, then kept together in one undo step."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from workshop.language import Message, mark
from workshop.models.records.changes import Changed
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import pictures
from workshop.ui.desk import Desk
from workshop.ui.pictures.sources import MOST_AT_ONCE, ReadPhotos, Source, read_all


@dataclass(frozen=True, slots=True)
class PictureOwner:
    """What pictures belong to: an idea, a local issue, an observation, or else their session."""

    project_id: UUID
    session_id: UUID | None = None
    idea_id: UUID | None = None
    local_issue_id: UUID | None = None
    observation_id: UUID | None = None


class Taking(QObject):
    """Takes photos in for an owner. What is refused is told by name and does not hold up the others."""

    progressed = Signal(int, int)  # how many of how many have been read
    taken = Signal(object)  # Changed with the records
    refused = Signal(list)  # pairs of a file name and a Message
    ended = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being taken in."""
        return self._waiting > 0

    def take(self, sources: Sequence[Source], owner: PictureOwner) -> None:
        """Take photos in, at most 60 at once."""
        if not sources:
            return
        chosen, left = sources[:MOST_AT_ONCE], sources[MOST_AT_ONCE:]
        self._waiting += 1
        self.progressed.emit(0, len(chosen))
        self._desk.tasks.build(
            lambda: read_all(chosen),
            progress=lambda done: self.progressed.emit(done, len(chosen)),
            done=lambda read: self._keep(read, owner, left),
            failed=self._failed,
            owner=self,
        )

    def _keep(self, read: ReadPhotos, owner: PictureOwner, left: Sequence[Source]) -> None:
        refused = [*read.refused]
        if left:
            refused += [(left[0].name, mark("At most {n} photos are taken at once.", n=MOST_AT_ONCE))]
        if not read.photos:
            self._end(refused)
            return
        library = self._desk.library

        def keep() -> Changed[tuple[PictureRecord, ...]]:
            return pictures.add_photos(
                library, project_id=owner.project_id, session_id=owner.session_id, idea_id=owner.idea_id,
                local_issue_id=owner.local_issue_id, observation_id=owner.observation_id, photos=read.photos,
            )  # fmt: skip

        def kept(changed: Changed[tuple[PictureRecord, ...]]) -> None:
            self.taken.emit(changed)
            self._end(refused)

        self._desk.tasks.run(keep, kept, self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self._end([])
        self._desk.tasks.failed.emit(error)

    def _end(self, refused: list[tuple[str, Message]]) -> None:
        self._waiting -= 1
        if refused:
            self.refused.emit(refused)
        self.ended.emit()


def refusal_words(desk: Desk, refused: Sequence[tuple[str, Message]]) -> str:
    """Why some were not taken, as one or two sentences."""
    language = desk.language
    name, why = refused[0]
    first = language.say("{name}: {why}", name=name, why=language.tell(why))
    if len(refused) == 1:
        return first
    return language.say_many("{n} file was not taken.", "{n} files were not taken.", n=len(refused)) + " " + first
