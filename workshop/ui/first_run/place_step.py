"""The second step: where the data is kept."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop import paths
from workshop.language import mark
from workshop.models.records.places import FolderFinding
from workshop.ui.desk import Desk
from workshop.ui.first_run.choices import Choices
from workshop.ui.first_run.step import Step
from workshop.ui.widgets.buttons import LinkButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import BodyLabel, Label, LeadLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import clear_layout, set_look

_BREAK = "\u200b"  # lets a long path run over several lines


class PlaceStep(Step):
    """The folder, what is known of it in one sentence, and the way to another one."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            choices,
            say("Where is the data kept?"),
            say("Projects, ideas, votes and photos stay in one file on this computer. Nothing is sent anywhere."),
        )
        self.body.addWidget(self._place_card())
        self._notes = QVBoxLayout()
        self._notes.setSpacing(10)
        self.body.addLayout(self._notes)
        self.body.addStretch(1)
        self._show()

    def begin(self) -> None:
        """Look at the folder anew, since a drive may have come or gone meanwhile."""
        self._examine()

    def focus_first(self) -> None:
        """The way to another folder."""
        self.other_button.setFocus(Qt.FocusReason.TabFocusReason)

    def is_done(self) -> bool:
        """Once the data can be kept there."""
        return self.choices.has_place

    def choose(self, folder: str | Path) -> None:
        """Take another folder and look at it."""
        self.choices.folder = Path(folder)
        self._examine()

    # Inside.

    def _place_card(self) -> Card:
        desk, say = self.desk, self.say
        card = Card()
        picture = Label()
        picture.setPixmap(desk.icons.pixmap("hard-drive", desk.type.px(22), "accent"))
        picture.setFixedWidth(desk.type.px(30))
        words = QVBoxLayout()
        words.setSpacing(desk.type.px(4))
        self._kind = LeadLabel("", wrap=True)
        self._path = BodyLabel("", wrap=True)
        words.addWidget(self._kind)
        words.addWidget(self._path)
        row = QHBoxLayout()
        row.setSpacing(desk.type.px(8))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        self.other_button = QuietButton(say("Choose another folder…"), icon=desk.icons.icon("folder-open"))
        self.other_button.clicked.connect(self._ask)
        self.usual_button = LinkButton(say("Use the usual place"))
        self.usual_button.clicked.connect(self._use_usual)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(desk.type.px(38), 0 if self.is_large else 4, 0, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.other_button)
        buttons.addWidget(self.usual_button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.say("Choose a folder for the data"), str(self._nearest()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.choose)
        dialog.open()

    def _nearest(self) -> Path:
        """The chosen folder, or the one above it that is there already."""
        folder = self.choices.folder
        return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())

    def _use_usual(self) -> None:
        self.choose(paths.data_folder())
        self.focus_first()

    def _examine(self) -> None:
        folder = self.choices.folder
        self.choices.finding = None
        self._show()

        def look() -> FolderFinding:
            from workshop.services.keeping.places import examine_folder  # only now, because it loads the database

            return examine_folder(folder)

        def found(finding: FolderFinding) -> None:
            if folder == self.choices.folder:  # else another one was chosen meanwhile
                self.choices.finding = finding
                self._show()

        def failed(_error: Exception) -> None:
            problem = mark("Nothing can be saved in {place}. Choose another folder.", place=str(folder))
            found(FolderFinding(folder, problem=problem))

        self.desk.tasks.run(look, found, failed, owner=self)

    def _show(self) -> None:
        usual = self.choices.is_usual
        self._kind.setText(self.say("The usual place on this computer") if usual else self.say("A folder of your own"))
        path = QDir.toNativeSeparators(str(self.choices.folder))
        self._path.setText(_breakable(path))
        self._path.setAccessibleName(path)
        self.usual_button.setVisible(not usual)
        clear_layout(self._notes)
        for note in self._found_notes():
            self._notes.addWidget(note)
        self.changed.emit()

    def _found_notes(self) -> list[QWidget]:
        finding = self.choices.finding
        if finding is None:
            return [MutedLabel(self.say("Looking at the folder…"))]
        tell = self.desk.language.tell
        if finding.problem is not None:
            return [self._note("circle-alert", "danger", tell(finding.problem))]
        notes: list[QWidget] = []
        if finding.exists:
            notes.append(self._note("circle-check", "accent", self._existing(finding), frame="soft"))
        elif finding.warning is None:
            notes.append(self._note("circle-check", "ok", self.say("The data can be kept here.")))
        if finding.warning is not None:
            notes.append(self._note("triangle-alert", "warn", tell(finding.warning), frame="notice"))
        return notes

    def _existing(self, finding: FolderFinding) -> str:
        name = finding.file.name
        if finding.projects is None:
            return self.say("There is data here already ({file}). It will be opened as it is.", file=name)
        number = self.desk.language.say_many("{n} project", "{n} projects", finding.projects)
        return self.say(
            "There is data here already ({file}, {projects}). It will be opened as it is.", file=name, projects=number
        )

    def _note(self, icon: str, role: str, text: str, *, frame: str = "") -> QWidget:
        note = QFrame()
        set_look(note, look=frame or "bare")
        row = QHBoxLayout(note)
        edge = 14 if frame else 2
        row.setContentsMargins(edge, 12 if frame else 2, edge, 12 if frame else 2)
        row.setSpacing(10)
        picture = Label()
        picture.setPixmap(self.desk.icons.pixmap(icon, self.desk.type.icon, role))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paragraph(_breakable(text), role="danger" if role == "danger" else ""), 1)
        return note


def _breakable(text: str) -> str:
    """A text in which paths may run over several lines."""
    return "".join(sign + _BREAK if sign in "/\\" else sign for sign in text)
