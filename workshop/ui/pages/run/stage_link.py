"""What the shared screen shows while a session runs; without a shared screen nothing happens."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from workshop.models.enums import ActivityKind, FormState, PollState
from workshop.ui.pages.run.situation import Situation

if TYPE_CHECKING:
    from workshop.ui.shared_screen.stage import Stage


class StageLink(QObject):
    """Stands between the run page and the stage: knows which state belongs to an activity."""

    changed = Signal()
    lost = Signal()
    found = Signal()

    def __init__(self, stage: "Stage | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        if stage is not None:
            stage.stateChanged.connect(self._tell)
            stage.windowChanged.connect(self._tell)
            stage.screenLost.connect(self.lost)
            stage.screenFound.connect(self.found)

    @property
    def is_there(self) -> bool:
        """Whether there is a shared screen to speak to."""
        return self._stage is not None

    @property
    def is_open(self) -> bool:
        """Whether the room sees it."""
        return self._stage is not None and self._stage.is_open

    @property
    def is_covered(self) -> bool:
        """Whether it is covered."""
        return self._stage is not None and self._stage.is_covered

    @property
    def is_waiting(self) -> bool:
        """Whether it has shown nothing yet."""
        return self._stage is not None and self._stage.state.value == "waiting"

    @property
    def display(self) -> str:
        """The size of the display it is on, empty where it is not open."""
        return self._stage.display_name if self._stage is not None else ""

    def picture(self, size: QSize) -> QPixmap | None:
        """What the room sees, small."""
        return self._stage.picture(size) if self._stage is not None else None

    def open_window(self) -> None:
        """Put it on its display."""
        if self._stage is not None:
            self._stage.open_window()

    def toggle_cover(self) -> None:
        """Cover it, or show again what was there."""
        if self._stage is None:
            return
        if self.is_covered:
            self._stage.uncover()
        else:
            self._stage.cover()

    def call(self, poll_id: UUID, participant_id: UUID) -> None:
        """Call a participant to the voting booth, which is shown where it is not."""
        if self._stage is not None:
            if self._stage.state.value != "voting booth":
                self._stage.show_voting_booth(poll_id)
            self._stage.call_voter(participant_id)

    def show(self, name: str, *ids: UUID) -> None:
        """Show a state by the name of its verb."""
        if self._stage is not None:
            getattr(self._stage, name)(*ids)

    def follow(self, situation: Situation) -> None:
        """Show the state that belongs to the activity the session is in."""
        state = state_of(situation)
        if state is not None:
            self.show(*state)

    def _tell(self, *_values: object) -> None:
        self.changed.emit()


def state_of(situation: Situation) -> tuple[Any, ...] | None:
    """The verb of the stage and its ids that belong to a situation."""
    plan, activity = situation.plan, situation.activity
    if plan is None or activity is None:
        return None
    session = plan.session.id
    whole = {
        ActivityKind.WELCOME: "show_welcome",
        ActivityKind.REGISTER: "show_welcome",
        ActivityKind.BREAK: "show_break",
        ActivityKind.CLOSE: "show_thanks",
    }
    if activity.kind in whole:
        return whole[activity.kind], session
    return booth_of(situation) if _busy(situation) else ("show_activity", session, activity.id)


def booth_of(situation: Situation) -> tuple[Any, ...] | None:
    """The booth, or the result, that belongs to a situation."""
    plan, activity, poll, form = situation.plan, situation.activity, situation.poll, situation.form
    if plan is None or activity is None:
        return None
    if poll is not None and poll.state is PollState.REVEALED:
        return "show_result", poll.id
    if poll is not None and poll.state in {PollState.OPEN, PollState.PAUSED}:
        return "show_voting_booth", poll.id
    if form is not None and form.state is FormState.OPEN:
        return "show_evaluation_booth", form.id
    if activity.kind.collects_ideas:
        return "show_idea_booth", plan.session.id, activity.id
    return None


def _busy(situation: Situation) -> bool:
    """Whether people vote, answer or look at a result now."""
    poll, form = situation.poll, situation.form
    voting = poll is not None and poll.state in {PollState.OPEN, PollState.PAUSED, PollState.REVEALED}
    booth = situation.activity is not None and situation.activity.kind is ActivityKind.IDEA_BOOTH
    return voting or booth or (form is not None and form.state is FormState.OPEN)
