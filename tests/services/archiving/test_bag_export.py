"""An archive is whole, the same for the same data, without names, and understood by the library of those who invented bags."""

import errno
import json
import warnings
from itertools import pairwise
from pathlib import Path

import pytest

from tests.builders import KO, cast, make_project, make_room, open_poll
from tests.services.archiving.archives import CONTACT, NAME, finished, full_room, write_bag
from workshop.models.enums import AgeBand, Gender, Sector
from workshop.models.errors import FullDiskError, InputError
from workshop.models.tables.all import METADATA
from workshop.services.archiving import contents
from workshop.services.archiving.bag_check import verify_bag
from workshop.services.archiving.bag_export import export_bag
from workshop.services.archiving.gathering import veil
from workshop.services.archiving.tables import KEPT, NOT_KEPT, references_of
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.voting import polls

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit


def _files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def _table(bag: Path, name: str) -> list[dict]:
    return json.loads((bag / "data/records" / f"{name}.json").read_text("utf-8"))["rows"]


def test_every_table_has_been_thought_of() -> None:
    assert KEPT.keys() | NOT_KEPT.keys() == METADATA.tables.keys()
    order = list(KEPT)
    for name in KEPT:
        hard = {key.column.table.name for key in METADATA.tables[name].foreign_keys} - {name}
        assert all(order.index(parent) < order.index(name) for parent in hard), name
        assert set(references_of(name).values()) <= KEPT.keys()


