"""The gallery has everything there is: each page, each dialog; a new dialog that has no view is found here."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImageReader

from tests.gallery.catalogue import all_views
from tests.gallery.hall import hall
from tests.gallery.looks import Look
from workshop.ui.actions import ALL_PAGES
from workshop.ui.dialogs.sheet import Sheet

ROOT = Path(__file__).parents[2]
UI = ROOT / "workshop" / "ui"

# Where a dialog is made (file and function below workshop/ui), and a view in which that one is seen.
DIALOGS = {
    "about/dialog.py show_about": "about/parts",
    "discussion/notes_box.py ask_words": "idea-panel/edit-note",
    "pages/ideas/more.py open_photos": "ideas/photos",
    "pages/ideas/more.py take_in": "ideas/take-in",
    "pictures/asking.py ask_caption": "pictures/caption",
    "pictures/desk_dialog.py cut": "pictures/cut",
    "pictures/desk_dialog.py put_to_idea": "pictures/put",
    "pages/ideas/narrowing.py ask_filters": "ideas/filter",
    "pages/ideas/panel/acts.py split": "idea-panel/split",
    "pages/ideas/suggestions.py open_suggestions": "suggestions/themes",
    "pages/issues/acts.py hand_on": "issues/hand-on",
    "pages/issues/acts.py rename_map": "issues/rename-map",
    "pages/issues/acts.py set_state": "issues/withdraw",
    "pages/evaluation/answer_acts.py _ask_title": "evaluation/answer-theme",
    "pages/evaluation/answer_acts.py _show": "evaluation/take-in",
    "pages/evaluation/paper_entry.py reject": "evaluation/paper-dropped",
    "pages/evaluation/questionnaires/part.py _title_dialog": "questionnaires/title",
    "pages/evaluation/questionnaires/part.py ask_new": "questionnaires/new",
    "pages/evaluation/page.py _ask_edit": "evaluation/edit",
    "pages/evaluation/page.py _do": "evaluation/paper",
    "pages/evaluation/page.py ask_new": "evaluation/new",
    "pages/follow_ups/page.py _ask": "follow-ups/edit",
    "pages/ideas/acts.py _withdraw": "ideas/withdraw",
    "pages/people/acts.py add_many": "participants/add-several",
    "pages/people/acts.py add_one": "participants/add",
    "pages/people/acts.py ask_to_erase": "participants/erase",
    "pages/prepare/acts.py edit_form": "prepare/form",
    "pages/prepare/acts.py edit_poll": "prepare/vote",
    "pages/project/page.py _ask": "project/edit",
    "pages/project/page.py _show_set_aside": "project/set-aside",
    "pages/run/acts.py _ask_to_end": "run/end",
    "rehearsal/asking.py ask": "rehearsal/ask",
    "rehearsal/strip.py _ask_to_remove": "rehearsal/remove",
    "pages/proposals/page.py _ask_to_drop": "proposals/drop",
    "pages/proposals/page.py ask_new": "proposals/new",
    "pages/run/acts.py take_in": "run/pasted",
    "pages/services/acts.py ask": "services/new-pilot",
    "pages/services/acts.py show_readings": "services/readings",
    "pages/start/page.py ask_archive": "archive/choose",
    "pages/start/page.py ask_project": "start/new-project",
    "pages/start/page.py edit": "start/edit-project",
    "pages/start/page.py remove": "start/delete",
    "pages/reports/asking.py ask_archive": "archive/write",
    "pages/reports/asking.py ask_names": "reports/names",
    "pages/reports/asking.py ask_page": "reports/go-to-page",
    "pages/reports/asking.py ask_personal": "reports/personal",
    "pages/reports/leaving.py save_all": "reports/saving-all",
    "pages/reports/page.py check_report": "reports/checked",
    "pages/votes/acts.py _ask_for_decision": "votes/decide",
    "pages/votes/acts.py _ask_for_new": "votes/new",
    "pages/votes/acts.py _ask_to_annul": "votes/annul",
    "pages/votes/acts.py _ask_for_weights": "votes/weights",
    "pages/votes/closing.py ask_to_close": "votes/close",
    "pages/votes/voter_acts.py _ask_for_paper": "votes/paper-dots",
    "pages/votes/voter_acts.py _show_sheet": "votes/new-code",
}


def trees() -> dict[str, ast.Module]:
    """All modules of the user interface, by their place below it."""
    files = sorted(UI.rglob("*.py"))
    return {file.relative_to(UI).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def kinds_of_dialogs(modules: dict[str, ast.Module]) -> set[str]:
    """The names of the classes that are sheets, however far they descend from one."""
    classes = [node for tree in modules.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known, before = {"Sheet"}, 0
    while len(known) > before:
        before = len(known)
        known |= {one.name for one in classes if known & {ast.unparse(base) for base in one.bases}}
    return known


def makers(tree: ast.AST, kinds: set[str], function: str = "") -> Iterator[str]:
    """The functions in which a dialog of these kinds is made, once for each place."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in kinds:
            yield function
        inside = isinstance(node, ast.FunctionDef) and not function
        yield from makers(node, kinds, node.name if inside else function)


