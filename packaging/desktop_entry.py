"""Puts the application into the menu of a Linux desktop: its entry and its icons, where every desktop looks for them.

`python packaging/desktop_entry.py [PREFIX]` installs for this user (`~/.local`) or under a prefix such as `/usr`. The command
`workshop` is taken from beside the running Python where it is there, so that a virtual environment works too.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAME = "living-lab-workshop"
ICONS = HERE.parent / "resources" / "icons"


def install(prefix: Path, command: str) -> list[Path]:
    """Copy the entry and the icons below a prefix; returns what was written."""
    share = prefix / "share"
    entry = share / "applications" / f"{NAME}.desktop"
    scalable = share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    written = [entry, scalable]
    for file in written:
        file.parent.mkdir(parents=True, exist_ok=True)
    words = (HERE / f"{NAME}.desktop").read_text(encoding="utf-8")
    entry.write_text(words.replace("Exec=workshop", f"Exec={_quoted(command)}"), encoding="utf-8")
    shutil.copyfile(ICONS / "application.svg", scalable)
    for picture in (ICONS / "application").glob("*.png"):
        target = share / "icons" / "hicolor" / f"{picture.stem}x{picture.stem}" / "apps" / f"{NAME}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)
        written.append(target)
    return written


def _quoted(command: str) -> str:
    """A command as an entry writes it."""
    if not set(command) & set(" \t\"'\\><~|&;$*?#()`%"):
        return command
    escaped = "".join(f"\\\\{sign}" if sign in '"`$\\' else sign for sign in command)
    return '"' + escaped.replace("%", "%%") + '"'


def main() -> None:
    """Install for this user, or under the prefix that is named."""
    prefix = Path(sys.argv[1]) if len(sys.argv) > 1 else Path.home() / ".local"
    beside = Path(sys.executable).with_name("workshop")
    for file in install(prefix, str(beside) if beside.exists() else "workshop"):
        print(file)


if __name__ == "__main__":
    main()
