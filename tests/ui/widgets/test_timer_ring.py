"""The ring shows how much time is left, in the last minute and past its end not by colour alone."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from workshop.ui.widgets.timer_ring import TimerRing

TRACK, INK, WARN = QColor("#DDDDDD"), QColor("#1F6F60"), QColor("#B4541A")


@pytest.fixture
def ring(qtbot) -> TimerRing:
    ring = TimerRing(100, 12, TRACK, INK, WARN)
    qtbot.addWidget(ring)
    return ring


def counted(ring: TimerRing, color: QColor) -> int:
    image = ring.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == color for x, y in places)


def test_half_of_the_time_is_half_of_the_ring(ring):
    ring.set_time(600, 600)
    full = counted(ring, INK)
    ring.set_time(300, 600)
    assert ring.share == 0.5
    assert counted(ring, INK) == pytest.approx(full / 2, rel=0.15)
    assert counted(ring, TRACK) == pytest.approx(full / 2, rel=0.15)


def test_it_empties_clockwise_from_the_top(ring):
    ring.set_time(450, 600)
    image = ring.grab().toImage()
    upper_right = {image.pixelColor(x, y).name() for x in range(80, 90) for y in range(10, 22)}
    left = {image.pixelColor(x, 50).name() for x in range(20)}
    assert TRACK.name() in upper_right
    assert INK.name() not in upper_right
    assert INK.name() in left


def test_the_last_minute_is_drawn_thicker(ring):
    ring.set_time(61, 100)
    before = counted(ring, INK)
    ring.set_time(60, 100)
    assert counted(ring, INK) > 1.3 * before


def test_past_its_end_it_is_a_ring_of_dashes(ring):
    ring.set_time(-5, 600)
    assert ring.is_over
    assert counted(ring, INK) == counted(ring, TRACK) == 0
    image = ring.grab().toImage()
    row = [image.pixelColor(x, 50) == WARN for x in range(100)]
    column = [image.pixelColor(50, y) == WARN for y in range(100)]
    assert 0 < counted(ring, WARN) < 3000
    assert any(row) or any(column)


def test_nothing_that_counts_is_no_ring(ring):
    ring.set_time(0, 0)
    assert counted(ring, INK) == counted(ring, TRACK) == counted(ring, WARN) == 0


def test_words_stand_in_the_middle(qtbot):
    words = QLabel("06:00")
    ring = TimerRing(120, 10, TRACK, INK, WARN, words)
    qtbot.addWidget(ring)
    ring.show()
    qtbot.waitExposed(ring)
    assert abs(words.geometry().center().x() - 59) <= 1
