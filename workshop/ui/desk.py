"""What every page is given: the words, the look, the worker and the library."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workshop.language import Language
from workshop.settings import Settings
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks
from workshop.ui.theme import Theme, Type

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library
    from workshop.ui.rehearsal.player import Player
    from workshop.ui.shared_screen.stage import Stage


@dataclass(frozen=True, eq=False)
class Desk:
    """Everything a page works with; a new one is made whenever language, theme or text size change."""

    language: Language
    theme: Theme
    icons: Icons
    tasks: Tasks
    library: "Library"
    settings: Settings
    stage: "Stage | None" = None
    rehearsal: "Player | None" = None

    @property
    def type(self) -> Type:
        """The sizes of type in the chosen text size."""
        return Type(self.settings.text_scale)

    def today(self) -> date:
        """The present day, by the clock of the library as soon as there is one."""
        return self.library.today() if self.library else date.today()
