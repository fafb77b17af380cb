"""A photo of a wall becomes ideas: a box for each, and the piece of the photo stays with the idea."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.tables.ideas import Idea
from workshop.models.tables.pictures import Picture
from workshop.services.ideas import ideas
from workshop.services.ideas.idea_rows import records_of
from workshop.services.ideas.pictures import Owner, keep_photo, picture_bytes
from workshop.services.keeping.library import Library

MOST_CUTS = 60  # ideas from one photo


@dataclass(frozen=True, slots=True)
class Cut:
    """A box on a photo, in thousandths of its width and height, and the words of the idea it becomes."""

    left: int
    top: int
    right: int
    bottom: int
    text: str


def cut_picture(
    library: Library, *, picture_id: UUID, boxes: Sequence[Cut], session_id: UUID, theme_id: UUID | None = None
) -> Changed[tuple[IdeaRecord, ...]]:
    """Make an idea of every box on a photo, each with its piece of it, all in one undo step.

    Raises InputError without a box, for more than 60, for a box without words or surface; RefusedError in a closed session.
    """
    from workshop.exchange.photos import cut_photo  # reading pictures takes a while to load

    if not boxes:
        raise InputError(mark("Please draw a box around an idea first."))
    if len(boxes) > MOST_CUTS:
        raise InputError(mark("One photo can be cut into at most {n} ideas at once.", n=MOST_CUTS))
    sides = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    pieces = cut_photo(picture_bytes(library, picture_id=picture_id), sides)
    words = mark("An idea from a photo") if len(boxes) == 1 else mark("{n} ideas from a photo", n=len(boxes))
    with library.write("cut picture", undo=words, session_id=session_id) as work:
        session = ideas.open_session(work, session_id)
        work.get(Picture, picture_id)
        made: list[Idea] = []
        pen = ideas.Pen(work, session)
        for box, piece in zip(boxes, pieces, strict=True):
            idea = pen.write(box.text, theme_id=theme_id)
            keep_photo(work, piece, Owner(session.project_id, session.id, idea.id), cut_from_id=picture_id)
            made.append(idea)
        changed = work.changed(records_of(work, made))
    return changed


def count_cuts(library: Library, *, session_id: UUID) -> dict[UUID, int]:
    """How many ideas each photo of a session was cut into."""
    chosen = (
        select(Picture.cut_from_id, func.count())
        .where(Picture.lab_session_id == session_id, Picture.cut_from_id.is_not(None))
        .group_by(Picture.cut_from_id)
    )
    with library.read() as rows:
        return {key: number for key, number in rows.execute(chosen) if key is not None}
