"""After a filled-in word stands the particle a Korean would say, not both of them."""

import pytest

from workshop.particles import with_particles


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("아이디어 부스", "아이디어 부스는"),
        ("점 투표함", "점 투표함은"),
        ("문제 발굴 (2)", "문제 발굴 (2)는"),
        ("03-135", "03-135는"),
        ("1,000", "1,000은"),
        ("SUS", "SUS는"),
        ("v2", "v2는"),
        ("report.pdf", "report.pdf은(는)"),  # nobody knows how it is spoken
        ("", "은(는)"),
    ],
)
def test_the_particle_follows_the_sound_of_the_word(word: str, told: str) -> None:
    assert with_particles("{name}은(는)", {"name": word}).format(name=word) == told


@pytest.mark.parametrize(
    ("word", "particle"), [("서울", "로"), ("시장", "으로"), ("학교", "로"), ("7", "로"), ("3", "으로")]
)
def test_after_rieul_the_way_to_a_place_is_short(word: str, particle: str) -> None:
    assert with_particles("{to}(으)로 갑니다", {"to": word}) == f"{{to}}{particle} 갑니다"


def test_it_looks_through_the_quotes_around_a_word() -> None:
    text = "투표 “{title}”이(가) 진행 중입니다."
    assert with_particles(text, {"title": "먼저 바꿀 것"}) == "투표 “{title}”이 진행 중입니다."
    assert with_particles(text, {"title": "순서"}) == "투표 “{title}”가 진행 중입니다."


def test_what_people_wrote_stays_as_it_is(korean) -> None:
    """Only the translation is put right, never a word that was filled in."""
    assert with_particles("{a}을(를)", {"a": "은(는)"}).format(a="은(는)") == "은(는)을"
    assert korean.say("{key}(이)라는 평가지", key="나무") == "나무라는 평가지"
