"""The library that the states of the shared screen are drawn on: a room at work, with votes and forms of every kind.

Its votes are found by their titles (`SIX`, `TWENTY_FOUR` …); it joins `libraries.MAKERS` as `screen`.
"""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID, uuid4

from tests.gallery.libraries import MAKERS
from workshop.language import load_language
from workshop.models.enums import ActivityKind, BallotKind, Stage
from workshop.models.records.votes import PollRecord
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.projects import projects
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.services.voting import polls, voting

SCREEN = "screen"
SIX = "가장 먼저 바꿔야 할 것에 점 3개를 붙이세요"
TWENTY_FOUR = "Which of these should the city change first?"
EIGHTY = "올해 함께 풀고 싶은 문제를 모두 골라 주세요"
APPROVAL_SIX, APPROVAL_TWENTY_FOUR = "함께할 일을 골라 주세요", "Which of these would you support?"
MANY_DOTS = "예산처럼 나누어 주세요"
PLAIN, TIED, LONG, NOTHING = "가장 먼저 바꿔야 할 것", "시범사업으로 할 것", "올해 풀 문제", "비어 있는 투표"
DRAFT = "나중에 열 투표"

NOBODY, FEW, MANY = "none", "few", "many"
QUESTION = "우리 동네에서 불편하거나 위험하다고 느낀 것은 무엇인가요?"

OPTIONS = (
    "학교 앞 횡단보도 신호를 길게",
    "골목 불법 주차 알림",
    "어두운 길에 스마트 가로등",
    "통학 시간 차 없는 거리",
    "걷는 버스, 함께 걷는 이웃",
    "공사 구간 우회 안내 표지",
)
_ENGLISH = (
    "Longer green lights at the crossing in front of the school",
    "Warn of cars parked in narrow lanes",
    "Street lamps that brighten when somebody comes",
    "No cars on school streets in the morning",
    "A walking bus with neighbours",
    "Signs that lead around building sites",
    "Benches at every bus stop",
    "A bell for help in the underpass",
)
_IDEAS = (
    "횡단보도 신호가 짧아서 할머니들이 뛰어가십니다",
    "공사장 옆 길이 막혀서 아이들이 차도로 걸어요",
    "비 오는 날 정문 앞에 차가 엉킵니다",
    "가로등 하나가 꺼진 지 두 달이 됐어요",
    "The bus stop by the market has no roof, and the timetable cannot be read by anybody who is not very tall",
    "자전거가 인도로 빠르게 지나가서 어린아이를 데리고 걸을 때 무섭습니다. 특히 학원이 끝나는 여섯 시쯤에 심합니다.",
    "골목 모퉁이에 거울이 있으면 좋겠어요",
)


def _room(library: Library) -> None:
    """Thirty people in a running session, and one more session that is planned."""
    korean = load_language("ko")
    project_id = projects.create_project(library, title="안심 통학로 리빙랩", language=korean).record.id
    people = participants.register_many(library, project_id=project_id, count=30).record
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=korean, template_key="problem-finding", on=date(2026, 11, 28),
        starts_at=time(14), place="행복시민회관 소강당", host="행복시 스마트도시 중간지원센터 · 시민참여단",
    ).record  # fmt: skip
    lab_sessions.prepare_session(
        library, project_id=project_id, language=korean, title="아이디어 다듬기", on=date(2026, 12, 12),
        starts_at=time(14), place="행복시민회관 소강당",
    )  # fmt: skip
    running.start_session(library, session_id=session.id)
    attendance.everyone_present(library, session_id=session.id)
    _write(library, session.id)
    _vote(library, session.id, [person.id for person in people])
    for instrument in ("session-feedback", "operator-survey", "sus", "participant-survey"):
        stage = Stage.BASELINE if instrument == "sus" else Stage.DURING
        made = evaluations.make_form(
            library, session_id=session.id, instrument=instrument, language=korean, stage=stage
        ).record
        evaluations.open_form(library, form_id=made.id)


def _write(library: Library, session_id: UUID) -> None:
    """Three activities, with no idea, a few and many."""
    for title, count in ((NOBODY, 0), (FEW, 2), (MANY, 47)):
        activity = agenda.add_activity(
            library, session_id=session_id, kind=ActivityKind.IDEA_BOOTH, title=title, question=QUESTION, minutes=10
        ).record
        for place in range(count):
            ideas.add_idea(library, session_id=session_id, activity_id=activity.id, text=_IDEAS[place % len(_IDEAS)])
        agenda.edit_activity(library, activity_id=activity.id, title="아이디어 부스")


def _vote(library: Library, session_id: UUID, people: Sequence[UUID]) -> None:
    english = [f"{_ENGLISH[place % len(_ENGLISH)]}{'' if place < 8 else f' ({place // 8 + 1})'}" for place in range(24)]
    eighty = [f"{place + 1}. {(OPTIONS + _ENGLISH)[place % 14]}" for place in range(80)]

    def make(title: str, options: Sequence[str], dots: int = 3, per_option: int = 3) -> PollRecord:
        kind = BallotKind.DOTS if per_option > 1 else BallotKind.APPROVAL
        drafts = [polls.OptionDraft(text) for text in options]
        return polls.make_poll(
            library, session_id=session_id, title=title, ballot=kind, dots=dots, per_option=per_option, options=drafts
        ).record

    for title, options, dots, per_option in (
        (SIX, OPTIONS, 3, 3), (TWENTY_FOUR, english, 3, 3), (EIGHTY, eighty, 5, 1), (MANY_DOTS, OPTIONS, 20, 20),
        (APPROVAL_SIX, OPTIONS, 2, 1), (APPROVAL_TWENTY_FOUR, english, 5, 1),
    ):  # fmt: skip
        polls.open_poll(library, poll_id=make(title, options, dots, per_option).id)
    six = next(poll for poll in polls.list_polls(library, session_id=session_id) if poll.title == SIX)
    voting.cast_ballot(library, poll_id=six.id, participant_id=people[-1], choices={}, ballot_id=uuid4())
    make(DRAFT, OPTIONS)
    _close(library, make(PLAIN, OPTIONS), people, (27, 21, 14, 12, 8, 3))
    _close(library, make(TIED, OPTIONS), people, (19, 19, 19, 14, 14, 0))
    _close(library, make(LONG, english), people, tuple(range(14, 0, -1)))
    _close(library, make(NOTHING, OPTIONS), people, ())


def _close(library: Library, poll: PollRecord, people: Sequence[UUID], points: Sequence[int]) -> None:
    """Dots placed so that the options get these points; who has none left casts a blank ballot."""
    polls.open_poll(library, poll_id=poll.id)
    heap = [option.id for option, count in zip(poll.options, points, strict=False) for _ in range(count)]
    for place, person in enumerate(people[:29]):
        taken = heap[place * poll.dots : (place + 1) * poll.dots]
        choices = {option: taken.count(option) for option in taken}
        voting.cast_ballot(library, poll_id=poll.id, participant_id=person, choices=choices, ballot_id=uuid4())
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)


MAKERS.setdefault(SCREEN, _room)
