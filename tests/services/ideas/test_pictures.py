"""Photos stay with the idea, issue or session they belong to; their files are kept once and as long as somebody needs them."""

import io
import random
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import func, select

from tests.builders import Room, make_room
from workshop.exchange.photos import read_photo
from workshop.models.enums import IdeaState, PictureKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.tables.pictures import PictureContent
from workshop.services.ideas import cutting, ideas, pictures
from workshop.services.ideas.cutting import Cut
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import projects
from workshop.services.sessions import running


def photo(name: str = "red", size: tuple[int, int] = (90, 60)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, name).save(out, "JPEG")
    return out.getvalue()


def an_idea(room: Room, text: str = "건널목 그늘막") -> UUID:
    return ideas.add_idea(room.library, session_id=room.session_id, text=text).record.id


def files(library: Library) -> int:
    with library.read() as rows:
        return rows.scalar(select(func.count()).select_from(PictureContent)) or 0


def sweep(library: Library) -> int:
    with library.write("sweep") as work:
        return pictures.sweep_contents(work.rows)


def test_a_photo_stays_with_its_idea_and_its_session(library: Library) -> None:
    room = make_room(library)
    idea_id = an_idea(room)
    made = pictures.add_picture(
        library, project_id=room.project_id, idea_id=idea_id, data=photo(), caption="  정문 앞  "
    )
    kept = made.record
    assert (kept.idea_id, kept.lab_session_id, kept.caption) == (idea_id, room.session_id, "정문 앞")
    assert (kept.width, kept.height) == (90, 60)
    assert pictures.list_pictures(library, idea_id=idea_id) == (kept,)
    assert len(pictures.picture_bytes(library, picture_id=kept.id)) == kept.size
    (shown,) = ideas.idea_board(library, session_id=room.session_id).ideas
    assert (shown.pictures, shown.photo) == (1, kept.content)


def test_the_same_photo_is_kept_once_and_stays_while_one_needs_it(library: Library) -> None:
    room = make_room(library)
    first, second = (
        pictures.add_picture(library, project_id=room.project_id, idea_id=an_idea(room), data=photo()).record
        for _ in range(2)
    )
    assert first.content == second.content
    assert files(library) == 1
    pictures.remove_picture(library, picture_id=first.id)
    assert sweep(library) == 0
    assert pictures.picture_bytes(library, picture_id=second.id)


def test_several_photos_are_one_step_and_keep_their_order(library: Library) -> None:
    room = make_room(library)
    read = [read_photo(photo(name)) for name in ("red", "green", "blue")]
    made = pictures.add_photos(library, project_id=room.project_id, session_id=room.session_id, photos=read).record
    assert [picture.content for picture in made] == [one.content for one in read]
    assert pictures.list_pictures(library, session_id=room.session_id, loose=True) == made
    undo.undo(library)
    assert pictures.list_pictures(library, project_id=room.project_id) == ()
    undo.redo(library)
    assert pictures.list_pictures(library, session_id=room.session_id) == made


def test_small_copies_come_by_content(library: Library) -> None:
    room = make_room(library)
    kept = pictures.add_picture(library, project_id=room.project_id, data=photo(size=(900, 600))).record
    found = pictures.thumbnails(library, contents=[kept.content, "0" * 64, *("1" * 64 for _ in range(900))])
    assert list(found) == [kept.content]
    assert Image.open(io.BytesIO(found[kept.content])).size == (480, 320)
    assert pictures.content_bytes(library, content="0" * 64) is None


def test_a_photo_moves_to_an_idea_and_back_to_its_session(library: Library) -> None:
    room = make_room(library)
    idea_id = an_idea(room)
    kept = pictures.add_picture(library, project_id=room.project_id, session_id=room.session_id, data=photo()).record
    pictures.move_picture(library, picture_id=kept.id, idea_id=idea_id)
    assert pictures.list_pictures(library, session_id=room.session_id, loose=True) == ()
    back = pictures.move_picture(library, picture_id=kept.id).record
    assert (back.idea_id, back.lab_session_id) == (None, room.session_id)


def test_a_caption_is_written_changed_and_taken_back(library: Library) -> None:
    room = make_room(library)
    kept = pictures.add_picture(library, project_id=room.project_id, data=photo()).record
    assert pictures.caption_picture(library, picture_id=kept.id, caption="후문 \x07골목").record.caption == "후문 골목"
    undo.undo(library)
    assert pictures.list_pictures(library, project_id=room.project_id)[0].caption == ""
    with pytest.raises(InputError):
        pictures.caption_picture(library, picture_id=kept.id, caption="가" * 301)


def test_removing_is_undone_with_the_file(library: Library) -> None:
    room = make_room(library)
    kept = pictures.add_picture(library, project_id=room.project_id, session_id=room.session_id, data=photo()).record
    pictures.remove_picture(library, picture_id=kept.id)
    assert sweep(library) == 0, "undo still needs the file"
    undo.undo(library)
    assert pictures.list_pictures(library, project_id=room.project_id) == (kept,)
    assert pictures.picture_bytes(library, picture_id=kept.id)


