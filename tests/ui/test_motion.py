"""Motion is short and soft, made in one place, and none where the system or the user asks for calm."""

import ast
import os
import plistlib
import sys
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from workshop.ui import motion
from workshop.ui.motion import APPEAR, GROWTH, Motion

UI = Path(__file__).parents[2] / "workshop" / "ui"
ANIMATIONS = {
    "QAbstractAnimation", "QVariantAnimation", "QPropertyAnimation", "QTimeLine", "QEasingCurve",
    "QParallelAnimationGroup", "QSequentialAnimationGroup", "QGraphicsOpacityEffect",
}  # fmt: skip


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch, tmp_path):
    """No test knows what another system has answered."""
    monkeypatch.setattr(motion, "_wish", motion._Wish())
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    motion.look_again()
    yield
    motion.look_again()


@pytest.fixture
def steps() -> list[float]:
    return []


def test_motion_goes_from_nothing_to_all_and_ends(qapp, qtbot, steps):
    owner = QObject()
    way = Motion(owner, steps.append, 40)
    with qtbot.waitSignal(way.finished):
        way.start()
        assert way.is_running
        assert way.value < 1
    assert (steps[-1], way.value, way.is_running) == (1.0, 1.0, False)
    assert steps == sorted(steps)


def test_what_is_stopped_is_where_it_belongs(qapp, steps):
    owner = QObject()
    way = Motion(owner, steps.append)
    way.start()
    way.stop()
    assert way.value == 1.0


def test_where_it_is_calm_all_is_there_at_once(qapp, steps, qtbot):
    motion.set_calm(True)
    way = Motion(qapp, steps.append)
    with qtbot.waitSignal(way.finished):
        way.start()
    assert (steps, way.is_running) == ([1.0], False)
    way.deleteLater()


@pytest.mark.parametrize("milliseconds", [0, 200, 1000])
def test_no_motion_is_long(qapp, milliseconds):
    assert max(APPEAR, GROWTH) < 200
    with pytest.raises(ValueError, match="199"):
        Motion(qapp, lambda _part: None, milliseconds)


def test_motion_is_made_nowhere_else():
    found: dict[str, set[str]] = {}
    for file in UI.rglob("*.py"):
        names = {
            node.id for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        if named := names & ANIMATIONS:
            found[file.name] = named
    assert found.keys() == {"motion.py"}


# Who asks for calm.


def test_by_default_there_is_motion(qapp):
    assert not motion.is_calm()


def test_the_user_may_want_none_at_all(qapp):
    motion.set_calm(True)
    assert motion.is_calm()
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    motion.set_calm(False)
    assert not motion.is_calm()


def test_a_style_without_animations_asks_for_calm(qapp, monkeypatch):
    monkeypatch.setattr(motion.QApplication, "style", lambda: SimpleNamespace(styleHint=lambda _hint: 0))
    assert motion.is_calm()


def test_a_newer_qt_is_asked(qapp, monkeypatch):
    preferences = Enum("MotionPreference", ["NoPreference", "ReducedMotion"])
    now = [preferences.ReducedMotion]
    hints = SimpleNamespace(accessibility=lambda: SimpleNamespace(motionPreference=lambda: now[0]))
    monkeypatch.setattr(motion.QGuiApplication, "styleHints", lambda: hints)
    assert motion.is_calm()
    now[0] = preferences.NoPreference
    assert not motion.is_calm()


@pytest.mark.parametrize(("shown", "answered", "calm"), [(0, 1, True), (1, 1, False), (0, 0, False)])
def test_windows_is_asked(qapp, monkeypatch, shown, answered, calm):
    def answer(what: int, _size: int, place: object, _flags: int) -> int:
        assert what == 0x1042
        place._obj.value = shown
        return answered

    user32 = SimpleNamespace(SystemParametersInfoW=answer)
    monkeypatch.setattr(motion.ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert motion.is_calm() is calm


@pytest.mark.parametrize(
    ("content", "calm"),
    [
        (plistlib.dumps({"reduceMotion": True}), True),
        (plistlib.dumps({"reduceMotion": False}), False),
        (plistlib.dumps({}), False),
        (b"nonsense", False),
        (None, False),
    ],
)
def test_a_mac_is_asked(qapp, monkeypatch, tmp_path, content, calm):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if content is not None:
        file = tmp_path / "Library/Preferences/com.apple.universalaccess.plist"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    assert motion.is_calm() is calm


@pytest.mark.parametrize(
    ("name", "content", "calm"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\nAnimationDurationFactor=1\n", False),
        ("kdeglobals", "no section\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_a_desktop_is_asked(qapp, monkeypatch, tmp_path, name, content, calm):
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert motion.is_calm() is calm


@pytest.mark.skipif(sys.platform != "linux", reason="GNOME is asked on Linux only")
@pytest.mark.parametrize(("answer", "calm"), [("false", True), ("true", False), ("", False)])
def test_gnome_is_asked_without_waiting(qapp, qtbot, monkeypatch, tmp_path, answer, calm):
    program = tmp_path / "gsettings"
    program.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    assert not motion.is_calm()
    asked = motion.ask_desktop(qapp)
    assert asked is not None
    with qtbot.waitSignal(asked.finished):
        pass
    assert motion.is_calm() is calm


def test_without_a_desktop_nothing_is_started(qapp, monkeypatch):
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert motion.ask_desktop(qapp) is None


def test_the_system_is_asked_once(qapp, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    times: list[Path] = []
    monkeypatch.setattr(motion, "_desktop_asks", lambda folder: times.append(folder) or True)
    assert motion.is_calm()
    assert motion.is_calm()
    assert len(times) == 1
    motion.look_again()
    assert motion.is_calm()
    assert len(times) == 2
