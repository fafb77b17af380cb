"""Lines break between words first; nothing of a text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reports.styles import STRONG, TEXT
from workshop.reports.text import Line, Span, break_lines, clean, fit

WORDS = st.text(alphabet="가나다라 abc.,」\n", max_size=120)


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def test_korean_breaks_between_words() -> None:
    text = "신호를 조금만 더 길게 해 주세요 할머니가 손주 손을 잡고 건너면 늘 모자랍니다"
    lines = break_lines([Span(text, TEXT)], 120)
    assert len(lines) > 2
    assert [word for line in lines for word in _text(line).split()] == text.split()
    assert all(line.width <= 120 for line in lines)


def test_space_at_a_line_end_stays_but_does_not_count() -> None:
    first, second = break_lines([Span("가나다 라마바", TEXT)], 40)
    assert _text(first) == "가나다 "
    assert _text(second).strip() == "라마바"
    assert first.width == pytest.approx(break_lines([Span("가나다", TEXT)], 400)[0].width)


def test_word_longer_than_the_line_is_broken_inside() -> None:
    lines = break_lines([Span("가" * 100, TEXT)], 80)
    assert "".join(map(_text, lines)).strip() == "가" * 100
    assert all(line.width <= 80 for line in lines)


def test_closing_mark_does_not_begin_a_line() -> None:
    width = break_lines([Span("가나다라", TEXT)], 400)[0].width
    lines = break_lines([Span("가나다라.마바사아자차카타", TEXT)], width)
    assert not any(_text(line).startswith(".") for line in lines)


def test_styles_within_a_word_do_not_part_it() -> None:
    lines = break_lines([Span("횡단보도 신호", STRONG), Span("를 길게", TEXT)], 58)
    assert [_text(line).strip() for line in lines] == ["횡단보도", "신호를 길게"]


def test_line_ends_of_the_writer_stay() -> None:
    assert [_text(line).strip() for line in break_lines([Span("하나\n\n둘", TEXT)], 400)] == ["하나", "", "둘"]


@given(WORDS, st.floats(min_value=20, max_value=300))
def test_no_sign_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = break_lines([Span(text, TEXT)], width)
    assert "".join("".join(map(_text, lines)).split()) == "".join(text.split())
    assert all(line.width <= width + 0.02 for line in lines)


def test_shapeless_characters_are_taken_out_and_the_rest_stays() -> None:
    assert clean("a\u200bb\ufe0fc\r\nd\te\x07") == "abc\nd e"


def test_lacking_characters_stand_as_their_numbers() -> None:
    assert fit("길 ก ع") == ("길 [U+0E01] [U+0639]", frozenset("กع"))
    assert fit("길 ✓ 安 📱 ☐ “따옴표”") == ("길 ✓ 安 📱 ☐ “따옴표”", frozenset())
