"""`workshop restore` as a script calls it: done, refused with one line, and for a library that no longer opens."""

import json
from pathlib import Path

import pytest

from tests.builders import make_project
from workshop.cli import main
from workshop.services.keeping.library import open_library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library with two projects; `copy.workshop` beside it has one of them."""
    place = tmp_path / "자료.workshop"
    library = open_library(place)
    make_project(library, "안심 통학로")
    assert main(["backup", "--out", str(tmp_path / "copy.workshop"), "--database", str(place)]) == 0
    make_project(library, "마을 쉼터")
    library.close()
    return place


def _titles(place: Path, capsys) -> list[str]:
    capsys.readouterr()
    assert main(["projects", "--json", "--database", str(place)]) == 0
    return sorted(project["title"] for project in json.loads(capsys.readouterr().out))


def test_a_copy_is_restored_and_what_was_there_is_kept(place: Path, capsys) -> None:
    copy = place.with_name("copy.workshop")
    capsys.readouterr()
    assert main(["restore", str(copy), "--database", str(place), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["restored"], told["sealed"]) == (str(copy), [])
    assert _titles(place, capsys) == ["안심 통학로"]
    assert main(["restore", told["kept"], "--database", str(place)]) == 0
    assert _titles(place, capsys) == ["마을 쉼터", "안심 통학로"]


@pytest.mark.parametrize("content", [None, b"", b"no library"])
@pytest.mark.parametrize("code", ["ko", "en"])
def test_what_is_no_copy_is_refused_with_one_line(place: Path, capsys, content: bytes | None, code: str) -> None:
    copy = place.with_name("copy.workshop")
    copy.unlink()
    if content is not None:
        copy.write_bytes(content)
    capsys.readouterr()
    assert main(["restore", str(copy), "--database", str(place), "--language", code]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert str(copy) in err
    assert len(_titles(place, capsys)) == 2


@pytest.mark.parametrize("damage", [b"x" * 5000, None])
def test_a_library_that_is_damaged_or_gone_comes_back(place: Path, capsys, damage: bytes | None) -> None:
    place.unlink()
    if damage is not None:
        place.write_bytes(damage)
    assert main(["restore", str(place.with_name("copy.workshop")), "--database", str(place), "--language", "en"]) == 0
    assert ("is kept in" in capsys.readouterr().out) == (damage is not None)
    assert _titles(place, capsys) == ["안심 통학로"]
