"""Charts on paper show what the descriptions say, inside the room they are given."""

from contextlib import AbstractContextManager, nullcontext

import pytest

from workshop.charts.bars import Bar
from workshop.charts.dot_strip import DotStrip
from workshop.charts.likert import Likert
from workshop.charts.line import Line, Reading
from workshop.charts.scale import Scale, sus_scale
from workshop.reports.charts.bars import BarShape
from workshop.reports.charts.dot_strip import DotStripShape
from workshop.reports.charts.likert import Legend, LikertShape
from workshop.reports.charts.line import LineShape
from workshop.reports.charts.scale import ScaleShape
from workshop.reports.structure import Tag

WIDTH, LEFT, TOP = 300.0, 50.0, 700.0


class Sheet:
    """Remembers what is drawn on it."""

    def __init__(self) -> None:
        self.boxes: list[tuple[float, float, float, float]] = []
        self.lines: list[tuple[tuple[float, float], tuple[float, float], float]] = []
        self.texts: list[tuple[float, float, str]] = []
        self.figures: list[tuple[str, tuple[float, float, float, float]]] = []

    def box(self, x: float, y: float, width: float, height: float, **_look: object) -> None:
        self.boxes.append((x, y, width, height))

    def line(self, start: tuple[float, float], end: tuple[float, float], *, thickness: float, colour: str) -> None:
        self.lines.append((start, end, thickness))

    def text(self, x: float, y: float, text: str, _style: object) -> None:
        self.texts.append((x, y, text))

    def inside(self, _tag: object) -> AbstractContextManager[None]:
        return nullcontext()

    def figure(self, tag: Tag, box: tuple[float, float, float, float]) -> AbstractContextManager[None]:
        self.figures.append((tag.alt, box))
        return nullcontext()

    @property
    def words(self) -> list[str]:
        return [text for _x, _y, text in self.texts]


SHAPES = [
    BarShape(Bar("길", 12), 1.0),
    LikertShape(Likert((3, 0, 5, 2, 9))),
    LikertShape(Likert((3, 0, 5, 2, 9), diverging=False)),
    Legend([("1 전혀 그렇지 않다", "#B4541A"), ("5 매우 그렇다", "#1F6F60")]),
    LineShape(Line((Reading("사전", 61.2, note="n = 21"), Reading("사후", 76.7)), 0, 100, 68, "평균 68")),
    DotStripShape(DotStrip((0, 5, 5, 40), 0, 40), "중앙값: 5"),
    ScaleShape(sus_scale([0, 100], 68, "평균 68")),
    ScaleShape(Scale((7.2,), 0, 10)),
]


def drawn(shape) -> Sheet:
    sheet = Sheet()
    shape.draw(sheet, LEFT, TOP, WIDTH)
    return sheet


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_nothing_lies_outside_its_room(shape):
    sheet = drawn(shape)
    low = TOP - shape.height(WIDTH) - 0.1
    for x, y, width, height in sheet.boxes:
        assert x >= LEFT - 0.1
        assert x + width <= LEFT + WIDTH + 0.1
        assert y >= low
        assert y + height <= TOP + 0.1
    for x, y, _text in sheet.texts:
        assert LEFT - 0.1 <= x <= LEFT + WIDTH
        assert low <= y <= TOP


def test_pieces_of_an_answer_are_as_wide_as_their_counts():
    sheet = drawn(LikertShape(Likert((10, 0, 30), diverging=False)))
    first, second = sheet.boxes
    assert (second[2] + 0.8) / (first[2] + 0.8) == pytest.approx(3)
    assert sheet.words == ["10", "30"]


def test_a_leaning_bar_has_its_neutral_answers_in_the_middle():
    (piece,) = drawn(LikertShape(Likert((0, 8, 0)))).boxes
    assert piece[0] + (piece[2] + 0.8) / 2 == pytest.approx(LEFT + WIDTH / 2)


def test_a_line_is_not_drawn_through_what_is_missing():
    readings = (Reading("사전", 50), Reading("중간", None), Reading("사후", 60), Reading("다음", 70))
    sheet = drawn(LineShape(Line(readings, 0, 100)))
    thick = [line for line in sheet.lines if line[2] > 1]
    assert len(thick) == 1
    assert [word for word in sheet.words if word.isdecimal()] == ["50", "60", "70"]
    assert {"사전", "중간", "사후", "다음"} <= set(sheet.words)


def test_every_number_is_a_dot_and_the_median_is_told():
    sheet = drawn(DotStripShape(DotStrip((1, 2, 2, 9), 0, 10), "중앙값: 2"))
    assert len(sheet.boxes) == 4
    assert sheet.words[0] == "중앙값: 2"


def test_a_score_stands_on_its_scale_in_the_band_of_its_grade():
    sheet = drawn(ScaleShape(sus_scale([61.2, 76.7], 68, "평균 68")))
    room = WIDTH - 8  # whole marks at both ends
    dots = [box for box in sheet.boxes if box[2] == box[3]]
    assert [LEFT + 4 + room * score / 100 for score in (61.2, 61.2, 76.7)] == [
        pytest.approx(x + wide / 2) for x, _y, wide, _high in dots
    ]  # the first one is hollow: a mark and a smaller one on it
    assert sheet.words == ["F", "D", "C", "B", "A", "평균 68", "0", "100"]


def test_a_chart_says_in_words_what_it_shows():
    sheet = drawn(LikertShape(Likert((3, 0, 5), ("nein", "egal", "ja"))))
    assert sheet.figures == [("nein: 3, egal: 0, ja: 5", (LEFT, TOP - 15.5, LEFT + WIDTH, TOP))]


def test_nobody_answered():
    assert drawn(LikertShape(Likert((0, 0)))).boxes == []
    assert drawn(DotStripShape(DotStrip((), 0, 10), "")).boxes == []
