"""What is done with local issues and their maps."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QMenu

from workshop.language import mark
from workshop.models.enums import IssueState, PictureKind
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.local_issues import LocalIssueRecord, MapPlace
from workshop.models.records.pictures import PictureRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.ideas import issue_links, local_issues, pictures
from workshop.services.keeping.library import Library
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.issues.capture_words import Captured
from workshop.ui.pages.issues.words import one_line, session_name
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.issues.page import IssuesPage

_PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff"


class Acts:
    """The verbs of one page of local issues."""

    def __init__(self, page: "IssuesPage") -> None:
        self._page = page
        self._library = page.desk.library

    # Issues.

    def keep(self, captured: Captured) -> None:
        """Keep a new issue where the map was clicked; what cannot be kept is put back into its field."""
        page, library = self._page, self._library
        project_id, session, place = page.place.project_id, page.collection.running, page.take_mark()
        if project_id is None:
            return

        def failed(error: Exception) -> None:
            page.view.entry.put_back(captured)
            page.put_mark(place)
            page.desk.tasks.failed.emit(error)

        def add() -> Changed[LocalIssueRecord]:
            return local_issues.add_issue(
                library, project_id=project_id, session_id=session.id if session else None, text=captured.text,
                place=captured.place, on_map=place, **({"category": captured.category} if captured.category else {}),
            )  # fmt: skip

        def done(changed: Changed[LocalIssueRecord]) -> None:
            page.reveal(changed.record)
            if changed.undo is not None:
                page.undoOffered.emit(changed.undo)

        page.desk.tasks.run(add, done, failed, owner=page)

    def save(self, issue_id: UUID, changed: dict[str, Any]) -> None:
        """Save what was written in the panel; what cannot be saved is said at its field."""
        page, values = self._page, dict(changed)
        form = page.view.panel.form
        if "author" in values:
            wanted = str(values.pop("author") or "").strip()
            person = page.collection.people.get(int(wanted)) if wanted.isdecimal() else None
            if wanted and person is None:
                form.refuse(issue_id, ["author"], page.say("Nobody has the number {n}.", n=wanted))
            else:
                values["author"] = (person,)
        if values:
            page.do(
                lambda: local_issues.edit_issue(self._library, issue_id=issue_id, **values),
                refused=lambda message: form.refuse(issue_id, list(values), message),
            )

    def put(self, issue_id: UUID, place: MapPlace | None) -> None:
        """Put an issue at a place, or take it off the map."""
        self._page.do(lambda: local_issues.place_issue(self._library, issue_id=issue_id, on_map=place))

    def set_state(self, issue_id: UUID, state: IssueState) -> None:
        """Say where an issue stands; withdrawing asks for the reason."""
        library, issue = self._library, self._page.collection.issue(issue_id)
        if state is not IssueState.WITHDRAWN or issue is None:
            self._page.do(lambda: local_issues.set_issue_state(library, issue_id=issue_id, state=state))
            return
        say = self._page.say
        fields = (Field("reason", say("Reason"), required=True, help=say("It is kept with the local issue.")),)
        dialog = FormDialog(
            self._page.desk, say("Withdraw the local issue"), fields, say("Withdraw"), self._page,
            text=shortened(issue.text), stay=True,
        )  # fmt: skip

        def submit(given: dict[str, Any]) -> None:
            reason = given["reason"]
            self._page.do(
                lambda: local_issues.set_issue_state(library, issue_id=issue_id, state=state, reason=reason),
                dialog=dialog,
            )

        dialog.submitted.connect(submit)
        dialog.open()

    def remove(self, issue_id: UUID) -> None:
        """Remove an issue; the undo bar brings it back."""
        self._page.do(lambda: local_issues.remove_issue(self._library, issue_id=issue_id))

    # What comes of them.

    def make_idea(self, issue_id: UUID) -> None:
        """Bring an issue into a session as an idea; where several take ideas, a menu asks into which."""
        sessions, page = self._page.collection.open_sessions, self._page
        if not sessions:
            page.noticeRequested.emit(mark("No session takes ideas now. Prepare one first."))
        elif len(sessions) == 1:
            self._make_idea_in(issue_id, sessions[0])
        else:
            self._offer_sessions(issue_id, sessions)

    def hand_on(self, issue_id: UUID) -> None:
        """Hand an issue to a department as something to do."""
        page, issue, say = self._page, self._page.collection.issue(issue_id), self._page.say
        if issue is None:
            return
        running = page.collection.running
        fields = (
            Field("text", say("What is to be done"), "note", required=True, lines=3),
            Field("department", say("Department"), row="who"),
            Field("responsible", say("Responsible"), row="who"),
            Field("due_on", say("Due on"), "date"),
        )
        values = {"text": issue_links.words_of(issue), "due_on": None}
        dialog = FormDialog(
            page.desk, say("Hand to a department"), fields, say("Add"), page, values=values, stay=True, width=560
        )
        session_id = running.id if running else None

        def submit(given: dict[str, Any]) -> None:
            page.do(
                lambda: issue_links.follow_up_from_issue(
                    self._library, issue_id=issue_id, session_id=session_id, **given
                ),
                dialog=dialog,
            )

        dialog.submitted.connect(submit)
        dialog.open()

    def _make_idea_in(self, issue_id: UUID, session: LabSessionRecord) -> None:
        self._page.do(lambda: issue_links.idea_from_issue(self._library, issue_id=issue_id, session_id=session.id))

    def _offer_sessions(self, issue_id: UUID, sessions: Sequence[LabSessionRecord]) -> None:
        menu, button = QMenu(self._page), self._page.view.panel.idea_button
        menu.aboutToHide.connect(menu.deleteLater)
        for session in sessions:
            words = f"{session_name(self._page.desk.language, session)} · {session.title}"
            menu.addAction(words).triggered.connect(lambda _=False, one=session: self._make_idea_in(issue_id, one))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # Maps.

    def ask_map(self) -> None:
        """Ask for a picture file."""
        dialog = QFileDialog(self._page.window(), self._page.say("Add a map picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self._page.say('Pictures')} ({_PICTURES})")
        dialog.filesSelected.connect(self.add_maps)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_maps(self, files: Sequence[str]) -> None:
        """Take picture files in as maps; the last of them is shown."""
        project_id = self._page.place.project_id
        if project_id is None:
            return
        for file in files:
            self._page.do(lambda path=Path(file): _add_map(self._library, project_id, path), done=self._show_added)

    def rename_map(self, map_id: UUID) -> None:
        """Ask for the name of a map."""
        page, picture = self._page, self._page.collection.map(map_id)
        if picture is None:
            return
        fields = (Field("caption", page.say("Name of the map"), required=True),)
        dialog = FormDialog(
            page.desk, page.say("Rename the map"), fields, page.say("Rename"), page,
            values={"caption": picture.caption}, stay=True,
        )  # fmt: skip

        def submit(given: dict[str, Any]) -> None:
            caption = given["caption"]
            page.do(lambda: pictures.caption_picture(self._library, picture_id=map_id, caption=caption), dialog=dialog)

        dialog.submitted.connect(submit)
        dialog.open()

    def remove_map(self, map_id: UUID) -> None:
        """Remove a map; the issues keep their places on it for the case that it is brought back."""
        self._page.do(lambda: pictures.remove_picture(self._library, picture_id=map_id))

    def _show_added(self, changed: Changed[PictureRecord]) -> None:
        self._page.show_map(changed.record.id)


def shortened(text: str) -> str:
    """A text for the head of a dialog."""
    line = one_line(text)
    return line if len(line) <= 160 else f"{line[:159]}…"


def _add_map(library: Library, project_id: UUID, path: Path) -> Changed[PictureRecord]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(mark("{file} cannot be read.", file=path.name)) from error
    return pictures.add_picture(
        library, project_id=project_id, data=data, kind=PictureKind.MAP, caption=path.stem[:300]
    )
