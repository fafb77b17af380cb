"""Bars: what is drawn is what was counted, also for those who hear it."""

import pytest
from PySide6.QtCore import QPoint

from workshop.ui.widgets.bar_chart import Bar, BarChart
from workshop.ui.widgets.distribution_bar import DistributionBar
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


def test_the_shared_screen_has_its_own_colours_and_sizes(desk, qtbot):
    chart = BarChart(desk, "Result", stage=True)
    qtbot.addWidget(chart)
    chart.set_bars(RESULT)
    chart.resize(1100, chart.sizeHint().height())
    assert chart.sizeHint().height() == 4 * 62 - 16
    assert desk.theme.hex("stage-first").lower() in colour_runs(chart, 23)


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


@pytest.mark.parametrize(
    ("counts", "left"),
    [
        ((0, 0, 10, 0, 0), 0.25),
        ((0, 0, 0, 0, 10), 0.5),
        ((10, 0, 0, 0, 0), 0.0),
        ((5, 5), 0.25),
        ((1, 0, 2, 0, 1), 0.25),
    ],
)
def test_the_middle_of_the_scale_stands_in_the_middle(desk, qtbot, counts, left):
    bar = DistributionBar(desk, "Easy to use")
    qtbot.addWidget(bar)
    bar.set_counts(counts)
    pieces = bar.segments()
    assert pieces[0][1] == pytest.approx(left)
    assert sum(width for _, _, width in pieces) == pytest.approx(0.5)


def test_answers_are_told_to_those_who_hear_them(desk, qtbot):
    bar = DistributionBar(desk, "Easy to use", diverging=False)
    qtbot.addWidget(bar)
    bar.set_counts((1, 3), ("no", "yes"))
    assert bar.accessibleDescription() == "no: 1, yes: 3"
    assert [round(width, 2) for _, _, width in bar.segments()] == [0.25, 0.75]
    bar.set_counts((0, 0))
    assert bar.segments() == []


def test_a_slim_bar_is_filled_as_far_as_it_says(desk, qtbot):
    bar = SlimBar(desk, "Voted")
    qtbot.addWidget(bar)
    bar.resize(290, 10)
    bar.show_part(19, 29)
    filled = colour_runs(bar, 5)[desk.theme.hex("accent").lower()]
    assert filled == pytest.approx(190, abs=4)
    bar.show_part(0, 0)
    assert desk.theme.hex("accent").lower() not in colour_runs(bar, 5)
