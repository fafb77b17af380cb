"""Hand-made records: a believable Korean session and project, and the odd cases that a report must stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from tests.reports.example_forms import START, form_result, key
from workshop.models.enums import (
    ActivityKind,
    AgeBand,
    BallotKind,
    Channel,
    Electorate,
    FollowUpKind,
    FollowUpState,
    Gender,
    IdeaState,
    OptionSource,
    PhaseKind,
    PhaseState,
    PollState,
    Sector,
    SessionState,
)
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.models.records.projects import (
    PhaseRecord,
    ProjectRecord,
)
from workshop.models.records.reports import (
    AttendanceCounts,
    CountLine,
    FormReport,
    PollReport,
    SessionReport,
    add_up_small,
    join_neighbours,
)
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollOptionRecord, PollRecord, PollResult, ResultLine

CHECKSUM = "9f2c41ab7e08d35516c0b7f2a4e98d1077c3be5a60f1429d8e3b5c7a91d04e62"
SEOUL = 540

THEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "횡단보도와 신호",
        (
            "학교 앞 횡단보도 신호를 길게",
            "우회전 차가 멈추지 않는 사거리에 바닥 신호등을 놓아 주세요. 아이들이 고개를 숙이고 걸어도 보입니다.",
            "후문 쪽은 신호가 아예 없어서 아침마다 어른이 나와 차를 세웁니다.",
            "보행 신호가 바뀌기 전에 남은 시간을 소리로도 알려 주면 좋겠습니다.",
            "횡단보도를 과속방지턱처럼 높여서 차가 저절로 느려지게",
            "신호를 조금만 더 길게 해 주세요. 할머니가 손주 손을 잡고 건너면 늘 모자랍니다.",
        ),
    ),
    (
        "어두운 길",
        (
            "어두운 길에 스마트 가로등",
            "학원 끝나는 밤 9시에 골목 가로등이 절반은 꺼져 있습니다.",
            "사람이 지나갈 때만 밝아지는 등이면 주민들 잠도 방해하지 않을 것 같아요.",
            "고장 난 가로등을 사진으로 바로 신고하고 언제 고쳐지는지 볼 수 있게",
            "공원 뒷길은 나무가 등을 가립니다. 가지치기만 해도 밝아집니다.",
        ),
    ),
    (
        "주정차와 차량",
        (
            "통학 시간 차 없는 거리",
            "골목 불법 주차 알림",
            "등교 시간 20분만이라도 학교 앞길을 막고 걷게 해 주세요.",
            "승하차 구역을 정문에서 100미터 떨어진 곳에 따로 만들기",
            "배달 오토바이가 보도로 다닙니다. 바닥에 턱을 두면 어떨까요?",
            "주차 차량 사이에서 아이가 튀어나오는 곳을 지도에 표시해서 운전자 내비게이션에 알려 주기",
        ),
    ),
    (
        "함께 걷기",
        (
            "걷는 버스, 함께 걷는 이웃",
            "퇴직하신 어르신들이 교통 도우미로 아침에 함께 걸어 주시면 서로 얼굴도 익히고 좋습니다.",
            "저학년은 요일을 정해 6학년 형, 누나와 같이 가기",
            "비 오는 날 빌려 쓰는 투명 우산을 교문과 도서관에",
        ),
    ),
    (
        "알림과 정보",
        (
            "공사 구간 우회 안내 표지",
            "통학로 공사 일정을 학부모에게 미리 문자로",
            "위험한 곳을 아이들이 직접 그린 지도",
        ),
    ),
)
CHOSEN = {"학교 앞 횡단보도 신호를 길게", "어두운 길에 스마트 가로등", "통학 시간 차 없는 거리"}
POINTS = (
    ("학교 앞 횡단보도 신호를 길게", 27),
    ("어두운 길에 스마트 가로등", 21),
    ("통학 시간 차 없는 거리", 14),
    ("골목 불법 주차 알림", 14),
    ("걷는 버스, 함께 걷는 이웃", 8),
    ("공사 구간 우회 안내 표지", 3),
)
PROJECT = ProjectRecord(
    key(1),
    "안심 통학로 리빙랩",
    "행복시",
    "행복시 스마트도시 중간지원조직",
    "어린이가 걸어서 안전하게 학교에 다니는 길을 시민과 함께 만든다.",
    date(2026, 3, 2),
    date(2026, 11, 30),
    "HB",
    False,
    False,
)
PLANNING = PhaseRecord(
    key(2), key(1), PhaseKind.PLANNING, PhaseState.OPEN, date(2026, 4, 1), date(2026, 4, 4), None, ""
)
SESSION = LabSessionRecord(
    key(3),
    key(1),
    key(2),
    PhaseKind.PLANNING,
    3,
    "우선순위 투표 워크숍",
    "idea-workshop",
    date(2026, 5, 9),
    time(14, 0),
    120,
    "행복초등학교 강당",
    "도시재생과 · 시민참여단",
    "지난 두 회차에서 나온 통학로 문제를 함께 살피고, 올해 안에 시범으로 해 볼 일의 "
    "우선순위를 정한다.\n정한 까닭과 남은 일을 모두에게 알린다.",
    "",
    SessionState.CLOSED,
    False,
    START,
    START + timedelta(minutes=124),
    None,
    "HB-2026-P2-03",
)


def activities() -> tuple[ActivityRecord, ...]:
    """A running order that took a little longer than planned."""
    plan = (
        (ActivityKind.WELCOME, "맞이와 오늘의 목표", "", 10, 9),
        (ActivityKind.SILENT_WRITING, "혼자 적기", "아이가 걷는 길에서 가장 먼저 바뀌어야 할 것은 무엇인가요?", 15, 15),
        (ActivityKind.ROUND_ROBIN, "돌아가며 말하기", "", 25, 31),
        (ActivityKind.BREAK, "쉬는 시간", "", 10, 12),
        (ActivityKind.THEMES, "주제로 묶기", "", 20, 18),
        (ActivityKind.VOTE, "점 투표", "올해 시범으로 먼저 해 볼 일은 무엇인가요?", 15, 17),
        (ActivityKind.DECISIONS, "결정과 남은 일", "", 15, 14),
        (ActivityKind.EVALUATION, "서비스 평가", "", 10, 8),
    )
    made: list[ActivityRecord] = []
    moment = START
    for at, (kind, title, question, planned, real) in enumerate(plan):
        end = moment + timedelta(minutes=real)
        made.append(
            ActivityRecord(key(100 + at), key(3), at, kind, title, question, "", planned, 0, moment, end, None, None)
        )
        moment = end
    return tuple(made)


def board(themes: Sequence[tuple[str, Sequence[str]]] = THEMES, *, loose: Iterable[str] = ()) -> IdeaBoard:
    """Themes with their ideas: some chosen, one merged, one withdrawn."""
    ideas: list[IdeaRecord] = []
    records: list[ThemeRecord] = []
    for at, (title, texts) in enumerate(themes):
        records.append(ThemeRecord(key(200 + at), key(1), at, title, at % 4, len(texts)))
        ideas += [idea(len(ideas) + n + 1, text, theme=key(200 + at)) for n, text in enumerate(texts)]
    ideas += [idea(len(ideas) + n + 1, text, theme=None) for n, text in enumerate(loose)]
    if themes is THEMES:
        ideas[0] = replace(ideas[0], merged=1)
        ideas[5] = replace(ideas[5], state=IdeaState.MERGED, merged_into_id=ideas[0].id)
        ideas[15] = replace(
            ideas[15], state=IdeaState.WITHDRAWN, reason="경찰서와 이미 협의 중인 일이라 낸 사람이 거둠"
        )
    return IdeaBoard(tuple(records), tuple(ideas))


def idea(number: int, text: str, *, theme: UUID | None) -> IdeaRecord:
    """One idea, chosen where its text says so."""
    state = IdeaState.CHOSEN if text in CHOSEN else IdeaState.OPEN
    return IdeaRecord(
        key(10_000 + number),
        key(1),
        key(3),
        None,
        number,
        text,
        None,
        theme,
        number,
        state,
        None,
        0,
        "",
        Channel.SCREEN,
        START + timedelta(minutes=number),
    )


def poll(points: Sequence[tuple[str, int]] = POINTS, *, state: PollState = PollState.REVEALED) -> PollRecord:
    """A dot vote on these options."""
    options = tuple(
        PollOptionRecord(key(301 + at), key(300), at, text, None, None, at) for at, (text, _) in enumerate(points)
    )
    return PollRecord(
        key(300),
        key(1),
        key(3),
        None,
        "올해 시범으로 먼저 해 볼 일",
        BallotKind.DOTS,
        3,
        3,
        Electorate.PRESENT,
        OptionSource.OWN,
        True,
        state,
        "5d41402abc4b2a76",
        START,
        START + timedelta(minutes=100),
        START + timedelta(minutes=102),
        options,
    )


def poll_result(points: Sequence[tuple[str, int]] = POINTS) -> PollResult:
    """Its count, with every tie."""
    record = poll(points)
    ordered = sorted(zip(record.options, (n for _, n in points), strict=True), key=lambda pair: -pair[1])
    lines = tuple(ResultLine(option, n, 1 + sum(other > n for _, other in ordered)) for option, n in ordered)
    groups = {n: tuple(line.option.id for line in lines if line.points == n) for n in {line.points for line in lines}}
    ties = tuple(group for _, group in sorted(groups.items(), reverse=True) if len(group) > 1)
    return PollResult(
        record, 32, 29, ((Channel.SCREEN, 26), (Channel.CONSOLE, 0), (Channel.PAPER, 3)), 0, 0, lines, ties
    )


def follow_up(number: int, kind: FollowUpKind, text: str, due: date | None, **values: str) -> FollowUpRecord:
    """A decision or a thing to do."""
    return FollowUpRecord(
        key(number),
        key(1),
        key(3),
        kind,
        text,
        values.get("reason", ""),
        values.get("department", ""),
        values.get("responsible", ""),
        due,
        FollowUpState.OPEN,
        values.get("told_back", ""),
        None,
        None,
    )


FOLLOW_UPS = (
    follow_up(
        600,
        FollowUpKind.DECISION,
        "횡단보도 2곳 보행 신호 6초 연장 시범",
        date(2026, 6, 12),
        department="교통과",
        reason="가장 많은 점을 받았고, 예산 없이 신호 주기만 바꾸면 되어 바로 해 볼 수 있다.",
        told_back="6월 둘째 주부터 정문과 후문 횡단보도의 보행 신호가 6초 길어집니다. "
        "한 달 뒤 결과를 다음 회차에서 함께 봅니다.",
    ),
    follow_up(
        601,
        FollowUpKind.DECISION,
        "가로등 조도 조사와 교체 구간 제안",
        date(2026, 6, 30),
        department="도로과",
        responsible="가로등 담당",
        reason="두 번째로 많은 점을 받았으나 교체에는 예산이 들어 어두운 구간부터 조사한다.",
    ),
    follow_up(
        602, FollowUpKind.ACTION, "차 없는 거리 운영 시간 주민 설명회", date(2026, 5, 23), department="시민참여단"
    ),
    follow_up(
        603, FollowUpKind.ACTION, "투표 결과를 학교 누리집과 주민센터 게시판에 알리기", None, responsible="퍼실리테이터"
    ),
)


def attendance() -> AttendanceCounts:
    """Thirty-two who came, small bands kept back."""
    ages = (
        (AgeBand.TEENS, 2),
        (AgeBand.THIRTIES, 6),
        (AgeBand.FORTIES, 11),
        (AgeBand.FIFTIES, 6),
        (AgeBand.SIXTIES, 5),
        (None, 2),
    )
    return AttendanceCounts(
        4,
        31,
        1,
        (CountLine(Sector.CITIZEN, 29), CountLine(Sector.PUBLIC, 2), CountLine(Sector.COMPANY, 1)),
        (CountLine(Channel.SCREEN, 26), CountLine(Channel.CONSOLE, 6)),
        join_neighbours(tuple(CountLine(word, n) for word, n in ages)),
        add_up_small((CountLine(Gender.WOMAN, 18), CountLine(Gender.MAN, 12), CountLine(None, 2))),
    )


def session_report() -> SessionReport:
    """The rich session."""
    return SessionReport(
        PROJECT,
        PLANNING,
        SESSION,
        activities(),
        attendance(),
        board(),
        (PollReport(poll(), poll_result()),),
        (FormReport(form_result().form, form_result()),),
        FOLLOW_UPS,
        SEOUL,
        CHECKSUM,
    )


def empty_session_report() -> SessionReport:
    """A session of which nothing is known but its title."""
    session = replace(
        SESSION,
        on=None,
        starts_at=None,
        place="",
        host="",
        goals="",
        state=SessionState.DRAFT,
        opened_at=None,
        closed_at=None,
        title="새 회차",
        document_number="HB-P2-03",
    )
    return SessionReport(
        replace(PROJECT, starts_on=None, ends_on=None),
        PLANNING,
        session,
        (),
        AttendanceCounts(0, 0, 0, (), (), (), ()),
        IdeaBoard((), ()),
        (),
        (),
        (),
        SEOUL,
        CHECKSUM,
    )


def many_ideas(count: int) -> IdeaBoard:
    """So many different ideas in seven themes."""
    texts = [
        f"{number}번째 제안: {THEMES[number % 5][1][number % 3]} 그리고 그 다음 골목까지 이어 주세요."
        for number in range(count)
    ]
    return board([(f"주제 {at + 1}", texts[at::7]) for at in range(7)])