def test_no_two_views_have_the_same_name():
    names = Counter(view.name for view in all_views())
    assert [name for name, count in names.items() if count > 1] == []


def test_every_page_has_a_view():
    shown = {view.name.partition("/")[0] for view in all_views()}
    assert {page.name for page in ALL_PAGES} - shown == set()


def test_every_place_that_makes_a_dialog_is_declared():
    modules = trees()
    kinds = kinds_of_dialogs(modules)
    found = Counter(f"{name} {function}" for name, tree in modules.items() for function in makers(tree, kinds))
    assert found == Counter(list(DIALOGS))


@pytest.mark.parametrize(("place", "name"), DIALOGS.items())
def test_a_dialog_is_seen_in_its_view(place: str, name: str, qapp, monkeypatch):
    """Not only declared: the view leads through the very function that makes it."""
    made: dict[Sheet, set[str]] = {}
    begin = Sheet.__init__

    def noticed(sheet: Sheet, *values: Any, **named: Any) -> None:
        frame, passed = sys._getframe(1), set()
        while frame is not None:
            file = Path(frame.f_code.co_filename)
            if file.is_relative_to(UI):
                passed.add(f"{file.relative_to(UI).as_posix()} {frame.f_code.co_name}")
            frame = frame.f_back
        made[sheet] = passed
        begin(sheet, *values, **named)

    monkeypatch.setattr(Sheet, "__init__", noticed)
    view = next(view for view in all_views() if view.name == name)
    with hall(view.library, Look()) as room:
        shown = view.show(room)
        assert shown in made
        assert shown.isVisible()
        assert place in made[shown]


def test_a_view_whose_button_is_gone_fails(qapp):
    with hall("empty", Look()) as room:
        room.go("start")
        with pytest.raises(AssertionError, match="nothing says"):
            room.push("Words that no button says")
        with pytest.raises(AssertionError, match="no dialog is open"):
            room.sheet()


def draw(out: Path, only: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.gallery", "--out", str(out), "--only", only]
    looks = ["--theme", "dark", "--language", "ko", "en"]
    return subprocess.run([*command, *looks], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_draws_pictures_and_an_index(tmp_path):
    done = draw(tmp_path, "start/first-*")
    assert done.returncode == 0, done.stderr
    pictures = sorted(tmp_path.rglob("*.png"))
    assert [picture.name for picture in pictures] == [
        "first-start-en-dark-1366x768-100.png", "first-start-ko-dark-1366x768-100.png",
    ]  # fmt: skip
    sizes = [QImageReader(str(picture)).size().toTuple() for picture in pictures]
    assert sizes == [(1366, 768), (1366, 768)]
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(picture.relative_to(tmp_path).as_posix() in index for picture in pictures)


def test_the_command_draws_widgets_too(tmp_path):
    done = draw(tmp_path, "widget/*-chart")
    assert done.returncode == 0, done.stderr
    assert {picture.parent.name for picture in tmp_path.rglob("*.png")} == {"widget"}
    assert "bar-chart-ko-dark" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_command_says_that_nothing_was_drawn(tmp_path):
    done = draw(tmp_path, "no-such-page/*")
    assert done.returncode != 0
    assert "not drawn" in done.stderr
