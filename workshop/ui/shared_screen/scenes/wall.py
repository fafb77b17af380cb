"""The wall of ideas for the room: themes with their ideas in large type, a page at a time, one theme alone where wanted."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.services.ideas import ideas
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Words, card, fitted_words
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.states import ScreenState

COLUMNS, LINES = 4, 4  # themes side by side, and ideas seen below each
_ALONE = 8  # ideas of one theme that is shown alone


class WallScene(Scene):
    """What the room has said, by theme; nothing that still waits to be revealed. The console turns its pages."""

    state = ScreenState.WALL

    def __init__(self, ground: Ground, look: Look, session_id: UUID, theme_id: UUID | None = None) -> None:
        super().__init__(ground, look)
        self._session_id, self._theme_id = session_id, theme_id
        self.page = 0

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        if self.data is None:
            return 1
        things, room = (self._alone(), _ALONE) if self._theme_id is not None else (columns_of(self.data), COLUMNS)
        return max(1, -(-len(things) // room))

    def turn(self, step: int) -> None:
        """Go some pages on or back, round at the ends."""
        self.page = (self.page + step) % self.pages
        self.refresh()

    def work(self) -> Callable[[], IdeaBoard]:
        """The ideas of the session."""
        library, session_id = self.ground.desk.library, self._session_id
        return lambda: ideas.idea_board(library, session_id=session_id)

    def make_view(self) -> QWidget:
        """Themes side by side, or one of them alone."""
        self.page = min(self.page, self.pages - 1)
        view = QWidget()
        column = self.column(view)
        say = self.look.language.say
        theme = next((one for one in self.data.themes if one.id == self._theme_id), None)
        column.addWidget(Words(theme.title if theme else say("What we have said so far"), "title"))
        if columns_of(self.data):
            column.addWidget(self._one(theme) if theme else self._themes(), 1)
        else:
            column.addWidget(Words(say("Nothing is on the wall yet."), "title", role="muted", center=True), 1)
        foot = QHBoxLayout()
        shown = sum(not idea.hidden and self.data.is_live(idea) for idea in self.data.ideas)
        count = len(self._alone()) if theme else shown
        foot.addWidget(Words(self.look.language.say_many("{n} idea", "{n} ideas", n=count), "strong", wrap=False))
        foot.addStretch(1)
        if self.pages > 1:
            foot.addWidget(Words(say("Page {n} of {all}", n=self.page + 1, all=self.pages), "small", wrap=False))
        column.addLayout(foot)
        return view

    def _alone(self) -> list[IdeaRecord]:
        return [idea for idea in self.data.under(self._theme_id) if not idea.hidden]

    def _themes(self) -> QWidget:
        px, first = self.look.px, self.page * COLUMNS
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        for theme, given in columns_of(self.data)[first : first + COLUMNS]:
            row.addLayout(self._column_of(theme, given), 1)
        return sheet

    def _column_of(self, theme: ThemeRecord | None, given: list[IdeaRecord]) -> QVBoxLayout:
        px, language = self.look.px, self.look.language
        column = QVBoxLayout()
        column.setSpacing(px(10))
        title = theme.title if theme else language.say("Not yet sorted")
        head = Words(f"{title}  {language.number(len(given))}", "strong", role="accent")
        head.setMinimumHeight(px(66))  # two lines, so that the cards begin at one height
        head.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        column.addWidget(head)
        room = QSize(px((BASE_WIDTH - 128 - 48) / COLUMNS) - px(36), px(92))
        for idea in given[:LINES]:
            column.addWidget(_card(self.look, idea, room, (24,)), 1)
        rest = len(given) - LINES
        if rest > 0:
            column.addWidget(Words(language.say("and {n} more", n=rest), "small", role="muted"))
        column.addStretch(max(0, LINES - len(given)))
        return column

    def _one(self, theme: ThemeRecord) -> QWidget:
        px, first = self.look.px, self.page * _ALONE
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(14))
        room = QSize(px((BASE_WIDTH - 128) / 2) - px(60), px(104))
        for place, idea in enumerate(self._alone()[first : first + _ALONE]):
            grid.addWidget(_card(self.look, idea, room, (32, 28)), place // 2, place % 2)
        for line in range(_ALONE // 2):
            grid.setRowStretch(line, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return sheet


def columns_of(board: IdeaBoard) -> list[tuple[ThemeRecord | None, list[IdeaRecord]]]:
    """Themes with what the room may see under them, those with nothing left out; what is not sorted comes last."""
    themes: list[ThemeRecord | None] = [*board.themes, None]
    filled = [
        (theme, [idea for idea in board.under(theme.id if theme else None) if not idea.hidden]) for theme in themes
    ]
    return [(theme, given) for theme, given in filled if given]


def _card(look: Look, idea: IdeaRecord, room: QSize, sizes: tuple[int, ...]) -> QWidget:
    frame, column = card(look, soft=True, margin=14)
    column.addWidget(fitted_words(look, idea.text, room, sizes), 1)
    return frame
