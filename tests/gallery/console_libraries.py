"""The libraries that the states of the console are drawn on: a session in several moments, one with very much, one with nothing.

They join `libraries.MAKERS` under the names below. `WORKSHOP` has begun; the moments after it are made from it.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from tests.gallery.libraries import BASES, MAKERS, MOMENTS, NOW
from workshop.language import load_language
from workshop.models.enums import (
    ActivityKind,
    AgeBand,
    ConsentPurpose,
    FollowUpKind,
    FollowUpState,
    Gender,
    ItemKind,
    Presence,
    Sector,
    ServiceKind,
    Stage,
)
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas import ideas, merging, themes
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.projects import city_services, follow_ups, phases, projects
from workshop.services.sample.sample_clock import room_time
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.services.voting import polls, voting

BARE, PREPARED, WORKSHOP, VOTING, REVEALED, FORMS, FULL, MANY = (
    "bare", "prepared", "workshop", "voting", "revealed", "forms", "full", "many",
)  # fmt: skip
OPEN_VOTE, CLOSED_VOTE, TIED_VOTE, DRAFT_VOTE = "점 투표", "닫힌 투표", "동점인 투표", "준비 중인 투표"

_DAY = date(2026, 11, 28)
_KOREAN = load_language("ko")
_IDEAS = (
    "횡단보도 신호가 짧아서 할머니들이 뛰어가십니다",
    "공사장 옆 길이 막혀서 아이들이 차도로 걸어요",
    "비 오는 날 정문 앞에 차가 엉킵니다",
    "가로등 하나가 꺼진 지 두 달이 됐어요",
    "The bus stop by the market has no roof and no light",
    "자전거가 인도로 빠르게 지나가서 어린아이를 데리고 걸을 때 무섭습니다. 특히 학원이 끝나는 여섯 시쯤에 심합니다.",
    "골목 모퉁이에 거울이 있으면 좋겠어요",
    "경사로가 가팔라서 휠체어로 혼자 올라갈 수 없습니다",
)
_THEMES = ("건너기", "어두운 길", "막힌 길", "학교 앞")
_LONG_IDEA = ("모두가 마음 놓고 걷는 길을 만들려면 먼저 어디가 왜 위험한지 함께 보아야 합니다. " * 9)[:300]
_ODD_IDEAS = (
    _LONG_IDEA,
    "👵🏽🚸 할머니와 손주가 함께 건너는 신호 🚦✨",
    "兒童保護區域(어린이 보호 구역)을 넓힙니다",
    "길",
    "a" * 90,
)


def _bare(library: Library) -> None:
    """A project in which nothing has been done."""
    projects.create_project(library, title="초록시 걷기 좋은 길", city="초록시", language=_KOREAN)


def _prepared(library: Library) -> None:
    """Sessions in preparation: an empty running order, one that is too long, one with a vote and a form to be set up."""
    _bare(library)
    project_id = projects.list_projects(library)[0].project.id
    participants.register_many(library, project_id=project_id, count=12)
    lab_sessions.prepare_session(library, project_id=project_id, language=_KOREAN, title="빈 회차")
    long = lab_sessions.prepare_session(
        library, project_id=project_id, language=_KOREAN, template_key="problem-finding", title="시간이 넘치는 회차",
        on=_DAY, starts_at=time(14), place="초록시민회관 2층", host="초록시 시민참여단",
    ).record  # fmt: skip
    for kind in ActivityKind:
        agenda.add_activity(
            library, session_id=long.id, kind=kind, title=_KOREAN.tell(title_of(kind)), minutes=25, question=""
        )
    lab_sessions.prepare_session(
        library, project_id=project_id, language=_KOREAN, template_key="field-evaluation", on=_DAY + timedelta(7),
        starts_at=time(10), place="초록초등학교", host="초록시 시민참여단",
    )  # fmt: skip


def _workshop(library: Library) -> None:
    """A session that has begun with 22 of 24 people, ideas on the wall, a vote and forms to be opened."""
    project_id = projects.create_project(
        library, title="초록시 걷기 좋은 길", city="초록시", host="초록시 시민참여단", language=_KOREAN,
        starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 30),
    ).record.id  # fmt: skip
    people = _register(library, project_id, 24)
    service = city_services.add_service(
        library, project_id=project_id, title="보행신호 연장", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=_KOREAN, template_key="problem-finding", on=_DAY,
        starts_at=time(14), place="초록시민회관 2층", host="초록시 시민참여단",
    ).record  # fmt: skip
    lab_sessions.prepare_session(
        library, project_id=project_id, language=_KOREAN, template_key="idea-workshop", on=_DAY + timedelta(14),
        starts_at=time(14), place="초록시민회관 2층",
    )  # fmt: skip
    parts = lab_sessions.session_plan(library, session_id=session.id).activities
    writing = next(part for part in parts if part.kind is ActivityKind.SILENT_WRITING)
    for kind, title in ((ActivityKind.IDEA_BOOTH, "의견 부스"), (ActivityKind.DECISIONS, "결정 적기")):
        agenda.add_activity(
            library, session_id=session.id, kind=kind, title=title, minutes=15, question=writing.question
        )
    asked = agenda.add_activity(
        library, session_id=session.id, kind=ActivityKind.EVALUATION, title="서비스 평가", minutes=10
    ).record
    agenda.add_activity(library, session_id=session.id, kind=ActivityKind.CLOSE, title="마무리", minutes=5)
    evaluations.make_form(
        library, session_id=session.id, instrument="service-quality", language=_KOREAN, service_id=service.id,
        activity_id=asked.id, stage=Stage.BASELINE,
    )  # fmt: skip
    running.start_session(library, session_id=session.id)
    attendance.everyone_present(library, session_id=session.id)
    for person in people[22:]:
        attendance.set_presence(library, session_id=session.id, participant_id=person, presence=Presence.LEFT)
    running.begin_activity(library, activity_id=writing.id)
    _write(library, project_id, session.id, writing.id, people, 32)


def _voting(library: Library) -> None:
    """Its vote is open, and 15 have voted; another is closed and not revealed, another in preparation."""
    session_id = running_session(library)
    people = _present(library, session_id)
    opened = next(poll for poll in polls.list_polls(library, session_id=session_id))
    board = ideas.idea_board(library, session_id=session_id)
    drafts = [polls.OptionDraft(theme.title, theme_id=theme.id) for theme in board.themes]
    polls.set_options(library, poll_id=opened.id, options=drafts)
    closed = _poll(library, session_id, CLOSED_VOTE)
    _cast(library, closed, people)
    polls.close_poll(library, poll_id=closed.id)
    _draft(library, session_id, DRAFT_VOTE)
    running.begin_activity(library, activity_id=opened.activity_id or session_id)
    _cast(library, polls.open_poll(library, poll_id=opened.id).record, people[:15])


def _revealed(library: Library) -> None:
    """A vote with two in the first place is revealed; one with 24 options as well."""
    session_id = running_session(library)
    people = _present(library, session_id)
    for title, count in (("스물네 가지", 24), (TIED_VOTE, 6)):
        poll = _poll(library, session_id, title, count)
        _cast(library, poll, people)
        polls.close_poll(library, poll_id=poll.id)
        polls.reveal_poll(library, poll_id=poll.id)


def _forms(library: Library) -> None:
    """Forms in all states: to be opened, open with a few answers, closed with many, closed with too few to be shown."""
    project_id, session_id = _project(library), running_session(library)
    people = [line.participant.id for line in participants.list_people(library, project_id=project_id)]
    service = city_services.list_services(library, project_id=project_id)[0]
    planned = next(
        form for form in evaluations.list_forms(library, project_id=project_id) if form.service_id is not None
    )
    for title, instrument, count in (
        ("열린 설문", "session-feedback", 9), ("닫힌 설문", "operator-survey", 22), ("사용성 설문", "sus", 18),
        ("답이 적은 설문", "participant-survey", 2),
    ):  # fmt: skip
        form = evaluations.make_form(
            library, session_id=session_id, instrument=instrument, language=_KOREAN, title=title, service_id=service.id
        ).record
        evaluations.open_form(library, form_id=form.id)
        _answer(library, form, people[:count])
        if instrument != "session-feedback":
            evaluations.close_form(library, form_id=form.id)
    evaluations.open_form(library, form_id=planned.id)
    _answer(library, planned, people[:9])
    running.begin_activity(library, activity_id=planned.activity_id or session_id)


def _full(library: Library) -> None:
    """Very much of everything, and very long words."""
    project_id = projects.create_project(
        library, title="초록시와 이웃 다섯 도시가 함께 만드는, 누구나 마음 놓고 걸을 수 있는 안심 보행 환경 시민참여 리빙랩 2026",
        city="초록특별자치시 북부생활권", host="초록특별자치시 스마트도시 중간지원센터 · 시민참여단 · 마을공동체지원센터",
        language=_KOREAN, starts_on=date(2026, 1, 5), ends_on=date(2027, 12, 31),
    ).record.id  # fmt: skip
    people = _register(library, project_id, 60)
    keys = ("kick-off", "problem-finding", "idea-workshop", "budgeting", "field-evaluation", "results-sharing")
    sessions = [
        lab_sessions.prepare_session(
            library, project_id=project_id, language=_KOREAN, template_key=keys[place % 6], starts_at=time(14),
            on=date(2026, 11, 28) + timedelta(7 * place), place="초록특별자치시 시민회관 별관 지하 2층 다목적 소강당",
        ).record
        for place in range(8)
    ]  # fmt: skip
    session = sessions[1]
    running.start_session(library, session_id=session.id)
    attendance.everyone_present(library, session_id=session.id)
    parts = lab_sessions.session_plan(library, session_id=session.id).activities
    writing = next(part for part in parts if part.kind is ActivityKind.SILENT_WRITING)
    running.begin_activity(library, activity_id=writing.id)
    _write(library, project_id, session.id, writing.id, people, 80)
    for text in _ODD_IDEAS:
        ideas.add_idea(library, session_id=session.id, activity_id=writing.id, text=text)
    long = "아주 긴 이름을 가진 투표: 올해 안에 함께 풀고 싶은 문제 가운데 가장 먼저 풀어야 할 것은 무엇입니까?"
    poll = _poll(library, session.id, long, 24)
    _cast(library, poll, people[:40])
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    _follow_ups(library, project_id)
    for number, kind in enumerate(ServiceKind, start=1):
        city_services.add_service(
            library,
            project_id=project_id,
            kind=kind,
            title=f"{number}. 어린이와 어르신이 함께 걷는 버스와 밝기 지도 알림 서비스",
        )
    first = phases.list_phases(library, project_id=project_id)[0]
    for number in range(6):
        phases.add_support_item(library, phase_id=first.id, text=f"{_IDEAS[5]} ({number + 1})")


def _many(library: Library) -> None:
    """Ten projects, two of them for practice."""
    for number in range(9):
        projects.create_project(
            library,
            title=f"{number + 1}. {_THEMES[number % 4]} 리빙랩",
            city="초록시",
            practice=number > 6,
            language=_KOREAN,
        )


def _follow_ups(library: Library, project_id: UUID) -> None:
    """Every fifth day one is due, beginning three weeks ago; four are overdue, and the others are in all states."""
    states, departments = list(FollowUpState), ("교통과", "도로과", "스마트도시과 공간정보팀")
    for number in range(12):
        follow_ups.add_follow_up(
            library,
            project_id=project_id,
            kind=FollowUpKind.ACTION if number % 3 else FollowUpKind.DECISION,
            text=_IDEAS[number % 8],
            reason="투표에서 가장 많은 점을 받았습니다",
            department=departments[number % 3],
            responsible="" if number % 2 else "김 주무관",
            due_on=NOW.date() + timedelta(number * 5 - 20),
            state=states[number % 4] if number > 4 else FollowUpState.OPEN,
            told_back="" if number % 4 else "다음 달부터 시범 운영합니다.",
        )


def running_session(library: Library) -> UUID:
    """The session that is running in the first project."""
    found = projects.list_projects(library)[0].running_session_id
    assert found is not None
    return found


def _project(library: Library) -> UUID:
    return projects.list_projects(library)[0].project.id


def _present(library: Library, session_id: UUID) -> list[UUID]:
    lines = attendance.list_attendance(library, session_id=session_id)
    return [line.participant.id for line in lines if line.presence is Presence.PRESENT]


def _register(library: Library, project_id: UUID, count: int) -> list[UUID]:
    """People of all kinds, some of whom have told nothing."""
    bands, genders, sectors = list(AgeBand), list(Gender), (*[Sector.CITIZEN] * 5, *Sector)
    neighbourhoods = ("솔밭동", "새터동", "강변 1가동", "")
    return [
        participants.register_participant(
            library, project_id=project_id, sector=sectors[place % len(sectors)],
            age_band=bands[place % 8] if place % 5 else None, gender=genders[place % 2] if place % 7 else None,
            neighbourhood=neighbourhoods[place % 4], name=f"김시민 {place + 1}" if place % 3 else "",
            consents=list(ConsentPurpose)[: place % 5],
        ).record.id
        for place in range(count)
    ]  # fmt: skip


def _write(
    library: Library, project_id: UUID, session_id: UUID, activity_id: UUID, people: Sequence[UUID], count: int
) -> None:
    """Ideas, of which a part is sorted, two are chosen, one is merged and one withdrawn."""
    sorted_under = [themes.add_theme(library, project_id=project_id, title=title).record.id for title in _THEMES]
    written = [
        ideas.add_idea(
            library, session_id=session_id, activity_id=activity_id, text=_IDEAS[place % 8] + f" ({place // 8 + 1})",
            author=people[place % len(people)] if place % 4 else None,
            theme_id=sorted_under[place % 4] if place % 5 else None,
        ).record.id
        for place in range(count)
    ]  # fmt: skip
    for idea_id in written[:2]:
        ideas.choose_idea(library, idea_id=idea_id, chosen=True)
    merging.merge_ideas(library, into_id=written[2], idea_ids=[written[10]])
    ideas.withdraw_idea(library, idea_id=written[3], reason="이미 고쳤습니다")


def _draft(library: Library, session_id: UUID, title: str, count: int = 6) -> PollRecord:
    drafts = [polls.OptionDraft(f"{_IDEAS[place % 8]}{place // 8 or ''}") for place in range(count)]
    return polls.make_poll(library, session_id=session_id, title=title, options=drafts).record


def _poll(library: Library, session_id: UUID, title: str, count: int = 6) -> PollRecord:
    return polls.open_poll(library, poll_id=_draft(library, session_id, title, count).id).record


def _cast(library: Library, poll: PollRecord, people: Sequence[UUID]) -> None:
    """Each puts two dots on one option and one on another; the first two options get the same."""
    options = [option.id for option in poll.options]
    for place, person in enumerate(people):
        first, second = options[place % 2], options[2 + place * place % (len(options) - 2)]
        choices = {first: 2, second: 1}
        voting.cast_ballot(library, poll_id=poll.id, participant_id=person, choices=choices, ballot_id=uuid4())


def _answer(library: Library, form: FormRecord, people: Sequence[UUID]) -> None:
    for place, person in enumerate(people):
        values = {item.key: _value(item, place + number) for number, item in enumerate(form.items)}
        answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4(), participant_id=person)


def _value(item: ItemRecord, place: int) -> AnswerValue:
    """An answer to an item, a different one at each place."""
    match item.kind:
        case ItemKind.LIKERT:
            return item.low + (place * 3 + place // 2) % (item.high - item.low + 1)
        case ItemKind.NUMBER:
            return item.low + place % 5
        case ItemKind.SINGLE:
            return list(item.labels)[place % len(item.labels)]
        case ItemKind.MULTIPLE:
            return list(item.labels)[: 1 + place % 2]
    return ("다음에도 오고 싶습니다", "소리가 작아서 잘 들리지 않았어요. 마이크를 하나 더 두면 좋겠습니다.", "")[
        place % 3
    ]


_AFTERNOON = room_time(_DAY, time(14, 20))
for _name, _base, _make, _moment in (
    (BARE, "", _bare, NOW), (PREPARED, "", _prepared, NOW), (WORKSHOP, "", _workshop, _AFTERNOON),
    (VOTING, WORKSHOP, _voting, _AFTERNOON + timedelta(minutes=80)),
    (REVEALED, VOTING, _revealed, _AFTERNOON + timedelta(minutes=100)),
    (FORMS, WORKSHOP, _forms, _AFTERNOON + timedelta(minutes=120)), (FULL, "", _full, _AFTERNOON),
    (MANY, FULL, _many, _AFTERNOON + timedelta(minutes=9)),
):  # fmt: skip
    MAKERS[_name] = _make
    MOMENTS[_name] = _moment
    if _base:
        BASES[_name] = _base
