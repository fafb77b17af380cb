"""What else the page of ideas can do, behind one button: photos, suggested themes, proposals, the shared screen."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QMenu

from workshop.exchange.sheets import MOST_BYTES, Table, read_lines, read_table
from workshop.language import mark
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.services.ideas import proposals
from workshop.services.ideas.idea_sheets import write_idea_file

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.page import IdeasPage

_NO_SESSION = mark("Photos are kept with a session. Prepare one first.")
_NO_TARGET = mark("Ideas are written down in a session that has not ended. Prepare one first.")
_PROPOSED = mark("A proposal was made of it. It waits on the page of proposals.")
_LONGEST = 120  # characters of an idea that become the title of a proposal


class More:
    """The further verbs of one page of ideas; the page offers them in a menu and by keys."""

    def __init__(self, page: "IdeasPage") -> None:
        self._page = page
        say = page.say
        self._offers = (
            (say("Photos…"), "Ctrl+Shift+O", "image", self.open_photos),
            (say("Suggest themes…"), "Ctrl+Shift+G", "lightbulb", self.open_suggestions),
            (say("Make a proposal"), "Ctrl+Shift+R", "package-check", self.propose),
            (say("Take in from a spreadsheet…"), "Ctrl+Shift+I", "upload", self.ask_file),
            (say("Save as a spreadsheet…"), "Ctrl+Shift+S", "download", self.ask_place),
            (say("Show the wall to the room"), "Ctrl+Shift+W", "monitor-play", self.show_to_room),
        )
        for words, keys, icon, call in self._offers:
            page.add_command(words.removesuffix("…"), [keys], call, icon=icon, possible=lambda: page.is_known)
        page.view.more_button.clicked.connect(self.offer)

    def offer(self) -> None:
        """Open the menu below its button."""
        menu, button = QMenu(self._page), self._page.view.more_button
        menu.aboutToHide.connect(menu.deleteLater)
        for words, keys, icon, call in self._offers:
            action = menu.addAction(self._page.desk.icons.icon(icon), f"{words}\t{keys}")
            action.triggered.connect(call)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def open_photos(self) -> None:
        """The photos of the session that new ideas go to; the chosen idea can be given one."""
        from workshop.ui.pictures.desk_dialog import PhotoDesk  # sheets are loaded when they are opened

        page, target = self._page, self._page.collection.target
        if target is None or page.place.project_id is None:
            page.noticeRequested.emit(_NO_SESSION)
            return
        chosen = page.collection.idea(page.chosen[0]) if len(page.chosen) == 1 else None
        sheet = PhotoDesk(page.desk, page.place.project_id, target.id, page, idea=chosen)
        sheet.finished.connect(page.reload)
        sheet.open()

    def ask_file(self) -> None:
        """Ask for a spreadsheet and show what would become of it."""
        dialog = QFileDialog(self._page, self._page.say("Choose a spreadsheet or a list"))
        dialog.setNameFilter(f"{self._page.say('Spreadsheets and lists')} (*.xlsx *.csv *.tsv *.txt)")
        dialog.fileSelected.connect(self.take_in_file)
        dialog.open()

    def take_in_file(self, file: str) -> None:
        """Read a file on the worker, then show what would become of it."""

        def read() -> Table:
            try:
                with Path(file).open("rb") as opened:
                    return read_table(
                        opened.read(MOST_BYTES + 1)
                    )  # no more than is needed to know that it is too large
            except OSError as error:
                raise InputError(mark("{file} cannot be read.", file=Path(file).name)) from error

        self._page.desk.tasks.run(read, self.take_in, owner=self._page)

    def take_in_lines(self, lines: list[str]) -> None:
        """Show what would become of a pasted list."""
        self.take_in(read_lines("\n".join(lines)))

    def take_in(self, table: Table) -> None:
        """Show what would become of a table; the session that new ideas go to takes them."""
        from workshop.ui.pages.ideas.take_in import TakeInSheet

        page, target = self._page, self._page.collection.target
        if target is None:
            page.noticeRequested.emit(_NO_TARGET)
            return
        sheet = TakeInSheet(page.desk, target.id, table, page)
        sheet.takenIn.connect(self._taken_in)
        sheet.open()

    def ask_place(self) -> None:
        """Ask where the ideas are saved as a workbook."""
        page, say = self._page, self._page.say
        dialog = QFileDialog(page, say("Save as a spreadsheet"), f"{say('ideas')}.xlsx")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilters(
            [f"{say('Spreadsheet with themes and counts')} (*.xlsx)", f"{say('Only the ideas, as a table')} (*.csv)"]
        )
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        dialog.selectFile(f"{say('ideas')}.xlsx")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, file: str) -> None:
        """Save what the session filter lets pass, or the whole project."""
        page, place = self._page, self._page.place
        if place.project_id is None:
            return
        library, language, project_id = page.desk.library, page.desk.language, place.project_id
        session_id = page.shown.filters.session_id
        page.desk.tasks.run(
            lambda: write_idea_file(library, language, file=Path(file), project_id=project_id, session_id=session_id),
            lambda path: page.noticeRequested.emit(mark("Saved as {file}.", file=path.name)),
            owner=page,
        )  # fmt: skip

    def _taken_in(self, changed: Changed[int]) -> None:
        self._page.reload()
        if changed.undo is not None:
            self._page.undoOffered.emit(changed.undo)

    def open_suggestions(self) -> None:
        """Themes that the unsorted ideas suggest."""
        from workshop.ui.pages.ideas.suggestions import open_suggestions

        page = self._page
        if page.place.project_id is not None:
            open_suggestions(page, page.place.project_id, page.shown.filters.session_id)

    def show_to_room(self) -> None:
        """The ideas of the session by theme on the shared screen; one theme alone where the ideas are narrowed to it."""
        page = self._page
        stage, session = page.desk.stage, page.shown.filters.session_id or getattr(page.collection.target, "id", None)
        if stage is not None and session is not None:
            stage.show_wall(session, page.shown.filters.theme_id)
            if not stage.is_open:
                stage.open_window()

    def propose(self) -> None:
        """Make a proposal of the chosen ideas, under the words of the first; its page is where it is written on."""
        page = self._page
        found = [idea for idea in map(page.collection.idea, page.chosen) if idea is not None and _is_live(idea)]
        story = page.view.panel.story
        if not found and story is not None and (shown := getattr(story, "idea", None)) is not None:
            found = [shown]
        if not found or page.place.project_id is None:
            page.noticeRequested.emit(mark("Choose an idea first."))
            return
        library, project_id = page.desk.library, page.place.project_id
        words, theme_id = title_from(found[0].text), _common_theme(found)
        ids = [idea.id for idea in found]
        page.do(
            lambda: proposals.add_proposal(
                library, project_id=project_id, title=words, idea_ids=ids, theme_id=theme_id
            ),
            done=self._proposed,
        )  # fmt: skip

    def _proposed(self, changed: Any) -> None:
        self._page.reload()
        self._page.noticeRequested.emit(_PROPOSED)
        self._page.pageRequested.emit("proposals", self._page.place.with_(item_id=changed.record.id))


def title_from(text: str) -> str:
    """The first line of an idea, shortened at a word where it is long."""
    line = " ".join(text.strip().splitlines()[0].split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]}…"


def _common_theme(found: list[IdeaRecord]) -> UUID | None:
    themes = {idea.theme_id for idea in found}
    return themes.pop() if len(themes) == 1 else None


def _is_live(idea: IdeaRecord) -> bool:
    return idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}
