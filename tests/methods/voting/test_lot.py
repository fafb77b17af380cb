"""The lot: the same for everybody, and told wherever it was used."""

import pytest

from workshop.methods.voting.lot import break_tie, draw_lot


def test_anybody_can_draw_the_lot_again() -> None:
    # printf '2028:a' | sha256sum gives a3c90b1a…, c gives af7a5970…, b gives d408e1d1…
    assert draw_lot(["a", "b", "c"], "2028") == ("a", "c", "b")
    assert draw_lot(["c", "b", "a"], "2028") == ("a", "c", "b")
    assert draw_lot(["나", "가"], "씨앗") == draw_lot(["가", "나"], "씨앗")


@pytest.mark.parametrize("seed", ["", "다른 씨앗", "0" * 32])
def test_the_lot_loses_nobody(seed: str) -> None:
    assert sorted(draw_lot("abcd", seed)) == list("abcd")


def test_a_tie_goes_to_the_first_in_the_lot() -> None:
    tie = break_tie(("a", "b", "c"), ("d", "c", "a", "b"), at="place 2", places=2)
    assert (tie.at, tie.options, tie.chosen) == ("place 2", ("a", "b", "c"), ("c", "a"))


def test_a_lot_of_other_options_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        break_tie(("a", "b"), ("a", "c"), at="place 1")
