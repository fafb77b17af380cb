"""Undo and redo of the library, for the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from workshop.language import Message, mark
from workshop.ui.tasks import Tasks

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

_WORDS = {"undo": mark("Undone: {what}"), "redo": mark("Done again: {what}")}


def take_step(
    verb: str, library: "Library | None", tasks: Tasks, notify: Callable[[Message], object], owner: QObject
) -> None:
    """Take the last step back ("undo") or do it again ("redo") on the worker, and say what it was."""
    if library is None:
        return

    def work() -> Any:
        from workshop.services.keeping import undo  # only now, because it loads the database

        return getattr(undo, verb)(library)

    def done(changed: Any) -> None:
        what = changed.record if isinstance(changed.record, Message) else changed.undo
        notify(Message(_WORDS[verb].msgid, (("what", what or ""),)))

    tasks.run(work, done, owner=owner)
