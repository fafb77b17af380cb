"""The page of local issues: none, some with and without a map, one chosen, very many, its dialogs."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.gallery.console_libraries import BARE, FULL, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import IssueCategory, IssueSource, IssueState, PictureKind
from workshop.models.records.local_issues import MapPlace
from workshop.services.ideas import issue_links, local_issues, pictures
from workshop.services.keeping.library import Library
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]
_TEXTS = (
    ("횡단보도 신호가 짧아서 할머니들이 뛰어가십니다", "초록시장 앞"),
    ("공사장 옆 길이 막혀서 아이들이 차도로 걸어요", "솔밭초등학교 뒷길"),
    ("가로등 하나가 꺼진 지 두 달이 됐어요", "강변 1가 골목"),
    ("The bus stop by the market has no roof and no light", ""),
    ("비가 오면 정문 앞에 물이 고입니다. 浸水 지역 ☔👵🏽", "정문 앞"),
    ("الرصيف مكسور أمام المدرسة", "المدرسة"),
    (("모두가 마음 놓고 걷는 길을 만들려면 먼저 어디가 왜 위험한지 함께 보아야 합니다. " * 9)[:300], "길" * 40),
    ("쓰레기통이 없어요", "버스 정류장"),
)


@cache
def map_file() -> bytes:
    """A simple map: a river, roads and blocks."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#F4F1E8"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#BFD9E6"), 70, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(-20, 700), QPointF(1220, 480))
    for place in range(1, 8):
        painter.setPen(QPen(QColor("#FFFFFF"), 22 if place % 3 else 40))
        painter.drawLine(QPointF(place * 160, 0), QPointF(place * 150 + 40, 900))
        painter.drawLine(QPointF(0, place * 125), QPointF(1200, place * 120))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#DDE8CF"))
    painter.drawRoundedRect(QRectF(500, 130, 210, 100), 12, 12)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def add_map(library: Library, project_id: UUID, name: str) -> UUID:
    """A map in the library."""
    made = pictures.add_picture(library, project_id=project_id, data=map_file(), kind=PictureKind.MAP, caption=name)
    return made.record.id


def add_issues(hall: Hall, count: int = 8, map_id: UUID | None = None, *, session: bool = True) -> list[UUID]:
    """Issues of all kinds, two of them very near to each other."""
    lines = hall.sessions()
    session_id = lines[-1].session.id if lines and session else None
    categories, sources, made = list(IssueCategory), list(IssueSource), list[UUID]()
    for number in range(count):
        text, place = _TEXTS[number % 8]
        near = 1_500 + number * 997 % 7_000, 1_200 + number * 613 % 7_400
        spot = (5_020, 4_020) if number == 3 else (5_000, 4_000) if number == 2 else near
        made.append(
            local_issues.add_issue(
                hall.library, project_id=hall.project_id, text=text if number < 8 else f"{text} ({number})", place=place,
                session_id=session_id if number % 3 else None, category=categories[number % 8],
                source=sources[number % 4], source_note="국민신문고" if number % 4 == 3 else "",
                on_map=MapPlace(map_id, *spot) if map_id and number % 5 != 4 else None,
            ).record.id
        )  # fmt: skip
    if count > 4:
        local_issues.set_issue_state(hall.library, issue_id=made[1], state=IssueState.SOLVED, reason="다시 열렸음")
        local_issues.set_issue_state(hall.library, issue_id=made[4], state=IssueState.WITHDRAWN, reason="중복")
    return made


def _page(hall: Hall) -> QWidget:
    return hall.go("issues")


def _none_open(hall: Hall) -> QWidget:
    return hall.go("issues", Place())


def _with_map(hall: Hall, count: int = 8) -> list[UUID]:
    map_id = add_map(hall.library, hall.project_id, "초록시장 둘레")
    made = add_issues(hall, count, map_id)
    _page(hall)
    return made


def _empty_with_map(hall: Hall) -> QWidget:
    _with_map(hall, 0)
    return hall.window


def _some(count: int, *, chart: bool) -> Show:
    def show(hall: Hall) -> QWidget:
        if chart:
            _with_map(hall, count)
        else:
            add_issues(hall, count)
            _page(hall)
        return hall.window

    return show


