"""Which local issues are shown, and in which order."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.ui.pages.issues.sorting import Filter, Outside, shown_issues

SESSION = uuid4()


def issue(number: int, text: str = "신호등이 짧다", **given: object) -> LocalIssueRecord:
    made = LocalIssueRecord(
        uuid4(), UUID(int=1), None, None, number, text, IssueCategory.OTHER, "", None, IssueSource.SESSION, "",
        IssueState.OPEN, "", None, datetime(2026, 5, 9, tzinfo=UTC),
    )  # fmt: skip
    return replace(made, **given)  # type: ignore[arg-type]


def test_the_latest_comes_first_and_what_is_withdrawn_last() -> None:
    issues = [issue(1), issue(2, state=IssueState.WITHDRAWN), issue(3, state=IssueState.SOLVED)]
    assert [found.number for found in shown_issues(issues, Filter())] == [3, 1, 2]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(category=IssueCategory.SAFETY), [2]),
        (Filter(source=IssueSource.DATA), [3]),
        (Filter(state=IssueState.SOLVED), [3]),
        (Filter(session=SESSION), [2]),
        (Filter(session=Outside.SESSIONS), [3, 1]),
        (Filter(category=IssueCategory.SAFETY, state=IssueState.SOLVED), []),
    ],
)
def test_filters_keep_what_fits_all_of_them(wanted: Filter, numbers: list[int]) -> None:
    issues = [
        issue(1),
        issue(2, category=IssueCategory.SAFETY, lab_session_id=SESSION),
        issue(3, source=IssueSource.DATA, state=IssueState.SOLVED),
    ]
    assert [found.number for found in shown_issues(issues, wanted)] == numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [("등", True), ("신호 시장", True), ("시장 교회", False), ("17", True), ("#17", True), ("BUS", True), ("  ", True)],
)
def test_every_word_is_looked_for_in_text_place_and_source(words: str, found: bool) -> None:
    wanted = Filter(words=words)
    assert wanted.keeps(issue(17, place="시장 앞", source_note="bus 회사")) is found
    assert wanted.narrows is bool(words.strip())
