"""Labels of the type scale."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workshop.ui.widgets.look import set_look

LINE = 75  # average characters in a line that still reads well


class Label(QLabel):
    """A label with a place in the type scale (`look`) and a colour role (`role`: muted, warn, danger, ok, accent)."""

    look = "body"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # what people write is shown as written
        self.setProperty("look", self.look)
        self.setProperty("role", role)
        self.set_wrapping(wrap)

    def set_role(self, role: str) -> None:
        """Change the colour."""
        set_look(self, role=role)

    def set_wrapping(self, wraps: bool) -> None:
        """Let long text run over several lines, however narrow the room is."""
        self.setWordWrap(wraps)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        # One line never takes a share of the room that is left over; several lines have to be free to take theirs.
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Where it wraps: one line if that is no longer than what reads well."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        whole = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 2
        width = min(whole, LINE * metrics.averageCharWidth()) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Where it wraps: some words wide and one line high; the height for a width says the rest."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        words = min(metrics.horizontalAdvance(self.text()), 7 * metrics.height())
        return QSize(words + margins.left() + margins.right(), metrics.height() + margins.top() + margins.bottom())


class TitleLabel(Label):
    """The title of a page."""

    look = "title"


class HeadingLabel(Label):
    """The title of a dialog or of an empty page."""

    look = "heading"


class LeadLabel(Label):
    """The title of a card."""

    look = "lead"


class StrongLabel(Label):
    """Body text with weight."""

    look = "strong"


class BodyLabel(Label):
    """Body text."""


class MutedLabel(Label):
    """Small and quiet: what stands beside."""

    look = "small"


class CountLabel(Label):
    """A figure beside a page title."""

    look = "count"


class DisplayLabel(Label):
    """A very large figure."""

    look = "display"


def paragraph(text: str = "", *, role: str = "", small: bool = False) -> Label:
    """Text that wraps."""
    return (MutedLabel if small else BodyLabel)(text, role=role, wrap=True)
