"""Ideas go into a spreadsheet whole, and come out of one all or not at all."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import KO, Room, make_room
from workshop.exchange.sheets import Table, read_lines, read_table, write_csv
from workshop.language import load_language
from workshop.models.enums import NoteKind
from workshop.models.errors import InputError, RefusedError
from workshop.services.ideas import idea_import, idea_sheets, ideas, merging, notes, supports, themes
from workshop.services.ideas.idea_import import Fate, without_bullet
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.sessions import running

EN = load_language("en")


def _texts(room: Room) -> list[str]:
    return [idea.text for idea in ideas.idea_board(room.library, project_id=room.project_id).ideas]


def _plan(room: Room, text: str) -> idea_import.ImportPlan:
    return idea_import.plan_import(room.library, session_id=room.session_id, table=read_table(text.encode()))


def test_everything_about_an_idea_is_in_its_row(library: Library, tmp_path: Path) -> None:
    room = make_room(library)
    theme = themes.add_theme(library, project_id=room.project_id, title="쉬어 가기").record
    one, other = ideas.add_ideas(
        library, session_id=room.session_id, texts=["=1+1 벤치", "앉을 곳"], author=room.people[1].id, theme_id=theme.id
    ).record
    merging.merge_ideas(library, into_id=one.id, idea_ids=[other.id])
    notes.add_note(library, kind=NoteKind.FACT, text="보행량 412명", idea_id=one.id)
    files = idea_sheets.write_idea_sheets(library, EN, out=tmp_path / "new", project_id=room.project_id)
    assert [file.name for file in files] == [
        "ideas.xlsx", "ideas-1-Ideas.csv", "ideas-2-Themes.csv", "ideas-3-Counts.csv", "ideas-4-Discussion.csv",
    ]  # fmt: skip
    book = load_workbook(io.BytesIO(files[0].read_bytes()))
    head, first, second = book.worksheets[0].iter_rows(values_only=True)
    row, merged = dict(zip(head, first, strict=True)), dict(zip(head, second, strict=True))
    assert (row["Idea"], row["Theme"], row["Participant no."], row["Notes"]) == ("=1+1 벤치", "쉬어 가기", 2, 1)
    assert (merged["State"], merged["Merged into no."]) == ("merged", 1)
    assert next(iter(book.worksheets[1].iter_rows(min_row=2, values_only=True))) == ("쉬어 가기", 1, 1)
    korean = idea_sheets.idea_sheets(library, KO, project_id=room.project_id, session_id=room.session_id)
    assert korean[0].name == "아이디어"


def test_a_project_without_ideas_has_empty_sheets(library: Library) -> None:
    room = make_room(library)
    sheets = idea_sheets.idea_sheets(library, EN, project_id=room.project_id)
    assert [len(sheet.rows) for sheet in sheets] == [0, 1, 1]


def test_what_was_written_out_is_known_when_it_comes_back(library: Library) -> None:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="벤치", author=room.people[1].id)
    ideas.add_idea(library, session_id=room.session_id, text="가로등")
    sheet = idea_sheets.idea_sheets(library, KO, project_id=room.project_id)[0]
    table = read_table(write_csv(sheet))
    plan = idea_import.plan_import(library, session_id=room.session_id, table=table)
    assert [row.fate for row in plan.rows] == [Fate.KNOWN, Fate.KNOWN]
    elsewhere = make_room(library)
    plan = idea_import.plan_import(library, session_id=elsewhere.session_id, table=table)
    assert [(row.text, row.author, row.fate) for row in plan.rows] == [
        ("벤치", "2", Fate.NEW),
        ("가로등", "", Fate.NEW),
    ]


def test_everybody_counts_once_in_a_theme(library: Library) -> None:
    room = make_room(library)
    one, two = room.people[0].id, room.people[1].id
    theme = themes.add_theme(library, project_id=room.project_id, title="쉬어 가기").record
    made = ideas.add_ideas(
        library, session_id=room.session_id, texts=["벤치", "그늘", "나무"], author=one, theme_id=theme.id
    ).record
    for idea in made[:2]:
        supports.support_idea(library, idea_id=idea.id, author=two)
    merging.merge_ideas(library, into_id=made[0].id, idea_ids=[made[2].id])
    ideas.add_ideas(library, session_id=room.session_id, texts=["가로등", "거울"])
    sheets = idea_sheets.idea_sheets(library, EN, project_id=room.project_id, session_id=room.session_id)
    assert sheets[1].rows == (("쉬어 가기", 2, 2), ("Not yet sorted", 2, 2))


def test_the_number_of_a_row_is_nobodys_number(library: Library) -> None:
    room = make_room(library)
    plan = _plan(room, "번호,의견\n1,벤치\n2,그늘")
    assert [(row.text, row.author) for row in plan.rows] == [("벤치", ""), ("그늘", "")]


def test_a_file_is_a_workbook_or_a_table_as_its_name_says(library: Library, tmp_path: Path) -> None:
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=["=1+1", "가로등"])
    for name in ("ideas.xlsx", "ideas.CSV"):
        idea_sheets.write_idea_file(library, KO, file=tmp_path / name, project_id=room.project_id)
        columns = dict(
            zip(*(cells for _line, cells in read_table((tmp_path / name).read_bytes()).rows[:2]), strict=True)
        )
        assert columns["아이디어"] == ("=1+1" if name == "ideas.xlsx" else "'=1+1")


def test_what_will_happen_is_told_row_by_row(library: Library) -> None:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="벤치")
    rows = [
        "참여자 번호,주제,아이디어",
        "2,쉬어 가기,그늘",
        ",,벤 치",
        "99,,거울",
        ",," + "가" * 5001,
        "3,,\u200b",
        ",,그늘",
    ]
    plan = _plan(room, "\n".join(rows))
    assert [(row.line, row.fate) for row in plan.rows] == [
        (2, Fate.NEW), (3, Fate.KNOWN), (4, Fate.NOBODY), (5, Fate.TOO_LONG), (6, Fate.EMPTY), (7, Fate.KNOWN),
    ]  # fmt: skip
    assert _texts(room) == ["벤치"]  # nothing has happened yet
    assert idea_import.import_ideas(library, session_id=room.session_id, rows=plan.new).record == 1
    board = ideas.idea_board(library, project_id=room.project_id)
    made = next(idea for idea in board.ideas if idea.text == "그늘")
    assert (made.author, [theme.title for theme in board.themes]) == (2, ["쉬어 가기"])
    undo.undo(library)
    assert _texts(room) == ["벤치"]
    assert ideas.idea_board(library, project_id=room.project_id).themes == ()


def test_a_merged_theme_and_author_belong_to_every_idea_beside_them(library: Library) -> None:
    room = make_room(library)
    rows = (
        (1, ("주제", "아이디어", "참여자")),
        (2, ("밝은 길", "가로등", "02")),
        (3, ("", "거울", "")),
        (4, ("", "벤치", "3")),
    )
    covered = {(3, 0): "밝은 길", (4, 0): "밝은 길", (3, 2): "02", (4, 1): "거울"}
    plan = idea_import.plan_import(library, session_id=room.session_id, table=Table(rows, covered=covered))
    assert [(row.text, row.theme, row.author) for row in plan.new] == [
        ("가로등", "밝은 길", "02"), ("거울", "밝은 길", "02"), ("벤치", "밝은 길", "3"),
    ]  # fmt: skip
    idea_import.import_ideas(library, session_id=room.session_id, rows=plan.new)
    board = ideas.idea_board(library, session_id=room.session_id)
    assert [idea.author for idea in board.ideas] == [2, 2, 3]
    assert len(board.themes) == 1


@pytest.mark.parametrize("author", ["9" * 5000, "0", "-1", "두 번"])
def test_what_is_no_number_of_a_participant_is_told(library: Library, author: str) -> None:
    room = make_room(library)
    assert [row.fate for row in _plan(room, f"아이디어,참여자\n벤치,{author}\n").rows] == [Fate.NOBODY]


def test_nothing_is_half_taken_in(library: Library) -> None:
    room = make_room(library)
    rows = (*_plan(room, "벤치\n그늘").rows, idea_import.ImportRow(3, "거울", author="77"))
    with pytest.raises(InputError):
        idea_import.import_ideas(library, session_id=room.session_id, rows=rows)
    with pytest.raises(InputError):
        idea_import.import_ideas(library, session_id=room.session_id, rows=())
    assert _texts(room) == []
    running.close_session(library, session_id=room.session_id)
    with pytest.raises(RefusedError):
        idea_import.import_ideas(library, session_id=room.session_id, rows=rows[:1])


def test_a_table_has_to_say_which_column_holds_the_ideas(library: Library) -> None:
    room = make_room(library)
    with pytest.raises(InputError):
        _plan(room, "a,b\n1,2\n")


def test_a_pasted_list_loses_its_bullets_if_wanted(library: Library) -> None:
    room = make_room(library)
    table = read_lines("1. 벤치\n - 그늘\n• 거울\n①가로등\n2) 3.5 m 폭\n")
    plan = idea_import.plan_import(library, session_id=room.session_id, table=table)
    assert [row.text for row in plan.rows] == ["벤치", "그늘", "거울", "가로등", "3.5 m 폭"]
    kept = idea_import.plan_import(library, session_id=room.session_id, table=table, bullets=False)
    assert kept.rows[0].text == "1. 벤치"


@pytest.mark.parametrize("text", ["3.5 m wide", "-5 degrees", "2026년에 한다", "(가) 안", "no"])
def test_what_only_looks_like_a_bullet_stays(text: str) -> None:
    assert without_bullet(text) == text
