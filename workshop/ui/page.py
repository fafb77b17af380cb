"""What every page of the console is: one place to look at, in a frame that scrolls where it must."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.ui.command import Command
from workshop.ui.desk import Desk
from workshop.ui.widgets.columns import Measure
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.reading_order import ReadingOrder
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

if TYPE_CHECKING:
    from workshop.models.records.changes import Changed
    from workshop.ui.dialogs.form_dialog import FormDialog


BAR = 12  # pixels, the scroll bar at the right of a page; it belongs to the margin


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: in which project, which session, at which thing."""

    project_id: UUID | None = None
    session_id: UUID | None = None
    item_id: UUID | None = None

    def with_(self, **ids: UUID | None) -> "Place":
        """The same place with some of it changed."""
        return replace(self, **ids)


class Page(ReadingOrder, QWidget):
    """A page: `content` is a column that scrolls; pages add their header and their cards to it.

    `name` is what the registry of the main window calls it.
    """

    name = ""
    widest = 1660  # pixels of content at 100 %, so that lines stay short on a large display; 0 for no limit

    pageRequested = Signal(str, object)  # name of a page, Place or None for the present place
    noticeRequested = Signal(object)  # Message or text
    undoOffered = Signal(object)  # Message or text of what can be undone
    placeChanged = Signal()  # the page has found out by itself where it is

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.place = Place()
        self.setProperty("look", "page")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its room is always kept: a bar that comes and goes would change the width, and with it the height.
        self.scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroll.setProperty("look", "page")
        sheet = ScrolledSheet()
        sheet.setProperty("look", "page")
        self.content = QVBoxLayout(sheet)
        self.content.setContentsMargins(32, 28, 32 - BAR, 28)
        self.content.setSpacing(20)
        self.scroll.setWidget(sheet)
        if self.widest:
            Measure(self.scroll, self.content, desk.type.px(self.widest))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroll)

    def open(self, place: Place) -> None:
        """Show what is at a place; pages that need it override this and call it first."""
        self.place = place
        self.reload()

    def reload(self) -> None:
        """Ask the services anew and show what they say."""

    def stale(self, changed: Any) -> bool:
        """Whether a `Changed` concerns this page; a page that is not shown is reloaded when it is."""
        return self.isVisible()

    def draft(self) -> dict[str, Any]:
        """What is typed and not saved, to be given to `restore` of the page that is built next."""
        return {}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put back what was typed."""

    @property
    def takes_ideas(self) -> bool:
        """Whether an idea can be written down here now; such a page has `focus_quick_idea`."""
        return False

    def focus_quick_idea(self) -> None:
        """Put the keyboard where a quick idea is written down."""

    def add_command(
        self,
        words: str,
        keys: Sequence[str],
        call: Callable[[], object],
        *,
        icon: str = "",
        possible: Callable[[], bool] | None = None,
        waits: bool = False,
    ) -> Command:
        """Declare something that can be done on this page: its keys work, and menu, overlay and palette show it.

        They do so while it is `possible`; what `waits` for something to be chosen is in the overlay all the time.
        """
        return Command(self, words, keys, call, icon=icon, group="here", possible=possible, waits=waits)

    def focus_first(self) -> None:
        """Put the keyboard where work begins: by default on the first step of an empty page, else before all controls."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for state in self.findChildren(EmptyState):
            if state.isVisible():
                state.focus_first()

    def do(
        self,
        verb: Callable[[], "Changed[Any]"],
        *,
        dialog: "FormDialog | None" = None,
        done: Callable[["Changed[Any]"], object] | None = None,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Do a verb of the services on the worker, then close its form, call `done` and offer its undo.

        What the services refuse is said by `refused`, or at the form where there is one, else by the window.
        """
        near = refused or (dialog.show_error if dialog is not None else None)

        def succeeded(changed: "Changed[Any]") -> None:
            if dialog is not None:
                dialog.accept()
            if done is not None:
                done(changed)
            if changed.undo is not None:
                self.undoOffered.emit(changed.undo)

        def failed(error: Exception) -> None:
            message = getattr(error, "message", None)
            if near is not None and isinstance(message, Message):
                near(self.tell(message))
            else:
                self.desk.tasks.failed.emit(error)

        self.desk.tasks.run(verb, succeeded, failed, owner=dialog or self)

    def say(self, msgid: str, **values: object) -> str:
        """The text in the language of the console."""
        return self.desk.language.say(msgid, **values)

    def say_many(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for `n` things in the language of the console."""
        return self.desk.language.say_many(one, many, n, **values)

    def tell(self, message: Message | str) -> str:
        """A deferred message in the language of the console."""
        return self.desk.language.tell(message)


def column(*, spacing: int = 12) -> tuple[QWidget, QVBoxLayout]:
    """A bare widget with a column in it and no margins."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return widget, layout
