"""The sample project is whole: counts as promised, references resolve, ballots and answers keep to the rules."""

import re
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from workshop.models.enums import (
    AgeBand,
    BallotKind,
    ConsentPurpose,
    FollowUpState,
    IdeaState,
    ItemKind,
    PhaseKind,
    PhaseState,
    ServiceKind,
    SessionState,
    Stage,
)
from workshop.models.errors import InputError
from workshop.resources import resource_path
from workshop.services.evaluation.instruments import find_instrument
from workshop.services.sample.sample_data import load_sample, read_sample
from workshop.services.sessions.session_templates import find_template, support_elements

SAMPLE = load_sample()
SESSIONS = {session.key: session for session in SAMPLE.sessions}
IDEAS = {idea.number: idea for board in SAMPLE.boards for idea in board.ideas}
FILES = sorted(resource_path("sample").glob("*.toml"))
each_session = pytest.mark.parametrize("session", SAMPLE.sessions, ids=lambda session: session.key)
each_poll = pytest.mark.parametrize("poll", SAMPLE.polls, ids=lambda poll: poll.key)
each_form = pytest.mark.parametrize("form", SAMPLE.forms, ids=lambda form: form.key)


def activity_kind(session_key, place):
    return find_template(SESSIONS[session_key].template).activities[place - 1]


def test_counts_are_as_promised():
    assert len(SAMPLE.sessions) == 6
    assert [person.number for person in SAMPLE.participants] == list(range(1, 33))
    assert {service.kind for service in SAMPLE.services} == set(ServiceKind)
    assert [phase.kind for phase in SAMPLE.phases] == list(PhaseKind)
    assert {session.phase for session in SAMPLE.sessions} == set(PhaseKind)
    held = [idea for key, session in SESSIONS.items() if session.state is SessionState.CLOSED
            for idea in SAMPLE.ideas_of(key)]  # fmt: skip
    assert len(held) >= 78
    assert 6 <= len(SAMPLE.themes) <= 8


def test_five_sessions_are_held_and_the_last_is_ready_to_be_played():
    assert [session.state for session in SAMPLE.sessions] == [SessionState.CLOSED] * 5 + [SessionState.DRAFT]
    last = SAMPLE.next_session
    assert last.key == "results_sharing"
    assert last.on == SAMPLE.facts.today
    assert SAMPLE.ideas_of(last.key)
    assert SAMPLE.polls_of(last.key)
    assert SAMPLE.forms_of(last.key)


def test_sessions_follow_each_other_within_the_project_on_saturdays_or_evenings():
    days = [session.on for session in SAMPLE.sessions]
    assert days == sorted(days)
    assert SAMPLE.facts.starts_on <= days[0]
    assert days[-1] <= SAMPLE.facts.ends_on
    for session in SAMPLE.sessions:
        assert session.on.weekday() == 5 or (session.on.weekday() < 5 and session.starts_at.hour >= 18)


def test_sessions_fall_into_their_phase_and_are_numbered_in_it():
    for phase in SAMPLE.phases:
        own = [session for session in SAMPLE.sessions if session.phase is phase.kind]
        assert [session.number for session in own] == list(range(1, len(own) + 1))
        assert phase.opened_on is not None
        for session in own:
            assert phase.opened_on <= session.on
            assert phase.closed_on is None or session.on <= phase.closed_on
        assert (phase.closed_on is not None) == (phase.state is PhaseState.CLOSED)
    assert len({session.document_number for session in SAMPLE.sessions}) == 6
    assert all(s.document_number.startswith(SAMPLE.facts.document_prefix) for s in SAMPLE.sessions)


@each_session
def test_a_session_matches_its_template(session):
    template = find_template(session.template)
    assert session.phase is template.phase
    assert len(session.activities) == len(template.activities)
    assert session.minutes >= template.minutes
    held = session.state is SessionState.CLOSED
    assert all((activity.real_minutes > 0) == held for activity in session.activities)


@each_session
def test_attendance_names_known_participants(session):
    known = {person.number for person in SAMPLE.participants}
    present = set(session.present)
    assert present <= set(session.expected) <= known
    assert len(present) == len(session.present)
    assert set(session.helped_on_paper) | set(session.left_early) <= present


def test_every_phase_has_a_mark_for_each_support_element():
    for phase in SAMPLE.phases:
        assert len(phase.support) == len(support_elements().of(phase.kind))


def test_participants_consented_and_cover_every_age():
    assert all(ConsentPurpose.USE in person.consents for person in SAMPLE.participants)
    assert {person.age_band for person in SAMPLE.participants} == set(AgeBand)


def test_ideas_are_numbered_through_and_of_readable_length():
    assert list(IDEAS) == list(range(1, len(IDEAS) + 1))
    assert len(IDEAS) == sum(len(board.ideas) for board in SAMPLE.boards)
    assert all(10 <= len(idea.text) <= 140 for idea in IDEAS.values())


