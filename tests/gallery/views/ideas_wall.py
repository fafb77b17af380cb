"""The wall of ideas: from afar and from near, a lasso, cards on their way, what is marked on a card, words being changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import FULL, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import NoteKind
from workshop.services.ideas import ideas, notes, revealing, supports, themes
from workshop.ui.pages.ideas.cards import IdeaCard

Show = Callable[[Hall], QWidget]
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _wall(hall: Hall) -> QWidget:
    return hall.go("ideas", hall.place(0))


def _keys(*keys: Qt.Key, show: Show = _wall) -> Show:
    """Keys for the wall, with the keyboard on the first card of the second column."""

    def shown(hall: Hall) -> QWidget:
        show(hall)
        wall = hall.page.view.wall
        wall.choose(next(card for column in wall.columns[1:] for card in column.cards).idea.id)
        for key in keys:
            hall.press(key)
        return hall.window

    return shown


def _drag(hall: Hall, begin: QPoint, *way: QPoint) -> QWidget:
    """The left button goes down and is not let go."""
    ground = hall.page.view.wall.canvas.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=begin)
    for place in (begin + QPoint(16, 16), *way):
        QTest.mouseMove(ground, place)
    hall.settle()
    return hall.window


def _lasso(hall: Hall) -> QWidget:
    _wall(hall)
    canvas = hall.page.view.wall.canvas
    first, second = canvas.plan.columns[:2]
    begin = QPoint(canvas.to_view(first.rect(0)).right() + 4, 6)
    end = canvas.to_view(second.rect(0)).center() + QPoint(0, canvas.viewport().height() // 3)
    return _drag(hall, begin, end)


def _dragging(count: int) -> Show:
    def show(hall: Hall) -> QWidget:
        _wall(hall)
        wall = hall.page.view.wall
        ids = [card.idea.id for column in wall.columns for card in column.cards[:2]][:count]
        wall.choose(ids[0])
        for idea_id in ids[1:]:
            wall.canvas.toggle(idea_id)
        hall.settle()
        goal = wall.canvas.to_view(wall.columns[2].rect(0))
        return _drag(
            hall, wall.canvas.view_of(ids[0]).center(), goal.center(), QPoint(goal.center().x(), goal.bottom())
        )

    return show


def _marked(hall: Hall) -> QWidget:
    """Cards that are hidden, talked about, supported and starred."""
    _wall(hall)
    library, wall = hall.library, hall.page.view.wall
    ids = [card.idea.id for column in wall.columns for card in column.cards[:2]]
    revealing.hide_idea(library, idea_id=ids[0])
    for idea_id in ids[1:4]:
        supports.support_idea(library, idea_id=idea_id)
        notes.add_note(library, kind=NoteKind.QUESTION, text="When?", idea_id=idea_id)
    ideas.choose_ideas(library, idea_ids=ids[2:4], chosen=True)
    hall.settle()
    return hall.window


def _photographed(hall: Hall) -> QWidget:
    """The first card of each column has a photo; in the last one it has not been read yet."""
    _wall(hall)
    wall = hall.page.view.wall
    photos = {str(place): _picture(colour) for place, colour in enumerate(("#7FA39A", "#B98E5E", "#5E7DB9", "#A9788F"))}
    wall.show_photos(lambda content, _size: photos.get(content))
    content = [
        (column.theme, [_with_photo(card, str(place)) if row < 2 else card for row, card in enumerate(column.cards)])
        for place, column in enumerate(wall.columns)
    ]
    wall.show_content(content)
    hall.settle()
    return hall.window


def _with_photo(card: IdeaCard, content: str) -> IdeaCard:
    return replace(card, idea=replace(card.idea, photo=content, pictures=1))


def _picture(colour: str) -> QPixmap:
    picture = QPixmap(320, 200)
    picture.fill(QColor(colour))
    return picture


def _many_themes(hall: Hall) -> QWidget:
    _wall(hall)
    for title in _TITLES:
        themes.add_theme(hall.library, project_id=hall.project_id, title=title)
    hall.settle()
    return hall.window


_TITLES: Sequence[str] = (
    "보행", "Safe crossings for everybody who is slow", "밤길", "학교 앞", "쓰레기와 악취", "쉼터", "소리", "공원", "주차",
    "버스 정류장과 정류장까지 걸어가는 길",
)  # fmt: skip


def _moving(hall: Hall) -> QWidget:
    """Carried by the keys into the next theme."""
    _keys()(hall)
    hall.press(Qt.Key.Key_Right, _ALT)
    return hall.window


def _looking(hall: Hall) -> QWidget:
    """The keyboard on a card that is not chosen, beside others that are."""
    _keys()(hall)
    hall.press(Qt.Key.Key_Right)
    hall.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hall.press(Qt.Key.Key_Left, _CTRL)
    return hall.window


_Key = Qt.Key
VIEWS = (
    View("ideas-wall/whole", FULL, _keys(_Key.Key_F)),
    View("ideas-wall/whole-of-few", WORKSHOP, _keys(_Key.Key_F)),
    View("ideas-wall/smaller", FULL, _keys(*[_Key.Key_Minus] * 3)),
    View("ideas-wall/far", FULL, _keys(*[_Key.Key_Minus] * 5)),
    View("ideas-wall/larger", WORKSHOP, _keys(_Key.Key_Plus, _Key.Key_Plus)),
    View("ideas-wall/many-themes", WORKSHOP, _many_themes),
    View("ideas-wall/many-themes-whole", WORKSHOP, _keys(_Key.Key_F, show=_many_themes)),
    View("ideas-wall/marked", WORKSHOP, _marked),
    View("ideas-wall/photographed", WORKSHOP, _photographed),
    View("ideas-wall/lasso", WORKSHOP, _lasso),
    View("ideas-wall/dragging", WORKSHOP, _dragging(1)),
    View("ideas-wall/dragging-several", FULL, _dragging(3)),
    View("ideas-wall/moved", WORKSHOP, _moving),
    View("ideas-wall/looking", WORKSHOP, _looking),
)
