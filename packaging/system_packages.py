"""What the application needs of the system itself, and how it comes there on Debian and its relatives.

Elsewhere (Windows, macOS, other Linux systems) nothing is installed: the first two bring everything, the third is told.
"""

from __future__ import annotations  # an older Python is told that it is too old, not a syntax error

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path

# Which Debian package brings which library; Qt's wheel brings the rest.
LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "X11-xcb": "libx11-xcb1",
    "brotlidec": "libbrotli1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "freetype": "libfreetype6",
    "glib-2.0": "libglib2.0-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
# Files in this folder decide whether Debian's server package also makes and starts a server of its own.
POSTGRESQL_OPTIONS = Path("/etc/postgresql-common/createcluster.d")

JAXB = Path("/usr/share/java/jaxb-runtime.jar")


class MissingError(Exception):
    """Something is missing and cannot be installed from here; the text says what to do."""


def install_missing(*, for_tests: bool) -> None:
    """Install what is missing, where this user may.

    Raises MissingError where this user may not, or where it failed.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(for_tests=for_tests)
    if not packages:
        return
    by_hand = f"apt-get install {' '.join(packages)}"
    apt = _apt_command()
    if apt is None:
        raise MissingError(f"These system packages are missing (named as on Debian); please install them: {by_hand}")
    print(f"==> Installing system packages: {' '.join(packages)}", flush=True)
    with _no_server_of_its_own() if "postgresql" in packages else nullcontext():
        _quietly([*apt, "update"])
        problem = _quietly([*apt, "install", "--yes", "--no-install-recommends", *packages])
    if problem:
        raise MissingError(f"{problem}\nThe system packages could not be installed; please try it by hand: {by_hand}")


def missing_packages(*, for_tests: bool) -> list[str]:
    """The Debian names of what is not on this machine, in order."""
    packages = {package for library, package in LIBRARIES.items() if not _has_library(library)}
    if importlib.util.find_spec("ensurepip") is None:
        packages.add("python3-venv")
    if for_tests and _apt_command():
        packages |= _missing_for_tests()
    return sorted(packages)


def _missing_for_tests() -> set[str]:
    """A database server, and Java with what the validator of PDF files needs of it."""
    found = {
        "postgresql": _has_postgresql(),
        "default-jdk-headless": shutil.which("javac") is not None,
        "libjaxb-java": JAXB.is_file(),
    }
    return {package for package, there in found.items() if not there}


def _has_library(name: str) -> bool:
    listed = _listed_libraries()
    return not listed or f"\tlib{name}.so." in listed


@cache
def _listed_libraries() -> str:
    """What the system's linker knows; empty on a system of another kind, where Qt itself will say what it lacks."""
    ldconfig = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True).stdout if ldconfig else ""


def _has_postgresql() -> bool:
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _apt_command() -> list[str] | None:
    """How to call apt-get here, or None where there is none or this user may not."""
    if shutil.which("apt-get") is None:
        return None
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if os.geteuid() == 0:
        return apt
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n", *apt] if may else None


def _quietly(command: list[str]) -> str:
    """Run a command; what it said if it failed, else nothing."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return f"{done.stdout}{done.stderr}".strip() or "apt-get failed" if done.returncode else ""


@contextmanager
def _no_server_of_its_own() -> Iterator[None]:
    """Debian starts a database server when it installs one; the tests make their own and nobody asked for another."""
    if os.geteuid() != 0 or POSTGRESQL_OPTIONS.parent.exists():
        yield
        return
    options = POSTGRESQL_OPTIONS / "living-lab-workshop.conf"
    POSTGRESQL_OPTIONS.mkdir(parents=True)
    options.write_text("create_main_cluster = false\n")
    try:
        yield
    finally:
        options.unlink()
