"""Commands as a script calls them: JSON on standard output, one line on standard error, exit codes 0, 1, 2."""

import json
import os
import shlex
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import make_room
from workshop.cli import COMMANDS, main
from workshop.services.keeping.library import open_library
from workshop.services.sessions import lab_sessions

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """A library with a running session."""
    place = tmp_path / "자료.workshop"
    library = open_library(place)
    make_room(library)
    library.close()
    return place


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_projects_and_sessions_are_listed_with_their_ids(library_file: Path, capsys) -> None:
    code, out, err = _run(capsys, "projects", "--database", library_file, "--json")
    (project,) = json.loads(out)
    assert (code, err, project["title"]) == (0, "", "안심 통학로")
    for wanted in (project["id"], project["id"][:8], "안심 통학로", "안심"):
        code, out, err = _run(capsys, "sessions", wanted, "--database", library_file, "--json")
        (session,) = json.loads(out)
        assert (code, session["title"], session["state"]) == (0, "문제 발굴", "running")


@pytest.mark.parametrize("code", ["ko", "en"])
def test_people_get_a_table_in_their_language(library_file: Path, capsys, code: str) -> None:
    assert _run(capsys, "projects", "--database", library_file, "--language", code)[0] == 0
    before = _run(capsys, "--language", code, "sessions", "안심", "--database", library_file)[1]
    assert ("진행 중" in before) == (code == "ko")


def test_check_is_quiet_where_all_is_well_and_tells_what_is_not(library_file: Path, capsys) -> None:
    assert _run(capsys, "check", "--database", library_file)[0] == 0
    with closing(sqlite3.connect(library_file)) as connection:
        connection.execute("UPDATE journal_entry SET verb = 'x' WHERE sequence = 1")
        connection.commit()
    code, out, err = _run(capsys, "check", "--database", library_file, "--language", "en")
    assert (code, out) == (1, "")
    assert "journal" in err
    code, out, _err = _run(capsys, "check", "--database", library_file, "--json")
    assert (code, json.loads(out)["sound"]) == (1, False)


def test_rehearse_makes_its_library_and_prints_a_line_for_every_act(tmp_path: Path, capsys) -> None:
    place = tmp_path / "neu.workshop"
    code, out, err = _run(capsys, "rehearse", "new", "--participants", 3, "--seed", 2, "--database", place)
    acts = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert {act["act"] for act in acts} == {"attendance", "idea", "ballot", "answer"}
    with closing(sqlite3.connect(place)) as connection:
        for table in ("idea", "answer"):
            kept = {key for (key,) in connection.execute(f"SELECT id FROM {table}")}
            assert {act["id"].replace("-", "") for act in acts if act["act"] == table} == kept
        polls = {key for (key,) in connection.execute("SELECT poll_id FROM ballot")}
        assert {act["id"].replace("-", "") for act in acts if act["act"] == "ballot"} == polls
    assert _run(capsys, "check", "--database", place)[0] == 0


def test_backup_makes_a_library_that_opens(library_file: Path, tmp_path: Path, capsys) -> None:
    copy = tmp_path / "copy.workshop"
    assert _run(capsys, "backup", "--out", copy, "--database", library_file)[0] == 0
    assert _run(capsys, "check", "--database", copy)[0] == 0
    code, out, _err = _run(capsys, "backup", "--json", "--database", library_file)
    assert code == 0
    assert Path(json.loads(out)["file"]).parent == library_file.parent / "backups"


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("sessions",),
        ("sessions", "없는 과제"),
        ("projects", "--database"),
        ("projects", "--database", "nonsense://x"),
        ("projects", "--database", "/nowhere/at/all.workshop"),
        ("projects", "--language", "tlh"),
        ("rehearse", "new"),
        ("rehearse", "new", "--participants", "0"),
        ("rehearse", "new", "--participants", "viele"),
        ("rehearse", "new", "--participants", "3", "--pace", "-1"),
        ("rehearse", "없음", "--participants", "3"),
        ("report", "없음", "--out", "x.pdf"),
        ("report", "없음"),
        ("backup", "--out", "/nowhere/copy.workshop"),
        ("export", "없음", "--out", "x"),
        ("verify",),
        ("verify", "/nowhere/bag"),
        ("verify", "/"),
        ("verify", ""),
        ("projects", "--database", ""),
        ("projects", "--database", "sqlite://"),
        ("projects", "--database", "postgresql://u@localhost:port/x"),
        ("projects", "--database", "/nowhere/at\nall.workshop"),
        ("import",),
        ("import", "/nowhere/bag"),
        ("collect", "x"),
    ],
)
@pytest.mark.parametrize("code", ["ko", "en"])
def test_bad_input_is_one_line_on_standard_error_and_code_2(capsys, words: tuple[str, ...], code: str) -> None:
    exit_code, out, err = _run(capsys, "--language", code, *words)
    assert exit_code == 2
    assert out == ""
    assert err.startswith("workshop: ")
    assert err.count("\n") == 1
    assert "workshop.log" not in err  # no fault of ours


def test_a_title_wins_over_the_beginning_of_another_whichever_of_the_two_is_a_session(tmp_path: Path, capsys) -> None:
    place = tmp_path / "two.workshop"
    library = open_library(place)
    room = make_room(library)
    lab_sessions.edit_session(library, session_id=room.session_id, title="안심 통학로 1차")
    library.close()
    for number, wanted, reports in ((1, "안심 통학로", 2), (2, "안심 통학로 1", 1)):
        bag = tmp_path / str(number)
        assert _run(capsys, "export", wanted, "--out", bag, "--database", place)[0] == 0
        assert sum("-ko" in file.name for file in (bag / "data/reports").iterdir()) == reports
        code, out, _err = _run(
            capsys, "report", wanted, "--out", tmp_path / "r.pdf", "--database", place, "--json", "--paper", "a4"
        )
        assert (code, json.loads(out)["kind"]) == (0, "project" if reports == 2 else "session")


