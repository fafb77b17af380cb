"""The sample reads the same on every laptop: its mornings are mornings by the clock on the wall."""

import time as system_time
from collections.abc import Iterator
from datetime import date, time

import pytest

from workshop.services.sample.sample_clock import room_time


@pytest.fixture(params=["UTC", "Asia/Seoul", "America/New_York"])
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(system_time, "tzset"):
        pytest.skip("the zone of this system cannot be changed")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        system_time.tzset()
        yield
    system_time.tzset()


@pytest.mark.usefixtures("_zone")
def test_the_clock_in_the_room_is_that_of_the_laptop() -> None:
    shown = room_time(date(2026, 6, 12), time(8, 30)).astimezone()
    assert (shown.date(), shown.time()) == (date(2026, 6, 12), time(8, 30))
