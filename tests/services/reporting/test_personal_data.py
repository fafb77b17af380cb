"""Free text of a report is looked through wherever it stands, and masked without touching what it was made from."""

from dataclasses import replace

from tests.reports import examples
from tests.reports.example_forms import form_result
from tests.reports.example_kinds import ISSUE, NOTES, discussed_session, name_tags
from workshop.language import Language
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.reports import FormReport
from workshop.services.reporting.personal_data import find_in, masked

PHONE, MAIL, RESIDENT = "010-1234-5678", "hong@example.com", "900101-1234568"


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert find_in(discussed_session()) == ()
    assert find_in(name_tags()) == ()


def test_every_place_is_named_in_the_language_of_the_reader(korean: Language, english: Language) -> None:
    result = form_result()
    texts = next(item for item in result.items if item.texts)
    answered = replace(result, items=tuple(
        replace(item, texts=(f"연락처 {PHONE}",)) if item is texts else item for item in result.items
    ))  # fmt: skip
    board = examples.board()
    board = replace(board, ideas=(replace(board.ideas[0], text=f"저는 {RESIDENT}입니다"), *board.ideas[1:]))
    record = replace(
        discussed_session(),
        board=board,
        notes=(replace(NOTES[0], text=f"메일 {MAIL}"),),
        issues=(replace(ISSUE, place=f"가게 {PHONE}"),),
        forms=(FormReport(result.form, answered),),
        follow_ups=(replace(examples.FOLLOW_UPS[0], reason=f"{PHONE}로 물어봄"),),
    )
    found = [(english.tell(each.where), english.tell(each.what), each.text) for each in find_in(record)]
    assert [place for place, _what, _text in found][:1] == ["idea no. 1"]
    assert {what for _place, what, _text in found} == {
        "telephone number",
        "e-mail address",
        "resident registration number",
    }
    assert len(found) == 5
    assert korean.tell(find_in(record)[0].where) == "아이디어 1번"


def test_masking_changes_the_copy_alone_and_only_what_was_found() -> None:
    record = replace(discussed_session(), issues=(replace(ISSUE, text=f"{PHONE}, {MAIL}"),))
    hidden = masked(record, ReportOptions(mask=True, spared=frozenset({MAIL})))
    assert hidden.issues[0].text == f"010-****-****, {MAIL}"
    assert record.issues[0].text == f"{PHONE}, {MAIL}"
    assert hidden.board is record.board
    assert masked(record, ReportOptions()) is record


def test_where_it_stands_is_told_without_the_number_itself(english: Language) -> None:
    record = replace(discussed_session(), follow_ups=(replace(examples.FOLLOW_UPS[0], text=f"{PHONE} 연락"),))
    (found,) = find_in(record)
    assert PHONE not in english.tell(found.where)
    assert found.masked == "010-****-****"
