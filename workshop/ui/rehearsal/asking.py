"""Asks how a session is to be rehearsed, and begins."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, Place
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.models.records.sessions import LabSessionRecord

MOST = 200
_USUAL = 12
# Milliseconds between two acts.
SLOWLY, BRISKLY, AT_ONCE = 1500, 300, 0


class RehearsalAsking:
    """What the pages offer: a session gone through by simulated participants."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.dialog: FormDialog | None = None

    @property
    def is_possible(self) -> bool:
        """Whether nothing is being rehearsed now."""
        player = self._page.desk.rehearsal
        return player is not None and not player.is_playing

    def ask(self, session_id: UUID, *, expected: int) -> None:
        """Ask how many take part and how fast; a real session is copied first and stays as it is."""
        say = self._page.say
        paces = ((SLOWLY, say("One after the other")), (BRISKLY, say("Briskly")), (AT_ONCE, say("At once")))
        fields = (
            Field("participants", say("Simulated participants"), "number", least=1, most=MOST),
            Field("pace", say("How fast"), "segments", choices=paces),
        )
        self.dialog = FormDialog(
            self._page.desk,
            say("Rehearse this session"),
            fields,
            say("Rehearse"),
            self._page,
            values={"participants": min(MOST, expected or _USUAL), "pace": BRISKLY},
            text=say(
                "Simulated participants come in, give ideas, vote and answer. All of it goes into a practice project of its "
                "own, counts nowhere, and can be removed with one click. The session itself stays as it is."
            ),
        )
        self.dialog.submitted.connect(lambda values: self.begin(session_id, values))
        self.dialog.open()

    def begin(self, session_id: UUID, values: dict[str, Any]) -> None:
        """Make the practice session and let them in."""
        from workshop.services.rehearsal.rehearsal import practice_session

        desk = self._page.desk

        def play(session: "LabSessionRecord") -> None:
            if desk.rehearsal is not None:
                desk.rehearsal.play(desk.library, session, participants=values["participants"], pace=values["pace"])
            self._page.pageRequested.emit("run", Place(session.project_id, session.id))

        desk.tasks.run(
            lambda: practice_session(desk.library, session_id=session_id, language=desk.language),
            play,
            owner=self._page,
        )