def test_a_name_with_signs_of_an_address_is_a_file(tmp_path: Path, capsys) -> None:
    place = tmp_path / "a?b#c%20.workshop"
    assert _run(capsys, "rehearse", "new", "--participants", "1", "--database", place)[0] == 0
    assert place.is_file()
    assert _run(capsys, "check", "--database", place)[0] == 0


def test_a_copy_that_cannot_be_written_names_its_own_place(library_file: Path, capsys) -> None:
    for out, told in (("/nowhere/x.workshop", "/nowhere"), (str(library_file.parent), "is a folder")):
        code, _out, err = _run(capsys, "backup", "--out", out, "--database", library_file, "--language", "en")
        assert (code, told in err, "library" in err) == (2, True, False)


_PROGRAM = "import sys; from workshop.cli import main; sys.exit(main())"


@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [("| true", 0, ""), (">&-", 0, ""), ("> /dev/full", 2, "no room left")],
)
def test_a_closed_or_full_output_is_no_traceback(library_file: Path, redirected: str, code: int, told: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    words = [sys.executable, "-c", _PROGRAM, "projects", "--json", "--language", "en", "--database", str(library_file)]
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {shlex.join(words)} {redirected}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == code
    assert told in ended.stderr
    assert ended.stderr.count("\n") == bool(told)


def test_json_is_utf_8_whatever_the_terminal_is_set_to(library_file: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM, "projects", "--json", "--database", str(library_file)],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "cp949"},
    )  # fmt: skip
    assert json.loads(ended.stdout.decode())[0]["title"] == "안심 통학로"


@pytest.mark.parametrize("damaged", ["CREATE TABLE idea", "안심 통학로"])
def test_letters_that_are_none_are_damage_and_no_fault_of_ours(library_file: Path, capsys, damaged: str) -> None:
    content = library_file.read_bytes()
    assert damaged.encode() in content
    library_file.write_bytes(content.replace(damaged.encode(), damaged.encode()[:-2] + b"\xa7\xff"))
    for command, wanted in (("projects", 2), ("check", 1)):
        code, out, err = _run(capsys, command, "--database", library_file, "--language", "en")
        assert (code, out, "damaged" in err, err.count("\n")) == (wanted, "", True, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("words", [("verify",), ("import",), ("projects", "--database"), ("check", "--database")])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, capsys, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe")
    more = ("--database", tmp_path / "x.workshop") if words == ("import",) else ()
    code, out, err = _run(capsys, *words, tmp_path / "pipe", *more)
    assert (code, out, err.count("\n")) == (1 if words[0] == "check" else 2, "", 1)


@pytest.mark.parametrize("command", ["projects", "check", "rehearse"])
def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path, capsys, command: str) -> None:
    place = tmp_path / "brief.txt"
    place.write_bytes("리빙랩 회의록 ".encode() * 50)
    before = place.read_bytes()
    more = ["new", "--participants", "2"] if command == "rehearse" else []
    code, out, err = _run(capsys, command, *more, "--database", place)
    assert code == (1 if command == "check" else 2)
    assert (out, err.count("\n")) == ("", 1)
    assert place.read_bytes() == before


def test_a_fault_of_ours_goes_to_the_log_and_its_place_is_told(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    from workshop.commands import projects

    def fault(*_arguments: object) -> int:
        raise RuntimeError("a bug")

    monkeypatch.setattr(projects, "run", fault)
    code, out, err = _run(capsys, "projects", "--language", "en")
    assert (code, out) == (2, "")
    assert "workshop.log" in err
    assert "a bug" not in err


@pytest.mark.parametrize("command", sorted(COMMANDS))
@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_command_explains_itself(capsys, command: str, code: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help", "--language", code])
    assert ended.value.code == 0
    assert "--database" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["tally", "x.soi"], "빠진 것이 있습니다: --rule"),
        (["tally", "x.soi", "--rule", "irv", "--seats", "abc"], "--seats: 'abc'은(는) 수가 아닙니다"),
        (["tally", "x.soi", "--rule", "nope"], "다음 가운데 없습니다: 'approval'"),
        (["tally", "x.soi", "--rule"], "--rule: 뒤에 값이 있어야 합니다"),
        (["projects", "--nothing"], "알 수 없는 말입니다: --nothing"),
        (["nothing"], "'nothing'은(는) 다음 가운데 없습니다"),
    ],
)
def test_what_is_wrong_with_a_command_is_told_in_the_users_language(capsys, words: list[str], told: str) -> None:
    code, out, err = _run(capsys, *words, "--language", "ko")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert "argument" not in err


# Ctrl+C at the moment when a module is looked for.
INTERRUPTED = """
import importlib, runpy, signal, sys

asked, start = sys.argv[1:]
sys.argv[1:] = ["projects"]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is born deaf to it

class Interrupt:
    def find_spec(self, name, *_rest):
        if name == asked:
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
if start == "module":
    runpy.run_module("workshop", run_name="__main__", alter_sys=True)
else:
    module, _, name = start.partition(":")
    sys.exit(getattr(importlib.import_module(module), name)())
"""


@pytest.mark.parametrize("asked", ["workshop.cli", "workshop.settings", "argparse", "workshop.commands.projects"])
@pytest.mark.parametrize("start", ["module", "script"])
def test_ctrl_c_is_silent_from_the_first_moment(start: str, asked: str) -> None:
    if start == "script":
        start = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]["workshop"]
    words = [sys.executable, "-c", INTERRUPTED, asked, start]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")
