"""Local issues keep what is wrong where, and lead to ideas and follow-ups that know where they came from."""

import unicodedata
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Room, make_project, make_room
from workshop.models.enums import ActivityKind, IdeaState, IssueCategory, IssueSource, IssueState, PictureKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.records.local_issues import LocalIssueRecord, MapPlace
from workshop.models.tables.pictures import Picture
from workshop.models.tables.sessions import Activity
from workshop.services.ideas import ideas, issue_links, local_issues
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups
from workshop.services.sessions import running


def add(library: Library, project_id: UUID, text: str = "신호등이 짧다", **given: object) -> LocalIssueRecord:
    return local_issues.add_issue(library, project_id=project_id, text=text, **given).record  # type: ignore[arg-type]


def make_picture(
    library: Library, project_id: UUID, kind: PictureKind = PictureKind.MAP, issue_id: UUID | None = None
) -> UUID:
    with library.write("add picture") as work:
        picture = work.add(
            Picture(
                project_id=project_id, kind=kind, content="c" * 64, width=800, height=600, size=9,
                local_issue_id=issue_id, added_at=work.now,
            )
        )  # fmt: skip
    return picture.id


def in_activity(room: Room, kind: ActivityKind) -> None:
    """Bring the session into an activity that is of a kind."""
    activity = room.plan.activities[1]
    with room.library.write("change kind") as work:
        work.get(Activity, activity.id).kind = kind
    running.begin_activity(room.library, activity_id=activity.id)


def only(library: Library, project_id: UUID) -> LocalIssueRecord:
    (issue,) = local_issues.list_issues(library, project_id=project_id)
    return issue


def test_an_issue_is_kept_with_all_that_is_known_of_it(library: Library) -> None:
    room = make_room(library)
    text = unicodedata.normalize("NFD", "비가 오면 물이 고여요 ☔ 浸水")
    issue = add(
        library, room.project_id, text, session_id=room.session_id, category=IssueCategory.SAFETY, place=" 시장 앞 ",
        source=IssueSource.COMPLAINT, source_note="국민신문고", author=room.people[2].id,
    )  # fmt: skip
    assert (issue.text, issue.place, issue.number) == ("비가 오면 물이 고여요 ☔ 浸水", "시장 앞", 1)
    assert (issue.category, issue.source, issue.source_note) == (
        IssueCategory.SAFETY, IssueSource.COMPLAINT, "국민신문고",
    )  # fmt: skip
    assert (issue.author, issue.state, issue.on_map) == (3, IssueState.OPEN, None)
    assert issue.activity_id == room.plan.session.current_activity_id
    assert only(library, room.project_id) == issue


@pytest.mark.parametrize(("text", "place"), [("", ""), (" \n", ""), ("가" * 5001, ""), ("가", "나" * 301)])
def test_nothing_and_far_too_much_are_refused(library: Library, text: str, place: str) -> None:
    project_id = make_project(library)
    with pytest.raises(InputError):
        add(library, project_id, text, place=place)
    assert local_issues.list_issues(library, project_id=project_id) == ()


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        (ActivityKind.OBSERVATION, IssueSource.OBSERVATION),
        (ActivityKind.FIELD_WALK, IssueSource.OBSERVATION),
        (ActivityKind.DISCUSSION, IssueSource.SESSION),
    ],
)
def test_what_is_noted_in_the_field_was_seen_there(library: Library, kind: ActivityKind, source: IssueSource) -> None:
    room = make_room(library)
    in_activity(room, kind)
    assert add(library, room.project_id, session_id=room.session_id).source is source
    assert add(library, room.project_id, session_id=room.session_id, source=IssueSource.DATA).source is IssueSource.DATA


def test_outside_a_session_nothing_was_said_in_one(library: Library) -> None:
    assert add(library, make_project(library)).source is IssueSource.OBSERVATION


def test_numbers_count_within_the_project(library: Library) -> None:
    room, other = make_room(library), make_project(library, "다른 과제")
    numbers = [add(library, room.project_id).number, add(library, room.project_id, session_id=room.session_id).number]
    assert (numbers, add(library, other).number) == ([1, 2], 1)
    of_session = local_issues.list_issues(library, project_id=room.project_id, session_id=room.session_id)
    assert [issue.number for issue in of_session] == [2]


