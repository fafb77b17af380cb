"""The time that is left of an activity, in very large figures."""

from datetime import datetime

from workshop.models.records.sessions import ActivityRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words
from workshop.ui.widgets.big_clock import clock_text


def seconds_left(activity: ActivityRecord, now: datetime) -> int:
    """How many seconds an activity still has; its whole time where it has not begun, less than zero where it is over."""
    whole = whole_seconds(activity)
    if activity.started_at is None:
        return whole
    return whole - int(((activity.ended_at or now) - activity.started_at).total_seconds())


def whole_seconds(activity: ActivityRecord) -> int:
    """The time of an activity, with what was added to it."""
    return (activity.minutes + activity.added_minutes) * 60


class Countdown(Words):
    """Minutes and seconds; past zero it counts on with a plus, in the colour of a warning."""

    def __init__(self, look: Look, size: int = 96) -> None:
        super().__init__("00:00", "clock", wrap=False)
        self._language = look.language
        self.told = ""
        self.set_pixels(look.px(size))

    def set_seconds(self, left: int) -> None:
        """Show how many seconds are left; `told` says in words which time that is."""
        text = clock_text(left)
        if text != self.text():
            say = self._language.say
            self.told = say("Over time") if left < 0 else say("Time left")
            self.setText(text)
            self.setAccessibleName(f"{self.told} {text}")
        self.set_role("warn" if left < 0 else "")
