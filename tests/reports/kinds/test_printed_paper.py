"""Paper that is printed for the room stands on as few sheets as it can: nothing begins a page that need not."""

from dataclasses import replace

import pytest

from tests.reports import examples
from tests.reports.example_kinds import MUCH, agenda_handout, attendance_list, ballot_papers, certificates
from tests.reports.reading import finish, page_texts
from workshop.models.records.report_options import PaperSize, ReportOptions
from workshop.services.reporting.kinds import kind_of

KO = ReportOptions()
BOTH = ReportOptions(languages=("ko", "en"))


def _pages(name: str, record: object, options: ReportOptions = KO) -> list[str]:
    return page_texts(finish(kind_of(name).build(record, options))[0])


@pytest.mark.parametrize("options", [KO, BOTH])
def test_eight_activities_and_the_rules_stand_on_one_page(options: ReportOptions) -> None:
    handout = agenda_handout()
    activities = tuple(replace(handout.activities[0], question="무엇이 불편한가요?") for _ in range(8))
    session = replace(
        handout.session, house_rules="\n".join(["남의 말을 끝까지 듣습니다."] * 4), goals="먼저 풀 문제를 정합니다."
    )
    (page,) = _pages("handout", replace(handout, activities=activities, session=session), options)
    assert page.count("남의 말을 끝까지 듣습니다.") == 4


@pytest.mark.parametrize("people", range(28, 34))
def test_empty_rows_alone_begin_no_page_of_the_attendance_list(people: int) -> None:
    last = _pages("attendance", attendance_list(people))[-1]
    assert f" {people} " in last


def test_two_short_ballots_stand_on_one_sheet() -> None:
    pages = _pages("ballots", ballot_papers(count=6))
    assert [page.count("투표용지") for page in pages] == [2, 2, 2]


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("years", [{}, {"kept_years": 3, "call_again_years": 5}])
def test_consent_in_two_languages_stands_on_the_two_sides_of_a_sheet(paper: PaperSize, years: dict[str, int]) -> None:
    for languages in (("ko", "en"), ("en", "ko")):
        options = replace(BOTH, paper=paper, languages=languages, **years)
        assert len(_pages("consent", MUCH["consent"], options)) == 2


@pytest.mark.parametrize("paper", PaperSize)
def test_certificate_says_nothing_of_those_of_others(paper: PaperSize) -> None:
    pages = _pages("certificate", certificates(), replace(KO, paper=paper))
    assert len(pages) == 2
    assert all("1 / 2" not in page and "2 / 2" not in page for page in pages)
    assert "남궁민수" not in pages[1]


def test_certificate_of_very_many_sessions_loses_none_of_them() -> None:
    record = certificates()
    many = tuple(replace(examples.SESSION, title=f"{number}번째 모임") for number in range(1, 61))
    record = replace(record, people=(replace(record.people[0], sessions=many),))
    text = " ".join(_pages("certificate", record))
    assert all(f"{number}번째 모임" in text for number in range(1, 61))
    assert "직인" in text