def test_what_nobody_needs_goes_when_the_session_is_over(library: Library) -> None:
    room = make_room(library)
    kept, gone = (
        pictures.add_picture(library, project_id=room.project_id, session_id=room.session_id, data=photo(name)).record
        for name in ("red", "blue")
    )
    pictures.remove_picture(library, picture_id=gone.id)
    running.close_session(library, session_id=room.session_id)
    sweep(library)
    assert pictures.thumbnails(library, contents=[kept.content, gone.content]).keys() == {kept.content}


def test_no_picture_is_no_row_and_no_file(library: Library) -> None:
    room = make_room(library)
    with pytest.raises(InputError):
        pictures.add_picture(library, project_id=room.project_id, data=b"no picture")
    with pytest.raises(NotFoundError):
        pictures.add_picture(library, project_id=room.project_id, idea_id=UUID(int=7), data=photo())
    assert files(library) == 0


def test_a_full_library_says_so_and_takes_photos_again_when_there_is_room(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(library)
    noise = Image.frombytes("RGB", (80, 60), random.Random(3).randbytes(80 * 60 * 3))
    out = io.BytesIO()
    noise.save(out, "JPEG")
    first = pictures.add_picture(library, project_id=room.project_id, data=out.getvalue()).record
    with library.read() as rows:
        monkeypatch.setattr(pictures, "ROOM", pictures._kept_bytes(rows) + 100)
    with pytest.raises(RefusedError):
        pictures.add_picture(library, project_id=room.project_id, data=photo())
    assert (
        pictures.add_picture(library, project_id=room.project_id, data=out.getvalue()).record.content == first.content
    )


def test_a_wall_is_cut_into_ideas_with_their_pieces_in_one_step(library: Library) -> None:
    room = make_room(library)
    wall = pictures.add_picture(
        library, project_id=room.project_id, session_id=room.session_id, data=photo(size=(1000, 500))
    ).record
    boxes = [Cut(0, 0, 500, 1000, "밝은 골목"), Cut(500, 0, 1000, 500, "쉬는 의자")]
    made = cutting.cut_picture(library, picture_id=wall.id, boxes=boxes, session_id=room.session_id).record
    assert [(idea.text, idea.pictures) for idea in made] == [("밝은 골목", 1), ("쉬는 의자", 1)]
    pieces = [pictures.list_pictures(library, idea_id=idea.id)[0] for idea in made]
    assert [(piece.width, piece.height, piece.cut_from_id) for piece in pieces] == [
        (500, 500, wall.id), (500, 250, wall.id),
    ]  # fmt: skip
    assert cutting.count_cuts(library, session_id=room.session_id) == {wall.id: 2}
    undo.undo(library)
    assert ideas.idea_board(library, session_id=room.session_id).ideas == ()
    assert pictures.list_pictures(library, session_id=room.session_id) == (wall,)
    undo.redo(library)
    assert {idea.state for idea in ideas.idea_board(library, session_id=room.session_id).ideas} == {IdeaState.OPEN}


def test_the_pieces_stay_when_the_wall_goes_and_find_back_to_it(library: Library) -> None:
    room = make_room(library)
    wall = pictures.add_picture(library, project_id=room.project_id, session_id=room.session_id, data=photo()).record
    cut = cutting.cut_picture(
        library, picture_id=wall.id, boxes=[Cut(0, 0, 500, 500, "가로등")], session_id=room.session_id
    )
    idea_id = cut.record[0].id
    pictures.remove_picture(library, picture_id=wall.id)
    assert pictures.list_pictures(library, idea_id=idea_id)[0].cut_from_id is None
    undo.undo(library)
    assert pictures.list_pictures(library, idea_id=idea_id)[0].cut_from_id == wall.id


@pytest.mark.parametrize(
    "boxes",
    [[], [Cut(0, 0, 500, 500, " ")], [Cut(500, 0, 500, 500, "가로등")], [Cut(0, 0, 9, 9, "가로등")] * 61],
    ids=["none", "no words", "no surface", "too many"],
)
def test_a_cut_that_cannot_be_leaves_nothing_behind(library: Library, boxes: list[Cut]) -> None:
    room = make_room(library)
    wall = pictures.add_picture(library, project_id=room.project_id, session_id=room.session_id, data=photo()).record
    with pytest.raises(InputError):
        cutting.cut_picture(library, picture_id=wall.id, boxes=boxes, session_id=room.session_id)
    assert ideas.idea_board(library, session_id=room.session_id).ideas == ()
    assert files(library) == 1


def test_maps_are_apart_from_photos(library: Library) -> None:
    room = make_room(library)
    made = pictures.add_picture(library, project_id=room.project_id, data=photo(), kind=PictureKind.MAP).record
    assert pictures.list_pictures(library, project_id=room.project_id, kind=PictureKind.MAP) == (made,)
    assert pictures.list_pictures(library, project_id=room.project_id, kind=PictureKind.PHOTO) == ()


def test_a_removed_project_leaves_no_photo(library: Library) -> None:
    room = make_room(library)
    pictures.add_picture(library, project_id=room.project_id, idea_id=an_idea(room), data=photo())
    projects.delete_project(library, project_id=room.project_id)
    sweep(library)
    assert files(library) == 0
