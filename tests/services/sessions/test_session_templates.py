"""The six templates are the running orders of the design, complete in both languages."""

import unicodedata
from pathlib import Path

import pytest

from workshop.models.enums import ActivityKind as Kind
from workshop.models.enums import BallotKind, OptionSource, PhaseKind
from workshop.models.errors import InputError, NotFoundError
from workshop.resources import resource_path
from workshop.services.evaluation.instruments import find_instrument
from workshop.services.sessions.session_templates import (
    default_template,
    find_template,
    list_templates,
    read_template,
    support_elements,
)

# The running orders of design/phases.md.
RUNNING_ORDERS = {
    "kick-off": (PhaseKind.PREPARATION, [10, 15, 30, 10, 20, 15, 10]),
    "problem-finding": (PhaseKind.PLANNING, [5, 10, 25, 15, 10, 20, 15, 10]),
    "idea-workshop": (PhaseKind.PLANNING, [10, 30, 15, 10, 20, 20, 10]),
    "budgeting": (PhaseKind.PLANNING, [20, 15, 20, 15, 10]),
    "field-evaluation": (PhaseKind.OPERATION, [15, 45, 20, 15, 15, 10]),
    "results-sharing": (PhaseKind.EVALUATION, [20, 15, 15, 10, 20, 10]),
}
KINDS = {
    "kick-off": [Kind.WELCOME, Kind.REGISTER, Kind.TRAINING, Kind.BREAK, Kind.IDEA_BOOTH, Kind.EVALUATION, Kind.CLOSE],
    "problem-finding": [
        Kind.WELCOME, Kind.SILENT_WRITING, Kind.ROUND_ROBIN, Kind.CLARIFY, Kind.BREAK, Kind.THEMES, Kind.VOTE, Kind.RESULT,
    ],
    "idea-workshop": [
        Kind.TALK, Kind.IDEA_BOOTH, Kind.CLARIFY, Kind.BREAK, Kind.VOTE, Kind.DISCUSSION, Kind.DECISIONS,
    ],
    "budgeting": [Kind.TALK, Kind.DISCUSSION, Kind.VOTE, Kind.RESULT, Kind.DECISIONS],
    "field-evaluation": [
        Kind.TALK, Kind.FIELD_WALK, Kind.OBSERVATION, Kind.EVALUATION, Kind.EVALUATION, Kind.DECISIONS,
    ],
    "results-sharing": [Kind.TALK, Kind.TALK, Kind.EVALUATION, Kind.VOTE, Kind.DISCUSSION, Kind.CLOSE],
}  # fmt: skip
each_template = pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.key)


def test_the_six_running_orders_are_those_of_the_design():
    found = {t.key: (t.phase, [activity.minutes for activity in t.activities]) for t in list_templates()}
    assert found == RUNNING_ORDERS
    assert list(found) == list(RUNNING_ORDERS)
    assert {t.key: [activity.kind for activity in t.activities] for t in list_templates()} == KINDS
    assert find_template("field-evaluation").minutes == 120


def test_problem_finding_is_chosen_beforehand():
    assert [template.key for template in list_templates() if template.default] == ["problem-finding"]
    assert default_template().key == "problem-finding"


@each_template
def test_every_text_is_there_in_both_languages(template):
    required = [template.title, template.summary, template.goals]
    for activity in template.activities:
        required += [activity.title, activity.guide]
        assert bool(activity.question.ko) == bool(activity.question.en)
        if activity.poll:
            required += [activity.poll.title, *activity.poll.options]
    for text in required:
        assert text.ko.strip() == text.ko != ""
        assert text.en.strip() == text.en != ""
        assert any("가" <= sign <= "힣" for sign in text.ko)
        assert not any("가" <= sign <= "힣" for sign in text.en)
        assert unicodedata.is_normalized("NFC", text.ko)
        assert "워크샵" not in text.ko


@each_template
def test_the_room_is_asked_something_wherever_it_takes_part(template):
    for activity in template.activities:
        if activity.kind.collects_ideas or activity.kind in {Kind.VOTE, Kind.EVALUATION, Kind.DISCUSSION}:
            assert activity.question.ko


@each_template
def test_votes_have_polls_evaluations_have_forms_and_the_end_asks_for_feedback(template):
    for activity in template.activities:
        assert (activity.kind is Kind.VOTE) == (activity.poll is not None)
        assert activity.kind is not Kind.EVALUATION or activity.form is not None
        if activity.form:
            assert find_instrument(activity.form.instrument).items
    last = template.activities[-1]
    assert last.form is not None
    assert last.form.instrument == "session-feedback"
    assert "설문" in last.guide.ko or "설문" in last.question.ko


@each_template
def test_ballots_can_be_filled_in(template):
    for poll in (activity.poll for activity in template.activities if activity.poll):
        assert 1 <= poll.per_option <= poll.dots
        assert poll.ballot is BallotKind.DOTS or poll.per_option == 1
        assert poll.ballot is not BallotKind.BUDGET or 0 < min(poll.costs) <= poll.budget < sum(poll.costs)
        assert (poll.source is OptionSource.OWN) == (len(poll.options) >= 2)


def test_an_unknown_template_is_named():
    with pytest.raises(NotFoundError, match="party"):
        find_template("party")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("minutes = 5", 'minutes = "5"', r"\$\.activities\[0\]\.minutes"),
        ("minutes = 5", "minutes = 0", "activity 1 has no minutes"),
        ('kind = "welcome"', 'kind = "party"', r"\$\.activities\[0\]\.kind"),
        ("dots = 3", "dots = 2", "activity 7 allows more on one option"),
        ('source = "themes"', 'source = "own"', "activity 7 needs options"),
        ('instrument = "session-feedback"', 'instrument = "smiles"', "'smiles'"),
        ('phase = "planning"', 'phase = "planning"\nmood = "good"', "mood"),
    ],
)
def test_a_malformed_template_is_named_with_the_place(tmp_path: Path, old: str, new: str, told: str):
    text = (resource_path("templates") / "2-problem-finding.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        read_template(path)
    assert "mine.toml" in str(caught.value)


def test_the_checklist_of_each_phase_begins_with_the_elements_of_the_research():
    elements = support_elements()
    assert {phase: len(elements.of(phase)) for phase in PhaseKind} == {
        PhaseKind.PREPARATION: 8,
        PhaseKind.PLANNING: 6,
        PhaseKind.OPERATION: 7,
        PhaseKind.EVALUATION: 7,
    }
    for text in (elements.source, *(text for phase in PhaseKind for text in elements.of(phase))):
        assert text.ko
        assert text.en
        assert unicodedata.is_normalized("NFC", text.ko)
    assert "AURI" in elements.source.ko
    assert "AURI" in elements.source.en