def test_only_what_is_given_is_changed(library: Library) -> None:
    project_id = make_project(library)
    place = MapPlace(make_picture(library, project_id), 100, 200)
    issue = add(library, project_id, place="시장", on_map=place)
    edited = local_issues.edit_issue(library, issue_id=issue.id, category=IssueCategory.TRAFFIC).record
    assert (edited.text, edited.place, edited.on_map) == (issue.text, "시장", place)
    cleared = local_issues.edit_issue(library, issue_id=issue.id, place="", on_map=(None,)).record
    assert (cleared.category, cleared.place, cleared.on_map) == (IssueCategory.TRAFFIC, "", None)
    with pytest.raises(InputError):
        local_issues.edit_issue(library, issue_id=issue.id, text=" ")


def test_a_place_stays_on_its_map_and_within_it(library: Library) -> None:
    project_id = make_project(library)
    first, second = make_picture(library, project_id), make_picture(library, project_id)
    issue, other = add(library, project_id), add(library, project_id)
    local_issues.place_issue(library, issue_id=issue.id, on_map=MapPlace(first, -5, 12_000))
    local_issues.place_issue(library, issue_id=other.id, on_map=MapPlace(second, 5_000, 0))
    places = [issue.on_map for issue in local_issues.list_issues(library, project_id=project_id)]
    assert places == [MapPlace(first, 0, 10_000), MapPlace(second, 5_000, 0)]


def test_only_a_map_of_the_project_holds_a_place(library: Library) -> None:
    project_id, elsewhere = make_project(library), make_project(library, "다른 과제")
    issue = add(library, project_id)
    for map_id in (uuid4(), make_picture(library, elsewhere)):
        with pytest.raises(NotFoundError):
            local_issues.place_issue(library, issue_id=issue.id, on_map=MapPlace(map_id, 1, 1))
    photo = make_picture(library, project_id, PictureKind.PHOTO)
    with pytest.raises(InputError):
        local_issues.place_issue(library, issue_id=issue.id, on_map=MapPlace(photo, 1, 1))


def test_a_withdrawn_issue_needs_a_reason_and_comes_back(library: Library) -> None:
    project_id = make_project(library)
    issue = add(library, project_id)
    with pytest.raises(InputError):
        local_issues.set_issue_state(library, issue_id=issue.id, state=IssueState.WITHDRAWN, reason=" ")
    withdrawn = local_issues.set_issue_state(
        library, issue_id=issue.id, state=IssueState.WITHDRAWN, reason="중복"
    ).record
    assert (withdrawn.state, withdrawn.reason) == (IssueState.WITHDRAWN, "중복")
    back = local_issues.set_issue_state(library, issue_id=issue.id, state=IssueState.OPEN).record
    assert (back.state, back.reason) == (IssueState.OPEN, "")


def test_an_issue_tells_of_its_photos(library: Library) -> None:
    project_id = make_project(library)
    issue = add(library, project_id)
    for _ in range(2):
        make_picture(library, project_id, PictureKind.PHOTO, issue.id)
    assert (only(library, project_id).pictures, only(library, project_id).photo) == (2, "c" * 64)


def test_an_issue_becomes_an_idea_that_leads_back(library: Library) -> None:
    room = make_room(library)
    issue = add(library, room.project_id, "밤에 어둡다", place="뒷골목", author=room.people[1].id)
    other = add(library, room.project_id, "길이 좁다")
    make_picture(library, room.project_id, PictureKind.PHOTO, issue.id)
    written = ideas.add_idea(library, session_id=room.session_id, text="처음 생각").record
    idea = issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id).record
    assert (idea.text, idea.author, idea.pictures, idea.number) == ("밤에 어둡다 (뒷골목)", 2, 1, 2)
    board = ideas.idea_board(library, session_id=room.session_id)
    assert [idea.text for idea in board.under(None)] == ["처음 생각", "밤에 어둡다 (뒷골목)"]
    links = issue_links.issue_links(library, project_id=room.project_id)
    assert [found.id for found in links[issue.id].ideas] == [idea.id]
    assert other.id not in links
    origin = issue_links.issue_of_idea(library, idea_id=idea.id)
    assert origin is not None
    assert origin.id == issue.id
    assert issue_links.issue_of_idea(library, idea_id=written.id) is None
    assert issue_links.issue_of_idea(library, idea_id=uuid4()) is None
    with pytest.raises(RefusedError):
        issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id)


