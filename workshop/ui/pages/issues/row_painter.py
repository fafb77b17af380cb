"""How a row of the list of local issues is painted: a badge with the number, the text, and the quiet line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.models.enums import IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.words import STATE_ROLES, colour_of, one_line

ISSUE = Qt.ItemDataRole.UserRole
META = Qt.ItemDataRole.UserRole + 1
_LINE, _SMALL, _MARGIN, _GAP = 22, 20, 12, 12  # pixels at 100 %: a line of text, of what stands below, around, between
Index = QModelIndex | QPersistentModelIndex


class IssuePainter(QStyledItemDelegate):
    """Paints a badge with the number, the text, and the quiet line; the state where it is not the usual one."""

    def __init__(self, desk: Desk, parent: QListView) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = parent
        self._body = QFontMetrics(desk.type.font("body", 500))
        self._strong = QFontMetrics(desk.type.font("small", 600))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text or two, and the quiet line."""
        px, issue = self._desk.type.px, index.data(ISSUE)
        lines = self._lines(issue, self._list.viewport().width())
        return QSize(px(100), lines * px(_LINE) + px(2) + px(_SMALL) + 2 * px(_MARGIN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One issue."""
        issue: LocalIssueRecord = index.data(ISSUE)
        kind, px, color = self._desk.type, self._desk.type.px, self._desk.theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(px(_MARGIN), px(_MARGIN), -px(_MARGIN), -px(_MARGIN))
        badge = QRectF(room.left(), room.top() - px(1), self._badge_width(issue), px(24))
        paint_badge(painter, self._desk, badge, issue)
        words = QRect(room)
        words.setLeft(round(badge.right()) + px(_GAP))
        if issue.state is not IssueState.OPEN:
            self._paint_state(painter, words, issue)
            words.setRight(words.right() - self._state_width(issue) - px(_GAP))
        quiet = issue.state is IssueState.WITHDRAWN
        lines = self._lines(issue, option.rect.width())
        painter.setFont(kind.font("body", 500))
        _paint_lines(
            painter, QRectF(words.left(), words.top(), words.width(), lines * px(_LINE)), one_line(issue.text),
            lines, color("muted" if quiet else "ink"), px(_LINE),
        )  # fmt: skip
        top = words.top() + lines * px(_LINE) + px(2)
        below = QRectF(words.left(), top, room.right() - words.left(), px(_SMALL))
        painter.setFont(kind.font("small"))
        _paint_lines(painter, below, index.data(META), 1, color("muted"), px(_SMALL))
        painter.restore()

    def _lines(self, issue: LocalIssueRecord, width: int) -> int:
        """Whether the text needs a second line in a row of a width; the third is left out."""
        px = self._desk.type.px
        room = width - 2 * px(_MARGIN) - self._badge_width(issue) - px(_GAP)
        if issue.state is not IssueState.OPEN:
            room -= self._state_width(issue) + px(_GAP)
        return 1 if self._body.horizontalAdvance(one_line(issue.text)) <= room else 2

    def _badge_width(self, issue: LocalIssueRecord) -> int:
        px = self._desk.type.px
        return max(px(30), len(str(issue.number)) * px(9) + px(10))

    def _state_width(self, issue: LocalIssueRecord) -> int:
        words = self._desk.language.tell(title_of(issue.state))
        return self._strong.horizontalAdvance(words) + self._desk.type.px(18)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        color = self._desk.theme.color
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, color("accent-soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, color("card-hover"))
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, color("line"))
        if chosen:
            painter.fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), color("accent"))
        if self._list.hasFocus() and index.row() == self._list.currentIndex().row():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))

    def _paint_state(self, painter: QPainter, room: QRect, issue: LocalIssueRecord) -> None:
        """The state as a pill at the right."""
        kind, color = self._desk.type, self._desk.theme.color
        ground, ink = {"ok": ("ok-soft", "ok"), "warn": ("warn-soft", "warn-soft-ink")}[STATE_ROLES[issue.state]]
        wide = self._state_width(issue)
        pill = QRectF(room.right() - wide, room.top(), wide, kind.px(22))
        painter.setPen(QPen(color(ink), 1) if self._desk.theme.name == "high-contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(color(ink))
        painter.setFont(kind.font("small", 600))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._desk.language.tell(title_of(issue.state)))


def paint_badge(painter: QPainter, desk: Desk, place: QRectF, issue: LocalIssueRecord) -> None:
    """The number of an issue on the colour of its category."""
    color, role = desk.theme.color, colour_of(issue)
    painter.setPen(QPen(color(role), 1.2))
    painter.setBrush(color(f"{role}-soft"))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setFont(desk.type.font("small", 700))
    painter.setPen(color(f"{role}-ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(issue.number))


def _paint_lines(painter: QPainter, room: QRectF, text: str, lines: int, ink: QColor, height: float) -> None:
    """As much of a text as fits into some lines; what runs from right to left begins at the right."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(option)
    layout.beginLayout()
    whole: list[QTextLine] = []
    rest = ""
    for place in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, place * height))
        if place == lines - 1 and line.textStart() + line.textLength() < _units(text):
            rest = _from_unit(text, line.textStart())
        else:
            whole.append(line)
    layout.endLayout()
    painter.setPen(ink)
    for line in whole:
        line.draw(painter, QPointF(room.left(), room.top() + (height - line.height()) / 2))
    if rest:
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        where = QRectF(room.left(), room.top() + (lines - 1) * height, room.width(), height)
        option.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        elided = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(where, elided, option)


def _units(text: str) -> int:
    """The length as Qt counts it, in units of UTF-16: an emoji has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_unit(text: str, start: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start :].decode("utf-16-le", "replace")