def test_ideas_resolve():
    themes = {theme.key for theme in SAMPLE.themes}
    for board in SAMPLE.boards:
        assert 1 <= board.activity <= len(SESSIONS[board.session].activities)
        for idea in board.ideas:
            assert idea.author in SESSIONS[board.session].present
            assert idea.theme in themes | {""}
            assert (idea.state is IdeaState.MERGED) == (idea.merged_into != 0)
            assert (idea.state is IdeaState.WITHDRAWN) == bool(idea.reason)
            if idea.merged_into:
                assert IDEAS[idea.merged_into].state in {IdeaState.OPEN, IdeaState.CHOSEN}
                assert IDEAS[idea.merged_into].theme == idea.theme
    states = Counter(idea.state for idea in IDEAS.values())
    assert states[IdeaState.MERGED] >= 2
    assert states[IdeaState.WITHDRAWN] >= 1
    assert states[IdeaState.CHOSEN] >= 3
    assert {idea.theme for idea in IDEAS.values()} >= themes


def trigrams(text):
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text).casefold())
    return {plain[at : at + 3] for at in range(len(plain) - 2)}


def likeness(one, other):
    return len(one & other) / min(len(one), len(other))


def test_no_idea_is_another_one_in_other_words():
    grams = {number: trigrams(idea.text) for number, idea in IDEAS.items()}
    alike = [(one, other) for one, other in combinations(grams, 2) if likeness(grams[one], grams[other]) > 0.4]
    assert alike == []
    # The measure does see a copy that was only lightly changed.
    assert likeness(trigrams("골목 가로등이 꺼져 있어요."), trigrams("우리 골목 가로등이 꺼져 있다")) > 0.4


@each_poll
def test_ballots_keep_to_the_rules(poll):
    assert activity_kind(poll.session, poll.activity).poll is not None  # whose rules were then set as the sample says
    assert len(poll.ballots) == len(poll.voters) == len(set(poll.voters))
    assert set(poll.voters) <= set(SESSIONS[poll.session].present)
    assert list(poll.voters) == sorted(poll.voters)
    assert poll.ballot is not BallotKind.APPROVAL or poll.per_option == 1
    for ballot in poll.ballots:
        assert len(ballot) == len(poll.options)
        assert all(0 <= dots <= poll.per_option for dots in ballot)
        assert sum(ballot) <= poll.dots


@each_poll
def test_options_resolve(poll):
    themes = {theme.key: theme.title for theme in SAMPLE.themes}
    assert len({option.text for option in poll.options}) == len(poll.options)
    for option in poll.options:
        assert option.idea == 0 or IDEAS[option.idea].state in {IdeaState.OPEN, IdeaState.CHOSEN}
        assert option.theme == "" or themes[option.theme] == option.text


def test_the_idea_vote_ends_with_a_tie_for_third_place():
    poll = next(poll for poll in SAMPLE.polls if poll.key == "best_ideas")
    sums = {option.text: sum(dots) for option, dots in zip(poll.options, zip(*poll.ballots, strict=True), strict=True)}
    assert sums == {
        "학교 앞 횡단보도 신호를 길게": 27,
        "어두운 길에 스마트 가로등": 21,
        "통학 시간 차 없는 거리": 14,
        "골목 불법 주차 알림": 14,
        "걷는 버스, 함께 걷는 이웃": 8,
        "공사 구간 우회 안내 표지": 3,
    }


def test_the_budget_decision_is_what_the_ballots_say():
    poll = next(poll for poll in SAMPLE.polls if poll.key == "budget")
    sums = [sum(votes) for votes in zip(*poll.ballots, strict=True)]
    left, chosen = 5_000, []
    for votes, option in sorted(zip(sums, poll.options, strict=True), key=lambda pair: -pair[0]):
        cost = int(re.search(r"\(([\d,]+)만 원\)", option.text)[1].replace(",", ""))
        assert sums.count(votes) == 1
        if cost <= left:
            left -= cost
            chosen.append(option.text.split(" (")[0])
    assert chosen == ["보행신호 연장 2곳", "걷는 버스 두 노선", "밝기 지도 앱", "공사 구간 우회 안내 표지"]
    decision = next(entry for entry in SAMPLE.follow_ups if entry.poll == "budget")
    assert f"{5_000 - left:,}만 원" in decision.text


@each_form
def test_forms_and_answers_resolve(form):
    instrument = find_instrument(form.instrument)
    items = {item.key: item for item in instrument.items}
    if form.activity:
        planned = activity_kind(form.session, form.activity).form
        assert (planned.instrument, planned.stage) == (form.instrument, form.stage)
    assert form.service in {"", *(service.key for service in SAMPLE.services)}
    named = [answer.participant for answer in form.answers if answer.participant]
    assert len(set(named)) == len(named)
    assert set(named) <= set(SESSIONS[form.session].present)
    assert len(form.answers) <= len(SESSIONS[form.session].present)
    for answer in form.answers:
        assert answer.values.keys() <= items.keys()
        for key, value in answer.values.items():
            assert_fits(items[key], value)