def test_the_idea_of_an_issue_is_undone_and_done_again(library: Library) -> None:
    room = make_room(library)
    issue = add(library, room.project_id)
    issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id)
    undo.undo(library)
    assert issue_links.issue_links(library, project_id=room.project_id) == {}
    undo.redo(library)
    (idea,) = issue_links.issue_links(library, project_id=room.project_id)[issue.id].ideas
    assert idea.state is IdeaState.OPEN


def test_a_text_that_leaves_no_room_for_the_place_becomes_an_idea_without_it(library: Library) -> None:
    room = make_room(library)
    issue = add(library, room.project_id, "가" * 4_999, place="시장")
    made = issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id).record
    assert made.text == "가" * 4_999


def test_a_closed_session_and_a_withdrawn_issue_give_no_idea(library: Library) -> None:
    room = make_room(library)
    issue, withdrawn = add(library, room.project_id), add(library, room.project_id)
    local_issues.set_issue_state(library, issue_id=withdrawn.id, state=IssueState.WITHDRAWN, reason="중복")
    with pytest.raises(RefusedError):
        issue_links.idea_from_issue(library, issue_id=withdrawn.id, session_id=room.session_id)
    with pytest.raises(RefusedError):
        issue_links.follow_up_from_issue(library, issue_id=withdrawn.id)
    running.close_session(library, session_id=room.session_id)
    with pytest.raises(RefusedError):
        issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id)


def test_an_issue_is_handed_to_a_department(library: Library) -> None:
    project_id = make_project(library)
    issue = add(library, project_id, "길이 패였다", place="역 앞")
    made = issue_links.follow_up_from_issue(
        library, issue_id=issue.id, department="도로과", due_on=date(2026, 6, 1)
    ).record
    assert (made.text, made.department, made.local_issue_id) == ("길이 패였다 (역 앞)", "도로과", issue.id)
    assert issue_links.issue_links(library, project_id=project_id)[issue.id].follow_ups == (made,)
    with pytest.raises(InputError):
        issue_links.follow_up_from_issue(library, issue_id=issue.id, text=" ")


def test_a_removed_issue_leaves_what_came_of_it_and_comes_back_whole(library: Library) -> None:
    room = make_room(library)
    issue = add(library, room.project_id)
    make_picture(library, room.project_id, PictureKind.PHOTO, issue.id)
    issue_links.idea_from_issue(library, issue_id=issue.id, session_id=room.session_id)
    issue_links.follow_up_from_issue(library, issue_id=issue.id)
    before = only(library, room.project_id)
    links = issue_links.issue_links(library, project_id=room.project_id)
    local_issues.remove_issue(library, issue_id=issue.id)
    assert local_issues.list_issues(library, project_id=room.project_id) == ()
    assert len(follow_ups.list_follow_ups(library, project_id=room.project_id)) == 1
    with library.read() as rows:
        assert rows.scalars(select(Picture).where(Picture.local_issue_id == issue.id)).all() == []
    undo.undo(library)
    assert only(library, room.project_id) == before
    assert issue_links.issue_links(library, project_id=room.project_id) == links


@pytest.mark.parametrize("what", ["new", "edit", "place", "state", "follow-up"])
def test_everything_can_be_undone_and_done_again(library: Library, what: str) -> None:
    project_id = make_project(library)
    map_id = make_picture(library, project_id)

    def told() -> object:
        issues = local_issues.list_issues(library, project_id=project_id)
        return issues, issue_links.issue_links(library, project_id=project_id)

    issue = add(library, project_id)
    before = told()
    acts = {
        "new": lambda: local_issues.add_issue(library, project_id=project_id, text="둘"),
        "edit": lambda: local_issues.edit_issue(library, issue_id=issue.id, text="다르게"),
        "place": lambda: local_issues.place_issue(library, issue_id=issue.id, on_map=MapPlace(map_id, 1, 2)),
        "state": lambda: local_issues.set_issue_state(library, issue_id=issue.id, state=IssueState.SOLVED),
        "follow-up": lambda: issue_links.follow_up_from_issue(library, issue_id=issue.id),
    }
    acts[what]()
    after = told()
    assert after != before
    undo.undo(library)
    assert told() == before
    undo.redo(library)
    assert told() == after
