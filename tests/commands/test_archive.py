"""Archives as a script calls for them: written, verified, taken in, collected."""

import json
from pathlib import Path

import pytest

from tests.builders import make_room
from workshop.cli import main
from workshop.language import load_language, mark
from workshop.models.errors import InputError
from workshop.services.ideas import ideas
from workshop.services.keeping.library import open_library
from workshop.services.keeping.new_files import kept_if_used
from workshop.services.projects import projects


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library with a session and two ideas."""
    place = tmp_path / "library.workshop"
    library = open_library(place)
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "그늘"])
    library.close()
    return place


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_an_archive_is_written_and_verified(place: Path, tmp_path: Path, capsys) -> None:
    bag = tmp_path / "보관"
    code, out, err = _run(capsys, "export", "문제 발굴", "--out", bag, "--zip", "--json", "--database", place)
    told = json.loads(out)
    assert (code, err, told["folder"], told["zip"]) == (0, "", str(bag), f"{bag}.zip")
    for one in (bag, f"{bag}.zip"):
        code, out, err = _run(capsys, "verify", one, "--json")
        assert (code, json.loads(out)["sound"], json.loads(out)["findings"]) == (0, True, [])
    idea = bag / "data/records/idea.json"
    idea.write_bytes(idea.read_bytes().replace("벤치".encode(), "벤취".encode()))
    code, out, err = _run(capsys, "verify", bag, "--language", "en")
    assert (code, out, err) == (1, "", "data/records/idea.json was changed.\n")
    code, out, _err = _run(capsys, "verify", bag, "--json")
    assert (code, json.loads(out)["findings"][0]["file"]) == (1, "data/records/idea.json")


def test_a_register_in_an_archive_is_said_aloud(place: Path, tmp_path: Path, capsys) -> None:
    words = ("export", "안심 통학로", "--with-register", "--language", "en", "--database", place)
    code, _out, err = _run(capsys, *words, "--out", tmp_path / "bag")
    assert (code, "names" in err) == (0, True)
    code, _out, err = _run(capsys, *words, "--out", tmp_path / "bag")  # once more into the same place
    assert (code, err.count("\n")) == (2, 1)


def test_an_archive_is_taken_in_and_twice_is_the_same_as_once(place: Path, tmp_path: Path, capsys) -> None:
    bag, other = tmp_path / "bag", tmp_path / "other.workshop"
    _run(capsys, "export", "안심 통학로", "--out", bag, "--database", place)
    code, out, err = _run(capsys, "import", bag, "--look", "--json", "--database", place)
    assert (code, json.loads(out)["changes_nothing"], err) == (0, True, "")
    code, out, err = _run(capsys, "import", bag, "--json", "--database", other)
    assert (code, json.loads(out)["added"]["idea"], err) == (0, 2, "")
    code, out, err = _run(capsys, "import", bag, "--language", "en", "--database", other)
    assert (code, "already" in out, err) == (0, True, "")
    assert _run(capsys, "check", "--database", other)[0] == 0
    ids = [json.loads(_run(capsys, "projects", "--json", "--database", one)[1])[0]["id"] for one in (place, other)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("bad", ["nonsense.zip", "folder", "not there"])
def test_a_refused_archive_leaves_no_new_library_behind(tmp_path: Path, capsys, bad: str) -> None:
    (tmp_path / "nonsense.zip").write_bytes(b"nonsense")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    new = tmp_path / "a" / "new" / "library.workshop"
    code, _out, err = _run(capsys, "import", tmp_path / bad, "--database", new)
    assert (code, err.count("\n")) == (2, 1)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_archive_that_does_not_fit_leaves_no_new_library_behind(
    place: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    bag = tmp_path / "bag"
    _run(capsys, "export", "안심 통학로", "--out", bag, "--database", place)

    def refuse(*_values: object) -> None:
        raise InputError(mark("The archive is refused."))

    monkeypatch.setattr("workshop.services.archiving.taking_in.apply", refuse)  # at the last moment
    assert _run(capsys, "import", bag, "--database", tmp_path / "new" / "library.workshop")[0] == 2
    assert not (tmp_path / "new").exists()


def test_a_refused_archive_leaves_a_library_that_was_there(place: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "nonsense.zip").write_bytes(b"nonsense")
    empty = tmp_path / "empty.workshop"
    open_library(empty).close()
    for library in (place, empty):
        assert _run(capsys, "import", tmp_path / "nonsense.zip", "--database", library)[0] == 2
        assert _run(capsys, "check", "--database", library)[0] == 0


def test_a_new_library_that_somebody_else_uses_already_stays(tmp_path: Path) -> None:
    new = tmp_path / "new.workshop"

    def write_and_be_refused() -> None:
        with kept_if_used(new):
            other = open_library(new)
            projects.create_project(other, title="안심 통학로", language=load_language("ko"))
            other.close()
            raise InputError(mark("The archive is refused."))

    with pytest.raises(InputError):
        write_and_be_refused()
    assert new.exists()


def test_many_archives_are_collected_and_a_bad_one_hinders_no_other(tmp_path: Path, capsys) -> None:
    bags = []
    for city in ("은평구", "세종시"):
        library = open_library(tmp_path / f"{city}.workshop", station=city)
        room = make_room(library)
        projects.edit_project(library, project_id=room.project_id, city=city, host=f"{city} 센터")
        ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "그늘"])
        library.close()
        bags.append(tmp_path / f"bag-{city}")
        _run(capsys, "export", "문제 발굴", "--out", bags[-1], "--database", tmp_path / f"{city}.workshop")
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"nonsense")
    into = tmp_path / "archive.workshop"
    code, out, err = _run(capsys, "collect", bags[0], bad, bags[1], "--into", into, "--json", "--language", "en")
    told = json.loads(out)
    assert (code, [one["place"] for one in told["refused"]]) == (1, [str(bad)])
    assert str(bad) in err
    assert told["sums"]["cities"] == ["세종시", "은평구"]
    assert told["sums"]["totals"] == {
        "sessions": 2, "attended": 8, "ideas": 4, "votes": 0, "ballots": 0, "answers": 0,
    }  # fmt: skip
    assert [(one["city"], one["organization"]) for one in told["sources"]] == [
        ("은평구", "은평구 센터"), ("세종시", "세종시 센터"),
    ]  # fmt: skip
    assert all(one["station"] and len(one["manifest"]) == 64 for one in told["sources"])
    code, out, _err = _run(capsys, "collect", *bags, "--into", into)
    assert code == 0
    assert "세종시" in out
    assert _run(capsys, "check", "--database", into)[0] == 0