def _chosen(hall: Hall) -> QWidget:
    """Two pins lie above each other; the chosen one is on top."""
    made = _with_map(hall)
    hall.page.choose(made[2])
    hall.settle()
    return hall.window


def _opened(hall: Hall, *, chart: bool = True, which: int = 0) -> QWidget:
    if chart:
        made = _with_map(hall)
    else:
        made = add_issues(hall)
        _page(hall)
    session_id = hall.sessions()[-1].session.id
    if which == 0:
        issue_links.idea_from_issue(hall.library, issue_id=made[0], session_id=session_id)
        issue_links.follow_up_from_issue(hall.library, issue_id=made[0], department="도로과")
        pictures.add_picture(
            hall.library, project_id=hall.project_id, data=map_file(), local_issue_id=made[0], caption="신호등"
        )
    hall.page.choose(made[which], show=True)
    hall.settle()
    return hall.window


def _opened_end(hall: Hall) -> QWidget:
    """What comes below: place, photos, state, what came of it."""
    _opened(hall)
    area = hall.page.view.panel.findChildren(QScrollArea)[0]
    hall.scroll_down(area)
    return hall.window


def _written(hall: Hall) -> QWidget:
    """A place is marked on the map, and a line is being written."""
    _with_map(hall)
    chart = hall.page.view.map_card.map
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() // 3, chart.height() // 3))
    hall.write("맨홀 뚜껑이 덜컹거려요 @역 앞 #안전")
    return hall.window


def _nothing_found(hall: Hall) -> QWidget:
    add_issues(hall)
    _page(hall)
    hall.page.view.search.setFocus()
    hall.write("xyz")
    hall.page.view.search.submit()
    hall.settle()
    return hall.window


def _zoomed(hall: Hall) -> QWidget:
    """Two maps, one of them nearer."""
    add_map(hall.library, hall.project_id, "아주 긴 이름을 가진 둘째 지도: 초록시 북부 생활권 전체")
    _with_map(hall)
    hall.page.view.map_card.map.zoom(2.5)
    hall.settle()
    return hall.window


def _map_menu(hall: Hall) -> QWidget:
    _with_map(hall)
    hall.click_button(hall.page.view.map_card.more)
    return hall.menu()


def _withdraw(hall: Hall) -> QWidget:
    _opened(hall)
    hall.click_button(hall.page.view.panel.state.button(IssueState.WITHDRAWN))
    return hall.sheet()


def _hand_on(hall: Hall) -> QWidget:
    _opened(hall)
    hall.click_button(hall.page.view.panel.follow_up_button)
    return hall.sheet()


def _into_session(hall: Hall) -> QWidget:
    _opened(hall, which=1)
    hall.click_button(hall.page.view.panel.idea_button)
    return hall.menu()


def _rename(hall: Hall) -> QWidget:
    _with_map(hall)
    hall.page.acts.rename_map(hall.page.collection.maps[0].id)
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("issues/none-open", "empty", _none_open),
    View("issues/empty", BARE, _page),
    View("issues/empty-with-map", WORKSHOP, _empty_with_map),
    View("issues/one", WORKSHOP, _some(1, chart=True)),
    View("issues/some", WORKSHOP, _some(8, chart=False)),
    View("issues/on-map", WORKSHOP, _some(8, chart=True)),
    View("issues/many", FULL, _some(500, chart=True)),
    View("issues/chosen", WORKSHOP, _chosen),
    View("issues/opened", WORKSHOP, _opened),
    View("issues/opened-end", WORKSHOP, _opened_end),
    View("issues/opened-solved", WORKSHOP, lambda hall: _opened(hall, which=1)),
    View("issues/opened-long", WORKSHOP, lambda hall: _opened(hall, which=6)),
    View("issues/opened-without-map", WORKSHOP, lambda hall: _opened(hall, chart=False)),
    View("issues/written", WORKSHOP, _written),
    View("issues/zoomed", WORKSHOP, _zoomed),
    View("issues/nothing-found", WORKSHOP, _nothing_found),
    View("issues/map-menu", WORKSHOP, _map_menu),
    View("issues/withdraw", WORKSHOP, _withdraw),
    View("issues/hand-on", WORKSHOP, _hand_on),
    View("issues/into-session", FULL, _into_session),
    View("issues/rename-map", WORKSHOP, _rename),
)
