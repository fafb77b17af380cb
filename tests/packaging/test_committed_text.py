"""What is committed belongs to the project: no place of one machine, no address of where packages came from."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# Written in pieces, so that this file does not name what it looks for.
PLACES = [
    r"(?<![\w./])/wo" + r"rk/",
    r"(?<![\w./])/ro" + r"ot/",
    r"(?<![\w./])/opt/(py" + r"pi|wheels)",
    r"\.libr" + r"ary/",
]
HOSTS = [
    r"py" + r"pi\.org",
    r"pythonho" + r"sted\.org",
    r"npm" + r"js\.(org|com)",
    r"deb" + r"ian\.org",
    r"un" + r"pkg\.com",
]
FOREIGN = re.compile("|".join(PLACES + HOSTS))
BINARY = {".icns", ".ico", ".jpg", ".mo", ".otf", ".pdf", ".png", ".ttf", ".woff2"}


def committed_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and Path(name).suffix not in BINARY]


def test_no_machine_and_no_registry_is_named():
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in committed_files()
        if file.is_file()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if FOREIGN.search(line)
    ]
    assert found == []
