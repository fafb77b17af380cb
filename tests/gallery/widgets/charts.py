"""What was counted: bars, answers to a scale, a value over the phases, numbers on a line."""

from PySide6.QtWidgets import QWidget

from tests.gallery.widgets.specimen import Sheet, Specimen, words
from workshop.charts.bars import Bar
from workshop.charts.dot_strip import DotStrip
from workshop.charts.kano_map import KanoMap, KanoPoint
from workshop.charts.likert import Likert
from workshop.charts.line import Line, Reading
from workshop.charts.scale import Scale, nps_scale, sus_scale, ueq_scale
from workshop.models.telling.scores import band_names, kano_words
from workshop.ui.desk import Desk
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.charts.dot_strip_chart import DotStripChart
from workshop.ui.widgets.charts.kano_map import KanoChart
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.line_chart import LineChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart

_OPTIONS = (
    ("학교 앞 횡단보도 신호를 길게", "A longer green light at the school"), ("어두운 길에 스마트 가로등", "Street lamps"),
    ("통학 시간 차 없는 거리", "A car-free hour"), ("골목 불법 주차 알림", "Tell of cars on the pavement"),
    ("걷는 버스, 함께 걷는 이웃", "Walk together"), ("공사 구간 우회 안내 표지", "Signs at building sites"),
)  # fmt: skip


def _bars(desk: Desk, *values: float) -> list[Bar]:
    most = max(values)
    return [
        Bar(words(desk, *_OPTIONS[place % len(_OPTIONS)]), value, first=0 < value == most)
        for place, value in enumerate(values)
    ]


def _bar_charts(desk: Desk) -> QWidget:
    sheet = Sheet()
    long = words(
        desk,
        "어린이와 어르신이 함께 건너는 학교 앞 횡단보도의 초록 신호를 지금보다 두 배로 길게 하고 소리로도 알리기",
        "Make the green light at the school crossing twice as long as it is now, and tell it by a sound for those who do not see",
    )
    for state, bars in (
        ("one leads, two are equal", _bars(desk, 27, 21, 14, 14, 8, 3)),
        ("three lead", _bars(desk, 9, 9, 9, 2)),
        ("nothing was counted", _bars(desk, 0, 0)),
        ("long words, large numbers", [Bar(long, 12_408, first=True), Bar(words(desk, *_OPTIONS[1]), 1)]),
        ("shares", [Bar(words(desk, *_OPTIONS[0]), 19, "19 (66%)", first=True), Bar("?", 10, "10 (34%)")]),
    ):
        chart = BarChart(desk, words(desk, "결과", "Result"))
        chart.set_bars(bars)
        sheet.add(state, chart)
    return sheet


def _likert_bars(desk: Desk) -> QWidget:
    sheet = Sheet()
    for state, counts, diverging in (
        ("leaning to agreement", (1, 2, 5, 11, 8), True),
        ("leaning to disagreement", (9, 8, 4, 2, 1), True),
        ("neutral only", (0, 0, 12, 0, 0), True),
        ("four steps, none in the middle", (3, 6, 9, 4), True),
        ("eleven steps", (0, 1, 0, 2, 1, 3, 4, 6, 9, 7, 5), True),
        ("many answers", (120, 340, 801, 1290, 455), True),
        ("stacked", (1, 2, 5, 11, 8), False),
        ("nobody", (0, 0, 0, 0, 0), True),
    ):
        bar = LikertBar(desk, words(desk, "쓰기 쉽다", "It is easy to use"))
        bar.show_likert(Likert(counts, diverging=diverging))
        sheet.add(state, bar)
    return sheet


def _line_charts(desk: Desk) -> QWidget:
    sheet = Sheet()
    titles = (("사전", "Before"), ("운영 중", "During"), ("사후", "After"))
    before, during, after = (words(desk, *title) for title in titles)
    average = words(desk, "평균 68", "average 68")
    name = words(desk, "사용성", "Usability")
    whole = (
        Reading(before, 61.2, note="n = 23"),
        Reading(during, 66.0, note="n = 19"),
        Reading(after, 76.7, note="n = 25"),
    )
    gap = (whole[0], Reading(during, None, note="n < 5"), whole[2])
    long = words(desk, "서비스를 처음 써 본 뒤 두 달이 지났을 때", "Two months after the service was first used")
    many = tuple(Reading(long, 40.0 + 9 * place, note="n = 20") for place in range(5))
    ends = (Reading(before, 0), Reading(during, 68), Reading(after, 100))
    for state, line in (
        ("three readings", Line(whole, 0, 100, 68, average)),
        ("one is missing", Line(gap, 0, 100, 68, average)),
        ("before and after", Line((whole[0], whole[2]), 0, 100, 68, average)),
        (
            "at the target and at both ends",
            Line(ends, 0, 100, 68, average),
        ),
        ("only one", Line((whole[0],), 0, 100, 68, average)),
        ("long words", Line(many, 0, 100)),
    ):
        sheet.add(state, LineChart(desk, name, line))
    return sheet


def _dot_strips(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "걸어서 걸리는 시간", "Minutes on foot")
    for state, numbers, low, high in (
        ("some", (5, 5, 7, 10, 10, 10, 15, 20, 25, 40), 0, 60),
        ("all alike", (10,) * 8, 0, 60),
        ("one pile of forty", (10,) * 40 + (30,), 0, 60),
        ("the median at an end", (0, 0, 0, 60), 0, 60),
        ("two hundred", tuple((place * 37) % 101 for place in range(200)), 0, 100),
    ):
        values = tuple(float(number) for number in numbers)
        sheet.add(state, DotStripChart(desk, name, DotStrip(values, low, high)))
    return sheet


def _scale_charts(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "사용성 (SUS)", "Usability (SUS)")
    average = words(desk, "평균 68", "average 68")
    for state, scale in (
        ("one score", sus_scale([76.7], 68, average)),
        ("before and after", sus_scale([61.2, 76.7], 68, average)),
        ("at the average", sus_scale([68], 68, average)),
        ("at both ends", sus_scale([0, 100], 68, average)),
        ("without grades", Scale((7.2,), 0, 10)),
        ("UEQ-S before and after", ueq_scale([-0.4, 1.3], band_names(desk.language))),
        ("NPS", nps_scale([33])),
    ):
        sheet.add(state, ScaleChart(desk, name, scale))
    sheet.add("in a narrow place", ScaleChart(desk, name, sus_scale([76.7], 68, average)), widest=desk.type.px(230))
    return sheet


def _kano_maps(desk: Desk) -> QWidget:
    sheet = Sheet()
    name = words(desk, "카노 설문", "Kano questionnaire")
    fields, axes = kano_words(desk.language)
    for state, places in (
        ("five features", ((0.7, 0.3), (0.6, 0.8), (0.2, 0.9), (0.3, 0.25), (0.9, 0.55))),
        ("several at one place", ((0.5, 0.5), (0.52, 0.49), (0.48, 0.52), (0.95, 0.95))),
        ("in the corners", ((0, 0), (0, 1), (1, 0), (1, 1))),
    ):
        points = tuple(KanoPoint(place, str(place), *at) for place, at in enumerate(places, start=1))
        sheet.add(state, KanoChart(desk, name, KanoMap(points, fields, axes)))
    return sheet


SPECIMENS = (
    Specimen("bar-chart", _bar_charts),
    Specimen("dot-strip", _dot_strips),
    Specimen("kano-map", _kano_maps),
    Specimen("likert-bar", _likert_bars),
    Specimen("line-chart", _line_charts),
    Specimen("scale-chart", _scale_charts),
)
