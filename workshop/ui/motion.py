"""All motion of the window: short, soft, and none at all where the system or the user asks for calm."""

import configparser
import ctypes
import os
import plistlib
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QProcess, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

APPEAR = 160  # milliseconds: something comes
GROWTH = 180  # bars find their length
_LONGEST = 199
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip


class Motion(QObject):
    """A way from 0 to 1, gone once and softly; where it is calm, at once. At rest its value is 1."""

    finished = Signal()

    def __init__(self, owner: QObject, step: Callable[[float], object], milliseconds: int = APPEAR) -> None:
        super().__init__(owner)
        if not 0 < milliseconds <= _LONGEST:
            raise ValueError(f"motion takes at most {_LONGEST} ms, not {milliseconds}")
        self._step = step
        self._way = QVariantAnimation(self)
        self._way.setDuration(milliseconds)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.valueChanged.connect(step)
        self._way.finished.connect(self.finished)

    @property
    def value(self) -> float:
        """How much of the way is gone."""
        return float(self._way.currentValue()) if self.is_running else 1.0

    @property
    def is_running(self) -> bool:
        """Whether something moves."""
        return self._way.state() == QAbstractAnimation.State.Running

    def start(self) -> None:
        """Go from the beginning."""
        if is_calm():
            self.stop()
            self._step(1.0)
            self.finished.emit()
        else:
            self._step(0.0)
            self._way.start()

    def stop(self) -> None:
        """Stay where it is; the value is that of the end."""
        self._way.stop()


def is_calm() -> bool:
    """Whether there is to be no motion, because the user or the system says so."""
    return _wish.always or _qt_asks() or _system_asks()


def set_calm(always: bool) -> None:
    """The user's own wish: no motion at all, or as the system has it."""
    _wish.always = always
    allow_effects()


def look_again() -> None:
    """Ask the system anew the next time, since what it was asked once is remembered."""
    _system_asks.cache_clear()


def allow_effects() -> None:
    """Let Qt's own menus, tooltips and lists open softly, or at once."""
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, not is_calm())


class _Wish:
    """What cannot be asked at once: the user's choice, and the answer of a desktop that takes its time."""

    always = False
    desktop = False


_wish = _Wish()


def _qt_asks() -> bool:
    """What Qt knows: a preference in versions after 6.11, a length of 0 for the animations of the style in all."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
    if preference is not None and "reduce" in preference().name.lower():
        return True
    style = QApplication.style() if isinstance(QApplication.instance(), QApplication) else None
    return style is None or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0


@cache
def _system_asks() -> bool:
    """What the system's own settings say; a system that cannot be asked says nothing."""
    try:
        if sys.platform == "win32":
            return _windows_asks()
        if sys.platform == "darwin":
            return _mac_asks(Path.home() / "Library/Preferences/com.apple.universalaccess.plist")
        return _desktop_asks(Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"))
    except (OSError, ValueError, AttributeError, configparser.Error):
        return False


def _windows_asks() -> bool:
    """Whether "Show animations in Windows" is off."""
    shown = ctypes.c_int(1)
    get_client_area_animation = 0x1042
    answered = ctypes.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(shown), 0)
    return bool(answered) and not shown.value


def _mac_asks(file: Path) -> bool:
    """Whether "Reduce motion" is on; read from the file, since starting a program would take longer than the first paint."""
    return bool(plistlib.loads(file.read_bytes()).get("reduceMotion", False))


def _desktop_asks(folder: Path) -> bool:
    """KDE, and the file in which GTK desktops keep it; GNOME keeps it elsewhere, see `ask_desktop`."""
    for name, section, key in (
        ("kdeglobals", "KDE", "AnimationDurationFactor"),
        ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations"),
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations"),
    ):
        table = configparser.RawConfigParser(strict=False)
        table.read(folder / name, encoding="utf-8")
        if table.get(section, key, fallback="1").strip().lower() in {"0", "0.0", "false"}:
            return True
    return _wish.desktop


def ask_desktop(owner: QObject) -> QProcess | None:
    """Ask GNOME and its relatives by their own program without waiting for it; `is_calm` knows as soon as it has answered.

    Gives what was started, None where there is nobody to ask.
    """
    program = shutil.which("gsettings")
    if program is None or not sys.platform.startswith("linux") or not os.environ.get("XDG_CURRENT_DESKTOP"):
        return None
    asked = QProcess(owner)

    def answered() -> None:
        _wish.desktop = asked.readAllStandardOutput().data().strip() == b"false"
        look_again()
        allow_effects()
        asked.deleteLater()

    asked.finished.connect(answered)
    asked.start(program, ["get", "org.gnome.desktop.interface", "enable-animations"])
    return asked
