"""Places of a ranking: sums that hold, and no name or order of respondents that changes anything."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.instruments.rankings import count_places

CHOICES: tuple[str, ...] = ("a", "b", "c", "d")
ORDERS = st.permutations(CHOICES).flatmap(lambda order: st.integers(0, 4).map(lambda length: list(order[:length])))
ROOMS = st.lists(ORDERS, max_size=9)


def test_places_are_told_and_who_is_left_off_shares_the_mean_of_the_places_left() -> None:
    places = count_places([["a", "b", "c", "d"], ["b"], []], CHOICES)
    assert places["a"].counts == (1, 0, 0, 0)
    assert (places["a"].unranked, places["a"].mean, places["a"].points) == (1, Fraction(1 + 3, 2), 4)
    assert (places["b"].counts, places["b"].mean) == ((1, 1, 0, 0), Fraction(3, 2))
    assert (places["d"].mean, places["d"].points) == (Fraction(7, 2), 1)


@given(ROOMS)
def test_every_ranking_gives_away_the_same_places_and_points(room: list[list[str]]) -> None:
    places, n = count_places(room, CHOICES), sum(map(bool, room))
    assert all(sum(each.counts) + each.unranked == n for each in places.values())
    assert sum(each.points for each in places.values()) == 6 * n
    if n:
        assert sum(each.mean for each in places.values() if each.mean is not None) == 1 + 2 + 3 + 4
    else:
        assert {each.mean for each in places.values()} == {None}


@given(ROOMS)
def test_a_mean_place_is_the_mean_of_what_each_one_gave(room: list[list[str]]) -> None:
    given_to = dict.fromkeys(CHOICES, Fraction(0))
    ranked = [order for order in room if order]
    for order in ranked:
        for choice in CHOICES:
            given_to[choice] += order.index(choice) + 1 if choice in order else Fraction(len(order) + 1 + 4, 2)
    for choice, each in count_places(room, CHOICES).items():
        assert each.mean == (given_to[choice] / len(ranked) if ranked else None)


@given(ROOMS, st.permutations(CHOICES), st.randoms())
def test_new_names_and_another_order_of_respondents_change_nothing(room, names, random) -> None:
    called: dict[str, str] = dict(zip(CHOICES, names, strict=True))
    mixed = [[called[choice] for choice in order] for order in room]
    random.shuffle(mixed)
    before, after = count_places(room, CHOICES), count_places(mixed, names)
    assert all(before[choice] == after[called[choice]] for choice in CHOICES)


@pytest.mark.parametrize(("answer", "told"), [(["x"], "unknown option x"), (["a", "a"], "option a twice")])
def test_a_strange_choice_and_one_named_twice_are_refused(answer: list[str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        count_places([answer], CHOICES)
