"""Which follow-ups are wanted, and under which heading they stand."""

from datetime import date, timedelta
from uuid import uuid4

from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.ui.pages.follow_ups.sorting import Filter, Group, Show, departments_of, group_of, grouped

_TODAY = date(2026, 5, 9)


def _item(days: int | None = None, **values: object) -> FollowUpRecord:
    given = {
        "kind": FollowUpKind.ACTION,
        "text": "lamp",
        "reason": "",
        "department": "",
        "responsible": "",
        "due_on": None if days is None else _TODAY + timedelta(days=days),
        "state": FollowUpState.OPEN,
        "told_back": "",
    }
    return FollowUpRecord(
        id=uuid4(), project_id=uuid4(), lab_session_id=None, idea_id=None, poll_id=None, **(given | values)
    )  # type: ignore[arg-type]


def test_a_follow_up_stands_under_its_day() -> None:
    expected = {-1: Group.OVERDUE, 0: Group.SOON, 7: Group.SOON, 8: Group.LATER, None: Group.SOME_DAY}
    assert {days: group_of(_item(days), _TODAY) for days in expected} == expected
    for state in (FollowUpState.DONE, FollowUpState.DROPPED):
        assert group_of(_item(-1, state=state), _TODAY) is Group.FINISHED


def test_the_most_pressing_comes_first_and_of_what_is_finished_the_latest() -> None:
    done, late, later, soon, old = (
        _item(-2, state=FollowUpState.DONE),
        _item(-1),
        _item(9),
        _item(3),
        _item(-9, state=FollowUpState.DONE),
    )
    shown = grouped([old, later, done, soon, late], _TODAY)
    assert shown == [
        (Group.OVERDUE, [late]),
        (Group.SOON, [soon]),
        (Group.LATER, [later]),
        (Group.FINISHED, [done, old]),
    ]


def test_filters_narrow_each_other() -> None:
    told = _item(1, department="Roads", told_back="soon")
    silent = _item(1, department="Roads", text="Signal")
    done = _item(1, department="Schools", state=FollowUpState.DONE)
    items = [told, silent, done]

    def kept(wanted: Filter) -> list[FollowUpRecord]:
        return [item for item in items if wanted.keeps(item, _TODAY)]

    assert kept(Filter()) == [told, silent]
    assert kept(Filter(Show.ALL)) == items
    assert kept(Filter(Show.FINISHED)) == [done]
    assert kept(Filter(Show.OVERDUE)) == []
    assert kept(Filter(Show.ALL, department="Roads", told=False)) == [silent]
    assert kept(Filter(told=True)) == [told]
    assert kept(Filter(words="sIGn")) == [silent]
    assert departments_of(items) == [("Roads", 2), ("Schools", 1)]
