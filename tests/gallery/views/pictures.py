"""Photos: the desk of a session, one of them large, cutting a wall into ideas."""

import io
import random
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.console_libraries import WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.exchange.photos import Photo, read_photo
from workshop.services.ideas import cutting, ideas, pictures
from workshop.services.ideas.cutting import Cut
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.pictures.desk_dialog import PhotoDesk
from workshop.ui.pictures.sources import sources_of
from workshop.ui.pictures.viewer import PictureViewer

NOTES = ("#F6E27A", "#F2B8C6", "#A9D8E6", "#BFE3B4", "#F5C58B")
LONG = "초록시장 정문 앞 횡단보도, 오전 여덟 시 반 등교 시간에 학부모와 함께 찍은 사진입니다. " * 3


@cache
def wall(seed: int = 1, width: int = 1600, height: int = 1000) -> Photo:
    """A wall with sticky notes on it, as a phone would see it."""
    dice = random.Random(seed)
    image = Image.new("RGB", (width, height), ("#D9D2C4", "#C7CCD1", "#E4DFD3")[seed % 3])
    pen = ImageDraw.Draw(image)
    side = height // 5
    for row in range(3):
        for column in range(int(width / side / 1.4)):
            left = int(column * side * 1.4 + side * 0.3 + dice.randrange(side // 5))
            top = int(row * side * 1.5 + side * 0.4 + dice.randrange(side // 5))
            pen.rectangle((left + 6, top + 8, left + side + 6, top + side + 8), fill="#A8A194")
            pen.rectangle((left, top, left + side, top + side), fill=dice.choice(NOTES))
            for line in range(4):
                y, end = top + side * (line + 1) // 6, left + side * dice.randrange(50, 90) // 100
                pen.line((left + side // 8, y, end, y), fill="#3D3A36", width=max(2, side // 40))
    return read_photo(_jpeg(image))


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def add_photos(hall: Hall, count: int, idea_id: UUID | None = None) -> list[UUID]:
    """Photos of the session that is running, some wide and some high."""
    made = pictures.add_photos(
        hall.library, project_id=hall.project_id, session_id=hall.running_session, idea_id=idea_id,
        photos=[wall(n, 900, 1200) if n % 4 == 3 else wall(n) for n in range(1, count + 1)],
    )  # fmt: skip
    return [picture.id for picture in made.record]


def an_idea(hall: Hall) -> UUID:
    """The first idea of the session."""
    return ideas.idea_board(hall.library, session_id=hall.running_session).ideas[0].id


def desk(hall: Hall) -> PhotoDesk:
    """The desk, opened above the ideas."""
    hall.go("ideas")
    made = PhotoDesk(hall.window.desk, hall.project_id, hall.running_session, hall.window)
    made.open()
    hall.settle()
    QApplication.processEvents()
    hall.settle()
    return made


def _empty(hall: Hall) -> QWidget:
    return desk(hall)


def _some(hall: Hall) -> QWidget:
    """Five, one with a caption, one cut already, two chosen."""
    made = add_photos(hall, 5)
    pictures.caption_picture(hall.library, picture_id=made[1], caption=LONG[:60])
    cutting.cut_picture(
        hall.library, picture_id=made[0], session_id=hall.running_session,
        boxes=[Cut(20, 60, 180, 320, "가로등"), Cut(200, 60, 380, 320, "의자")],
    )  # fmt: skip
    opened = desk(hall)
    for place in (1, 3):
        hall.click(opened.tiles[place])
    return opened


def _many(hall: Hall) -> QWidget:
    add_photos(hall, 24)
    return desk(hall)


def _watched(hall: Hall) -> QWidget:
    """New photos lie in the folder."""
    add_photos(hall, 2)
    opened = desk(hall)
    opened.show_watch(str(hall.folder / "카메라 100CANON"), 3, away=False)
    hall.settle()
    return opened


def _away(hall: Hall) -> QWidget:
    """The card is out, and some files could not be taken."""
    opened = desk(hall)
    opened.show_watch(str(hall.folder / "카메라 100CANON"), 0, away=True)
    broken = Path(hall.folder / "회의록 2026-05-09 최종 수정본.jpg")
    broken.write_bytes(b"no picture")
    opened.take(sources_of([str(broken), str(hall.folder)]))
    hall.settle()
    return opened


def _removed(hall: Hall) -> QWidget:
    add_photos(hall, 3)
    opened = desk(hall)
    hall.click(opened.tiles[1])
    hall.click_button(opened.remove_button)
    return opened


def _caption(hall: Hall) -> QWidget:
    add_photos(hall, 2)
    opened = desk(hall)
    picture = pictures.list_pictures(hall.library, session_id=hall.running_session)[0]
    opened.captionRequested.emit(picture)
    hall.settle()
    return next(one for one in hall.window.findChildren(Sheet) if one.isVisible() and one is not opened)


def _put(hall: Hall) -> QWidget:
    add_photos(hall, 3)
    opened = desk(hall)
    hall.click(opened.tiles[0])
    hall.click_button(opened.put_button)
    return next(one for one in opened.findChildren(Sheet) if one.isVisible())


def _large(hall: Hall) -> QWidget:
    made = add_photos(hall, 3)
    pictures.caption_picture(hall.library, picture_id=made[0], caption=LONG[:120])
    opened = desk(hall)
    opened.open_large(made[0])
    hall.settle()
    return opened


def _zoomed(hall: Hall) -> QWidget:
    """Near, over the console."""
    made = add_photos(hall, 1, an_idea(hall))
    hall.go("ideas")
    shown = pictures.list_pictures(hall.library, idea_id=an_idea(hall))
    assert [one.id for one in shown] == made
    viewer = PictureViewer(hall.window.desk, hall.window, shown)
    viewer.open()
    viewer.canvas.zoom(2.5)
    hall.settle()
    return hall.window


def crop(hall: Hall, boxes: int) -> Any:
    """The dialog with some boxes on the photo."""
    made = add_photos(hall, 1)
    dialog = desk(hall).cut(made[0])
    hall.settle()
    canvas = dialog.canvas
    area = canvas.area().toRect()
    for number in range(boxes):
        left = area.left() + area.width() * (number % 6) // 6 + 10
        top = area.top() + area.height() * (number // 6 % 3) // 3 + 10
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(left, top))
        QTest.mouseMove(canvas, QPoint(left + area.width() // 8, top + area.height() // 4))
        QTest.mouseRelease(
            canvas, Qt.MouseButton.LeftButton, pos=QPoint(left + area.width() // 8, top + area.height() // 4)
        )
    hall.settle()
    return dialog


def _cut(count: int) -> Any:
    def show(hall: Hall) -> QWidget:
        dialog = crop(hall, count)
        if count:
            rows = dialog._rows.widgets
            rows[0].field.setFocus()
            hall.write("가로등을 더 밝게")
            rows[min(2, count - 1)].field.setFocus()
        return dialog

    return show


def _at_idea(hall: Hall) -> QWidget:
    """Photos in the panel of an idea; one more could not be read."""
    key = an_idea(hall)
    add_photos(hall, 4, key)
    hall.go("ideas")
    hall.push("Idea in full")
    hall.page.view.wall.choose(key)
    hall.settle()
    hall.push("List")
    broken = Path(hall.folder / "스캔 0001.jpg")
    broken.write_bytes(b"no picture")
    hall.page.view.panel.photos.take(sources_of([str(broken)]))
    hall.settle()
    return hall.window


VIEWS = (
    View("pictures/at-idea", WORKSHOP, _at_idea),
    View("pictures/empty", WORKSHOP, _empty),
    View("pictures/some", WORKSHOP, _some),
    View("pictures/many", WORKSHOP, _many),
    View("pictures/watched", WORKSHOP, _watched),
    View("pictures/away-and-refused", WORKSHOP, _away),
    View("pictures/removed", WORKSHOP, _removed),
    View("pictures/caption", WORKSHOP, _caption),
    View("pictures/put", WORKSHOP, _put),
    View("pictures/large", WORKSHOP, _large),
    View("pictures/zoomed", WORKSHOP, _zoomed),
    View("pictures/cut-begun", WORKSHOP, _cut(0)),
    View("pictures/cut", WORKSHOP, _cut(7)),
    View("pictures/cut-many", WORKSHOP, _cut(18)),
)
