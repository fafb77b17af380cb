"""Where cards lie: at every scale each has a place of its own, and is found there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from tests.ui.pages.ideas.wall_hall import id_of, make_card, make_theme
from workshop.ui.pages.ideas.wall.plan import FLOWING, GAP, Column, Plan

ROOM = QSizeF(1000, 500)
_heights = st.lists(st.integers(82, 300), max_size=40)


def make_plan(columns: list[list[int]], zoom: float = 1.0) -> Plan:
    """A plan of columns with cards of these heights."""
    made = [
        Column(
            make_theme(f"t{at}", at) if at else None,
            [make_card(f"{at}-{row}") for row in range(len(heights))],
            heights,
            216,
        )
        for at, heights in enumerate(columns)
    ]
    plan = Plan(made)
    plan.arrange(zoom, ROOM, 84)
    return plan


@settings(max_examples=60, deadline=None)
@given(columns=st.lists(_heights, min_size=1, max_size=5), zoom=st.sampled_from([0.05, 0.3, 0.6, 0.74, 1.0, 2.0]))
def test_every_card_is_found_where_it_lies_and_covers_no_other(columns: list[list[int]], zoom: float) -> None:
    plan = make_plan(columns, zoom)
    rects: list[QRectF] = []
    for column in plan.columns:
        for row, card in enumerate(column.cards):
            rect = column.rect(row)
            assert plan.card_at(rect.center()) is card
            assert plan.card_at(rect.bottomLeft() + QPointF(4, GAP / 2)) is None, "between two cards"
            assert plan.ids_in(rect.adjusted(1, 1, -1, -1)) == [card.idea.id]
            assert column.place_at(rect.center() - QPointF(0, 5)) == row
            assert column.place_at(rect.center() + QPointF(0, 5)) == row + 1
            rects.append(rect)
    assert not any(one.intersects(other) for at, one in enumerate(rects) for other in rects[at + 1 :])
    assert all(QRectF(QPointF(0, 0), plan.size).contains(rect) for rect in rects)


@settings(max_examples=40, deadline=None)
@given(columns=st.lists(_heights, min_size=1, max_size=6))
def test_the_fitting_scale_shows_everything(columns: list[list[int]]) -> None:
    plan = make_plan(columns)
    zoom = plan.fitting(ROOM, 84)
    plan.arrange(zoom, ROOM, 84)
    assert plan.size.width() * zoom <= ROOM.width() + 1
    assert plan.size.height() * zoom <= ROOM.height() + 1
    assert zoom <= 1.0


def test_from_afar_a_theme_flows_into_lanes() -> None:
    assert len(make_plan([[100] * 40], FLOWING).columns[0].starts) == 1
    flowing = make_plan([[100] * 40], 0.5).columns[0]
    assert len(flowing.starts) == 5
    assert flowing.rect(9).top() == flowing.rect(0).top()
    assert flowing.rect(9).left() > flowing.rect(0).right()


def test_arrows_go_sideways_through_lanes_and_themes() -> None:
    plan = make_plan([[100] * 12, [], [100] * 3], 0.5)
    here, way = id_of("0-1"), []
    while here is not None:
        way.append(here)
        here = plan.beside(here, 1)
    assert way == [id_of("0-1"), id_of("0-10"), id_of("2-1")]
    assert plan.beside(id_of("2-1"), -1) == id_of("0-10")


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("0-1", "0-3", ["0-1", "0-2", "0-3"]),
    ("0-3", "0-1", ["0-3", "0-2", "0-1"]),
    ("2-0", "0-1", ["2-0", "2-1", "0-0", "0-1"]),
    ("0-2", "0-2", ["0-2"]),
])  # fmt: skip
def test_a_range_begins_where_choosing_began(one: str, other: str, expected: list[str]) -> None:
    plan = make_plan([[100] * 5, [], [90, 90]])
    assert plan.between(id_of(one), id_of(other)) == [id_of(name) for name in expected]
