"""One proposal: what it says, written in place, where it came from and what became of it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import CostBand, ProposalState, ServiceKind
from workshop.models.records.proposals import ProposalRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.discussion.notes_box import NotesBox
from workshop.ui.pages.prepare.in_place import InPlaceForm
from workshop.ui.pages.proposals.collection import Collection
from workshop.ui.pages.proposals.ideas_box import IdeasBox
from workshop.ui.pages.proposals.way import Way
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton, RemoveLink
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

PILLS = {
    ProposalState.DRAFT: "quiet", ProposalState.PROPOSED: "info", ProposalState.PILOT: "accent",
    ProposalState.SERVICE: "ok", ProposalState.DROPPED: "warn",
}  # fmt: skip


class ProposalDetail(Card):
    """Fields are saved when they are left; `verbAsked` tells the name of a verb of the page."""

    saved = Signal(object, object)  # the id, the changed values by name
    verbAsked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        say = desk.language.say
        self._state = Pill()
        self.add_action(self._state)
        self._reason = MutedLabel(wrap=True)
        self.form = InPlaceForm(desk, fields(desk))
        self.form.saved.connect(self.saved)
        for name in ("cost", "kind"):
            box = self.form.control(name)  # two beside each other, also where letters are large
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        self.ideas, self.way, self.notes = IdeasBox(desk), Way(desk), NotesBox(desk)
        self.verbs = {
            "propose": PrimaryButton(say("Propose it")),
            "pilot": PrimaryButton(say("Make it a pilot")),
            "again": QuietButton(say("Take it up again")),
            "drop": QuietButton(say("Drop it…")),
            "remove": RemoveLink(say("Remove proposal")),
        }
        self._place()

    def show_collection(self, collection: Collection) -> bool:
        """Show the chosen proposal; what is being written in it stays. True where the verb with the keyboard has gone."""
        chosen, language = collection.chosen, self._desk.language
        if chosen is None:
            return False
        self.set_title(language.say("Proposal {n}", n=chosen.number))
        self._state.set(language.tell(title_of(chosen.state)), PILLS[chosen.state])
        self._reason.setText(language.say("Dropped: {reason}", reason=chosen.reason) if chosen.reason else "")
        self._reason.setVisible(bool(chosen.reason))
        names = ("title", "problem", "beneficiaries", "needs")
        values: dict[str, Any] = {name: getattr(chosen, name) for name in names}
        self.form.show_values(chosen.id, values | {"cost": chosen.cost_band, "kind": chosen.service_kind})
        title = self.form.control("title")
        if not title.hasFocus():
            title.setCursorPosition(0)  # a long one is read from its beginning
        self.ideas.show_ideas(collection.ideas)
        self.way.show_way(collection.trace.before, language.say("this proposal"), collection.trace.after)
        self.notes.show_notes(chosen.id, collection.notes)
        return self._show_verbs(chosen)

    def _show_verbs(self, chosen: ProposalRecord) -> bool:
        state, tried = chosen.state, chosen.service_id is not None
        offered = {
            "propose": state is ProposalState.DRAFT,
            "pilot": state is ProposalState.PROPOSED and not tried,
            "again": state is ProposalState.DROPPED,
            "drop": state is not ProposalState.DROPPED,
            "remove": not tried,
        }
        gone = any(button.hasFocus() and not offered[name] for name, button in self.verbs.items())
        for name, button in self.verbs.items():
            button.setVisible(offered[name])
        return gone

    def _place(self) -> None:
        say = self._desk.language.say
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = ScrolledSheet()
        sheet.setProperty("look", "bare")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 2, 12, 4)
        column.setSpacing(12)
        foot = QWidget()
        policy = foot.sizePolicy()
        policy.setHeightForWidth(True)
        foot.setSizePolicy(policy)
        line = FlowLayout(foot, spacing=10)
        for name, button in self.verbs.items():
            button.clicked.connect(lambda _=False, name=name: self.verbAsked.emit(name))
            line.addWidget(button)
        parts = (
            self._reason, self.way, self.form, StrongLabel(say("Ideas it came from")), self.ideas,
            StrongLabel(say("Discussion")), self.notes,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(sheet)
        self.layout().setContentsMargins(20, 16, 8, 12)
        self.add(area, 1)
        self.add(foot)


def fields(desk: Desk) -> tuple[Field, ...]:
    """What is written about a proposal."""
    say = desk.language.say
    return (
        Field("title", say("Title"), required=True),
        Field("problem", say("Which problem it solves"), "note", lines=2),
        Field("beneficiaries", say("Who benefits"), "note", lines=2),
        Field("needs", say("What is needed"), "note", lines=2),
        Field("cost", say("About what it costs"), "choice", choices=_words(desk, CostBand), row="how"),
        Field("kind", say("Type of the service"), "choice", choices=_words(desk, ServiceKind), row="how"),
    )


def _words(desk: Desk, kind: type[Any]) -> tuple[tuple[Any, str], ...]:
    """What can be chosen, first that nothing has been yet."""
    words = tuple((word, desk.language.tell(title_of(word))) for word in kind)
    return ((None, desk.language.say("not yet decided")), *words)
