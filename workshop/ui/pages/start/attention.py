"""What needs attention: a session that is not finished, sessions of the coming days, follow-ups that are late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.projects import ProjectCard
from workshop.ui.desk import Desk
from workshop.ui.page import Place
from workshop.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import GridFlow
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel
from workshop.ui.widgets.keyed_rows import KeyedRows

_SOON = timedelta(days=7)
_FEW = 4  # points that are shown at once


class Matter(IntEnum):
    """Why something needs attention, the most pressing first."""

    UNFINISHED = 0
    SOON = 1
    OVERDUE = 2


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that needs attention, and the project it is about."""

    matter: Matter
    card: ProjectCard

    @property
    def key(self) -> tuple[Matter, object]:
        """What tells it from the others."""
        return self.matter, self.card.project.id


def points_of(cards: Sequence[ProjectCard], today: date) -> list[Point]:
    """What needs attention in the projects; practice needs none except a session that still runs."""
    points = [Point(Matter.UNFINISHED, card) for card in cards if card.running_session_id is not None]
    for card in cards:
        if card.project.practice:
            continue
        if card.next_session_on is not None and today <= card.next_session_on <= today + _SOON:
            points.append(Point(Matter.SOON, card))
        if card.overdue:
            points.append(Point(Matter.OVERDUE, card))
    return sorted(points, key=lambda point: (point.matter, point.card.next_session_on or date.max))


class AttentionCard(Card):
    """A short list with one step for each point; it is there only when there is something."""

    stepChosen = Signal(str, object)  # page, Place

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("What needs attention"), parent=parent)
        self._desk = desk
        self._points: list[Point] = []
        self._unfolded = False
        self.body.setSpacing(6)
        grid = _Points(least=desk.type.px(440), spacing=40, line_spacing=4)
        self.body.addLayout(grid)
        self._rows = KeyedRows[Point, _Row](grid, lambda point: point.key, self._make, lambda row, p: row.show_point(p))
        self.more_button = LinkButton()
        self.more_button.setProperty("folds", True)
        self.more_button.clicked.connect(self._fold)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def rows(self) -> "list[_Row]":
        """The rows that are shown."""
        return self._rows.widgets

    @property
    def is_urgent(self) -> bool:
        """Whether a session waits to be continued."""
        return any(point.matter is Matter.UNFINISHED for point in self._points)

    def show_points(self, points: list[Point]) -> None:
        """Show what needs attention, or nothing at all."""
        self._points = points
        self._show_rows()
        self.setVisible(bool(points))

    def _make(self, point: Point) -> "_Row":
        row = _Row(self._desk, point)
        row.button.clicked.connect(lambda: self.stepChosen.emit(*row.target))
        return row

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_rows()

    def _show_rows(self) -> None:
        say = self._desk.language.say
        many = len(self._points) > _FEW + 1
        self._rows.show(self._points[:_FEW] if many and not self._unfolded else self._points)
        self.set_count(str(len(self._points)) if len(self._points) > 1 else "")
        rest = len(self._points) - _FEW
        self.more_button.setText(say("Show fewer") if self._unfolded else say("Show {n} more", n=rest))
        self.more_button.setVisible(many)


class _Points(GridFlow):
    """Side by side where there is room; one point alone has the whole line, so that its button stands at the right edge."""

    def columns(self, width: int) -> int:
        """No more columns than points."""
        return min(super().columns(width), max(1, self.count()))


class _Row(QWidget):
    """An icon, what it is and in which project, and the step."""

    def __init__(self, desk: Desk, point: Point) -> None:
        super().__init__()
        self._desk = desk
        icon, role = {
            Matter.UNFINISHED: ("play", "accent"),
            Matter.SOON: ("calendar", "muted"),
            Matter.OVERDUE: ("circle-alert", "warn"),
        }[point.matter]
        picture = Label()
        picture.setPixmap(desk.icons.pixmap(icon, desk.type.icon, role))
        self._words = BodyLabel(wrap=True)
        self._where = MutedLabel(wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._words)
        words.addWidget(self._where)
        self.button: Button = PrimaryButton() if point.matter is Matter.UNFINISHED else LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.target: tuple[str, Place] = ("project", Place())

    def show_point(self, point: Point) -> None:
        """Show the point as it is now."""
        language, card = self._desk.language, point.card
        say, project_id = language.say, card.project.id
        if point.matter is Matter.UNFINISHED:
            words, verb = say("Not finished yet: {title}", title=card.running_session_title), say("Continue")
            self.target = "run", Place(project_id, card.running_session_id)
        elif point.matter is Matter.SOON and card.next_session_on is not None:
            words, verb = _coming(self._desk, card), say("Prepare")
            self.target = "prepare", Place(project_id, card.next_session_id)
        else:
            words = language.say_many("{n} follow-up is overdue", "{n} follow-ups are overdue", card.overdue)
            verb = say("Look at them")
            self.target = "follow-ups", Place(project_id)
        self._words.setText(words)
        self._where.setText(card.project.title)
        self.button.setText(verb)
        self.button.setAccessibleName(f"{verb}: {words}, {card.project.title}")


def _coming(desk: Desk, card: ProjectCard) -> str:
    """The next session and how far away it is."""
    language, day = desk.language, card.next_session_on
    assert day is not None
    days = (day - desk.library.today()).days
    if days == 0:
        when = language.say("today")
    elif days == 1:
        when = language.say("tomorrow")
    else:
        when = language.say("in {n} days", n=days)
    return language.say("{title} · {day}, {when}", title=card.next_session_title, day=language.day(day), when=when)
