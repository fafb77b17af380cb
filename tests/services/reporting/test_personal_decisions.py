"""What was decided on words that look personal is kept with the project, without the words themselves."""

from pathlib import Path

import pytest

from workshop.language import Language
from workshop.models.enums import ActivityKind
from workshop.models.records.report_options import ReportOptions
from workshop.services.ideas.ideas import add_idea
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library, open_library
from workshop.services.projects.projects import create_project, delete_project
from workshop.services.reporting import (
    GatheredReport,
    Target,
    decide_on_personal_data,
    gather_report,
    kind_of,
    personal_decisions,
)
from workshop.services.sessions.agenda import add_activity
from workshop.services.sessions.lab_sessions import prepare_session
from workshop.services.sessions.running import start_session

PHONE, MAIL = "010-1234-5678", "green@example.org"


@pytest.fixture
def target(library: Library, korean: Language) -> Target:
    """A running session with one idea that tells a number and an address."""
    project = create_project(library, title="안심 통학로", language=korean).record
    session = prepare_session(library, project_id=project.id, language=korean, title="첫 모임").record
    add_activity(library, session_id=session.id, kind=ActivityKind.IDEA_BOOTH, title="생각 모으기", minutes=20)
    start_session(library, session_id=session.id)
    add_idea(library, session_id=session.id, text=f"{PHONE}로, 아니면 {MAIL}로 알려 주세요")
    return Target(project.id, session.id)


def _gathered(library: Library, target: Target, kind: str = "session", **options: bool) -> GatheredReport:
    about = target if kind == "session" else Target(target.project_id)
    return gather_report(library, kind=kind_of(kind), target=about, options=ReportOptions(**options))


def _idea(report: GatheredReport) -> str:
    return report.record.board.ideas[0].text


def test_report_made_later_does_not_ask_again(library: Library, target: Target) -> None:
    assert [each.text for each in _gathered(library, target).open] == [PHONE, MAIL]
    decide_on_personal_data(library, project_id=target.project_id, seen=[PHONE, MAIL], left={MAIL})
    later = _gathered(library, target)
    assert later.open == ()
    assert later.left == {MAIL}
    assert _idea(later) == f"010-****-****로, 아니면 {MAIL}로 알려 주세요"
    assert PHONE not in later.files[0].content.decode()
    assert _gathered(library, target, "project").open == ()


def test_only_new_words_are_asked_for(library: Library, target: Target) -> None:
    decide_on_personal_data(library, project_id=target.project_id, seen=[PHONE, MAIL], left={PHONE, MAIL})
    assert target.session_id is not None
    add_idea(library, session_id=target.session_id, text=f"{PHONE} 또는 010-9999-0000")
    assert [each.text for each in _gathered(library, target).open] == ["010-9999-0000"]


def test_masking_all_masks_what_nobody_has_seen_and_leaves_what_was_left(library: Library, target: Target) -> None:
    decide_on_personal_data(library, project_id=target.project_id, seen=[MAIL], left={MAIL})
    report = _gathered(library, target, mask=True)
    assert _idea(report) == f"010-****-****로, 아니면 {MAIL}로 알려 주세요"
    assert report.open == ()


def test_decision_can_be_changed_and_undone(library: Library, target: Target) -> None:
    project_id = target.project_id
    decide_on_personal_data(library, project_id=project_id, seen=[PHONE, MAIL], left={MAIL})
    changed = decide_on_personal_data(library, project_id=project_id, seen=[PHONE, MAIL], left={PHONE})
    assert changed.record.leaves(PHONE)
    assert changed.record.masks(MAIL)
    undo.undo(library)
    assert personal_decisions(library, project_id=project_id).masks(PHONE)
    undo.undo(library)
    assert not personal_decisions(library, project_id=project_id).covers(PHONE)
    assert [each.text for each in _gathered(library, target).open] == [PHONE, MAIL]


def test_words_that_were_taken_out_do_not_live_on_in_the_decision(tmp_path: Path, korean: Language) -> None:
    file = tmp_path / "library.workshop"
    library = open_library(file)
    project = create_project(library, title="안심 통학로", language=korean).record
    decide_on_personal_data(library, project_id=project.id, seen=[PHONE, MAIL], left={MAIL})
    library.close()
    held = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert PHONE.encode() not in held
    assert MAIL.encode() not in held


def test_decisions_go_with_their_project(library: Library, korean: Language, target: Target) -> None:
    other = create_project(library, title="밝은 골목", language=korean).record
    for project_id in (target.project_id, other.id):
        decide_on_personal_data(library, project_id=project_id, seen=[PHONE], left=set())
    delete_project(library, project_id=other.id)
    assert personal_decisions(library, project_id=target.project_id).masks(PHONE)
    assert not personal_decisions(library, project_id=other.id).covers(PHONE)
