"""The demo without a display: reports and pictures of every screen, in both languages, and a sound library."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from workshop.cli import main
from workshop.language import CODES
from workshop.services.reporting import KINDS

_STATES = {
    "activity", "break", "covered", "evaluation-booth", "idea-booth", "result", "thanks", "voting-1-code",
    "voting-2-rules", "voting-3-ballot", "welcome",
}  # fmt: skip
_PAGES = {
    "start", "project", "prepare", "run", "ideas", "votes", "evaluation", "participants", "follow-ups", "reports",
    "settings",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one demo left."""
    target = tmp_path_factory.mktemp("user") / "demo"
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["XDG_CONFIG_HOME"] = str(target.parent / "config")
    words = [sys.executable, "-m", "workshop", "demo", "--out", str(target), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    told = set(json.loads(done.stdout)["files"])
    assert told == {str(file.relative_to(target)) for file in target.rglob("*") if file.is_file()}
    return target


@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_page_and_every_state_has_its_picture(folder: Path, code: str) -> None:
    pictures = {file.stem: file for file in (folder / "screens" / code).iterdir()}
    assert {f"screen-{state}" for state in _STATES} | {f"console-{page}" for page in _PAGES} <= pictures.keys()
    for name, file in pictures.items():
        with Image.open(file) as picture:
            assert picture.size == (1366, 768), name
            colours = picture.convert("RGB").getcolors(maxcolors=1 << 24)
        assert len(colours) > 8, f"{name} is empty"


def test_the_pictures_differ_by_language(folder: Path) -> None:
    for file in (folder / "screens" / "ko").iterdir():
        assert file.read_bytes() != (folder / "screens" / "en" / file.name).read_bytes(), file.name


@pytest.mark.parametrize(("code", "words"), [("ko", "결과보고서"), ("en", "report")])
@pytest.mark.parametrize("name", ["session", "session-with-ideas", "project"])
def test_the_reports_can_be_read(folder: Path, name: str, code: str, words: str) -> None:
    with pypdfium2.PdfDocument(folder / "reports" / f"{name}-{code}.pdf") as document:
        page = document[0]
        text = page.get_textpage()
        first = text.get_text_range()
        text.close()
        page.close()
    assert words in first
    assert "안심 통학로 리빙랩" in first


def test_every_kind_of_report_is_written_in_each_language_and_in_both(folder: Path) -> None:
    written = {file.stem for file in (folder / "reports").iterdir()}
    assert written >= {f"{kind.name}-{code}" for kind in KINDS for code in CODES}
    assert written >= {f"{kind.name}-ko-en" for kind in KINDS if kind.in_two_languages}
    assert all(file.read_bytes().startswith(b"%PDF-") for file in (folder / "reports").iterdir())


def test_the_library_of_the_demo_is_sound(folder: Path) -> None:
    assert main(["check", "--database", str(folder / "demo.workshop")]) == 0


def test_the_archive_of_the_demo_is_whole(folder: Path) -> None:
    assert main(["verify", str(folder / "archive")]) == 0


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["demo", "--out", str(tmp_path / "file" / "demo"), "--language", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_demo_leaves_the_settings_of_the_user_alone(folder: Path) -> None:
    assert not (folder.parent / "config").exists()
