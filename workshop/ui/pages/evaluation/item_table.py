"""Scale items below each other: the item, its answers as a bar, and its figures in columns."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.likert import Likert, shades
from workshop.models.records.evaluations import ItemRecord, ItemResult
from workshop.models.records.reports import is_small
from workshop.models.telling.answers import scale_words, share, step_counts, step_words
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.wording import shown_median
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.swatch import Swatch
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel

WIDE = 900  # pixels at 100 % from which the item stands beside its bar
FIGURE = 62  # pixels at 100 % of a column of figures


class Legend(QWidget):
    """The steps of a scale with their colours."""

    def __init__(self, desk: Desk, items: Sequence[ItemRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = scale_words(desk.language, items)
        self.setAccessibleName(", ".join(words))
        row = FlowLayout(self, spacing=16, line_spacing=4)
        for text, step_shade in zip(words, shades(words), strict=True):
            step = QWidget()
            pair = QHBoxLayout(step)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(7)
            pair.addWidget(Swatch(desk, f"likert-{step_shade}"), 0, Qt.AlignmentFlag.AlignVCenter)
            pair.addWidget(MutedLabel(text))
            row.addWidget(step)


class _ItemRow(QWidget):
    """One item: its words, its bar, and its figures in columns or, where it is tight, in one line below."""

    def __init__(self, text: QWidget, bar: QWidget, figures: QWidget, told: Label) -> None:
        super().__init__()
        self._text, self._bar, self._figures, self._told = text, bar, figures, told
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        for line in (self._above, self._below):
            line.setSpacing(10)
            self._column.addLayout(line)
        self._column.addWidget(told)

    def arrange(self, shape: str) -> None:
        """Put the parts where a shape of the table has them."""
        for line in (self._above, self._below):
            while line.takeAt(0) is not None:
                pass
        self._above.addWidget(self._text, 5)
        (self._above if shape == "wide" else self._below).addWidget(self._bar, 6)
        self._figures.setVisible(shape != "tight")
        self._told.setVisible(shape == "tight")
        if shape != "tight":
            (self._above if shape == "wide" else self._below).addWidget(self._figures)


class ItemTable(QWidget):
    """Items that share one scale; in a narrow window the bar stands below its item, in a tight one the figures below that."""

    def __init__(
        self, desk: Desk, results: Sequence[ItemResult], negative: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shape = ""
        heads = [MutedLabel(title) for title in self._titles()]
        self._widths = [max(desk.type.px(FIGURE), head.sizeHint().width()) for head in heads]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = QWidget()
        line = QHBoxLayout(self._head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self._in_columns(heads))
        column.addWidget(self._head)
        self._rows: list[_ItemRow] = []
        for result in results:
            column.addWidget(rule())
            self._rows.append(self._row(result, negative=result.item.key in negative))
            column.addWidget(self._rows[-1])
        self._arrange("tight")

    def minimumSizeHint(self) -> QSize:
        """As wide as a bar with some words; the height follows from what the width allows."""
        return QSize(min(self._desk.type.px(220), 360), super().minimumSizeHint().height())

    def _titles(self) -> tuple[str, ...]:
        say = self._desk.language.say
        return say("Number"), say("Missing"), say("Median"), say("Top 2")

    def _row(self, result: ItemResult, *, negative: bool) -> _ItemRow:
        desk, number = self._desk, self._desk.language.number
        small = is_small(result.n)
        few = desk.language.say("Fewer than five answers; only their number is shown.")
        bar: QWidget = MutedLabel(few, wrap=True) if small else answer_bar(desk, result)
        texts = (
            number(result.n), number(result.missing), "–" if small else shown_median(result.median),
            "–" if small else share(result.top2),
        )  # fmt: skip
        figures = [BodyLabel(words, role="muted" if place == 1 else "") for place, words in enumerate(texts)]
        told = " · ".join(f"{title} {words}" for title, words in zip(self._titles(), texts, strict=True))
        text = item_text(desk, result.item, negative=negative)
        return _ItemRow(text, bar, self._in_columns(figures), MutedLabel(told, wrap=True))

    def _in_columns(self, labels: Sequence[Label]) -> QWidget:
        """Figures, or their heads, each as wide as its column."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for label, width in zip(labels, self._widths, strict=True):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setFixedWidth(width)
            line.addWidget(label)
        return holder

    def _shape_for(self, width: int) -> str:
        if width >= self._desk.type.px(WIDE):
            return "wide"
        return "narrow" if width >= sum(self._widths) + 40 + self._desk.type.px(180) else "tight"

    def _arrange(self, shape: str) -> None:
        if shape == self._shape:
            return
        self._shape = shape
        self._head.setVisible(shape != "tight")
        for row in self._rows:
            row.arrange(shape)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, as the room allows."""
        super().resizeEvent(event)
        self._arrange(self._shape_for(self.width()))


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


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("look", "line")
    return line
