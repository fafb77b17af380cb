"""Follow-ups: their state is said in one step and taken back in one."""

from tests.builders import make_project
from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups


def test_a_state_is_said_and_taken_back_and_nothing_else_changes(library: Library) -> None:
    project_id = make_project(library)
    item = follow_ups.add_follow_up(
        library, project_id=project_id, kind=FollowUpKind.ACTION, text="lamp", department="교통과", told_back="soon"
    ).record
    changed = follow_ups.set_follow_up_state(library, follow_up_id=item.id, state=FollowUpState.DONE)
    assert changed.undo is not None
    assert (changed.record.state, changed.record.text) == (FollowUpState.DONE, "lamp")
    undo.undo(library)
    assert follow_ups.list_follow_ups(library, project_id=project_id) == (item,)
