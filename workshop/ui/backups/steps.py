"""A copy restored from the window, and the restore taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.language import Message, mark

if TYPE_CHECKING:
    from workshop.models.records.backups import RestoredRecord
    from workshop.ui.main_window import MainWindow


def restore_copy(window: "MainWindow", backup: Path, *, back: bool = False) -> None:
    """Put a copy in the place of the open library, show the window anew, and offer to take it back.

    `back` says that this is a restore being taken back.
    """
    library = window.desk.library

    def work() -> "RestoredRecord":
        from workshop.services.keeping.restoring import restore_backup

        return restore_backup(library, backup=backup)

    def done(restored: "RestoredRecord") -> None:
        window.begin_anew()
        kept = restored.kept
        if kept is not None:
            window.offer_undo(_words(restored, back=back), lambda: restore_copy(window, kept, back=not back))

    window.desk.tasks.run(work, done, owner=window)


def _words(restored: "RestoredRecord", *, back: bool) -> Message:
    if restored.sealed:
        return mark(
            "The copy was restored. The vote “{title}” was running in it; its ballots can no longer be opened.",
            title=", ".join(restored.sealed),
        )
    return mark("The restore was taken back.") if back else mark("The copy was restored.")