def test_an_archive_is_a_bag_for_the_library_of_congress_too(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    written = write_bag(library, tmp_path / "bag", project_id=room.project_id)
    assert bagit.Bag(str(tmp_path / "bag")).validate()
    assert (tmp_path / "bag/bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    checked = finished(verify_bag(tmp_path / "bag"))
    assert checked.sound
    assert (checked.title, checked.files) == ("안심 통학로", len(written.files))
    kinds = {name.split("/")[1] for name in written.files if name.count("/") == 2}
    assert kinds == {"reports", "tables", "ballots", "photos", "records"}


def test_the_same_data_make_the_same_files(library: Library, tmp_path: Path, real_reports: None) -> None:
    room = full_room(library)
    one, other = (write_bag(library, tmp_path / name, project_id=room.project_id).folder for name in ("one", "other"))
    assert _files(one / "data") == _files(other / "data")


def test_names_and_contacts_stay_at_home_unless_they_are_asked_for(
    library: Library, tmp_path: Path, real_reports: None
) -> None:
    room = full_room(library)
    for number, session_id in enumerate((None, room.session_id)):
        project_id = None if session_id else room.project_id
        bag = write_bag(library, tmp_path / f"bag{number}", project_id=project_id, session_id=session_id).folder
        content = b"".join(_files(bag).values())
        for personal in (NAME, CONTACT, "역촌동", '40_49","code'):
            assert personal.encode() not in content
        assert json.loads((bag / "data/consents.json").read_text())["purposes"]["use"]["given"] == 1
        assert "Personal-Data: no names" in (bag / "bag-info.txt").read_text("utf-8")
    whole = write_bag(library, tmp_path / "whole", project_id=room.project_id, with_register=True).folder
    assert [line["name"] for line in _table(whole, "register_line")] == [NAME]
    assert "Personal-Data: names" in (whole / "bag-info.txt").read_text("utf-8")
    assert "개인정보" in (whole / "data/README.ko.txt").read_text("utf-8")


def test_bands_are_told_where_five_share_them(library: Library) -> None:
    def person(number: int, age: AgeBand | None, gender: Gender | None) -> dict:
        told = {"sector": Sector.CITIZEN, "age_band": age, "gender": gender, "neighbourhood": "역촌동"}
        return {"number": number, **told}

    people = [person(n, AgeBand.FORTIES, Gender.WOMAN) for n in range(6)]
    people += [person(n, AgeBand.SIXTIES, Gender.MAN) for n in range(6, 11)]
    people += [person(11, AgeBand.TEENS, Gender.MAN)]
    veil(people)
    told = [(one["age_band"], one["gender"]) for one in people]
    assert (
        told == [(AgeBand.FORTIES, Gender.WOMAN)] * 6 + [(None, None)] * 6
    )  # one alone would be known by what is left
    assert not any(one["neighbourhood"] for one in people)
    again = [dict(one) for one in people]
    veil(again)
    assert again == people


def test_ballots_bear_no_keys_and_stand_in_no_order_of_time(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    bag = write_bag(library, tmp_path / "bag", session_id=room.session_id).folder
    ballots = _table(bag, "ballot")
    assert [set(ballot) for ballot in ballots] == [{"poll_id", "choices", "sector"}] * 4
    assert all(json.dumps(one, sort_keys=True) <= json.dumps(two, sort_keys=True) for one, two in pairwise(ballots))
    marks = _table(bag, "voter_mark")
    assert [set(mark) for mark in marks] == [{"poll_id", "participant_id"}] * 4
    assert [mark["participant_id"] for mark in marks] == sorted(mark["participant_id"] for mark in marks)
    assert not {"box_key", "sealed_seed"} & set(_table(bag, "poll")[0])


def test_a_running_vote_stays_out_and_that_is_said(library: Library, tmp_path: Path) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 1, 1, 1)
    written = write_bag(library, tmp_path / "bag", project_id=room.project_id)
    assert [poll_ for poll_ in _table(written.folder, "poll") if poll_["id"] == str(poll.id)] == []
    assert _table(written.folder, "ballot") == _table(written.folder, "voter_mark") == []
    assert any("먼저 바꿀 것" in KO.tell(one) and "진행 중" in KO.tell(one) for one in written.left_out)
    assert "먼저 바꿀 것" in (written.folder / "data/README.ko.txt").read_text("utf-8")
    polls.close_poll(library, poll_id=poll.id)
    assert len(_table(write_bag(library, tmp_path / "later", project_id=room.project_id).folder, "ballot")) == 1


def test_the_journal_tells_of_this_project_alone_and_can_be_checked(library: Library, tmp_path: Path) -> None:
    other = make_project(library, "다른 과제")
    participants.register_many(library, project_id=other, count=2)
    room = full_room(library)
    bag = write_bag(library, tmp_path / "bag", project_id=room.project_id).folder
    entries = json.loads((bag / "data/journal.json").read_text("utf-8"))["entries"]
    told = [entry["content"]["verb"] for entry in entries if "content" in entry]
    assert "add ideas" in told
    assert str(other) not in (bag / "data/journal.json").read_text("utf-8")
    assert len(told) < len(entries)


def test_what_points_to_a_person_in_a_text_is_named_before_it_is_handed_on(library: Library, tmp_path: Path) -> None:
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "010-2345-6789로 물어보자"])
    written = write_bag(library, tmp_path / "bag", project_id=room.project_id)
    assert [KO.tell(one).partition(":")[0] for one in written.warnings] == ["아이디어 2번"]


@pytest.mark.parametrize("full", [True, False])
def test_what_cannot_be_written_leaves_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    room = full_room(library)
    (tmp_path / "out").mkdir()
    steps = export_bag(library, out=tmp_path / "out/bag", language=KO, project_id=room.project_id)
    if full:
        put = contents.Contents._put

        def fail(self: contents.Contents, name: str, content: bytes) -> None:
            if name.startswith("reports/"):
                raise OSError(errno.ENOSPC, "full")
            put(self, name, content)

        monkeypatch.setattr(contents.Contents, "_put", fail)
        with pytest.raises(FullDiskError):
            finished(steps)
    else:  # cancelled in the middle
        for share in steps:
            if share > 0.5:
                break
        assert any((tmp_path / "out").iterdir())
        steps.close()
    assert list((tmp_path / "out").iterdir()) == []


def test_nothing_is_written_over(library: Library, tmp_path: Path) -> None:
    project_id = make_project(library)
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag/mine.txt").write_text("mine")
    with pytest.raises(InputError):
        write_bag(library, tmp_path / "bag", project_id=project_id)
    (tmp_path / "bag/mine.txt").unlink()  # an empty folder is fine
    assert write_bag(library, tmp_path / "bag", project_id=project_id, zipped=True).packed == tmp_path / "bag.zip"
    with pytest.raises(InputError):
        write_bag(library, tmp_path / "bag.zip", project_id=project_id)
