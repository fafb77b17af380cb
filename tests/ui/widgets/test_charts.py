"""Bars: what is drawn is what was counted, also for those who hear it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from workshop.charts.bars import Bar
from workshop.charts.dot_strip import DotStrip
from workshop.charts.likert import Likert
from workshop.charts.line import Line, Reading
from workshop.charts.scale import sus_scale
from workshop.ui.theme import load_theme
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.charts.dot_strip_chart import DotStripChart
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.line_chart import LineChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.progress_bar import SlimBar

RESULT = [Bar("Longer green", 27, first=True), Bar("Street lamps", 14), Bar("Car-free hour", 14), Bar("Bench", 0)]


def colour_runs(widget, y: int) -> dict[str, int]:
    """How many pixels of each colour a line of a widget has."""
    image = widget.grab().toImage()
    counted: dict[str, int] = {}
    for x in range(image.width()):
        name = image.pixelColor(QPoint(x, y)).name()
        counted[name] = counted.get(name, 0) + 1
    return counted


@pytest.fixture
def chart(desk, qtbot):
    chart = BarChart(desk, "Result")
    qtbot.addWidget(chart)
    chart.set_bars(RESULT)
    chart.resize(600, chart.sizeHint().height())
    return chart


def test_bars_are_told_to_those_who_hear_them(chart):
    assert chart.accessibleName() == "Result"
    assert chart.accessibleDescription() == "Longer green: 27; Street lamps: 14; Car-free hour: 14; Bench: 0"


def test_bars_are_as_long_as_their_values(chart, desk):
    accent, plain = desk.theme.hex("accent").lower(), desk.theme.hex("bar").lower()
    first = colour_runs(chart, 9)[accent]
    second, third = (colour_runs(chart, 9 + 34 * place)[plain] for place in (1, 2))
    assert second == third == pytest.approx(first * 14 / 27, abs=2)
    assert plain not in colour_runs(chart, 9 + 34 * 3)


def test_bars_that_grow_end_at_their_length(desk, qtbot):
    chart = BarChart(desk, "Result", animated=True)
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    chart.show()
    chart.set_bars(RESULT)
    accent = desk.theme.hex("accent").lower()
    still = BarChart(desk, "Result")
    qtbot.addWidget(still)
    still.resize(600, 200)
    still.set_bars(RESULT)
    wanted = colour_runs(still, 9)[accent]
    qtbot.waitUntil(lambda: colour_runs(chart, 9).get(accent) == wanted)


def test_nothing_to_show_is_no_error(desk, qtbot):
    chart = BarChart(desk, "Result")
    qtbot.addWidget(chart)
    chart.set_bars([])
    assert chart.grab().height() > 0


def test_long_labels_take_three_lines_before_they_are_shortened(desk, qtbot):
    chart = BarChart(desk, "Result")
    qtbot.addWidget(chart)
    long = "어린이와 어르신이 마음 놓고 걷는 학교 앞 길"
    chart.set_bars([Bar("Short", 3), Bar(long, 2)])
    assert chart.heightForWidth(1000) < chart.heightForWidth(360)
    lines = chart._lines(chart.bars[1], chart._label_width(360))
    assert len(lines) == 3
    assert " ".join(lines) == long
    assert long in chart.toolTip()


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_nothing_is_no_bar_in_any_theme(desk, qtbot, name):
    desk = replace(desk, theme=load_theme(name))
    chart = BarChart(desk, "Result")
    qtbot.addWidget(chart)
    chart.set_bars([Bar("Bench", 0, text=" "), Bar("Lamp", 0, text=" ")])
    chart.resize(600, chart.heightForWidth(600))
    left = chart._label_width(600)
    image = chart.grab().toImage()
    beside = {image.pixelColor(x, y).name() for x in range(left - 4, 590) for y in range(image.height())}
    assert len(beside) == 1


def test_charts_below_each_other_begin_at_one_place(desk, qtbot):
    short, long = BarChart(desk, "Gender"), BarChart(desk, "Sector")
    for chart, label in ((short, "남"), (long, "공공 기관")):
        qtbot.addWidget(chart)
        chart.set_bars([Bar(label, 1, first=True)])
    room = max(short.label_width(), long.label_width())
    short.set_bars(short.bars, label_room=room)
    accent = desk.theme.color("accent")
    for chart in (short, long):
        chart.resize(600, chart.heightForWidth(600))
        image = chart.grab().toImage()
        first = next(x for x in range(image.width()) if image.pixelColor(x, 9) == accent)
        assert first == pytest.approx(room, abs=3)


def test_answers_are_told_to_those_who_hear_them(desk, qtbot):
    bar = LikertBar(desk, "Easy to use")
    qtbot.addWidget(bar)
    bar.show_likert(Likert((1, 3), ("no", "yes")))
    assert bar.accessibleDescription() == "no: 1, yes: 3"


def test_a_leaning_bar_lies_around_the_middle(desk, qtbot):
    bar = LikertBar(desk, "Easy to use")
    qtbot.addWidget(bar)
    bar.resize(400, 30)
    bar.show_likert(Likert((0, 0, 10, 0, 0)))
    row = [bar.grab().toImage().pixelColor(x, 8).name() for x in (50, 150, 250, 350)]
    neutral = desk.theme.hex("likert-3").lower()
    assert [name == neutral for name in row] == [False, True, True, False]


@pytest.fixture
def line(desk, qtbot):
    readings = (Reading("Before", 61.2, note="n = 23"), Reading("During", None), Reading("After", 76.7, note="n = 25"))
    chart = LineChart(desk, "Usability", Line(readings, 0, 100, 68, "average 68"))
    qtbot.addWidget(chart)
    chart.resize(420, chart.sizeHint().height())
    return chart


def test_a_line_over_the_phases_is_told(line):
    assert line.accessibleName() == "Usability"
    assert line.accessibleDescription() == "Before: 61.2; During: –; After: 76.7; average 68"


def test_labels_of_a_line_take_lines_of_their_own_where_they_are_narrow(desk, qtbot):
    readings = tuple(Reading("Two months after it was first used", 50.0 + place, note="n = 9") for place in range(4))
    chart = LineChart(desk, "Usability", Line(readings, 0, 100))
    qtbot.addWidget(chart)
    assert chart.heightForWidth(420) > chart.heightForWidth(1400)
    assert "".join(chart._labels(500)[0]).count("…") == 0


def test_what_is_missing_is_not_joined(line, desk):
    image = line.grab().toImage()
    accent = desk.theme.color("accent")
    columns = {x for x in range(420) for y in range(image.height()) if image.pixelColor(x, y) == accent}
    assert any(60 < x < 80 for x in columns)
    assert any(340 < x < 360 for x in columns)
    assert not any(100 < x < 320 for x in columns)


def test_numbers_are_dots_with_their_median(desk, qtbot):
    chart = DotStripChart(desk, "Minutes", DotStrip((5, 5, 10, 20), 0, 20))
    qtbot.addWidget(chart)
    chart.resize(400, chart.sizeHint().height())
    assert chart.accessibleDescription() == "5, 5, 10, 20"
    assert desk.theme.hex("accent").lower() in {
        chart.grab().toImage().pixelColor(x, y).name() for x in range(80, 120) for y in range(chart.height())
    }


def test_a_score_is_a_filled_mark_and_an_earlier_one_is_hollow(desk, qtbot):
    chart = ScaleChart(desk, "Usability", sus_scale([20, 90], 68, "average 68"))
    qtbot.addWidget(chart)
    chart.resize(418, chart.sizeHint().height())  # 400 pixels for 100 points, and half a mark at both ends
    assert chart.accessibleDescription() == "20 → 90; average 68; 0–100"
    image = chart.grab().toImage()
    assert image.pixelColor(9 + 360, 16) == desk.theme.color("accent")
    assert image.pixelColor(9 + 80, 16) == desk.theme.color("card")
    assert desk.theme.color("accent") in [image.pixelColor(9 + 80 + side, 16) for side in range(4, 9)]


def test_a_slim_bar_is_filled_as_far_as_it_says(desk, qtbot):
    bar = SlimBar(desk, "Voted")
    qtbot.addWidget(bar)
    bar.resize(290, 10)
    bar.show_part(19, 29)
    filled = colour_runs(bar, 5)[desk.theme.hex("accent").lower()]
    assert filled == pytest.approx(190, abs=4)
    bar.show_part(0, 0)
    assert desk.theme.hex("accent").lower() not in colour_runs(bar, 5)
