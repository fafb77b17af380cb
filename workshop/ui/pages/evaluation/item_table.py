"""Scale items below each other: the item, its answers as a bar, and its figures in columns."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from workshop.charts.likert import Likert, shades
from workshop.models.records.evaluations import ItemRecord, ItemResult
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.wording import is_small, percent, shown_median, step_counts, step_words
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel

WIDE = 900  # pixels at 100 % from which the item stands beside its bar
FIGURE = 62  # pixels at 100 % of a column of figures


class Legend(QWidget):
    """The steps of a scale with their colours."""

    def __init__(self, desk: Desk, item: ItemRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = step_words(desk.language, item)
        self.setAccessibleName(", ".join(words))
        row = FlowLayout(self, spacing=16, line_spacing=4)
        for text, step_shade in zip(words, shades(words), strict=True):
            step = QWidget()
            pair = QHBoxLayout(step)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(7)
            pair.addWidget(_Swatch(desk, f"likert-{step_shade}"), 0, Qt.AlignmentFlag.AlignVCenter)
            pair.addWidget(MutedLabel(text))
            row.addWidget(step)


class ItemTable(QWidget):
    """Items that share one scale; in a narrow window the bar stands below its item."""

    def __init__(
        self, desk: Desk, results: Sequence[ItemResult], negative: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wide: bool | None = None
        self._rows: list[tuple[QWidget, QWidget, list[QLabel], QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._heads = [figure_label(desk, self._desk.language.say(title), head=True) for title in self._titles()]
        for result in results:
            self._add(result, negative=result.item.key in negative)
        self._arrange(wide=False)

    def _titles(self) -> tuple[str, ...]:
        say = self._desk.language.say
        return say("Number"), say("Missing"), say("Median"), say("Top 2")

    def _add(self, result: ItemResult, *, negative: bool) -> None:
        desk, number = self._desk, self._desk.language.number
        text = item_text(desk, result.item, negative=negative)
        small = is_small(result.n)
        if small:
            bar: QWidget = MutedLabel(
                desk.language.say("Fewer than five answers; only their number is shown."), wrap=True
            )
        else:
            bar = answer_bar(desk, result)
        texts = (
            number(result.n), number(result.missing), "–" if small else shown_median(result.median),
            "–" if small else percent(result.top2),
        )  # fmt: skip
        figures = [figure_label(desk, words, quiet=place == 1) for place, words in enumerate(texts)]
        self._rows.append((text, bar, figures, rule()))

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        grid, first = self._grid, 2 if wide else 1
        grid.setColumnStretch(0, 5 if wide else 1)
        grid.setColumnStretch(1, 6 if wide else 0)
        for place, head in enumerate(self._heads):
            grid.addWidget(head, 0, first + place, Qt.AlignmentFlag.AlignRight)
        span = first + len(self._heads)
        for place, (text, bar, figures, line) in enumerate(self._rows):
            top = 1 + 3 * place
            grid.addWidget(line, top, 0, 1, span)
            if wide:
                grid.addWidget(text, top + 1, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, top + 1, 1, Qt.AlignmentFlag.AlignVCenter)
            else:
                grid.addWidget(text, top + 1, 0, 1, span)
                grid.addWidget(bar, top + 2, 0, Qt.AlignmentFlag.AlignVCenter)
            for at, figure in enumerate(figures):
                grid.addWidget(figure, top + (1 if wide else 2), first + at)
            grid.setRowMinimumHeight(top + 2, 0 if wide else self._desk.type.px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, as the room allows."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= self._desk.type.px(WIDE))


class _Swatch(QWidget):
    """A small square in a colour of the theme."""

    def __init__(self, desk: Desk, role: str) -> None:
        super().__init__()
        self._color = desk.theme.color(role)
        self.setFixedSize(QSize(desk.type.px(12), desk.type.px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()


def answer_bar(desk: Desk, result: ItemResult) -> LikertBar:
    """The answers to a scale item as a bar that tells its figures."""
    bar = LikertBar(desk, desk.language.pick(result.item.text))
    steps = tuple(step_words(desk.language, result.item))
    bar.show_likert(Likert(tuple(step_counts(result)), steps, result.missing))
    return bar


def item_text(desk: Desk, item: ItemRecord, *, negative: bool) -> QWidget:
    """The text of an item, with a quiet word where agreeing is bad news."""
    text = desk.language.pick(item.text)
    if not negative:
        return BodyLabel(text, wrap=True)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(BodyLabel(text, wrap=True), 1)
    row.addWidget(MutedLabel(desk.language.say("lower is better")), 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


def figure_label(desk: Desk, text: str, *, head: bool = False, quiet: bool = False) -> Label:
    """A figure, or the head of a column of figures."""
    label = MutedLabel(text) if head else BodyLabel(text, role="muted" if quiet else "")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMinimumWidth(max(desk.type.px(FIGURE), label.sizeHint().width()) if head else desk.type.px(FIGURE))
    return label


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("look", "line")
    return line
