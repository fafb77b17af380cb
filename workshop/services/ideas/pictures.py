"""Pictures of ideas, local issues, observations and sessions: the file of each kept once, shown small and large."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import PictureKind
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.pictures import PictureRecord
from workshop.models.tables.history import UndoStep
from workshop.models.tables.ideas import Idea
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import Observation
from workshop.models.tables.pictures import Picture, PictureContent
from workshop.models.tables.sessions import LabSession
from workshop.models.text import clean_text
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row

if TYPE_CHECKING:
    from workshop.exchange.photos import Photo

ROOM = 2 * 1024**3  # bytes of pictures in one library
LONGEST_CAPTION = 300  # characters
_OWNERS = (Picture.idea_id, Picture.local_issue_id, Picture.observation_id)
_ORDER = (Picture.position, Picture.added_at, Picture.id)
_FULL = mark("The photos of this library have reached 2 GB. Please remove photos that are no longer needed.")


@dataclass(frozen=True, slots=True)
class Owner:
    """What a picture belongs to."""

    project_id: UUID
    session_id: UUID | None
    idea_id: UUID | None = None
    local_issue_id: UUID | None = None
    observation_id: UUID | None = None


def add_picture(
    library: Library,
    *,
    project_id: UUID,
    data: bytes,
    session_id: UUID | None = None,
    idea_id: UUID | None = None,
    local_issue_id: UUID | None = None,
    observation_id: UUID | None = None,
    kind: PictureKind = PictureKind.PHOTO,
    caption: str = "",
    cut_from_id: UUID | None = None,
) -> Changed[PictureRecord]:
    """Keep a picture from the bytes of its file, put upright and without its origin.

    Raises InputError for what is no picture or too large, RefusedError where the library has no room for more.
    """
    from workshop.exchange.photos import read_photo  # reading pictures takes a while to load

    photo = read_photo(data)
    with library.write("add picture", undo=mark("New photo"), session_id=session_id) as work:
        owner = _owner(work, Owner(project_id, session_id, idea_id, local_issue_id, observation_id))
        row = keep_photo(work, photo, owner, kind=kind, caption=caption, cut_from_id=cut_from_id)
        changed = work.changed(row.record())
    return changed


def add_photos(
    library: Library,
    *,
    project_id: UUID,
    photos: Sequence["Photo"],
    session_id: UUID | None = None,
    idea_id: UUID | None = None,
    local_issue_id: UUID | None = None,
    observation_id: UUID | None = None,
) -> Changed[tuple[PictureRecord, ...]]:
    """Keep photos that have been read with `read_photo`, all in one undo step; raises RefusedError as `add_picture` does."""
    words = mark("New photo") if len(photos) == 1 else mark("{n} new photos", n=len(photos))
    with library.write("add photos", undo=words, session_id=session_id) as work:
        owner = _owner(work, Owner(project_id, session_id, idea_id, local_issue_id, observation_id))
        made = [keep_photo(work, photo, owner) for photo in photos]
        changed = work.changed(tuple(row.record() for row in made))
    return changed


def list_pictures(
    library: Library,
    *,
    project_id: UUID | None = None,
    session_id: UUID | None = None,
    idea_id: UUID | None = None,
    local_issue_id: UUID | None = None,
    observation_id: UUID | None = None,
    kind: PictureKind | None = None,
    loose: bool = False,
) -> tuple[PictureRecord, ...]:
    """Pictures in order, narrowed by everything that is given; `loose` are those of a session only."""
    given = (
        (Picture.project_id, project_id),
        (Picture.lab_session_id, session_id),
        (Picture.idea_id, idea_id),
        (Picture.local_issue_id, local_issue_id),
        (Picture.observation_id, observation_id),
        (Picture.kind, kind),
    )
    chosen = select(Picture).where(*(column == value for column, value in given if value is not None))
    if loose:
        chosen = chosen.where(*(column.is_(None) for column in _OWNERS))
    with library.read() as rows:
        return tuple(picture.record() for picture in rows.scalars(chosen.order_by(*_ORDER)))


def picture_bytes(library: Library, *, picture_id: UUID) -> bytes:
    """The file of a picture, a JPEG or PNG; raises NotFoundError."""
    with library.read() as rows:
        return get_row(rows, PictureContent, (get_row(rows, Picture, picture_id).content,)).whole


def content_bytes(library: Library, *, content: str) -> bytes | None:
    """The file of a content, or nothing where it is not there any more."""
    with library.read() as rows:
        return rows.scalar(select(PictureContent.whole).where(PictureContent.sha256 == content))


def thumbnails(library: Library, *, contents: Sequence[str]) -> dict[str, bytes]:
    """The small copies by content; what is not there any more is left out."""
    with library.read() as rows:
        found: dict[str, bytes] = {}
        for part in _parts(contents):
            chosen = select(PictureContent.sha256, PictureContent.small).where(PictureContent.sha256.in_(part))
            found |= {content: small for content, small in rows.execute(chosen)}
        return found


def caption_picture(library: Library, *, picture_id: UUID, caption: str) -> Changed[PictureRecord]:
    """Write below a picture what it shows, or nothing."""
    with library.write("caption picture", undo=mark("Photo caption")) as work:
        row = _the_picture(work, picture_id)
        row.caption = _caption(caption)
        changed = work.changed(row.record())
    return changed


def move_picture(
    library: Library, *, picture_id: UUID, idea_id: UUID | None = None, local_issue_id: UUID | None = None
) -> Changed[PictureRecord]:
    """Put a picture to an idea or a local issue, or back among the photos of its session."""
    moved = move_pictures(library, picture_ids=[picture_id], idea_id=idea_id, local_issue_id=local_issue_id)
    return Changed(moved.record[0], moved.touched, moved.undo)


def move_pictures(
    library: Library, *, picture_ids: Sequence[UUID], idea_id: UUID | None = None, local_issue_id: UUID | None = None
) -> Changed[tuple[PictureRecord, ...]]:
    """Put pictures to an idea or a local issue, or back among the photos of their session, in one undo step."""
    words = mark("Move photo") if len(picture_ids) == 1 else mark("Move {n} photos", n=len(picture_ids))
    with library.write("move pictures", undo=words) as work:
        rows = [_the_picture(work, picture_id) for picture_id in picture_ids]
        if not rows:
            raise InputError(mark("Choose a photo first."))
        for row in rows:
            owner = _owner(work, Owner(row.project_id, row.lab_session_id, idea_id, local_issue_id))
            row.idea_id, row.local_issue_id, row.observation_id = owner.idea_id, owner.local_issue_id, None
            row.lab_session_id = owner.session_id
            row.position = _next_position(work.rows, owner)
            work.rows.flush()
        changed = work.changed(tuple(row.record() for row in rows))
    return changed


def remove_picture(library: Library, *, picture_id: UUID) -> Changed[PictureRecord]:
    """Remove a picture; what was cut from it stays."""
    removed = remove_pictures(library, picture_ids=[picture_id])
    return Changed(removed.record[0], removed.touched, removed.undo)


def remove_pictures(library: Library, *, picture_ids: Sequence[UUID]) -> Changed[tuple[PictureRecord, ...]]:
    """Remove pictures in one undo step; what was cut from them stays."""
    words = mark("Remove photo") if len(picture_ids) == 1 else mark("Remove {n} photos", n=len(picture_ids))
    with library.write("remove pictures", undo=words) as work:
        rows = [_the_picture(work, picture_id) for picture_id in picture_ids]
        if not rows:
            raise InputError(mark("Choose a photo first."))
        records = tuple(row.record() for row in rows)
        work.remove(*detach_pictures(work, Picture.id.in_(picture_ids)))
        changed = work.changed(records)
    return changed


def sweep_contents(rows: Session) -> int:
    """Delete the files that no picture and no undo step needs any more; how many there were."""
    unused = select(PictureContent.sha256).where(PictureContent.sha256.not_in(select(Picture.content)))
    gone = set(rows.scalars(unused))
    if gone:
        gone -= _kept_for_undo(rows)
    for part in _parts(sorted(gone)):
        rows.execute(delete(PictureContent).where(PictureContent.sha256.in_(part)))
    return len(gone)


def keep_photo(
    work: UnitOfWork,
    photo: "Photo",
    owner: Owner,
    *,
    kind: PictureKind = PictureKind.PHOTO,
    caption: str = "",
    cut_from_id: UUID | None = None,
) -> Picture:
    """The row of a picture, and its file where the library has not got it yet."""
    keep_content(work, photo)
    return work.add(
        Picture(
            project_id=owner.project_id,
            lab_session_id=owner.session_id,
            idea_id=owner.idea_id,
            local_issue_id=owner.local_issue_id,
            observation_id=owner.observation_id,
            cut_from_id=cut_from_id,
            kind=kind,
            content=photo.content,
            width=photo.width,
            height=photo.height,
            size=len(photo.whole),
            caption=_caption(caption),
            position=_next_position(work.rows, owner),
            added_at=work.now,
        )
    )


def keep_content(work: UnitOfWork, photo: "Photo") -> None:
    """The file of a picture, where the library has not got it yet; raises RefusedError where there is no room for it."""
    if work.rows.scalar(select(PictureContent.sha256).where(PictureContent.sha256 == photo.content)) is None:
        _check_room(work.rows, photo)
        work.add(PictureContent(sha256=photo.content, whole=photo.whole, small=photo.small))


def detach_pictures(work: UnitOfWork, *conditions: ColumnElement[bool]) -> Sequence[Picture]:
    """The pictures that meet the conditions, to be removed; what was cut from them no longer points at them."""
    pictures = work.rows.scalars(select(Picture).where(*conditions)).all()
    for cut in work.rows.scalars(select(Picture).where(Picture.cut_from_id.in_([picture.id for picture in pictures]))):
        cut.cut_from_id = None
    work.rows.flush()
    return pictures


def copy_pictures(
    work: UnitOfWork, pictures: Iterable[Picture], *, idea_id: UUID | None = None, local_issue_id: UUID | None = None
) -> None:
    """Show pictures at an idea or a local issue as well, in their order; their files are kept once."""
    for place, picture in enumerate(pictures):
        owner = _owner(work, Owner(picture.project_id, picture.lab_session_id, idea_id, local_issue_id))
        work.add(
            Picture(
                project_id=picture.project_id,
                lab_session_id=owner.session_id,
                idea_id=idea_id,
                local_issue_id=local_issue_id,
                kind=picture.kind,
                content=picture.content,
                width=picture.width,
                height=picture.height,
                size=picture.size,
                caption=picture.caption,
                position=place,
                added_at=picture.added_at,
            )
        )


def _owner(work: UnitOfWork, wanted: Owner) -> Owner:
    """What a picture belongs to; an idea, an issue or an observation brings its session, and its undo belongs there."""
    session_id = wanted.session_id
    if session_id is not None:
        work.get(LabSession, session_id)
    if wanted.idea_id is not None:
        session_id = work.get(Idea, wanted.idea_id).lab_session_id
    elif wanted.local_issue_id is not None:
        session_id = work.get(LocalIssue, wanted.local_issue_id).lab_session_id or session_id
    elif wanted.observation_id is not None:
        session_id = work.get(Observation, wanted.observation_id).lab_session_id or session_id
    work.session_id = session_id
    return replace(wanted, session_id=session_id)


def _check_room(rows: Session, photo: "Photo") -> None:
    more = len(photo.whole) + len(photo.small)
    if _kept_bytes(rows) + more > ROOM and (not sweep_contents(rows) or _kept_bytes(rows) + more > ROOM):
        raise RefusedError(_FULL)


def _kept_bytes(rows: Session) -> int:
    return rows.scalar(select(func.sum(func.length(PictureContent.whole) + func.length(PictureContent.small)))) or 0


def _kept_for_undo(rows: Session) -> set[str]:
    """The contents of pictures that an undo or a redo would bring back."""
    changes = (change for step in rows.scalars(select(UndoStep.rows)) for change in step)
    return {
        values["content"] for table, *both in changes if table == Picture.__tablename__ for values in both if values
    }


def _next_position(rows: Session, owner: Owner) -> int:
    chosen = select(func.max(Picture.position)).where(
        Picture.project_id == owner.project_id,
        Picture.idea_id == owner.idea_id,
        Picture.local_issue_id == owner.local_issue_id,
        Picture.observation_id == owner.observation_id,
    )
    last = rows.scalar(chosen)
    return 0 if last is None else last + 1


def _the_picture(work: UnitOfWork, picture_id: UUID) -> Picture:
    row = work.get(Picture, picture_id)
    work.session_id = row.lab_session_id
    return row


def _caption(text: str) -> str:
    cleaned = clean_text(text)
    if len(cleaned) > LONGEST_CAPTION:
        raise InputError(mark("A caption has at most {n} characters.", n=LONGEST_CAPTION))
    return cleaned


def _parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    """In parts that a database takes in one question."""
    return (keys[start : start + 400] for start in range(0, len(keys), 400))
