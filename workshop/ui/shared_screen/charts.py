"""The charts of the console on the shared screen: the same widgets in its colours and sizes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.likert import Likert, shades
from workshop.models.records.evaluations import ItemResult
from workshop.models.records.scores import NpsCounts, ScaleScore
from workshop.models.telling.answers import step_counts
from workshop.models.telling.scores import SCALE_NAMES, nps_parts
from workshop.ui.desk import Desk
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words
from workshop.ui.theme import Theme, load_theme
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.charts.scales import scale_of
from workshop.ui.widgets.charts.swatch import Swatch
from workshop.ui.widgets.flow_layout import FlowLayout

_LARGER = 100 * 19 / 13  # percent: the small type of the stage against that of the console
# The role of the shared screen that stands for one of the console.
_ROLES = {
    "ink": "stage-ink", "muted": "stage-muted", "line": "stage-line", "line-strong": "stage-line", "control-line": "stage-muted",
    "track": "stage-line", "card": "stage", "paper": "stage-raised", "bar": "stage-bar", "accent": "stage-first",
    "accent-ink": "stage-first-ink",
}  # fmt: skip


def chart_desk(desk: Desk, look: Look) -> Desk:
    """A desk whose charts look as the shared screen does, in its language."""
    theme = look.theme if look.theme.name == "high-contrast" else load_theme("dark")  # the stage is dark in both others
    roles = {**theme.roles, **{role: look.theme.roles[stage] for role, stage in _ROLES.items()}}
    if look.theme.name == "high-contrast":
        roles["track"] = look.theme.roles["stage-raised"]  # its lines are white, and brighter than a bar
    settings = desk.settings.with_(text_scale=round(_LARGER * look.zoom))
    return replace(desk, theme=Theme(theme.name, theme.is_dark, roles), language=look.language, settings=settings)


def scale_chart(desk: Desk, look: Look, name: str, scale: ScaleScore) -> ScaleChart:
    """A score on its scale."""
    own = chart_desk(desk, look)
    return ScaleChart(own, name, scale_of(own, scale))


def likert_bar(desk: Desk, look: Look, item: ItemResult, steps: Sequence[str]) -> LikertBar:
    """The answers to a scale item."""
    bar = LikertBar(chart_desk(desk, look), look.language.pick(item.item.text))
    bar.show_likert(Likert(tuple(step_counts(item)), tuple(steps), item.missing))
    return bar


def legend(desk: Desk, look: Look, steps: Sequence[str]) -> QWidget:
    """The steps of a scale with their colours."""
    return _legend(desk, look, [(f"likert-{shade}", text) for shade, text in zip(shades(steps), steps, strict=True)])


def nps_band(desk: Desk, look: Look, counts: NpsCounts) -> QWidget:
    """Detractors, passives and promoters as one bar, with their words and figures below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(12))
    parts = nps_parts(look.language, counts)
    bar = LikertBar(chart_desk(desk, look), look.language.tell(SCALE_NAMES["nps"]))
    figures = tuple(count for _name, count, _told in parts)
    bar.show_likert(Likert(figures, tuple(name for name, _count, _told in parts), diverging=False))
    column.addWidget(bar)
    roles = ("likert-1", "likert-3", "likert-5")
    column.addWidget(_legend(desk, look, [(role, told) for role, (_n, _c, told) in zip(roles, parts, strict=True)]))
    return holder


def _legend(desk: Desk, look: Look, entries: Sequence[tuple[str, str]]) -> QWidget:
    own = chart_desk(desk, look)
    holder = QWidget()
    row = FlowLayout(holder, spacing=look.px(26), line_spacing=look.px(6))
    for role, text in entries:
        entry = QWidget()
        pair = QHBoxLayout(entry)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(look.px(10))
        pair.addWidget(Swatch(own, role), 0, Qt.AlignmentFlag.AlignVCenter)
        pair.addWidget(Words(text, "small", wrap=False))
        row.addWidget(entry)
    return holder
