"""The way of a proposal as a calm line: from its ideas over votes to decisions, the service and its evaluations."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from workshop.language import Language
from workshop.models.enums import IdeaState
from workshop.models.records.proposals import TraceStep
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import StrongLabel
from workshop.ui.widgets.look import clear_layout

# Where each kind of step is seen.
PAGE_OF = {
    "observation": "services", "local_issue": "issues", "idea": "ideas", "theme": "ideas", "poll": "votes",
    "proposal": "proposals", "pilot": "services", "follow_up": "follow-ups", "service": "services",
    "evaluation": "evaluation",
}  # fmt: skip
_SHORT = 18  # characters of a title on the line


class Way(QWidget):
    """Each step leads to its page; several of a kind are one step with their number."""

    stepShown = Signal(object)  # TraceStep

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self._line = FlowLayout(self, spacing=6, line_spacing=2)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_way(self, before: Sequence[TraceStep], here: str, after: Sequence[TraceStep]) -> None:
        """Show the steps before and after the thing that is shown here."""
        if self._shown == (before, here, after):
            return
        self._shown = (before, here, after)
        clear_layout(self._line)
        for step in _grouped(before):
            self._add(step)
            self._add_arrow()
        self._line.addWidget(StrongLabel(here))
        for step in _grouped(after):
            self._add_arrow()
            self._add(step)

    def _add(self, steps: list[TraceStep]) -> None:
        button = LinkButton(words_of(self._desk.language, steps))
        button.setToolTip("\n".join(step.title for step in steps))
        button.clicked.connect(lambda: self.stepShown.emit(steps[0]))
        self._line.addWidget(button)

    def _add_arrow(self) -> None:
        arrow = QLabel()
        arrow.setPixmap(self._desk.icons.pixmap("arrow-right", self._desk.type.px(15), "muted"))
        self._line.addWidget(arrow)


def words_of(language: Language, steps: Sequence[TraceStep]) -> str:
    """A step in words: a single thing by its title, several by their number."""
    kind, n = steps[0].kind, len(steps)
    if kind == "idea":
        n = sum(step.state != IdeaState.MERGED for step in steps)  # what was merged is seen in the tip
        return language.say_many("{n} idea", "{n} ideas", n=n)
    if n > 1:
        many = {
            "poll": language.say("{n} votes", n=n), "proposal": language.say("{n} proposals", n=n),
            "follow_up": language.say("{n} decisions and follow-ups", n=n), "theme": language.say("{n} themes", n=n),
            "service": language.say("{n} services", n=n), "evaluation": language.say("{n} evaluations", n=n),
            "local_issue": language.say("{n} local issues", n=n), "pilot": language.say("{n} pilots", n=n),
            "observation": language.say("{n} observations", n=n),
        }  # fmt: skip
        return many[kind]
    names = {
        "poll": language.say("Vote"), "proposal": language.say("Proposal"), "follow_up": language.say("Decision"),
        "theme": language.say("Theme"), "service": language.say("Service"), "evaluation": language.say("Evaluation"),
        "local_issue": language.say("Local issue"), "pilot": language.say("Pilot"),
        "observation": language.say("Observation"),
    }  # fmt: skip
    title = " ".join(steps[0].title.split())
    words = f"{names[kind]}: {title if len(title) <= _SHORT else title[: _SHORT - 1] + '…'}"
    if kind == "poll" and steps[0].number is not None:
        return language.say("{vote}, place {place}", vote=words, place=steps[0].number)
    return words


def _grouped(steps: Sequence[TraceStep]) -> list[list[TraceStep]]:
    groups: dict[str, list[TraceStep]] = {}
    for step in steps:
        groups.setdefault(step.kind, []).append(step)
    return list(groups.values())
