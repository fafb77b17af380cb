"""A language says texts, numbers and dates; messages are told when somebody reads them."""

from datetime import date, time

from workshop.language import load_language, mark


def test_dates_times_and_numbers_read_as_people_write_them(korean, english) -> None:
    day = date(2026, 5, 9)
    assert (korean.date(day), korean.day(day), korean.month(day)) == ("2026년 5월 9일 (토)", "5월 9일", "2026.05")
    assert (english.date(day), english.day(day), english.month(day)) == ("Sat, 9 May 2026", "9 May", "May 2026")
    assert korean.time(time(9, 5)) == "09:05"
    assert english.number(12345) == "12,345"
    assert (korean.minutes(15), english.minutes(15)) == ("15분", "15 min")


def test_one_and_many(korean, english) -> None:
    assert [english.say_many("{n} idea", "{n} ideas", n) for n in (0, 1, 2)] == ["0 ideas", "1 idea", "2 ideas"]
    assert korean.say_many("{n} idea", "{n} ideas", 1) == "아이디어 1개"


def test_a_message_tells_its_values_in_the_same_language(korean, english) -> None:
    message = mark("Support element still open: {text}", text=mark("New idea"))
    assert english.tell(message) == "Support element still open: New idea"
    assert korean.tell(message) == "아직 남은 지원 요소: 새 아이디어"


def test_peoples_own_words_are_not_translated(korean) -> None:
    assert korean.tell("New idea {x}") == "New idea {x}"


def test_an_unknown_language_is_english() -> None:
    assert load_language("tlh").code == "en"


def test_texts_by_language_fall_back_to_what_there_is(korean, english) -> None:
    assert english.pick({"ko": "가", "en": "a"}) == "a"
    assert english.pick({"ko": "가"}) == "가"
    assert korean.pick({"vi": "â"}) == "â"
    assert korean.pick({}) == ""
