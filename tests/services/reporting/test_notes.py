"""What is missing, left out, or told of persons is said in sentences."""

from dataclasses import replace

from tests.reports import examples
from tests.reports.example_forms import form_result
from tests.reports.example_kinds import ISSUE, LOST_PHOTO, discussed_session, name_tags
from workshop.language import Language
from workshop.models.records.report_options import ReportOptions, Section
from workshop.models.records.reports import FormReport
from workshop.services.reporting import GatheredReport, kind_of, notes_of
from workshop.services.reporting.personal_data import find_in


def _notes(record: object, language: Language, kind: str = "session", **options: object) -> str:
    chosen = ReportOptions(**options)  # type: ignore[arg-type]
    return " ".join(notes_of(GatheredReport(kind_of(kind), record, chosen, (), find_in(record)), language))


def test_missing_photos_are_named_the_many_are_counted(english: Language) -> None:
    lost = tuple(replace(LOST_PHOTO, caption="", idea=number, issue=None) for number in range(1, 6))
    said = _notes(discussed_session(lost), english)
    assert "The photo of idea no. 1 is missing or cannot be read." in said
    assert "2 more photos are missing" in said
    assert "idea no. 4" not in said


def test_what_is_left_out_and_withheld_is_said(korean: Language, english: Language) -> None:
    result = form_result()
    items = tuple(replace(item, counts={}, texts=()) for item in result.items)
    few = replace(result, respondents=3, items=items)
    record = replace(examples.session_report(), forms=(FormReport(few.form, few), FormReport(result.form, result)))
    said = _notes(record, english, without=frozenset({Section.PHOTOS, Section.VOTES}))
    assert "Left out: Photos, Vote results." in said
    assert f"Too few people answered to tell what they said: “{few.form.title}”." in said
    assert "뺀 부분" in _notes(record, korean, without=frozenset({Section.PHOTOS}))


def test_persons_are_spoken_of_first(english: Language) -> None:
    assert _notes(name_tags(), english, "name-tags").startswith("No names are in it, only numbers.")
    assert _notes(name_tags(), english, "name-tags", names=True).startswith("The names of participants are in it.")
    assert "somebody may be recognized" in _notes(examples.session_report(), english, suppress_small=False)


def test_only_what_is_really_hidden_counts_as_masked(english: Language) -> None:
    record = replace(discussed_session(), issues=(replace(ISSUE, text="010-1234-5678, a@b.org, 010-1234-5678"),))
    assert "masked" not in _notes(record, english)
    assert "2 personal details are masked." in _notes(record, english, mask=True)
    assert "1 personal detail is masked." in _notes(record, english, mask=True, spared=frozenset({"a@b.org"}))
