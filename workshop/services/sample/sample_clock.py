"""The time of the sample: its own days, by the clock on the wall wherever it is opened."""

from datetime import date, datetime, time, timedelta


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
    """The moment at which the clock in the room shows `at`; it is this laptop's, by which every moment is shown."""
    return datetime.combine(day, at).astimezone()
