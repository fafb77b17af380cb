"""What was counted before a vote was annulled: for the facilitator, opened only on purpose, and never called a result."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import PollState
from workshop.models.records.votes import PollRecord, PollResult
from workshop.services.voting import results
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.result_panel import ResultPanel
from workshop.ui.widgets.fold import Fold
from workshop.ui.widgets.look import clear_layout


class AnnulledResult(QWidget):
    """A fold below an annulled vote that was closed before; nothing for any other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._poll_id: UUID | None = None
        self.fold: Fold | None = None
        self.panel: ResultPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_poll(self, poll: PollRecord) -> None:
        """Offer what was counted, where there is anything."""
        wanted = poll.id if poll.state is PollState.ANNULLED and poll.is_counted else None
        self.setVisible(wanted is not None)
        if wanted == self._poll_id:
            return
        self._poll_id, self.fold, self.panel = wanted, None, None
        clear_layout(self._column)
        if wanted is not None:
            self.panel = ResultPanel(self._desk, poll.ballot)
            self.fold = Fold(self._desk, self._desk.language.say("What was counted (no result)"), self.panel)
            self.fold.opened.connect(self._ask)
            self._column.addWidget(self.fold)

    def _ask(self) -> None:
        library, poll_id = self._desk.library, self._poll_id
        if poll_id is None:
            return

        def show(result: PollResult) -> None:
            if self.panel is not None and result.poll.id == self._poll_id:
                self.panel.show_result(result)

        self._desk.tasks.run(
            lambda: results.poll_result(library, poll_id=poll_id), show, self._desk.tasks.failed.emit, owner=self
        )
