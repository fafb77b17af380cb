"""`workshop export` writes what other programs read."""

import json
from pathlib import Path

import pytest

from tests.builders import make_room
from workshop.cli import main
from workshop.services.ideas import ideas
from workshop.services.keeping.library import open_library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library with two ideas."""
    place = tmp_path / "library.workshop"
    library = open_library(place)
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "=1+1"])
    library.close()
    return place


@pytest.mark.parametrize("subject", ["안심 통학로", "문제 발굴"])
def test_ideas_become_a_workbook_and_csv_files(place: Path, tmp_path: Path, capsys, subject: str) -> None:
    out = tmp_path / "out"
    ended = main(["export", subject, "--out", str(out), "--xlsx", "--json", "--database", str(place)])
    files = [Path(file) for file in json.loads(capsys.readouterr().out)["files"]]
    assert ended == 0
    assert [file.suffix for file in files] == [".xlsx", ".csv", ".csv", ".csv"]
    assert "'=1+1" in files[1].read_text(encoding="utf-8-sig")
