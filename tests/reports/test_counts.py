"""Counts of people: no band is told in which few can be found out, and nobody is lost from the sum."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from workshop.models.enums import AgeBand, Gender
from workshop.models.records.reports import SMALLEST_CELL, CountLine, add_up_small, count_words, join_neighbours

BANDS = st.lists(st.sampled_from([*AgeBand, None]), max_size=60)


def _told(lines: Sequence[CountLine]) -> list[tuple[object, object, int]]:
    return [(line.word, line.upto, line.count) for line in lines]


def _ages(*counts: int) -> tuple[CountLine, ...]:
    return tuple(CountLine(word, count) for word, count in zip(AgeBand, counts, strict=False) if count)


def test_small_bands_join_their_neighbours() -> None:
    assert _told(join_neighbours(_ages(2, 4, 0, 6, 7, 1))) == [
        (AgeBand.UNDER_14, AgeBand.TEENS, 6),
        (AgeBand.THIRTIES, None, 6),
        (AgeBand.FORTIES, AgeBand.FIFTIES, 8),
    ]


def test_fewer_than_ten_people_are_not_broken_down() -> None:
    assert join_neighbours(_ages(5, 4)) == ()
    assert add_up_small((CountLine(Gender.WOMAN, 5), CountLine(Gender.MAN, 4))) == ()


@given(BANDS)
def test_no_told_band_is_small_and_all_are_counted(words: list[AgeBand | None]) -> None:
    joined = join_neighbours(count_words(words, AgeBand))
    assert all(line.count >= SMALLEST_CELL for line in joined if line.word is not None)
    assert not joined or sum(line.count for line in joined) == len(words)


def test_one_small_group_is_added_to_another_so_that_it_cannot_be_worked_out() -> None:
    lines = (CountLine(Gender.WOMAN, 16), CountLine(Gender.MAN, 11), CountLine(Gender.OTHER, 1))
    told = add_up_small(lines)
    assert [(line.word, line.count, line.others) for line in told] == [(Gender.WOMAN, 16, False), (None, 12, True)]


def test_nothing_is_told_where_all_would_be_added_up() -> None:
    assert add_up_small((CountLine(Gender.WOMAN, 27), CountLine(Gender.MAN, 2))) == ()
