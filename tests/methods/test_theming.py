"""Groups of ideas: the known ones are found, the same each time, and each says what it rests on."""

import random
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.groups_of_ideas import ALONE, ENGLISH, KOREAN
from workshop.methods import theming
from workshop.methods.theming import LEAST, SMALLEST, Group, gather
from workshop.methods.theming_words import words_of


def groups_of(texts: Sequence[str], themes: Sequence[Sequence[str]] = ()) -> tuple[Group, ...]:
    return result_of(texts, themes)[0]


def result_of(texts: Sequence[str], themes: Sequence[Sequence[str]] = ()) -> tuple[tuple[Group, ...], int]:
    steps = gather(texts, themes)
    parts: list[float] = []
    while True:
        try:
            parts.append(next(steps))
        except StopIteration as end:
            assert parts == sorted(parts)
            assert all(0 < part < 1 for part in parts)
            return end.value


def stems(text: str, *others: str) -> list[str]:
    return [word.stem for word in words_of([text, *others])[0] if word.names]


@pytest.mark.parametrize("known", [KOREAN, ENGLISH, KOREAN + ENGLISH])
@pytest.mark.parametrize("seed", range(3))
def test_known_groups_are_found_whatever_the_order(known: Sequence[Sequence[str]], seed: int) -> None:
    texts = [*(text for group in known for text in group), *ALONE]
    random.Random(seed).shuffle(texts)
    where = {text: number for number, group in enumerate(known) for text in group}
    found = groups_of(texts)
    assert len(found) >= len(known)
    for group in found:
        told = [where.get(texts[place]) for place in group.members]
        assert len(set(told)) == 1, [texts[place] for place in group.members]
    gathered = sum(len(group.members) for group in found)
    assert gathered >= 0.8 * len(where)


def test_a_group_is_called_by_what_its_ideas_share() -> None:
    texts = [*(text for group in KOREAN for text in group), *ALONE]
    titles = {group.title[0] for group in groups_of(texts)}
    assert {"가로등", "정류장", "횡단보도", "쓰레기"} <= titles
    for group in groups_of(texts):
        for word in group.words:
            assert sum(word in texts[place] for place in group.members) >= 2
    english = {word for group in groups_of([text for group in ENGLISH for text in group]) for word in group.title}
    assert {"bus", "stop", "playground", "bicycle"} <= english


def test_ideas_join_the_theme_they_belong_to() -> None:
    themes = [("어두운 길", *KOREAN[0][:3]), ("정류장", *KOREAN[1][:3]), ("빈 주제",)]
    texts = [*KOREAN[0][3:], *KOREAN[1][3:], *KOREAN[3]]
    found = groups_of(texts, themes)
    to_theme = {group.theme: [texts[place] for place in group.members] for group in found if group.theme is not None}
    assert to_theme == {0: list(KOREAN[0][3:]), 1: list(KOREAN[1][3:])}
    assert "가로등" in next(group.words for group in found if group.theme == 0)
    assert [set(group.members) <= set(range(4, 9)) for group in found if group.theme is None] == [True]


def test_nothing_alike_gives_nothing() -> None:
    assert groups_of([*ALONE, "할머니 김치 교실", "Dogs on a lead", "체육관 예약을 쉽게", "하천에 오리 집"]) == ()
    assert groups_of(KOREAN[0]) == ()  # fewer than are worth it
    assert len(KOREAN[0]) < LEAST
    assert groups_of(["", "!", "🌳", " ", "…", "1", "2"]) == ()


def test_the_same_ideas_give_the_same_groups() -> None:
    texts = [*(text for group in KOREAN + ENGLISH for text in group), *ALONE]
    assert groups_of(texts) == groups_of(texts)
    decomposed = [unicodedata.normalize("NFD", text) for text in texts]
    assert groups_of(decomposed) == groups_of(texts)


@settings(max_examples=25)
@given(st.lists(st.text(st.sampled_from("가로등골목을이 버스 bus stop\n🌳1"), max_size=20), max_size=12))
def test_no_text_is_in_two_groups(texts: list[str]) -> None:
    found, looked = result_of(texts, [texts[:2]])
    members = [place for group in found for place in group.members]
    assert len(members) == len(set(members))
    assert all(0 <= place < len(texts) for place in members)
    assert all(group.words for group in found)
    assert all(len(group.members) >= SMALLEST for group in found if group.theme is None)
    assert looked == len(texts)


def test_of_very_many_a_part_is_clustered_and_the_rest_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theming, "MOST", 20)
    texts = [f"{text} {number}" for number in range(4) for group in KOREAN for text in group]
    found, looked = result_of(texts)
    assert looked == 20
    assert sum(len(group.members) for group in found) > 40
    for group in found:
        assert len({place % 20 // 5 for place in group.members}) == 1


def test_strong_groups_come_first() -> None:
    found = groups_of([*(text for group in KOREAN for text in group), *ALONE])
    assert [group.strong for group in found] == sorted((group.strong for group in found), reverse=True)
    assert all(0 <= group.likeness <= 1 for group in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가로등을 횡단보도에서 어린이가", ["가로등", "횡단보도", "어린이"]),
        ("보도블록이 정류장마다 아이들에게도", ["보도블록", "정류장", "아이"]),
        ("길이 차를 밤에", ["길", "차", "밤"]),
        ("겨울 거울 노인 신고 복지 참여", ["겨울", "거울", "노인", "신고", "복지", "참여"]),
        ("너무 어두워서 있습니다 주세요", []),
        ("Benches and bench near the libraries", ["bench", "bench", "near", "library"]),
        ("Children's buses", ["children", "bus"]),
    ],
)
def test_particles_and_endings_are_taken_off_where_it_is_safe(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


def test_a_doubtful_particle_goes_only_where_the_noun_is_met_elsewhere() -> None:
    assert stems("횡단보도") == ["횡단보도"]
    assert stems("주차장도") == ["주차장도"]
    assert stems("주차장도", "주차장을 넓게") == ["주차장"]
    assert stems("통학로", "통학 시간") == ["통학로"]  # 로 does not follow ㄱ
