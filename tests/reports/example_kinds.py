"""A record for every kind of report: one with little in it, one with much."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.reports import examples
from tests.reports.example_forms import form_result, key
from tests.reports.example_projects import empty_project_report, project_report
from workshop.models.enums import (
    BallotKind,
    CostBand,
    IssueCategory,
    IssueSource,
    IssueState,
    NoteKind,
    PollState,
    ProposalState,
    Role,
    Sector,
    ServiceKind,
    ServiceState,
)
from workshop.models.records.handouts import (
    AgendaHandout,
    AttendanceList,
    BallotPapers,
    Certificates,
    CertifiedPerson,
    ConsentForms,
    ListedPerson,
    NameTag,
    NameTags,
)
from workshop.models.records.ideas import IdeaBoard, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.report_extracts import (
    ChallengeBrief,
    DepartmentPart,
    DepartmentReport,
    DepartmentTask,
    EvaluationReport,
    HeldForm,
    PollSheet,
    VoteEvidence,
)
from workshop.models.records.reports import FormReport, PhaseReport, PollReport, ReportPhoto, SessionReport
from workshop.services.evaluation.publishing import published

DAY = date(2026, 5, 20)
SERVICE = CityServiceRecord(
    key(700), key(1), "안심 신호", "보행 신호를 6초 늘린다.", ServiceKind.USED_BY_CITIZENS, ServiceState.PILOT
)
ISSUE = LocalIssueRecord(
    key(710), key(1), key(3), None, 1, "정문 앞 보행 신호가 12초뿐이다", IssueCategory.SAFETY, "행복초 정문", None,
    IssueSource.OBSERVATION, "현장 걷기", IssueState.OPEN, "", None, examples.START,
)  # fmt: skip
PROPOSAL = ProposalRecord(
    key(720), key(1), key(3), 1, "보행 신호 6초 연장", "아이와 어르신이 다 건너지 못한다", "초등학생과 어르신",
    "신호 제어기 설정", CostBand.UNDER_10_MILLION, ServiceKind.SOPHISTICATION, ProposalState.PROPOSED, "", key(200), None,
    examples.START,
)  # fmt: skip
NOTES = (
    NoteRecord(key(730), key(1), key(3), key(10_001), None, None, NoteKind.FOR, "바로 해 볼 수 있다", Role.FACILITATOR,
               examples.START, None),
    NoteRecord(key(731), key(1), key(3), None, key(200), None, NoteKind.QUESTION, "차가 밀리지 않을까", Role.FACILITATOR,
               examples.START, None),
    NoteRecord(key(732), key(1), key(3), None, None, key(720), NoteKind.FACT, "지난해 사고 3건", Role.FACILITATOR,
               examples.START, None),
)  # fmt: skip
LOST_PHOTO = ReportPhoto("ab" * 32, "밤의 공원 뒷길", idea=11)


def discussed_session(photos: tuple[ReportPhoto, ...] = (LOST_PHOTO,)) -> SessionReport:
    """The rich session with notes, a local issue, a proposal and photos."""
    return replace(examples.session_report(), notes=NOTES, issues=(ISSUE,), proposals=(PROPOSAL,), photos=photos)


def phase_report(*, rich: bool = True) -> PhaseReport:
    """One phase of the project, planned or held."""
    whole = project_report() if rich else empty_project_report()
    return PhaseReport(
        whole.project, "HB-2026-P2-R", DAY, project_report().phases[1 if rich else 3], 29 if rich else 0,
        examples.board() if rich else IdeaBoard((), ()), whole.services, whole.changes, whole.follow_ups, examples.SEOUL,
        examples.CHECKSUM,
    )  # fmt: skip


def poll_sheet(*, options: int = 0, closed: bool = True) -> PollSheet:
    """The vote of the session, or one with so many long options, or one that is still open."""
    points = examples.POINTS
    if options:
        points = tuple((f"{number}번째 안: {'골목마다 밝은 등을 ' * 9}", options - number) for number in range(options))
    result = examples.poll_result(points)
    poll = PollReport(result.poll, result) if closed else PollReport(examples.poll(state=PollState.OPEN), None)
    return PollSheet(
        examples.PROJECT, examples.PLANNING, examples.SESSION, "HB-2026-P2-03-V1", poll, examples.FOLLOW_UPS[:2],
        examples.SEOUL, examples.CHECKSUM,
    )  # fmt: skip


def evaluation_report(*, rich: bool = True) -> EvaluationReport:
    """A service evaluated once, and once by too few; or never."""
    result = form_result()
    few = published(replace(form_result(), form=replace(result.form, title="두 번째 평가"), respondents=3))
    forms = (
        HeldForm(examples.SESSION, FormReport(result.form, result)),
        HeldForm(examples.SESSION, FormReport(few.form, few)),
    )
    return EvaluationReport(
        examples.PROJECT, SERVICE, "HB-2026-E1", DAY, forms if rich else (), project_report().changes if rich else (),
        examples.SEOUL, examples.CHECKSUM,
    )  # fmt: skip


def department_report(*, rich: bool = True) -> DepartmentReport:
    """Two departments and what belongs to none."""
    session = examples.SESSION
    parts = tuple(
        DepartmentPart(
            name,
            tuple(
                DepartmentTask(item, session, "학교 앞 횡단보도 신호를 길게")
                for item in examples.FOLLOW_UPS
                if item.department == name
            ),
        )
        for name in ("교통과", "도로과", "")
    )
    return DepartmentReport(
        examples.PROJECT, "HB-2026-D", date(2026, 6, 20), parts if rich else (), examples.SEOUL, examples.CHECKSUM
    )


def challenge_brief(count: int = 23) -> ChallengeBrief:
    """A theme with so many ideas; with none there is no evidence either."""
    theme = ThemeRecord(key(200), key(1), 0, "횡단보도와 신호", 0, count)
    ideas = tuple(replace(idea, theme_id=theme.id) for idea in examples.many_ideas(count).ideas)
    result = examples.poll_result()
    rich = count > 0
    return ChallengeBrief(
        examples.PROJECT, theme, "HB-2026-C1", DAY, count, ideas, (VoteEvidence(result, result.lines[:2]),) if rich else (),
        (ISSUE,) if rich else (), (PROPOSAL,) if rich else (), NOTES[1:] if rich else (),
        examples.FOLLOW_UPS[:1] if rich else (), (LOST_PHOTO,) if rich else (), examples.SEOUL, examples.CHECKSUM,
    )  # fmt: skip


def attendance_list(people: int = 40) -> AttendanceList:
    """So many expected, the first with a name."""
    listed = tuple(ListedPerson(n, "남궁민수" if n == 1 else "", Sector.CITIZEN) for n in range(1, people + 1))
    return AttendanceList(examples.PROJECT, examples.SESSION, "HB-2026-P2-03-A", listed, 6)


def name_tags(people: int = 11) -> NameTags:
    """So many tags, the first with a name."""
    tags = tuple(NameTag(n, f"{n:02}-{(n * 37) % 1000:03}", "남궁민수" if n == 1 else "") for n in range(1, people + 1))
    return NameTags(examples.PROJECT, examples.SESSION, tags, 4)


def agenda_handout() -> AgendaHandout:
    """The running order of the session with its house rules."""
    session = replace(examples.SESSION, house_rules="- 남의 말을 끝까지 듣습니다.\n- 비판보다 보태기를 먼저 합니다.")
    return AgendaHandout(examples.PROJECT, session, examples.activities())


def ballot_papers(kind: BallotKind = BallotKind.DOTS, count: int = 4) -> BallotPapers:
    """So many ballots of the vote, filled in in one way or another."""
    poll = replace(examples.poll(), ballot=kind, budget=100, unit="만 원")
    options = tuple(replace(option, cost=10 * (option.position + 1)) for option in poll.options)
    return BallotPapers(examples.PROJECT, examples.SESSION, replace(poll, options=options), count)


def certificates() -> Certificates:
    """Two people, one by name."""
    people = (
        CertifiedPerson(3, "남궁민수", (examples.SESSION,)),
        CertifiedPerson(17, "", (examples.SESSION, replace(examples.SESSION, title="성과공유회"))),
    )
    return Certificates(examples.PROJECT, "HB-2026-Z", DAY, people)


LITTLE: dict[str, Any] = {
    "session": examples.empty_session_report(),
    "phase": phase_report(rich=False),
    "project": empty_project_report(),
    "poll": poll_sheet(closed=False),
    "evaluation": evaluation_report(rich=False),
    "attendance": attendance_list(0),
    "name-tags": name_tags(0),
    "consent": ConsentForms(replace(examples.PROJECT, ends_on=None, host=""), "HB-2026-K"),
    "handout": replace(agenda_handout(), activities=examples.activities()[:1]),
    "ballots": ballot_papers(BallotKind.YES_NO, 1),
    "department": department_report(rich=False),
    "brief": challenge_brief(0),
    "certificate": replace(certificates(), people=certificates().people[:1]),
}
MUCH: dict[str, Any] = {
    "session": replace(discussed_session(), board=examples.many_ideas(80)),
    "phase": phase_report(),
    "project": replace(project_report(), board=examples.many_ideas(80)),
    "poll": poll_sheet(options=24),
    "evaluation": evaluation_report(),
    "attendance": attendance_list(),
    "name-tags": name_tags(),
    "consent": ConsentForms(examples.PROJECT, "HB-2026-K"),
    "handout": agenda_handout(),
    "ballots": ballot_papers(),
    "department": department_report(),
    "brief": challenge_brief(80),
    "certificate": certificates(),
}
