"""A hand-made project in its third phase."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from tests.reports.example_forms import form_result, key, service_change
from tests.reports.examples import CHECKSUM, FOLLOW_UPS, PROJECT, SEOUL, SESSION, board, follow_up, poll, poll_result
from workshop.models.enums import (
    FollowUpKind,
    PhaseKind,
    PhaseState,
    ServiceKind,
    ServiceState,
    SupportState,
)
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.projects import (
    CityServiceRecord,
    PhaseRecord,
    ProjectFigures,
    SupportItemRecord,
)
from workshop.models.records.reports import (
    FormReport,
    PhaseSummary,
    PollReport,
    ProjectReport,
    SessionSummary,
)
from workshop.models.records.retention import MoveCount, RetentionCounts


def project_report() -> ProjectReport:
    """A project in its third phase."""
    kinds = (
        (PhaseKind.PREPARATION, PhaseState.CLOSED, date(2026, 3, 2), date(2026, 3, 28)),
        (PhaseKind.PLANNING, PhaseState.CLOSED, date(2026, 4, 1), date(2026, 5, 30)),
        (PhaseKind.OPERATION, PhaseState.OPEN, date(2026, 6, 1), None),
        (PhaseKind.EVALUATION, PhaseState.PLANNED, None, None),
    )
    phases = tuple(
        PhaseSummary(
            PhaseRecord(key(20 + at), key(1), kind, state, opened or date(2026, 10, 1), opened, closed, ""),
            tuple(_support(100 * at + n, key(20 + at), text, n) for n, text in enumerate(SUPPORT)),
            (_summary(kind),) if at < 3 else (),
        )
        for at, (kind, state, opened, closed) in enumerate(kinds)
    )
    services = (
        CityServiceRecord(
            key(500),
            key(1),
            "바닥 신호등",
            "횡단보도 바닥에 신호를 비춘다.",
            ServiceKind.SOPHISTICATION,
            ServiceState.PILOT,
        ),
        CityServiceRecord(
            key(501),
            key(1),
            "골목 안전 신고",
            "고장 난 가로등과 위험한 곳을 사진으로 알린다.",
            ServiceKind.USED_BY_CITIZENS,
            ServiceState.RUNNING,
        ),
        CityServiceRecord(
            key(502),
            key(1),
            "걷는 버스",
            "이웃이 아이들과 함께 학교까지 걷는다.",
            ServiceKind.PROVIDED_BY_CITIZENS,
            ServiceState.PROPOSED,
        ),
    )
    figures = ProjectFigures(32, 30, 24, 82, 9, 5, 14, 8, 2, "72.5", 28)
    return ProjectReport(
        PROJECT,
        "HB-2026-R",
        date(2026, 7, 20),
        figures,
        phases,
        services,
        board(),
        (service_change(),),
        (
            *FOLLOW_UPS,
            follow_up(
                604, FollowUpKind.ACTION, "후문 바닥 신호등 추가 설치 검토", date(2026, 7, 10), department="교통과"
            ),
        ),
        SEOUL,
        CHECKSUM,
        retention=retention(),
    )


def retention() -> RetentionCounts:
    """Of twelve operators seven came from one session to one service; three want to be called again."""
    moved = MoveCount(SESSION.title, datetime(2026, 5, 9, 5, 3, tzinfo=UTC), "걷는 버스", 7)
    return RetentionCounts(attended=30, returning=24, moved=12, call_again=None, moves=(moved,), others=5)


def empty_project_report() -> ProjectReport:
    """A project that has only been named."""
    project = replace(PROJECT, starts_on=None, ends_on=None, city="", host="", purpose="")
    figures = ProjectFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, "", 0)
    return ProjectReport(
        project, "HB-2026-R", date(2026, 3, 2), figures, (), (), IdeaBoard((), ()), (), (), SEOUL, CHECKSUM
    )


SUPPORT = (
    "다양한 시민에게 닿는 모집 공고",
    "나이·성별·사는 곳의 균형",
    "스마트도시 서비스를 쉽게 풀어 쓴 소개",
    "교육 계획과 자료",
    "개인정보 수집·이용 동의서",
)


def _support(number: int, phase_id: UUID, text: str, at: int) -> SupportItemRecord:
    state = (SupportState.DONE, SupportState.DONE, SupportState.OPEN, SupportState.DONE, SupportState.NOT_NEEDED)[at]
    note = "행정복지센터 세 곳과 학교 두 곳에 붙임" if at == 0 else ""
    return SupportItemRecord(
        key(2000 + number), phase_id, at, text, state, "시민참여단" if at < 3 else "", date(2026, 3, 20), note
    )


def _summary(kind: PhaseKind) -> SessionSummary:
    rich = kind is PhaseKind.PLANNING
    session = SESSION if rich else replace(SESSION, phase=kind, number=1, title="발대식과 교육")
    polls = (PollReport(poll(), poll_result()),) if rich else ()
    return SessionSummary(session, 32, 24 if rich else 0, polls, (FormReport(form_result().form, form_result()),), 4)
