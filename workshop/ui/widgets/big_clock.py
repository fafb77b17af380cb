"""The time that is left, large."""

from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.headings import Label


class BigClock(Label):
    """Minutes and seconds; past zero it counts on with a plus, in the colour of a warning."""

    look = "clock"

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("00:00", parent)
        self._name = name
        self.set_seconds(0)

    def set_seconds(self, left: int) -> None:
        """Show how many seconds are left; less than zero is over time."""
        text = clock_text(left)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name} {text}".strip())
        self.set_role("warn" if left < 0 else "")


def clock_text(left: int) -> str:
    """Seconds as minutes and seconds: 08:41, past zero +00:12; an hour and more as 1:08:41."""
    hours, rest = divmod(abs(left), 3600)
    text = f"{rest // 60:02}:{rest % 60:02}"
    if hours:
        text = f"{hours}:{text}"
    return f"+{text}" if left < 0 else text
