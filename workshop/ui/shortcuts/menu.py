"""The menu: everything that can be done here, in quiet groups, each line with its keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from workshop.language import Language
from workshop.ui.actions import ALL_PAGES, SETTINGS
from workshop.ui.command import Command
from workshop.ui.icons import Icons

_FIRST, _LOOK = (
    ("new-project", "find", "quick-idea"),
    ("shared-screen", "next-theme", "larger", "smaller", "normal", "full-screen"),
)


def make_menu(
    language: Language, icons: Icons, commands: Mapping[str, Command], here: Sequence[Command], parent: QWidget
) -> QMenu:
    """A menu made for this moment; it disposes of itself. `here` are the commands of the page."""
    menu = QMenu(parent)
    menu.setAccessibleName(language.say("Menu"))

    def add(to: QMenu, names: Sequence[str]) -> None:
        for name in names:
            command = commands.get(name)
            if command is not None and command.is_possible:
                if command.icon_name:
                    command.setIcon(icons.icon(command.icon_name, "muted"))
                to.addAction(command)

    add(menu, _FIRST)
    menu.addSeparator()
    add(menu, ("undo", "redo"))
    menu.addSeparator()
    menu.addActions(list(here))
    go = menu.addMenu(language.say("Go to"))
    add(go, [page.name for page in ALL_PAGES if page is not SETTINGS])
    look = menu.addMenu(language.say("View"))
    add(look, _LOOK)
    menu.addSeparator()
    add(menu, (SETTINGS.name, "shortcuts", "about", "quit"))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
