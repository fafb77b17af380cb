"""What can go wrong in words of the user: what is wrong, where, and what to do.

Each error carries a `Message`, so the same error reads well in any language. `exit_code` is what a command ends with.
Anything that is not one of these is a fault of ours and belongs in the crash log.
"""

from enum import StrEnum

from workshop.language import Message


class WorkshopError(Exception):
    """Something the user can understand and mend."""

    exit_code = 2

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid.format_map(dict(message.values)) if message.values else message.msgid)
        self.message = message


class InputError(WorkshopError):
    """What was given does not fit: an empty title, an unknown choice, a malformed file."""


class Missing(StrEnum):
    """What something cannot be made without, so that a page can lead to it."""

    ACTIVITIES = "activities"  # of a session
    ATTENDANCE = "attendance"
    FEWER_SESSIONS = "fewer sessions"  # to be asked for


class MissingError(InputError):
    """Something that is needed is not there yet; `what` says which."""

    def __init__(self, message: Message, what: Missing) -> None:
        super().__init__(message)
        self.what = what


class NotFoundError(WorkshopError):
    """There is no such project, session, poll …"""


class RefusedError(WorkshopError):
    """The rules of the workshop do not allow it now: the poll is closed, this person has voted already."""


class LibraryError(WorkshopError):
    """The library database cannot be used: damaged, newer, locked, in a read-only folder, disk full."""


class DamagedLibraryError(LibraryError):
    """The file is not a library, or is damaged."""


class NewerLibraryError(LibraryError):
    """The library was made by a newer version of the application."""


class BusyLibraryError(LibraryError):
    """Another program holds the library."""


class ReadOnlyLibraryError(LibraryError):
    """The library or its folder cannot be written to."""


class FullDiskError(LibraryError):
    """There is no room left on the disk."""
