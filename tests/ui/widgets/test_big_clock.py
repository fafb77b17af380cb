"""The time that is left."""

import pytest

from workshop.ui.widgets.big_clock import BigClock, clock_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(521, "08:41"), (0, "00:00"), (-12, "+00:12"), (3600 + 521, "1:08:41"), (-61, "+01:01"), (3599, "59:59")],
)
def test_seconds_are_told_as_a_clock(seconds, text):
    assert clock_text(seconds) == text


def test_over_time_is_a_warning(desk, qtbot):
    clock = BigClock("Time left")
    qtbot.addWidget(clock)
    clock.set_seconds(30)
    assert (clock.accessibleName(), clock.property("role")) == ("Time left 00:30", "")
    clock.set_seconds(-1)
    assert clock.property("role") == "warn"
