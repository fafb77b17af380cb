"""The words of cards: broken into lines, and changed where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.pages.ideas.wall_hall import LEFT, SHIFT, WallHall
from workshop.ui.pages.ideas.wall.editor import CardEditor
from workshop.ui.pages.ideas.wall.wording import Wording, lines_of

Key = Qt.Key


def editor_of(hall: WallHall) -> CardEditor:
    assert hall.canvas.editor is not None
    return hall.canvas.editor


@pytest.fixture
def wording(hall: WallHall) -> Wording:
    return hall.canvas.face.words


@pytest.mark.parametrize(
    "text",
    [
        "short", "우리 동네 통학로 " * 40, "가" * 300, "a\n\nb", "word " * 100, "兒童保護 " * 60,
        "https://a.example/" + "x" * 200,
        "👵🏽🚸 할머니와 손주가 함께 건너는 신호 🚦✨ " * 9, "من فضلك ضع مقعدًا هنا " * 12,
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [90, 172, 400])
def test_every_line_fits_and_nothing_is_left_out_but_the_end(wording: Wording, text: str, width: int) -> None:
    lines = wording.lines(text, width, 6)
    assert 1 <= len(lines) <= 6
    assert all(wording.metrics.horizontalAdvance(line) <= width + 2 for line in lines)
    shown, whole = "".join(lines).replace(" ", ""), text.replace(" ", "").replace("\n", "")
    if shown.endswith("…"):
        assert whole.startswith(shown[:-1].rstrip("\u200d"))
    else:
        assert shown == whole


def test_lines_break_between_words(wording: Wording) -> None:
    assert wording.lines("횡단보도 초록불이 너무 짧아서", 120, 6) == ("횡단보도 초록불이", "너무 짧아서")


def test_long_texts_end_in_an_ellipsis(wording: Wording) -> None:
    for text in ("우리 동네 통학로 " * 40, "line\n" * 9, "가" * 300):
        lines = wording.lines(text, 200, 6)
        assert len(lines) == 6
        assert lines[-1].endswith("…")
    assert lines_of("a\n\nb", wording.font.toString(), 200, 6) == wording.lines("a\n\nb", 200, 6) == ("a", "", "b")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_keeps_what_is_still_being_composed(hall: WallHall, qtbot, key: Qt.Key) -> None:
    hall.click("b")
    hall.key(key)
    qtbot.keyClicks(editor_of(hall), "street lamp")
    QApplication.sendEvent(editor_of(hall), QInputMethodEvent("등", []))
    qtbot.keyClick(editor_of(hall), Key.Key_Return)
    assert hall.edited == [("b", "street lamp등")]
    assert hall.canvas.hasFocus()


def test_a_double_click_changes_words_and_escape_leaves_them(hall: WallHall, qtbot) -> None:
    qtbot.mouseDClick(hall.canvas.viewport(), LEFT, pos=hall.middle("c"))
    qtbot.keyClicks(editor_of(hall), "other")
    with qtbot.waitSignal(hall.wall.editingEnded):
        qtbot.keyClick(editor_of(hall), Key.Key_Escape)
    assert hall.edited == []
    assert not hall.wall.is_editing


def test_shift_and_enter_begin_a_line(hall: WallHall, qtbot) -> None:
    hall.click("b")
    hall.key(Key.Key_Return)
    qtbot.keyClicks(editor_of(hall), "one")
    qtbot.keyClick(editor_of(hall), Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor_of(hall), "two")
    qtbot.keyClick(editor_of(hall), Key.Key_Return)
    assert hall.edited == [("b", "one\ntwo")]


def test_whoever_clicks_elsewhere_keeps_the_words(hall: WallHall, qtbot) -> None:
    hall.click("b")
    hall.key(Key.Key_Return)
    qtbot.keyClicks(editor_of(hall), "kept")
    hall.click("e")
    assert hall.edited == [("b", "kept")]
    assert hall.chosen == ["e"]


def test_words_that_did_not_change_are_not_kept_again(hall: WallHall, qtbot) -> None:
    for text in ("", "b"):
        hall.click("b")
        hall.key(Key.Key_Return)
        editor_of(hall).set_value(text)
        qtbot.keyClick(editor_of(hall), Key.Key_Return)
    assert hall.edited == []


def test_ideas_that_arrive_do_not_take_the_words_away(hall: WallHall, qtbot) -> None:
    hall.click("b")
    hall.key(Key.Key_Return)
    qtbot.keyClicks(editor_of(hall), "half a")
    hall.show({None: ["new", "a", "b", "c"], "safety": ["e"]})
    qtbot.keyClicks(editor_of(hall), " word")
    assert editor_of(hall).geometry().contains(hall.middle("b")), "it goes with its card"
    qtbot.keyClick(editor_of(hall), Key.Key_Return)
    assert hall.edited == [("b", "half a word")]


def test_words_of_an_idea_that_went_meanwhile_are_still_told(hall: WallHall, qtbot) -> None:
    hall.click("b")
    hall.key(Key.Key_Return)
    qtbot.keyClicks(editor_of(hall), "not lost")
    hall.show({None: ["a"], "safety": ["e"]})
    assert hall.edited == [("b", "not lost")]
