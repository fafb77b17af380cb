"""Quick capture of local issues for other pages, such as the one a session is run on."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop.models.records.changes import Changed
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.services.ideas import local_issues
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.capture_words import Captured
from workshop.ui.pages.issues.entry import IssueEntry
from workshop.ui.pages.issues.words import meta_line, one_line
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.keyed_rows import KeyedRows

_LATEST = 4


class _Line(QWidget):
    """One issue: its text, and quietly what is known of it."""

    def __init__(self, desk: Desk, issue: LocalIssueRecord) -> None:
        super().__init__()
        self._desk = desk
        self.words = ElidedLabel()
        self.meta = ElidedLabel(look="small", role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self.meta)
        self.show_issue(issue)

    def show_issue(self, issue: LocalIssueRecord) -> None:
        """Show it as it is now."""
        number = self._desk.language.number(issue.number)
        self.words.setText(f"{number}. {one_line(issue.text)}")
        self.meta.setText(meta_line(self._desk.language, issue, {}))


class IssuePanel(QFrame):
    """The line of quick capture, and below it the latest issues of the session.

    `show_session` says where issues go; call it again (or `reload`) when the library has changed.
    """

    undoOffered = Signal(object)  # Message of what can be undone
    kept = Signal(object)  # LocalIssueRecord
    openRequested = Signal(object)  # the id of an issue, or None for the page of local issues

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project_id: UUID | None = None
        self._session_id: UUID | None = None
        say = desk.language.say
        self.entry = IssueEntry(desk)
        self.none = MutedLabel(say("Nothing has been noted in this session yet."), wrap=True)
        self.all_button = LinkButton("")
        self.all_button.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._latest = KeyedRows[LocalIssueRecord, _Line](
            self._rows,
            lambda issue: issue.id,
            lambda issue: _Line(desk, issue),
            lambda line, issue: line.show_issue(issue),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.entry)
        column.addLayout(self._rows)
        column.addWidget(self.none)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.entry.given.connect(self._keep)
        self.all_button.clicked.connect(lambda: self.openRequested.emit(None))

    @property
    def lines(self) -> list[str]:
        """The texts of the latest issues as they are shown."""
        return [line.words.text() for line in self._latest.widgets]

    def show_session(self, project_id: UUID, session_id: UUID) -> None:
        """Write down issues of a session, and show its latest ones."""
        self._project_id, self._session_id = project_id, session_id
        self.reload()

    def reload(self) -> None:
        """Read the latest issues anew."""
        if self._project_id is not None:
            read = partial(
                local_issues.list_issues, self._desk.library, project_id=self._project_id, session_id=self._session_id
            )
            self._desk.tasks.run(read, self._show, owner=self)

    def focus_first(self) -> None:
        """Put the keyboard into the line."""
        self.entry.field.setFocus()

    def _show(self, issues: tuple[LocalIssueRecord, ...]) -> None:
        self._latest.show(list(reversed(issues[-_LATEST:])))
        self.none.setVisible(not issues)
        words = self._desk.language.say_many(
            "{n} local issue of this session", "{n} local issues of this session", n=len(issues)
        )
        self.all_button.setText(words)
        self.all_button.setVisible(bool(issues))

    def _keep(self, captured: Captured) -> None:
        if self._project_id is None:
            self.entry.put_back(captured)
            return
        chosen = {"category": captured.category} if captured.category is not None else {}
        add = partial(
            local_issues.add_issue, self._desk.library, project_id=self._project_id, session_id=self._session_id,
            text=captured.text, place=captured.place, **chosen,
        )  # fmt: skip
        self._desk.tasks.run(add, self._done, lambda error: self._failed(captured, error), owner=self)

    def _done(self, changed: Changed[LocalIssueRecord]) -> None:
        self.kept.emit(changed.record)
        if changed.undo is not None:
            self.undoOffered.emit(changed.undo)
        self.reload()

    def _failed(self, captured: Captured, error: Exception) -> None:
        self.entry.put_back(captured)
        self._desk.tasks.failed.emit(error)
