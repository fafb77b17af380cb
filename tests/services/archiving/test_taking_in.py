"""An archive taken in gives the same project; twice is the same as once; what is not sound is refused whole."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import KO, Room, make_project
from tests.services.archiving.archives import NAME, copy_of, finished, full_room, reseal, rewrite, write_bag
from workshop.models.errors import InputError
from workshop.models.records.archives import MergeReport
from workshop.models.tables.all import METADATA
from workshop.models.tables.votes import Ballot
from workshop.services.archiving.taking_in import import_bag, plan_import
from workshop.services.ideas import ideas
from workshop.services.keeping.checks import check_library
from workshop.services.keeping.library import Library, open_library
from workshop.services.people import participants
from workshop.services.projects import projects
from workshop.services.voting import polls, results


@pytest.fixture
def other(tmp_path: Path, sqlite_template: Path) -> Iterator[Library]:
    """Another laptop."""
    place = shutil.copyfile(sqlite_template, tmp_path / "other.workshop")
    library = open_library(place, station="other")
    yield library
    library.close()


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """An archive with everything in it, and names."""
    folder = tmp_path_factory.mktemp("bag")
    library = open_library(shutil.copyfile(sqlite_template, folder / "library.workshop"), station="one")
    room = full_room(library)
    write_bag(library, folder / "bag", project_id=room.project_id, with_register=True)
    library.close()
    return folder / "bag"


def take_in(library: Library, place: Path) -> MergeReport:
    return finished(import_bag(library, place=place, language=KO))


def content_of(library: Library, *but: str) -> dict[str, list[Any]]:
    """Every row of a library."""
    with library.read() as rows:
        return {
            name: sorted(map(repr, rows.execute(select(table)).mappings()))
            for name, table in METADATA.tables.items()
            if name not in but
        }


def records(bag: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (bag / "data/records").iterdir()}


@pytest.mark.parametrize("wanted", ["project", "session"])
def test_export_import_and_export_again_are_equal(
    library: Library, other: Library, tmp_path: Path, wanted: str
) -> None:
    room = full_room(other)
    of = {"project_id": room.project_id} if wanted == "project" else {"session_id": room.session_id}
    one = write_bag(other, tmp_path / "one", with_register=True, **of)
    report = take_in(library, tmp_path / "one")
    assert report.is_new
    assert check_library(library) == ()
    two = write_bag(library, tmp_path / "two", with_register=True, **of)
    assert records(one.folder) == records(two.folder)
    for part in ("ballots", "photos", "tables", "reports"):
        files = [
            {path.name: path.read_bytes() for path in (bag.folder / "data" / part).iterdir()} for bag in (one, two)
        ]
        assert files[0] == files[1]


def test_the_result_of_a_vote_is_the_same_and_its_ballots_have_new_keys(
    library: Library, other: Library, tmp_path: Path
) -> None:
    room = full_room(other)
    write_bag(other, tmp_path / "bag", project_id=room.project_id)
    take_in(library, tmp_path / "bag")
    (poll,) = [poll for poll in polls.list_polls(other, session_id=room.session_id) if poll.is_counted]
    assert results.poll_result(library, poll_id=poll.id) == results.poll_result(other, poll_id=poll.id)
    keys: list[set[Any]] = []
    for one in (library, other):
        with one.read() as rows:
            keys.append(set(rows.scalars(select(Ballot.id))))
    assert len(keys[0]) == len(keys[1]) == 4
    assert keys[0].isdisjoint(keys[1])


def test_twice_is_the_same_as_once(library: Library, bag: Path) -> None:
    take_in(library, bag)
    before = content_of(library)
    again = take_in(library, bag)
    assert again.changes_nothing
    assert again.backup is None
    assert content_of(library) == before


def test_a_look_changes_nothing_and_tells_what_will_happen(library: Library, bag: Path) -> None:
    before = content_of(library)
    told = finished(plan_import(library, place=bag))
    assert content_of(library) == before
    done = take_in(library, bag)
    assert (told.added, told.is_new, told.title) == (done.added, True, "안심 통학로")
    assert [person.entry.name for person in _people(library, done) if person.entry.name] == [NAME]


def _people(library: Library, report: MergeReport) -> Any:
    return participants.list_people(library, project_id=report.project_id)


def test_a_backup_is_made_first(tmp_path: Path, bag: Path, other: Library) -> None:
    make_project(other, "나의 과제")
    backup = take_in(other, bag).backup
    assert backup is not None
    before = open_library(backup)
    assert [card.project.title for card in projects.list_projects(before)] == ["나의 과제"]
    before.close()


def test_personal_data_that_were_destroyed_are_not_brought_back(library: Library, bag: Path) -> None:
    report = take_in(library, bag)
    (known,) = [person for person in _people(library, report) if person.entry.name]
    participants.erase_participant(library, participant_id=known.participant.id)
    take_in(library, bag)
    (person,) = [one for one in _people(library, report) if one.participant.id == known.participant.id]
    assert (person.entry.name, person.participant.neighbourhood, person.participant.age_band) == ("", "", None)


def test_what_was_destroyed_on_one_laptop_is_destroyed_on_the_other(
    library: Library, other: Library, bag: Path, tmp_path: Path
) -> None:
    report = take_in(library, bag)
    take_in(other, bag)
    (known,) = [person for person in _people(other, report) if person.entry.name]
    participants.erase_participant(other, participant_id=known.participant.id)
    write_bag(other, tmp_path / "later", project_id=report.project_id)
    told = take_in(library, tmp_path / "later")
    assert any("파기" in KO.tell(one) for one in told.changes)
    assert not [person for person in _people(library, report) if person.entry.name]


def test_a_description_that_is_not_told_leaves_ours_as_it_is(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    before = _described(library, room)
    write_bag(library, tmp_path / "bag", project_id=room.project_id)
    assert take_in(library, tmp_path / "bag").changes_nothing
    assert _described(library, room) == before


def _described(library: Library, room: Room) -> list[Any]:
    return [person.participant for person in participants.list_people(library, project_id=room.project_id)]


def _set(table: str, **values: Any) -> Callable[[Path], None]:
    """Change the first row of a table, and write all checksums anew."""

    def spoil(bag: Path) -> None:
        rewrite(bag, f"records/{table}.json", lambda document: document["rows"][0].update(values))

    return spoil


def _again(table: str) -> Callable[[Path], None]:
    return lambda bag: rewrite(bag, f"records/{table}.json", lambda told: told["rows"].append(told["rows"][0]))


def _about(**values: Any) -> Callable[[Path], None]:
    return lambda bag: rewrite(bag, "archive.json", lambda document: document.update(values))


def _file(name: str, content: bytes | None) -> Callable[[Path], None]:
    def spoil(bag: Path) -> None:
        if content is None:
            (bag / "data" / name).unlink()
        else:
            (bag / "data" / name).write_bytes(content)
        reseal(bag)

    return spoil


def _other_photo(bag: Path) -> None:
    (photo,) = (path for path in (bag / "data/photos").iterdir() if path.suffix == ".png")
    photo.write_bytes(b"\x89PNG no picture")
    reseal(bag)


def _ring(bag: Path) -> None:
    def change(told: dict[str, Any]) -> None:
        one, two, *_rest = told["rows"]
        one["merged_into_id"], two["merged_into_id"] = two["id"], one["id"]

    rewrite(bag, "records/idea.json", change)


def _number_twice(bag: Path) -> None:
    def change(told: dict[str, Any]) -> None:
        told["rows"][0]["number"] = told["rows"][1]["number"]

    rewrite(bag, "records/participant.json", change)


def _broken_journal(bag: Path) -> None:
    rewrite(bag, "journal.json", lambda told: told["entries"][0].update(sequence=2))


SPOILT = {
    "newer format": _about(version=99),
    "newer schema": _about(schema=999),
    "names that are not told of": _about(with_register=False),
    "other project": _about(project=str(uuid4())),
    "unknown table": _file("records/secret.json", b"{}"),
    "missing table": _file("records/idea.json", None),
    "no json": _file("records/idea.json", b"{"),
    "deep json": _file("records/idea.json", b"[" * 100_000),
    "unknown column": _set("idea", colour=1),
    "wrong type": _set("idea", number="one"),
    "too large": _set("idea", number=2**60),
    "no word": _set("idea", state="splendid"),
    "too long": _set("project", title="x" * 400),
    "half a sign": _set("idea", text="\ud800"),
    "zero byte": _set("idea", text="a\x00b"),
    "no zone": _set("idea", written_at="2026-05-09T05:00:00"),
    "empty needed": _set("idea", text=None),
    "no such parent": _set("idea", lab_session_id=str(uuid4())),
    "foreign project": _set("idea", project_id=str(uuid4())),
    "row twice": _again("follow_up"),
    "number twice": _number_twice,
    "ring": _ring,
    "ballot of no option": _set("ballot", choices={str(uuid4()): 1}),
    "too many dots": _set("ballot", choices={}, sector="space"),
    "running vote": _set("poll", state="open"),
    "ballot too many": _again("ballot"),
    "strange form": _set("evaluation_form", items=[{"key": 1}]),
    "photo missing": _set("picture", content="0" * 64),
    "other photo": _other_photo,
    "broken journal": _broken_journal,
}  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_what_is_not_sound_is_refused_whole(
    other: Library, bag: Path, spoil: Callable[[Path], None], english: Any
) -> None:
    spoilt = copy_of(bag)
    spoil(spoilt)
    before = content_of(other)
    with pytest.raises(InputError) as refused:
        take_in(other, spoilt)
    sentence = english.tell(refused.value.message)
    assert sentence.startswith("The archive ")
    assert "\n" not in sentence
    assert content_of(other) == before
    shutil.rmtree(spoilt)


def test_a_key_that_another_project_bears_is_refused(library: Library, other: Library, tmp_path: Path) -> None:
    room = full_room(library)
    written = write_bag(library, tmp_path / "bag", project_id=room.project_id).folder
    (idea, *_rest) = ideas.idea_board(library, project_id=room.project_id).ideas
    mine = make_project(library, "나의 과제")
    new = str(uuid4())
    for file in (written / "data/records").iterdir():
        file.write_text(file.read_text("utf-8").replace(str(room.project_id), new), "utf-8")
    rewrite(written, "archive.json", lambda told: told.update(project=new))
    before = content_of(library)
    with pytest.raises(InputError):
        take_in(library, written)
    assert content_of(library) == before
    assert idea.project_id == room.project_id != mine


def test_a_changed_byte_is_refused_with_the_name_of_the_file(other: Library, bag: Path, english: Any) -> None:
    spoilt = copy_of(bag)
    file = spoilt / "data/records/idea.json"
    file.write_bytes(file.read_bytes().replace("벤치".encode(), "벤취".encode()))
    with pytest.raises(InputError) as refused:
        take_in(other, spoilt)
    assert "idea.json" in english.tell(refused.value.message)
    assert json.loads((bag / "data/archive.json").read_text())["with_register"] is True
