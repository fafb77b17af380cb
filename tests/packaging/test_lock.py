"""The locked packages: all of them, each with its hash, for every supported Python, and from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {name: ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")}


def locked(name: str) -> dict[str, list[str]]:
    """Package names with the lines that pin them."""
    text = LOCKS[name].read_text(encoding="utf-8").replace("\\\n", " ")
    pins: dict[str, list[str]] = {}
    for line in text.splitlines():
        pins.setdefault(line.split("==")[0], []).append(line)
    return pins


def wanted(requirements: list[object]) -> set[str]:
    return {re.split(r"[^\w.-]", text)[0].lower() for text in requirements if isinstance(text, str)}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_pins_one_version_by_hash(name):
    for lines in locked(name).values():
        for line in lines:
            assert re.match(r"[\w.-]+==[\w.]+ ( ?;[^#]+?)?( +--hash=sha256:[0-9a-f]{64})+$", line), line[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_no_host_is_named(name):
    assert not re.search(r"://|--(extra-)?index-url|--find-links", LOCKS[name].read_text(encoding="utf-8"))


def test_what_the_project_asks_for_is_locked():
    groups = PROJECT["dependency-groups"]
    assert wanted(PROJECT["project"]["dependencies"]) | wanted(groups["build"]) <= set(locked("requirements.txt"))
    assert wanted(groups["dev"]) <= set(locked("requirements-dev.txt"))


def test_tests_run_with_the_very_packages_of_a_run():
    tested = locked("requirements-dev.txt")
    for name, lines in locked("requirements.txt").items():
        assert tested[name] == lines


def test_python_below_3_12_gets_the_qt_binding_that_works_there():
    lines = " ".join(locked("requirements.txt")["pyside6-essentials"])
    assert re.search(r"==6\.11\.\d+ ; python_full_version < '3\.12'", lines)
    assert re.search(r"==6\.1[2-9]\.\d+ ; python_full_version >= '3\.12'", lines)
