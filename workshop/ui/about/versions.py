"""Which versions run here, as lines of text for whoever helps from afar; nothing of it says who the user is."""

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from workshop import __version__
from workshop.ui.desk import Desk


def version_lines(desk: Desk, schema: str) -> str:
    """One fact a line, in English, since it is for support; `schema` is empty where no library is open."""
    settings = desk.settings
    displays = ", ".join(
        f"{screen.size().width()}x{screen.size().height()}@{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    facts = {
        "Living Lab Workshop": __version__,
        "Python": platform.python_version(),
        "Qt": f"{qVersion()}, PySide6 {PySide6.__version__}, {QGuiApplication.platformName()}",
        "System": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Database schema": schema or "no library open",
        "Settings": f"{settings.language}, {settings.theme}, {settings.text_scale}%",
        "Displays": displays,
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())
