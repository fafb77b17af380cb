"""From a fresh checkout to a running or tested application, with nothing but Python 3.11 or later.

    python3 packaging/bootstrap.py run [ARGUMENTS]   the window, or the demo where there is no display
    python3 packaging/bootstrap.py test              every check and every test
    python3 packaging/bootstrap.py install           only what these two need

What is already there is not installed again, so a second start needs no network and takes no time.
"""

from __future__ import annotations  # an older Python is told that it is too old, not a syntax error

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import system_packages  # beside this script

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
LOCKS = {"run": "requirements.txt", "test": "requirements-dev.txt"}
CHECKS = (
    ("style", ["ruff", "check"]),
    ("format", ["ruff", "format", "--check"]),
    ("contracts", ["lint-imports"]),
    ("types", ["basedpyright"]),
    ("tests", ["pytest", "-n", "auto"]),
)


def main() -> int:
    """Do what the first argument says; the exit code is that of the work itself."""
    task, *arguments = sys.argv[1:] or ["run"]
    if task not in {"run", "test", "install"}:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  told here, before any package says it less plainly
        print(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    try:
        install(for_tests=task != "run")
    except system_packages.MissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"This step failed, see above: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    if task == "install":
        return 0
    return test(arguments) if task == "test" else run(arguments)


def install(*, for_tests: bool) -> None:
    """Everything that a run, or the tests, need: system packages, environment, locked packages, translations."""
    system_packages.install_missing(for_tests=for_tests)
    if not _environment_works():
        say("Making the virtual environment in .venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    _install_locked("test" if for_tests else "run")
    _install_project()
    subprocess.run([program("python"), "-m", "workshop.language"], check=True)


def run(arguments: list[str]) -> int:
    """The window; where there is no display, the demo with its PDF reports and screenshots."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if arguments or display or not sys.platform.startswith("linux"):
        return subprocess.run([program("workshop"), *arguments]).returncode
    say("There is no display here, so the demo is played")
    code = subprocess.run([program("workshop"), "demo", "--out", "demo"]).returncode
    if code == 0:
        say(f"The PDF reports and screenshots are in {ROOT / 'demo'}")
    return code


def test(arguments: list[str]) -> int:
    """Every check, also after one that failed; arguments go to pytest."""
    failed: list[str] = []
    for name, command in CHECKS:
        say(f"Checking {name}: {' '.join(command)}")
        options = arguments if name == "tests" else []
        if subprocess.run([program(command[0]), *command[1:], *options]).returncode:
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def program(name: str) -> Path:
    """A program of the virtual environment."""
    return PROGRAMS / (name + SUFFIX)


def say(text: str) -> None:
    """One step, told before the output of what it starts."""
    print(f"==> {text}", flush=True)


def _environment_works() -> bool:
    if _broken_off().exists():
        return False
    try:
        return subprocess.run([program("python"), "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _install_locked(purpose: str) -> None:
    """The packages of a lock file, each checked by its hash; the lock of the tests holds that of a run as well."""
    if any(_stamp(lock).is_current() for lock in {purpose, "test"}):
        return
    say(f"Installing the packages of packaging/{LOCKS[purpose]}")
    lock = ROOT / "packaging" / LOCKS[purpose]
    _pip("--require-hashes", "--only-binary", ":all:", "--requirement", lock)
    _stamp(purpose).set()


def _install_project() -> None:
    """The checkout itself, editable: the programs in `.venv` run the code as it stands here."""
    stamp = Stamp("project", (ROOT / "pyproject.toml").read_bytes())
    if not stamp.is_current():
        say("Installing the checkout itself")
        _pip("--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT)
        stamp.set()


def _pip(*arguments: str | Path) -> None:
    command: list[str | Path] = [program("python"), "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--no-input"]
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        command.append("--root-user-action=ignore")
    command += arguments
    _broken_off().touch()
    code = subprocess.run(command, stdin=subprocess.DEVNULL).returncode
    if code >= 0:  # it ended by itself: on an error it takes back what it did
        _broken_off().unlink()
    if code:
        raise subprocess.CalledProcessError(code, command)


def _broken_off() -> Path:
    """What stays behind where an installation was interrupted or killed, and may have left half a package."""
    return ENVIRONMENT / ".installing"


class Stamp:
    """Remembers in the environment what was installed there, by its content."""

    def __init__(self, name: str, content: bytes) -> None:
        self._file = ENVIRONMENT / f".installed-{name}"
        self._digest = hashlib.sha256(content).hexdigest()

    def is_current(self) -> bool:
        """Whether the very same content was installed."""
        return self._file.is_file() and self._file.read_text() == self._digest

    def set(self) -> None:
        """Remember it as installed."""
        self._file.write_text(self._digest)


def _stamp(purpose: str) -> Stamp:
    return Stamp(purpose, (ROOT / "packaging" / LOCKS[purpose]).read_bytes())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
