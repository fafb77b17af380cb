"""What passes: time that is left, how far something is, notices that come and go."""

from PySide6.QtWidgets import QWidget

from tests.gallery.widgets.acting import line_of
from tests.gallery.widgets.specimen import Sheet, Specimen, words
from workshop.ui.desk import Desk
from workshop.ui.widgets.big_clock import BigClock
from workshop.ui.widgets.floating import Floating
from workshop.ui.widgets.progress_bar import SlimBar
from workshop.ui.widgets.timer_ring import TimerRing
from workshop.ui.widgets.toast import Toast
from workshop.ui.widgets.undo_bar import UndoBar

_MINUTE = 60
_TIMES = (
    ("not begun", 15 * _MINUTE), ("under way", 521), ("the last minute", 42), ("the end", 0), ("over time", -72),
    ("more than an hour", 3600 + 521),
)  # fmt: skip


def _clocks(desk: Desk) -> QWidget:
    sheet = Sheet()
    for state, seconds in _TIMES:
        clock = BigClock(words(desk, "남은 시간", "Time left"))
        clock.set_seconds(seconds)
        sheet.add(state, clock, left=True)
    return sheet


def _rings(desk: Desk) -> QWidget:
    sheet = Sheet()
    px, color = desk.type.px, desk.theme.color
    for state, seconds in _TIMES[:-1]:
        clock = BigClock(words(desk, "남은 시간", "Time left"))
        clock.set_seconds(seconds)
        small = TimerRing(px(40), px(7), color("track"), color("accent"), color("warn"))
        large = TimerRing(px(190), px(12), color("track"), color("accent"), color("warn"), clock)
        for ring in (small, large):
            ring.set_time(seconds, 15 * _MINUTE)
        sheet.add(state, line_of(small, large))
    return sheet


def _progress(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "투표함", "Voted")
    for state, done, of, role in (
        ("nothing yet", 0, 29, "accent"), ("some", 19, 29, "accent"), ("one of very many", 1, 900, "accent"),
        ("all", 29, 29, "accent"), ("not known how many", 0, 0, "accent"), ("too much", 70, 60, "warn"),
    ):  # fmt: skip
        bar = SlimBar(desk, name, role=role)
        bar.show_part(done, of)
        sheet.add(state, bar)
    return sheet


class _Place(QWidget):
    """A part of a page above which a notice lies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setFixedHeight(desk.type.px(130))
        self.notice: Floating | None = None
        self._said = ""

    def say(self, notice: Floating, text: str) -> None:
        """Show a notice as soon as the place is shown."""
        self.notice, self._said = notice, text

    def resizeEvent(self, event: object) -> None:
        """A notice knows its place only now."""
        if self.notice is not None:
            self.notice.show_text(self._said)


def _notices(desk: Desk, kind: str) -> QWidget:
    sheet = Sheet()
    short = words(desk, "투표를 열었습니다.", "The vote is open.")
    long = words(
        desk,
        "‘공사장 옆 길이 막혀서 아이들이 차도로 걷습니다’를 ‘막힌 길’로 옮겼고 같은 의견 두 건을 하나로 합쳤습니다.",
        "“Children walk on the road because of the building site” was moved to “Blocked ways”, and two like it were merged.",
    )
    close, undo = words(desk, "닫기", "Close"), words(desk, "되돌리기", "Undo")
    for state, text in (("short", short), ("long words", long)):
        place = _Place(desk)
        notice = Toast(place, desk.icons, close) if kind == "toast" else UndoBar(place, desk.icons, undo, close)
        place.say(notice, text)
        sheet.add(state, place)
    return sheet


SPECIMENS = (
    Specimen("big-clock", _clocks),
    Specimen("progress-bar", _progress),
    Specimen("timer-ring", _rings),
    Specimen("toast", lambda desk: _notices(desk, "toast")),
    Specimen("undo-bar", lambda desk: _notices(desk, "undo")),
)
