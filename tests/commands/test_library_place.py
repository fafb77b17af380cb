"""Commands work on the library that the window uses: the one that was chosen, unless another is named."""

import json
from pathlib import Path

import pytest

from workshop import paths
from workshop.cli import main
from workshop.language import load_language
from workshop.services.keeping.library import open_library
from workshop.services.projects import projects
from workshop.settings import Settings, save_settings


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    place = tmp_path / "stick" / "library.workshop"
    library = open_library(place)
    projects.create_project(library, title="안심 통학로", language=load_language("ko"))
    library.close()
    save_settings(Settings(set_up=True, library=str(place)))
    return place


def test_the_chosen_library_is_the_default(chosen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["projects", "--json"]) == 0
    assert [found["title"] for found in json.loads(capsys.readouterr().out)] == ["안심 통학로"]
    assert not paths.library_file().exists()


def test_a_named_library_wins(chosen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.workshop"
    open_library(other).close()
    assert main(["projects", "--json", "--database", str(other)]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("words", [["projects"], ["check"], ["rehearse", "new", "--participants", "2"]])
def test_a_chosen_library_that_is_gone_is_told_in_one_line_and_not_made(
    chosen: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    chosen.unlink()
    chosen.parent.rmdir()
    assert main([*words, "--language", "en"]) == 2
    told = capsys.readouterr().err.strip()
    assert str(chosen) in told
    assert "\n" not in told
    assert not chosen.parent.exists()
    assert not paths.library_file().exists()
