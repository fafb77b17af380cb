"""Open data: nothing of a person is in it, and its description says what it is."""

import csv
import json
from pathlib import Path
from uuid import uuid4

import pytest

from tests.builders import KO, Room
from tests.services.archiving.archives import NAME, full_room
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import FormRecord
from workshop.services.archiving.open_data import write_open_data
from workshop.services.archiving.open_evaluations import large_ones
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.people import participants


def test_what_is_published_says_nothing_of_a_person(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    ideas.add_idea(
        library, session_id=room.session_id, text="벤치는 김 씨(010-2345-6789)에게 물어보자", author=room.people[0].id
    )
    files, masked = write_open_data(library, out=tmp_path / "open", licence="KOGL-1", project_id=room.project_id)
    content = b"".join(file.read_bytes() for file in files).decode()
    for line in participants.list_people(library, project_id=room.project_id):
        assert line.participant.code not in content
        assert str(line.participant.id) not in content
    for personal in (NAME, "2345-6789", "역촌동", "participant", "author"):
        assert personal not in content
    assert masked == 1
    assert "벤치를 놓자" in content


def test_votes_of_few_are_left_out(library: Library, tmp_path: Path) -> None:
    room = full_room(library)  # a vote with four ballots
    files, _masked = write_open_data(library, out=tmp_path / "open", licence="CC0-1.0", project_id=room.project_id)
    assert "results.csv" not in {file.name for file in files}


def _evaluated(library: Library, room: Room, chosen: list[int]) -> FormRecord:
    """A closed form, with as many answers as choices; nobody chose the others, and one wrote something."""
    form = evaluations.make_form(
        library, session_id=room.session_id, instrument="participant-survey", language=KO
    ).record
    evaluations.open_form(library, form_id=form.id)
    single, scale, text = (
        next(item for item in form.items if item.kind is kind)
        for kind in (ItemKind.SINGLE, ItemKind.LIKERT, ItemKind.TEXT)
    )
    for place in chosen:
        values = {single.key: list(single.labels)[place], scale.key: scale.high, text.key: "김 씨가 잘해 주셨다"}
        answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4())
    evaluations.close_form(library, form_id=form.id)
    return form


def test_evaluations_are_told_of_five_and_more_alone(library: Library, tmp_path: Path) -> None:
    room = full_room(library)  # a form with one answer
    _evaluated(library, room, [0] * 4)
    write_open_data(library, out=tmp_path / "few", licence="KOGL-1", project_id=room.project_id)
    assert not list((tmp_path / "few").glob("evaluation*"))
    form = _evaluated(library, room, [0] * 9 + [1] * 6 + [2])
    write_open_data(library, out=tmp_path / "many", licence="KOGL-1", project_id=room.project_id)
    (line,) = json.loads((tmp_path / "many/evaluations.json").read_text("utf-8"))
    assert (line["form"], line["respondents"]) == (form.title, 16)
    lines = json.loads((tmp_path / "many/evaluation-items.json").read_text("utf-8"))
    assert {line["kind"] for line in lines} == {"single", "likert"}
    single = [line["chosen_by"] for line in lines if line["kind"] == "single"]
    assert set(single) == ({9, None} if len(single) == 3 else {9, 6, None})
    (scale,) = [line for line in lines if line["kind"] == "likert"]
    assert (scale["answered"], scale["top2"], scale["option"]) == (16, 1.0, "")
    assert "김 씨" not in "".join(file.read_text("utf-8") for file in (tmp_path / "many").iterdir())


@pytest.mark.parametrize(
    ("counts", "told"),
    [([9, 6, 1], [9, None, None]), ([9, 6, 1, 0], [9, 6, None, None]), ([5, 5], [5, 5]), ([9, 0], [None, None])],
)
def test_what_is_left_out_cannot_be_worked_out_from_the_others(counts: list[int], told: list[int | None]) -> None:
    assert list(large_ones({str(n): count for n, count in enumerate(counts)}).values()) == told


def test_the_description_fits_the_files(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    write_open_data(library, out=tmp_path / "open", licence="CC-BY-4.0", session_id=room.session_id)
    told = json.loads((tmp_path / "open/datapackage.json").read_text("utf-8"))
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert {"ideas", "local-issues", "sessions"} <= {resource["name"] for resource in told["resources"]}
    for resource in told["resources"]:
        file = tmp_path / "open" / resource["path"]
        assert file.stat().st_size == resource["bytes"]
        names = [column["name"] for column in resource["schema"]["fields"]]
        if resource["format"] == "csv":
            header, *rows = csv.reader(file.read_text("utf-8").splitlines())
            assert header == names
            for column, kind in enumerate(field["type"] for field in resource["schema"]["fields"]):
                if kind == "integer":
                    assert all(row[column] == "" or int(row[column]) is not None for row in rows)
        else:
            assert all(list(row) == names for row in json.loads(file.read_text("utf-8")))
    cells = (tmp_path / "open/ideas.csv").read_text("utf-8")
    assert "'=1+1" in cells


def test_an_unknown_licence_and_a_full_folder_are_refused(library: Library, tmp_path: Path) -> None:
    room = full_room(library)
    with pytest.raises(InputError):
        write_open_data(library, out=tmp_path / "open", licence="WTFPL", project_id=room.project_id)
    (tmp_path / "mine").write_text("x")
    with pytest.raises(InputError):
        write_open_data(library, out=tmp_path, licence="KOGL-1", project_id=room.project_id)
