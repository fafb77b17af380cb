"""The Net Promoter Score: the ends of its bands, its interval and its emptiness."""

import pytest

from workshop.methods.instruments.nps import score_nps


def test_bands_end_where_they_should() -> None:
    result = score_nps([0, 6, 7, 8, 9, 10, 10, None])
    assert (result.promoters, result.passives, result.detractors, result.missing) == (3, 2, 2, 1)
    assert result.score == pytest.approx(100 / 7)


def test_the_interval_by_hand() -> None:
    # 5 promoters and 2 detractors of 7: shares 5.75/10 and 2.75/10, variance (0.85 - 0.09) / 10, 0.30 ± 0.540321.
    assert score_nps([10] * 5 + [0] * 2).interval == pytest.approx((-24.0321, 84.0321), abs=1e-3)


@pytest.mark.parametrize(("value", "score"), [(10, 100), (0, -100)])
def test_the_interval_stays_on_the_scale(value: int, score: int) -> None:
    result = score_nps([value] * 4)
    assert result.score == score
    assert result.interval is not None
    assert -100 <= result.interval[0] < result.interval[1] <= 100


def test_nobody_gives_no_score() -> None:
    assert (score_nps([None]).score, score_nps([None]).interval) == (None, None)


def test_an_answer_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        score_nps([11])
