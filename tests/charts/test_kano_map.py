"""The map of features: where each stands, and that none covers another."""

from workshop.charts.kano_map import KanoMap, KanoPoint

FIELDS = {"A": "attractive", "O": "one-dimensional", "I": "indifferent", "M": "must-be"}


def _map(*places: tuple[float, float]) -> KanoMap:
    points = tuple(KanoPoint(number, f"feature {number}", *place) for number, place in enumerate(places, start=1))
    return KanoMap(points, FIELDS, ("worse", "better"))


def test_what_pleases_stands_high_and_whose_lack_displeases_far_right() -> None:
    (spot,) = _map((0.9, 0.2)).spots
    assert (spot.x, spot.y, spot.label) == (0.2, 0.9, "1")
    corners = {(x, y): name for x, y, name in _map().corners}
    assert corners == {(0, 1): "attractive", (1, 1): "one-dimensional", (0, 0): "indifferent", (1, 0): "must-be"}


def test_features_at_one_place_share_a_mark_and_all_are_told() -> None:
    chart = _map((0.5, 0.5), (0.52, 0.5), (0.9, 0.9))
    assert [spot.label for spot in chart.spots] == ["1, 2", "3"]
    assert chart.told == (
        "1 feature 1: better 0.50, worse 0.50; 2 feature 2: better 0.52, worse 0.50; 3 feature 3: better 0.90, worse 0.90"
    )
