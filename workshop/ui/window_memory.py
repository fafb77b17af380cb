"""Where the window was, and where in it the user was."""

import logging
from importlib import import_module
from typing import Any
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from workshop import paths
from workshop.settings import Settings
from workshop.ui.desk import Desk
from workshop.ui.displays import display_of
from workshop.ui.page import Place
from workshop.ui.window_place import place_of, put_in_place

_log = logging.getLogger(__name__)


def remembered_place(settings: Settings) -> Place:
    """Where the user was when the window was closed; what makes no sense is forgotten."""
    return Place(project_id=_uuid(settings.last_project), session_id=_uuid(settings.last_session))


def restore_geometry(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, the first time to a size that every laptop has."""
    if not put_in_place(window, settings.geometry):
        room = display_of(window).availableGeometry().size()
        window.resize(min(1366, room.width()), min(768, room.height()))


def with_memory(settings: Settings, window: QMainWindow, page: str, place: Place) -> Settings:
    """Settings that remember all that."""
    return settings.with_(
        geometry=place_of(window),
        last_page=page,
        last_project=str(place.project_id or ""),
        last_session=str(place.session_id or ""),
    )


def make_stage(desk: Desk) -> Any:
    """The controller of the shared screen, None where it cannot be made."""
    try:
        return import_module("workshop.ui.shared_screen.stage").Stage(desk)
    except Exception:
        _log.exception("the shared screen could not be prepared")
        return None


def open_log_folder() -> None:
    """Show the folder of the log in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_file().parent)))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
