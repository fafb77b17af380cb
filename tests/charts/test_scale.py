"""A scale shows each value where it stands, and grades as those who score do."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.scale import Band, Scale, nps_scale, sus_scale, ueq_scale
from workshop.methods.instruments.sus import sus_grade

SCORES = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def sus(*scores: float) -> Scale:
    return sus_scale(scores, 68, "average 68")


@given(st.lists(SCORES, min_size=1, max_size=4))
def test_the_bands_fill_the_scale_and_one_of_them_holds_the_last_score(scores):
    stretches = sus(*scores).stretches
    assert stretches[0].left == 0
    assert sum(one.width for one in stretches) == pytest.approx(1)
    for one, other in itertools.pairwise(stretches):
        assert one.left + one.width == pytest.approx(other.left)
    assert [one.holds for one in stretches].count(True) == 1


def test_the_letter_is_that_of_the_grade():
    """Both come from the same table in print; here neither can drift away from the other."""
    bands = {tenths: sus(tenths / 10).band for tenths in range(1001)}
    wrong = {tenths for tenths, band in bands.items() if not band or band.name != sus_grade(Fraction(tenths, 10))[0]}
    assert wrong == set()


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=5), st.integers(-100, 100), st.integers(-100, 100))
def test_nothing_stands_outside_and_the_order_is_kept(values, low, high):
    scale = Scale(tuple(values), low, high)
    places = [scale.place_of(value) for value in sorted(values)]
    assert all(0 <= place <= 1 for place in places)
    assert places == sorted(places)


def test_a_band_outside_the_scale_is_left_out_and_one_across_its_end_is_cut():
    scale = Scale((5,), 0, 10, (Band("under", -10, 0), Band("low", -5, 4), Band("high", 4, 30)))
    assert [(one.band.name, one.left, one.width) for one in scale.stretches] == [("low", 0, 0.4), ("high", 0.4, 0.6)]


def test_a_scale_is_told():
    assert sus(61.25, 76.7).told == "61.25 → 76.7; average 68; 0–100"
    assert Scale((), 0, 10).told == "0–10"
    assert (Scale((), 0, 10).band, Scale((3,), 0, 10).band) == (None, None)


def test_ueq_s_has_three_parts_and_tells_its_signs() -> None:
    scale = ueq_scale([-0.4, 1.3], ("bad", "neither", "good"))
    assert [(stretch.band.name, stretch.holds) for stretch in scale.stretches] == [
        ("bad", False), ("neither", False), ("good", True),
    ]  # fmt: skip
    assert scale.ends == ("−3", "+3")
    assert nps_scale([-20]).told == "-20; 0; −100–+100"
