"""What points to a person is found in free text; dates, costs, codes and counts are left in peace."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.personal_data import EMAIL, PHONE, RESIDENT_NUMBER, find_personal_data, mask_personal_data

PHONES = (
    "010-1234-5678", "010 1234 5678", "01012345678", "010.1234.5678", "011-234-5678", "010－1234－5678", "０１０-1234-5678",
    "02-123-4567", "02)1234-5678", "(02) 123-4567", "031-123-4567", "0311234567", "064 700 1234", "070-1234-5678",
    "0505-123-4567", "+82-10-1234-5678", "+82 10 1234 5678", "+821012345678", "82-10-1234-5678", "+82 (0)10-1234-5678",
)  # fmt: skip
MAILS = ("hong@example.com", "gil.dong+tag@mail.example.co.kr", "hong＠example.com")
RESIDENTS = ("900101-1234568", "900101 1234567", "9001011234568", "051231–4123456")


def _check_digit(twelve: str) -> str:
    whole = sum(
        int(figure) * weight for figure, weight in zip(twelve, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True)
    )
    return str((11 - whole % 11) % 10)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, PHONE) for text in PHONES),
        *((text, EMAIL) for text in MAILS),
        *((text, RESIDENT_NUMBER) for text in RESIDENTS),
    ],
)
def test_is_found_in_the_middle_of_a_sentence(text: str, kind: str) -> None:
    sentence = f"문의는 {text}로 주세요. 감사합니다."
    (found,) = find_personal_data(sentence)
    assert found.kind == kind
    assert sentence[found.start : found.end] == found.text
    assert found.text.strip("()") in text
    assert not any(figure in mask_personal_data(sentence) for figure in ("1234", "4567", "5678", "hong", "gil"))


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-09", "2026.5.9. 14:00-16:30", "260509", "1,200,000원", "120,000,000", "0.0212345678", "17-482", "HB-2026-P2-03",
        "37.5665, 126.9780", "37.566535-126.977969", "10-20-3000", "1588-1234", "8801234567893", "991332-1234567",
        "120000-1500000",
        "제3조 2항 010", "예산 8212345678원", "@모두", "a@b", "3@4.5", "192.168.0.12", "2026-02-123-4567", "5d41402abc4b2a76",
    ],
)  # fmt: skip
def test_is_left_in_peace(text: str) -> None:
    assert find_personal_data(f"이번 {text} 건") == ()


@given(st.dates(), st.times(), st.sampled_from(("%Y-%m-%d", "%Y.%m.%d.", "%Y/%m/%d", "%y%m%d", "%Y%m%d", "%m-%d")))
def test_no_date_is_taken_for_a_person(day: date, moment: time, form: str) -> None:
    text = f"{day.strftime(form)} {moment:%H:%M}-{moment:%H:%M} {day.strftime(form)}~{day.strftime(form)}"
    assert find_personal_data(text) == ()


@given(st.integers(0, 10**12), st.sampled_from(("{:,}원", "{}원", "{}00", "약 {:,} 원", "{}%")))
def test_no_cost_is_taken_for_a_person(cost: int, form: str) -> None:
    assert find_personal_data(form.format(cost)) == ()


@given(st.integers(1, 9999), st.integers(0, 999), st.integers(1, 4), st.integers(1, 99), st.integers(2000, 2099))
def test_no_code_is_taken_for_a_person(number: int, secret: int, phase: int, round_: int, year: int) -> None:
    assert find_personal_data(f"{number}-{secret:03} HB-{year}-P{phase}-{round_:02} {number} {secret}") == ()


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.integers(0, 99_999),
    st.booleans(),
    st.sampled_from(("", "-", " ")),
)
def test_every_number_with_its_check_digit_is_found(born: date, serial: int, woman: bool, gap: str) -> None:
    figure = (1 if born.year < 2000 else 3) + woman
    front = born.strftime("%y%m%d")
    twelve = f"{front}{figure}{serial:05}"
    text = f"{front}{gap}{twelve[6:]}{_check_digit(twelve)}"
    assert [each.kind for each in find_personal_data(f"번호 {text}입니다")] == [RESIDENT_NUMBER]


@given(st.text(max_size=60), st.sampled_from((*PHONES, *MAILS, *RESIDENTS)), st.text(max_size=60))
def test_masking_leaves_nothing_to_find_and_spares_what_may_stay(before: str, personal: str, after: str) -> None:
    text = f"{before} {personal} {after}"
    assert find_personal_data(mask_personal_data(text)) == ()
    found = {each.text for each in find_personal_data(text)}
    assert mask_personal_data(text, found) == text


@given(st.text(alphabet="가나다 라.마,-()\n", max_size=200))
def test_text_without_figures_is_never_touched(text: str) -> None:
    assert mask_personal_data(text) == text
