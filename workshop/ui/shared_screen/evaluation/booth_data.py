"""What the evaluation booth shows besides the answers: its form, whether faces fit, and the photos to choose from."""

from dataclasses import dataclass
from uuid import UUID

from workshop.models.enums import ItemKind, PictureKind
from workshop.models.errors import NotFoundError
from workshop.models.records.evaluations import FormRecord
from workshop.services.evaluation import evaluations, instruments
from workshop.services.ideas import pictures
from workshop.services.keeping.library import Library
from workshop.ui.shared_screen.evaluation.photo_choice import ShownPhoto

MOST_PHOTOS = 60


@dataclass(frozen=True, slots=True)
class BoothData:
    """`faces` are shown only where agreeing is good news throughout; `photos` only where the form asks for one."""

    form: FormRecord
    faces: bool
    photos: tuple[ShownPhoto, ...] = ()


def load_booth(library: Library, form_id: UUID) -> BoothData:
    """Everything about a form; raises NotFoundError."""
    form = evaluations.get_form(library, form_id=form_id)
    asks = any(item.kind is ItemKind.PHOTO for item in form.items)
    return BoothData(form, not _agreeing_is_bad(form), _photos(library, form) if asks else ())


def _photos(library: Library, form: FormRecord) -> tuple[ShownPhoto, ...]:
    """The newest photos of the form's session that belong to nothing else, the newest first."""
    chosen = pictures.list_pictures(library, session_id=form.lab_session_id, kind=PictureKind.PHOTO, loose=True)
    newest = chosen[: -MOST_PHOTOS - 1 : -1]
    small = pictures.thumbnails(library, contents=[picture.content for picture in newest])
    shown = (ShownPhoto(each.id, each.caption, small.get(each.content, b"")) for each in newest)
    return tuple(photo for photo in shown if photo.small)


def _agreeing_is_bad(form: FormRecord) -> bool:
    """Whether it is in some item; old forms did not keep which."""
    try:
        items = instruments.find_instrument(form.instrument).items
    except NotFoundError:
        items = ()
    return any(item.negative for item in (*form.items, *items))
