"""The result of an evaluation form on the shared screen: its score, how each item was answered, what was written by theme."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.bars import Bar
from workshop.charts.kano_map import KanoMap, KanoPoint
from workshop.models.enums import FormState, ItemKind
from workshop.models.records.evaluations import FormResult, ItemResult
from workshop.models.records.reports import is_small
from workshop.models.records.scores import Method
from workshop.models.records.sessions import SessionPlan
from workshop.models.telling.answers import scale_key, scale_words, share, themes_counted
from workshop.models.telling.places import MEAN_PLACE, options_told
from workshop.models.telling.scores import KANO_NAMES, SCALE_NAMES, kano_places, kano_words, meaning_of, score_told
from workshop.services.evaluation.answers import form_result
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.charts import chart_desk, legend, likert_bar, nps_band, scale_chart
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Pages, Words
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.result import next_after
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.charts.kano_map import KanoChart

ITEMS = 5  # on one page
Part = Callable[[], QWidget]


class FormResultScene(Scene):
    """How a form was answered; nothing but the number of answers while it is open or where few have answered."""

    state = ScreenState.RESULT

    def __init__(self, ground: Ground, look: Look, form_id: UUID) -> None:
        super().__init__(ground, look)
        self._form_id = form_id
        self._page = 0

    def work(self) -> Callable[[], tuple[FormResult, SessionPlan]]:
        """The count and the running order."""
        library, form_id = self.ground.desk.library, self._form_id

        def load() -> tuple[FormResult, SessionPlan]:
            result = form_result(library, form_id=form_id)
            return result, lab_sessions.session_plan(library, session_id=result.form.lab_session_id)

        return load

    def make_view(self) -> QWidget:
        """Who was asked, the title, one page of the result, what comes next."""
        result, plan = self.data
        view = QWidget()
        column = self.column(view)
        say_many, form = self.look.language.say_many, result.form
        told = [form.service_title, say_many("{n} respondent", "{n} respondents", result.respondents)]
        column.addWidget(Words(" · ".join(part for part in told if part), "small"))
        column.addWidget(Words(form.title, "title"))
        column.addSpacing(self.look.px(10))
        parts = self._parts(result)
        self._page = min(self._page, len(parts) - 1)
        column.addWidget(parts[self._page](), 1)
        column.addLayout(self._foot(plan, form.activity_id, len(parts)))
        return view

    def _parts(self, result: FormResult) -> list[Part]:
        say = self.look.language.say
        if result.form.state is not FormState.CLOSED:
            return [lambda: self._words(say("The result is shown when the form is closed."))]
        if is_small(result.respondents):
            words = say("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
            return [lambda: self._words(words)]
        parts: list[Part] = []
        if any(scale.value is not None for scale in result.scores.scales) and result.method is not Method.LIKERT:
            parts.append(lambda: self._scales(result))
        if result.scores.kano:
            parts.append(lambda: self._kano(result))
        else:
            parts += self._items(result)
        for item, counts in themes_counted(self.look.language, result):
            parts.append(lambda item=item, counts=counts: self._bars(item, counts))
        return parts or [lambda: self._words(say("Nobody filled in this form."))]

    def _items(self, result: FormResult) -> list[Part]:
        """Scale items, some on a page; choices and rankings, one on a page."""
        language = self.look.language
        parts: list[Part] = []
        left = [item for item in result.items if item.item.kind is ItemKind.LIKERT and not is_small(item.n)]
        while left:
            key = scale_key(left[0].item)
            same = [item for item in left if scale_key(item.item) == key]
            left = [item for item in left if item not in same]
            for first in range(0, len(same), ITEMS):
                parts.append(lambda page=same[first : first + ITEMS], same=same: self._likert(page, same))
        for item in result.items:
            if item.item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE} and not is_small(item.n):
                counts = [
                    (language.pick(words), item.counts.get(value, 0)) for value, words in item.item.labels.items()
                ]
                parts.append(lambda item=item, counts=counts: self._bars(item, counts))
            elif item.item.kind is ItemKind.RANKING and not is_small(item.n):
                parts.append(lambda item=item: self._ranking(item))
        return parts

    def _scales(self, result: FormResult) -> QWidget:
        language, px = self.look.language, self.look.px
        holder, column = _column(px(14))
        column.addStretch(1)
        for scale in result.scores.scales:
            row = QHBoxLayout()
            row.setSpacing(px(36))
            left, words = _column(0)
            left.setMinimumWidth(px(230))
            name = language.tell(SCALE_NAMES[scale.key])
            grade = language.say("grade {grade}", grade=scale.grade) if scale.grade else ""
            told = (grade, f"n = {language.number(scale.n)}")
            words.addWidget(Words(name, "small"))
            kind = "display" if len(result.scores.scales) == 1 else "title"
            words.addWidget(Words(score_told(scale), kind, role="accent", wrap=False))
            words.addWidget(Words(" · ".join(part for part in told if part), "small"))
            row.addWidget(left, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(scale_chart(self.ground.desk, self.look, name, scale), 1)
            column.addLayout(row)
        if result.scores.nps:
            column.addWidget(nps_band(self.ground.desk, self.look, result.scores.nps))
        column.addStretch(1)
        meaning = meaning_of(result.method)
        if meaning:
            column.addWidget(Words(language.tell(meaning), "small", role="muted"))
        return holder

    def _kano(self, result: FormResult) -> QWidget:
        language, px = self.look.language, self.look.px
        features = result.scores.kano
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(36))
        desk = chart_desk(self.ground.desk, self.look)
        points = tuple(KanoPoint(*place) for place in kano_places(language, features))
        row.addWidget(KanoChart(desk, result.form.title, KanoMap(points, *kano_words(language))), 6)
        table = QGridLayout()
        table.setHorizontalSpacing(px(18))
        table.setVerticalSpacing(px(12))
        table.setColumnStretch(1, 1)
        for place, feature in enumerate(features, start=1):
            names = " = ".join(language.tell(KANO_NAMES[each]) for each in feature.categories) or "–"
            for at, words in enumerate((str(place), language.pick(feature.name), names)):
                table.addWidget(Words(words, "body" if at == 1 else "strong", wrap=at == 1), place, at)
        table.setRowStretch(0, 1)
        table.setRowStretch(len(features) + 1, 1)
        row.addLayout(table, 5)
        return holder

    def _likert(self, page: Sequence[ItemResult], same: Sequence[ItemResult]) -> QWidget:
        """The items with their bars, and the share of the two highest steps behind."""
        look, px = self.look, self.look.px
        holder, column = _column(px(16))
        steps = scale_words(look.language, [item.item for item in same])
        column.addWidget(legend(self.ground.desk, look, steps))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(28))
        grid.setVerticalSpacing(px(16))
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        for place, item in enumerate(page):
            grid.addWidget(Words(look.language.pick(item.item.text), "body"), place, 0)
            grid.addWidget(likert_bar(self.ground.desk, look, item, steps), place, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Words(f"{share(item.top2)}", "strong", wrap=False), place, 2)
        column.addStretch(1)
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(
            Words(look.language.say("Behind each bar: the share of answers in the two highest steps."), "small")
        )
        return holder

    def _bars(self, item: ItemResult, counts: Sequence[tuple[str, int]]) -> QWidget:
        loose = self.look.language.say("Not yet sorted")  # is no theme, however many they are
        most = max((count for name, count in counts if name != loose), default=0)
        return self._chart(
            item, [Bar(name, count, first=0 < count == most and name != loose) for name, count in counts]
        )

    def _ranking(self, item: ItemResult) -> QWidget:
        """The options by mean place: the longer, the nearer to the first."""
        options = options_told(self.look.language, item)
        bars = [Bar(option.name, float(option.nearness), option.short, first=option.leads) for option in options]
        return self._chart(item, bars, self.look.language.tell(MEAN_PLACE))

    def _chart(self, item: ItemResult, bars: Sequence[Bar], note: str = "") -> QWidget:
        language = self.look.language
        holder, column = _column(self.look.px(20))
        column.addWidget(Words(language.pick(item.item.text), "strong"))
        column.addWidget(Words(f"n = {language.number(item.n)}", "small"))
        column.addStretch(1)
        chart = BarChart(chart_desk(self.ground.desk, self.look), language.pick(item.item.text))
        chart.set_bars(bars)
        column.addWidget(chart)
        column.addStretch(2)
        if note:
            column.addWidget(Words(note, "small"))
        return holder

    def _words(self, text: str) -> QWidget:
        holder, column = _column(0)
        column.addStretch(1)
        column.addWidget(Words(text, "body", center=True))
        column.addStretch(2)
        return holder

    def _foot(self, plan: SessionPlan, activity_id: UUID | None, pages: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addStretch(1)
        if pages > 1:
            turner = Pages(self.look, self._page, pages)
            turner.turned.connect(self._turn)
            row.addWidget(turner)
        following = next_after(plan, activity_id)
        if following is not None:
            row.addWidget(Words(self.look.language.say("Next: {title}", title=following.title), "small", wrap=False))
        return row

    def _turn(self, page: int) -> None:
        self._page = page
        self.refresh()


def _column(spacing: int) -> tuple[QWidget, Any]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column
