"""The time of the sample: its own days, in Korea, whatever the clock of this machine says."""

from datetime import UTC, date, datetime, time, timedelta

_KOREA = timedelta(hours=9)  # ahead of UTC, all year


class SampleClock:
    """A clock that stands where it is put and moves on a little with every look, so that nothing happens at once."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The present moment."""
        self.forward(timedelta(milliseconds=400))
        return self.moment

    def forward(self, time: timedelta) -> None:
        """Let time pass."""
        self.moment += time


def room_time(day: date, at: time) -> datetime:
    """The moment at which the clock in the room shows `at`."""
    return datetime.combine(day, at, tzinfo=UTC) - _KOREA
