"""The list of local issues: number, text and what is known of it, one or two lines of text each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.row_painter import ISSUE, META, Index, IssuePainter
from workshop.ui.pages.issues.words import meta_line, pin_name


class IssueModel(QAbstractListModel):
    """Local issues with their quiet lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.issues: tuple[LocalIssueRecord, ...] = ()
        self._metas: tuple[str, ...] = ()

    def set_issues(self, issues: Sequence[LocalIssueRecord], metas: Sequence[str]) -> None:
        """Show other ones."""
        self.beginResetModel()
        self.issues, self._metas = tuple(issues), tuple(metas)
        self.endResetModel()

    def holds(self, issues: Sequence[LocalIssueRecord], metas: Sequence[str]) -> bool:
        """Whether it shows these already."""
        return self.issues == tuple(issues) and self._metas == tuple(metas)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.issues)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, what is told of it, the whole as a tooltip, or the issue itself."""
        if not index.isValid():
            return None
        issue, meta = self.issues[index.row()], self._metas[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{pin_name(self._desk.language, issue)}, {meta}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return issue.text
        return {ISSUE: issue, META: meta}.get(Qt.ItemDataRole(role))


class IssueList(QListView):
    """One issue can be chosen; Enter or a click opens it, Escape leaves it, Delete removes it."""

    issueChosen = Signal(object)  # the id of the issue the choice moved to
    issueOpened = Signal(object)
    removeRequested = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._quiet = False
        self.issues_model = IssueModel(desk)
        self.setModel(self.issues_model)
        self.setItemDelegate(IssuePainter(desk, self))
        self.setAccessibleName(desk.language.say("Local issues"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(lambda index: self.issueOpened.emit(index.data(ISSUE).id))
        self.selectionModel().currentChanged.connect(self._move)

    @property
    def chosen(self) -> UUID | None:
        """The id of the chosen issue."""
        issue = self.currentIndex().data(ISSUE) if self.currentIndex().isValid() else None
        return issue.id if issue is not None else None

    def show_issues(
        self, issues: Sequence[LocalIssueRecord], sessions: Mapping[UUID, LabSessionRecord], chosen: UUID | None
    ) -> None:
        """Show issues; the chosen one stays chosen, and what is in sight stays where it is."""
        several = len({issue.lab_session_id for issue in issues}) > 1
        metas = [meta_line(self._desk.language, issue, sessions, several=several) for issue in issues]
        if not self.issues_model.holds(issues, metas):
            offset = self.verticalScrollBar().value()
            self.issues_model.set_issues(issues, metas)
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(offset)
        self.choose(chosen, scroll=False)

    def choose(self, issue_id: UUID | None, *, scroll: bool = True) -> None:
        """Choose an issue without telling anybody."""
        rows = [row for row, issue in enumerate(self.issues_model.issues) if issue.id == issue_id]
        self._quiet = True
        index = self.issues_model.index(rows[0], 0) if rows else QModelIndex()
        if index != self.currentIndex():
            keep = self.verticalScrollBar().value()
            self.setCurrentIndex(index)
            if not rows:
                self.clearSelection()
            if not scroll:
                self.verticalScrollBar().setValue(keep)
        if scroll and rows:
            self.scrollTo(index)
        self._quiet = False

    def sizeHint(self) -> QSize:
        """Some issues high."""
        return QSize(self._desk.type.px(420), 6 * self._desk.type.px(80))

    def minimumSizeHint(self) -> QSize:
        """Three of them."""
        return QSize(self._desk.type.px(220), 3 * self._desk.type.px(64))

    def _move(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.issueChosen.emit(index.data(ISSUE).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is done with the chosen one by keys."""
        key, chosen = event.key(), self.chosen
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.issueOpened.emit(chosen)
        elif key == Qt.Key.Key_Delete and chosen is not None:
            self.removeRequested.emit(chosen)
        elif key == Qt.Key.Key_Escape and chosen is not None:
            self.left.emit()
        else:
            super().keyPressEvent(event)
