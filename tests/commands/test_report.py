"""`workshop report`: every kind from the terminal, what looks personal told on standard error, one sentence for the rest."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.reports.reading import page_texts
from workshop.cli import main
from workshop.language import Language
from workshop.models.enums import ActivityKind
from workshop.services import reporting
from workshop.services.ideas.ideas import add_idea
from workshop.services.keeping.library import open_library
from workshop.services.projects.projects import create_project, list_projects
from workshop.services.sessions.agenda import add_activity
from workshop.services.sessions.lab_sessions import prepare_session
from workshop.services.sessions.running import start_session

PHONE = "010-1234-5678"


@pytest.fixture
def database(tmp_path: Path, sqlite_template: Path, korean: Language) -> str:
    """A library with one session and an idea that holds a telephone number."""
    file = tmp_path / "library.workshop"
    file.write_bytes(sqlite_template.read_bytes())
    library = open_library(file)
    project = create_project(library, title="안심 통학로", language=korean, host="행복시").record
    session = prepare_session(library, project_id=project.id, language=korean, title="첫 모임").record
    add_activity(library, session_id=session.id, kind=ActivityKind.IDEA_BOOTH, title="생각 모으기", minutes=20)
    start_session(library, session_id=session.id)
    add_idea(library, session_id=session.id, text=f"{PHONE}로 연락 주세요")
    library.close()
    return str(file)


def _run(database: str, out: Path, *words: str) -> int:
    return main(["report", "첫 모임", "--out", str(out), "--database", database, "--language", "en", *words])


def _text(file: Path) -> str:
    return " ".join(page_texts(file.read_bytes()))


def test_what_looks_personal_is_told_and_can_be_masked(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.pdf"
    assert _run(database, out) == 0
    warning = capsys.readouterr().err
    assert warning.count("\n") == 1
    assert "idea no. 1 (telephone number)" in warning
    assert PHONE not in warning
    assert PHONE in _text(out)
    assert _run(database, out, "--mask") == 0
    assert capsys.readouterr().err == ""
    assert "010-****-****" in _text(out)


def test_what_was_decided_in_the_window_is_not_asked_again(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = open_library(database)
    (line,) = list_projects(library)
    reporting.decide_on_personal_data(library, project_id=line.project.id, seen=[PHONE], left=set())
    library.close()
    assert _run(database, tmp_path / "report.pdf") == 0
    assert capsys.readouterr().err == ""
    assert "010-****-****" in _text(tmp_path / "report.pdf")


def test_json_names_file_kind_and_findings(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(database, tmp_path / "handout.pdf", "--kind", "handout", "--side-by-side", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "handout"
    assert told["bytes"] == (tmp_path / "handout.pdf").stat().st_size
    assert told["personal_data"] == []
    text = _text(tmp_path / "handout.pdf")
    assert "What comes when" in text
    assert "오늘의 순서" in text


def test_paper_sections_and_logo_are_as_wanted(database: str, tmp_path: Path) -> None:
    logo, out = tmp_path / "logo.png", tmp_path / "report.pdf"
    Image.new("RGBA", (4000, 1000), (31, 111, 96, 200)).save(logo)
    assert _run(database, out, "--without", "ideas", "--paper", "letter", "--logo", str(logo)) == 0
    text = _text(out)
    assert "Left out of this copy by choice: Ideas." in text
    assert "cannot be read" not in text
    assert out.stat().st_size < 300_000, "a large logo is kept small"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--kind", "poll"), "There is nothing yet that this kind of report could be about."),
        (("--kind", "brief", "--of", "가로등"), "Nothing is called"),
        (("--kind", "session", "--side-by-side"), "This kind of report is in one language"),
        (("--names",), "There are no names in this kind of report"),
        (("--kind", "handout", "--without", "ideas"), "no section called “ideas”"),
        (("--kind", "certificate"), "Nobody has come to a session yet"),
        (("--kind", "poster"), "poster"),
        (("--kind", "handout", "--kept-years", "3"), "knows no --kept-years"),
        (("--kind", "consent", "--kept-years", "4"), "4"),
        (("--logo", "gone.png"), "The file gone.png cannot be read."),
        (("--logo", __file__), "This file is not a picture that can be read."),
    ],
)
def test_what_does_not_go_together_is_one_sentence_and_no_file(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    out = tmp_path / "report.pdf"
    assert _run(database, out, *words) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert not out.exists()