def assert_fits(item, value):
    if item.kind in {ItemKind.LIKERT, ItemKind.NUMBER}:
        assert isinstance(value, int)
        assert item.low <= value <= item.high
    elif item.kind is ItemKind.MULTIPLE:
        assert set(value) <= item.labels.keys()
        assert len(set(value)) == len(value) <= (item.most or len(item.labels))
    elif item.kind is ItemKind.SINGLE:
        assert value in item.labels
    else:
        assert isinstance(value, str)
        assert value


@pytest.mark.parametrize("key", ["feedback_" + session.key for session in SAMPLE.sessions])
def test_every_session_ends_with_feedback(key):
    form = next(form for form in SAMPLE.forms if form.key == key)
    assert form.instrument == "session-feedback"
    assert form.activity == len(SESSIONS[form.session].activities)
    assert len(form.answers) >= 20


@pytest.mark.parametrize(
    ("service", "instrument"),
    [("signal", "service-quality"), ("light_map", "sus"), ("walking_bus", "service-quality")],
)
def test_each_service_is_better_after_than_before_with_some_items_left_blank(service, instrument):
    stages = {form.stage: form for form in SAMPLE.forms if form.service == service and form.instrument == instrument}
    before, after = stages[Stage.BASELINE], stages[Stage.AFTER]
    assert SESSIONS[before.session].on < SESSIONS[after.session].on
    scales = [item for item in find_instrument(instrument).items if item.kind is ItemKind.LIKERT]
    for item in scales:
        sign = -1 if item.negative else 1
        assert sign * mean(after, item.key) > sign * mean(before, item.key)
    both = {a.participant for a in before.answers} & {a.participant for a in after.answers}
    assert len(both) >= 15
    answers = [*before.answers, *after.answers]
    assert any(len(answer.values.keys() & {item.key for item in scales}) < len(scales) for answer in answers)


def mean(form, key):
    values = [answer.values[key] for answer in form.answers if key in answer.values]
    return sum(values) / len(values)


def test_follow_ups_resolve_and_one_is_overdue():
    polls = {poll.key: poll.session for poll in SAMPLE.polls}
    for entry in SAMPLE.follow_ups:
        assert entry.session in SESSIONS
        assert SESSIONS[entry.session].state is SessionState.CLOSED
        assert entry.idea == 0 or entry.idea in IDEAS
        assert entry.poll == "" or polls[entry.poll] == entry.session
        assert entry.due_on is None or SESSIONS[entry.session].on <= entry.due_on
        assert entry.state is not FollowUpState.DONE or entry.told_back
    today = SAMPLE.facts.today
    waiting = {FollowUpState.OPEN, FollowUpState.DOING}
    late = [entry for entry in SAMPLE.follow_ups if entry.state in waiting and entry.due_on and entry.due_on < today]
    assert 1 <= len(late) <= 3
    assert {"교통과", "도로과", "교육지원청", "시민참여단"} <= {entry.department for entry in SAMPLE.follow_ups}


def test_what_happens_in_the_field_resolves_and_keeps_to_its_days():
    field, today = SAMPLE.field, SAMPLE.facts.today
    keys, known = {one.key for one in field.indicators}, {service.key for service in SAMPLE.services}
    for indicator in field.indicators:
        days = [reading.on for reading in indicator.readings]
        assert indicator.service in known | {""}
        assert days == sorted(days)
        assert all(field.agreed_on <= day < today for day in days)
    for pilot in field.pilots:
        assert pilot.service in known
        assert set(pilot.measured_by) <= keys
        assert all(pilot.starts_on <= held.held_on < today for held in pilot.outcomes)
        assert (pilot.decision is None) == (pilot.decided_on is None) == (not pilot.reason)
    assert {shift.service for shift in field.shifts} == {"walking_bus"}  # the service that citizens provide themselves
    assert {shift.operator for shift in field.shifts} <= {person.number for person in SAMPLE.participants}
    for item in SAMPLE.follow_ups:
        assert item.pilot in {pilot.key for pilot in field.pilots} | {""}
        assert item.observation in {sight.key for shift in field.shifts for sight in shift.observations} | {""}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_text_is_composed_and_names_nobody(path: Path):
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "워크샵" not in text
    assert "@" not in text
    assert not re.search(r"\b0\d{1,2}[-. ]?\d{3,4}[-. ]?\d{4}\b", text)
    assert not re.search(r"\d{6}-\d{7}", text)


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_a_malformed_sample_file_is_named(tmp_path: Path, name: str):
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\nstray = 1\n[[broken]]\n")
    with pytest.raises(InputError, match=name.replace(".", r"\.")):
        read_sample(tmp_path)
