"""How the wall is seen: at every scale, from afar, while ideas come, with ten thousand of them."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.pages.ideas.wall_hall import ALT, CTRL, LEFT, NONE, WallHall, id_of, make_card
from workshop.ui.pages.ideas.wall.plan import FLOWING

Key = Qt.Key
LONG = [f"idea {n}" for n in range(80)]


def turn(hall: WallHall, at: QPoint, steps: int, held: Qt.KeyboardModifier = NONE) -> None:
    ground = hall.canvas.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(ground.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(ground, event)


def test_keys_change_the_scale_and_bring_it_back(hall: WallHall) -> None:
    hall.click("a")
    hall.key(Key.Key_Plus)
    assert hall.canvas.zoom == pytest.approx(1.25)
    hall.key(Key.Key_Minus)
    hall.key(Key.Key_Minus)
    assert hall.canvas.zoom == pytest.approx(0.8)
    hall.key(Key.Key_0)
    assert hall.canvas.zoom == 1.0
    assert hall.wall.zoom_buttons.scale.text() == "100%"


def test_the_buttons_do_the_same(hall: WallHall, qtbot) -> None:
    buttons = hall.wall.zoom_buttons
    hall.show({None: LONG, "safety": ["e"]})
    for button, expected in ((buttons.nearer, "125%"), (buttons.scale, "100%"), (buttons.further, "80%")):
        qtbot.mouseClick(button, LEFT)
        assert buttons.scale.text() == expected
    qtbot.mouseClick(buttons.all, LEFT)
    assert hall.canvas.zoom < 0.8


@pytest.mark.parametrize("steps", [3, -2, -6])
def test_the_wheel_keeps_what_is_below_the_pointer(hall: WallHall, steps: int) -> None:
    hall.show({None: LONG, "safety": LONG_TOO})
    hall.canvas.verticalScrollBar().setValue(3000)
    at = hall.canvas.viewport().rect().center() - QPoint(300, 0)
    card = hall.canvas.card_at(at) or hall.canvas.card_at(at + QPoint(0, 12))
    at = hall.canvas.view_of(card.idea.id).center()
    for _ in range(abs(steps)):
        turn(hall, at, 1 if steps > 0 else -1, CTRL)
    place = hall.canvas.view_of(card.idea.id)
    if hall.canvas.zoom >= FLOWING:
        assert abs(place.center().y() - at.y()) < place.height()
    assert hall.canvas.viewport().rect().intersects(place)


LONG_TOO = [f"note {n}" for n in range(80)]


@pytest.mark.parametrize("count", [3, 40, 700, 5000])
def test_the_whole_wall_is_seen_at_once(hall: WallHall, count: int) -> None:
    names = [f"idea {n}" for n in range(count)]
    hall.show({None: names[: count // 2], "safety": names[count // 2 :], "rest": []})
    hall.canvas.setFocus()
    hall.key(Key.Key_F)
    QApplication.processEvents()
    seen = hall.canvas.viewport().rect().adjusted(-1, -1, 1, 1)
    assert all(seen.contains(hall.canvas.view_of(id_of(name))) for name in names)
    assert hall.canvas.zoom <= 1.0
    hall.wall.resize(800, 500)
    QApplication.processEvents()
    seen = hall.canvas.viewport().rect().adjusted(-1, -1, 1, 1)
    assert all(seen.contains(hall.canvas.view_of(id_of(name))) for name in names), "in a smaller window too"


def test_heads_lie_above_their_columns_however_far_the_wall_is_scrolled(hall: WallHall) -> None:
    hall.show({None: LONG, **{f"theme {n}": [f"card {n}"] for n in range(8)}})
    for zoom in (1.0, 0.7, 0.2):
        hall.canvas.set_zoom(zoom)
        for far in (0, 10_000):
            hall.canvas.scroll_by(QPoint(far, far))
            for head, column in zip(hall.wall.strip.heads, hall.wall.columns, strict=True):
                assert abs(head.x() - hall.canvas.to_view(column.rect(0)).left()) <= 1


def test_a_theme_that_the_keyboard_reaches_is_seen(hall: WallHall) -> None:
    hall.show({None: ["a"], **{f"theme {n}": [f"card {n}"] for n in range(12)}})
    last = hall.wall.strip.heads[-1]
    last.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert hall.wall.strip.rect().contains(last.geometry())


def test_from_afar_cards_are_chosen_and_moved_as_from_near(hall: WallHall) -> None:
    hall.canvas.set_zoom(0.3)
    hall.click("f")
    assert hall.chosen == ["f"]
    hall.pull(hall.middle("a"), hall.middle("g") + QPoint(0, 4))
    hall.let_go(hall.middle("g") + QPoint(0, 4))
    assert hall.placed == [(["a"], "safety", 3)]
    hall.click("f")
    hall.key(Key.Key_Down, ALT)
    assert hall.placed[-1] == (["f"], "safety", 3)


def test_to_change_words_the_wall_comes_near(hall: WallHall) -> None:
    hall.canvas.set_zoom(0.2)
    hall.click("f")
    hall.key(Key.Key_Return)
    assert hall.canvas.zoom == 1.0
    assert hall.canvas.viewport().rect().contains(hall.canvas.editor.geometry())


def test_nothing_jumps_when_ideas_arrive(hall: WallHall) -> None:
    hall.show({None: LONG, "safety": LONG_TOO})
    hall.click("idea 0")
    hall.canvas.verticalScrollBar().setValue(2000)
    hall.canvas.look_at(id_of("idea 30"))
    place = hall.middle("idea 25")
    hall.show({None: [*LONG, "new at the end"], "safety": LONG_TOO})
    assert hall.middle("idea 25") == place
    hall.show({None: ["new above", *LONG], "safety": LONG_TOO})
    assert hall.middle("idea 25") == place
    hall.show({None: LONG[3:], "safety": LONG_TOO})
    assert hall.middle("idea 25") == place


def test_what_is_seen_at_the_top_stays_at_the_top(hall: WallHall) -> None:
    hall.show({None: LONG, "safety": LONG_TOO})
    hall.show({None: ["new above", *LONG], "safety": LONG_TOO})
    assert hall.canvas.verticalScrollBar().value() == 0


def test_no_height_changes_once_a_card_is_seen(hall: WallHall) -> None:
    words = "a longer thought about the way to school that needs some lines "
    hall.show({None: [make_card(f"n{n}", text=words * (n % 5 + 1)) for n in range(200)]})
    before = [hall.canvas.plan.rect(id_of(f"n{n}")) for n in range(200)]
    bar = hall.canvas.verticalScrollBar()
    for value in range(0, bar.maximum(), 400):
        bar.setValue(value)
        hall.canvas.viewport().repaint()
    assert [hall.canvas.plan.rect(id_of(f"n{n}")) for n in range(200)] == before


def test_a_photo_is_asked_for_when_its_card_is_seen(hall: WallHall) -> None:
    asked: list[str] = []
    photos: dict[str, QPixmap] = {}

    def photo_of(content: str, _size: object) -> QPixmap | None:
        asked.append(content)
        return photos.get(content)

    hall.wall.show_photos(photo_of)
    hall.show({None: [make_card("a", photo="near"), *LONG, make_card("z", photo="far")]})
    hall.wall.grab()
    assert set(asked) == {"near"}
    photos["near"] = QPixmap(40, 30)
    photos["near"].fill(QColor("#123456"))
    hall.wall.photo_arrived()
    place = hall.canvas.view_of(id_of("a")).topLeft() + QPoint(40, 40)
    shown = hall.canvas.viewport().grab().toImage().pixelColor(place)
    assert shown == QColor("#123456")


def test_a_card_that_is_hidden_supported_and_talked_about_tells_so(hall: WallHall) -> None:
    hall.show({None: [make_card("a", hidden=True, people=3, notes=2)]})
    hall.click("a")
    told = hall.canvas.accessibleDescription()
    assert all(words in told for words in ("hidden from the room", "3 people", "2 notes"))


def test_a_theme_is_renamed_in_its_head(hall: WallHall, qtbot) -> None:
    renamed: list[str] = []
    hall.wall.themeRenamed.connect(lambda _theme, title: renamed.append(title))
    head = hall.wall.strip.heads[1]
    hall.wall.rename(id_of("safety"))
    assert head.field.hasFocus()
    hall.key(Key.Key_Escape)
    assert not head.field.isVisible()
    qtbot.mouseDClick(head, LEFT)
    qtbot.keyClicks(head.field, "safe ways")
    qtbot.keyClick(head.field, Key.Key_Return)
    assert renamed == ["safe ways"]


def test_the_keyboard_is_not_lost_with_a_theme(hall: WallHall) -> None:
    hall.wall.strip.heads[1].menu_button.setFocus()
    hall.show({None: ["a"], "rest": []})
    assert hall.canvas.hasFocus()


def test_ten_thousand_ideas_are_scrolled_zoomed_and_dragged_without_a_pause(hall: WallHall) -> None:
    """Limits are many times what an ordinary computer needs."""
    cards = [
        make_card(f"n{n}", text=f"사람 {n}명이 밤에도 걷기 좋은 길과 쉬어 갈 자리가 있으면 좋겠습니다")
        for n in range(10_000)
    ]
    columns = {None: cards[:4000], "safety": cards[4000:9000], "rest": cards[9000:]}
    _within(2.5, lambda: hall.show(columns))
    _within(0.6, lambda: hall.show({title: part[::2] for title, part in columns.items()}))
    hall.show(columns)
    bar, ground = hall.canvas.verticalScrollBar(), hall.canvas.viewport()
    for value in (10_000, 100_000, bar.maximum()):
        bar.setValue(value)
        _within(0.25, ground.repaint)
    hall.canvas.fit()
    _within(0.6, ground.repaint)
    hall.pull(QPoint(40, 40), QPoint(60, 60))
    for x in range(80, 200, 20):
        hall.qtbot.mouseMove(ground, QPoint(x, 90))
        _within(0.1, ground.repaint)


def _within(seconds: float, act: Callable[[], object]) -> None:
    """The time that this thread itself needs: whatever else the computer does meanwhile is not the fault of the wall."""
    before = time.thread_time()
    act()
    assert time.thread_time() - before < seconds
