"""What can be done here, with its keys: collected from what is declared, never written down a second time."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from workshop.ui.command import Command

# Buttons that only show more of a list have the property `folds` and are not offered.
_OTHER_LOOKS = ("nav", "segment", "toast-link", "toast-icon")  # ways and choices: shown in places of their own


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done: its words, its keys as this platform writes them, its group and the name of its icon."""

    words: str
    keys: tuple[str, ...]
    call: Callable[[], object]
    group: str = ""
    icon: str = ""


def commands_of(widget: QWidget, *, waiting: bool = False) -> list[Offer]:
    """The commands of a window, page or dialog that can be given now, in the order in which they were declared.

    With `waiting` also those for which something has to be chosen first.
    """
    commands = [action for action in widget.actions() if isinstance(action, Command)]
    return [_offer(command) for command in commands if command.is_possible or (waiting and command.waits)]


def offers_of(widget: QWidget, *, waiting: bool = False) -> list[Offer]:
    """Its commands, what lists in it have keys for, and its buttons with words, as far as they can be used now.

    Of buttons with the same words none is offered, since nobody could tell which is meant.
    """
    found = {offer.words: offer for offer in commands_of(widget, waiting=waiting)}
    for action in _actions_inside(widget):
        found.setdefault(action.text(), _offer(action))
    buttons = [button for button in widget.findChildren(QPushButton) if _is_offered(button)]
    many = Counter(button.text() for button in buttons)
    for button in buttons:
        if many[button.text()] == 1:
            found.setdefault(button.text(), _of_button(button))
    return list(found.values())


def keys_of(action: QAction) -> tuple[str, ...]:
    """The keys of an action as this platform writes them, each once."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(dict.fromkeys(keys.toString(native) for keys in action.shortcuts() if not keys.isEmpty()))


def _actions_inside(widget: QWidget) -> Iterator[QAction]:
    for inner in widget.findChildren(QWidget):
        if inner.isVisible():
            for action in inner.actions():
                if action.text() and action.shortcuts() and action.isEnabled() and not isinstance(action, Command):
                    yield action


def _is_offered(button: QPushButton) -> bool:
    return (
        button.isVisible()
        and button.isEnabled()
        and bool(button.text())
        and not button.isCheckable()
        and not button.property("folds")
        and button.property("look") not in _OTHER_LOOKS
    )


def _offer(action: QAction) -> Offer:
    group, icon = (action.group, action.icon_name) if isinstance(action, Command) else ("list", "")
    return Offer(action.text(), keys_of(action), lambda: _if_there(action, action.trigger), group, icon)


def _of_button(button: QPushButton) -> Offer:
    keys = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Offer(button.text(), (keys,) if keys else (), lambda: _if_there(button, button.click), "button")


def _if_there(thing: QAction | QPushButton, call: Callable[[], object]) -> None:
    """What was offered may be gone by the time it is chosen."""
    if shiboken6.isValid(thing):
        call()
