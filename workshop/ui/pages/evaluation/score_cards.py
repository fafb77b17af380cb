"""What an instrument comes to: SUS on its scale with the grade, both qualities of UEQ-S, the band of NPS, the map of Kano."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.kano_map import KanoMap, KanoPoint
from workshop.charts.likert import Likert
from workshop.models.records.evaluations import FormResult
from workshop.models.records.scores import Flag, KanoFeature, Method, NpsCounts
from workshop.models.telling.scores import (
    KANO_MEANINGS,
    KANO_NAMES,
    SCALE_NAMES,
    alpha_told,
    flag_words,
    kano_places,
    kano_words,
    meaning_of,
    nps_parts,
    score_told,
)
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.wording import instrument_title
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.kano_map import KanoChart
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.charts.scales import scale_of
from workshop.ui.widgets.charts.swatch import Swatch
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import (
    BodyLabel,
    DisplayLabel,
    HeadingLabel,
    Label,
    LeadLabel,
    MutedLabel,
    StrongLabel,
    paragraph,
)
from workshop.ui.widgets.pill import Pill


def score_cards(desk: Desk, result: FormResult) -> list[QWidget]:
    """One card for the score of the instrument; none where it has none, or where nobody has a score."""
    told = [scale for scale in result.scores.scales if scale.value is not None]
    if result.method is Method.KANO and any(feature.n for feature in result.scores.kano):
        return [_kano_card(desk, result)]
    if not told:
        return []
    makers = {Method.SUS: _sus_card, Method.UEQ_S: _ueq_card, Method.NPS: _nps_card}
    return [makers[result.method](desk, result)] if result.method in makers else []


def notes(desk: Desk, result: FormResult) -> list[QWidget]:
    """What to keep in mind: how well the items go together, and what the flags say."""
    found: list[QWidget] = []
    alpha = alpha_told(desk.language, result)
    if alpha:
        found.append(paragraph(alpha, role="muted", small=True))
    for flag in result.flags:
        role = "warn" if flag == Flag.STRAIGHT_LINING else "muted"
        found.append(paragraph(desk.language.tell(flag_words(flag)), role=role, small=True))
    return found


def _begin(desk: Desk, result: FormResult, n: int) -> Card:
    language = desk.language
    return Card(instrument_title(language, result.form.instrument), f"n = {language.number(n)}")


def _end(desk: Desk, card: Card, result: FormResult, n: int) -> Card:
    """What the score is, of how many it is, and what to keep in mind."""
    language = desk.language
    meaning = meaning_of(result.method)
    left_out = result.respondents - n
    told = [language.tell(meaning)] if meaning else []
    if left_out:
        told.append(language.say_many("{n} person left something out.", "{n} people left something out.", left_out))
    card.add(paragraph(" ".join(told), role="muted", small=True))
    for note in notes(desk, result):
        card.add(note)
    return card


def _figured(desk: Desk, name: str, figure: Label, beside: QWidget) -> QWidget:
    """A large figure with something at its right, or below it in a narrow window."""
    line = Columns(spacing=desk.type.px(24))
    figure.setAccessibleName(f"{name} {figure.text()}")
    line.add(figure, 0)
    line.add(beside, 1)
    return line


def _sus_card(desk: Desk, result: FormResult) -> Card:
    (scale,) = result.scores.scales
    card = _begin(desk, result, scale.n)
    beside, words = _column(6)
    words.addWidget(LeadLabel(desk.language.say("grade {grade}", grade=scale.grade)))
    words.addWidget(ScaleChart(desk, desk.language.tell(SCALE_NAMES["sus"]), scale_of(desk, scale)))
    card.add(_figured(desk, "SUS", DisplayLabel(score_told(scale)), beside))
    return _end(desk, card, result, scale.n)


def _ueq_card(desk: Desk, result: FormResult) -> Card:
    scales = result.scores.scales
    card = _begin(desk, result, scales[-1].n)
    for scale in scales:
        name = desk.language.tell(SCALE_NAMES[scale.key])
        beside, words = _column(4)
        words.addWidget(StrongLabel(f"{name} · n = {desk.language.number(scale.n)}"))
        words.addWidget(ScaleChart(desk, name, scale_of(desk, scale)))
        figure = HeadingLabel(score_told(scale))
        figure.setMinimumWidth(desk.type.px(76))  # figures below each other begin at one place
        card.add(_figured(desk, name, figure, beside))
    return _end(desk, card, result, scales[-1].n)


def _nps_card(desk: Desk, result: FormResult) -> Card:
    (scale,), counts = result.scores.scales, result.scores.nps
    card = _begin(desk, result, scale.n)
    name = desk.language.tell(SCALE_NAMES["nps"])
    beside, words = _column(4)
    words.addWidget(ScaleChart(desk, name, scale_of(desk, scale)))
    card.add(_figured(desk, name, DisplayLabel(score_told(scale)), beside))
    if counts:
        card.add(nps_band(desk, name, counts))
    return _end(desk, card, result, scale.n)


def nps_band(desk: Desk, name: str, counts: NpsCounts) -> QWidget:
    """Detractors, passives and promoters as one bar, with their words and figures below."""
    holder, column = _column(8)
    parts = nps_parts(desk.language, counts)
    bar = LikertBar(desk, name)
    bar.show_likert(Likert(tuple(count for _name, count, _told in parts), tuple(part for part, _n, _told in parts),
                           diverging=False))  # fmt: skip
    column.addWidget(bar)
    legend = QWidget()
    row = FlowLayout(legend, spacing=18, line_spacing=4)
    for role, (_name, _count, told) in zip(("likert-1", "likert-3", "likert-5"), parts, strict=True):
        row.addWidget(_with_swatch(desk, role, told))
    column.addWidget(legend)
    return holder


def _kano_card(desk: Desk, result: FormResult) -> Card:
    features = result.scores.kano
    card = _begin(desk, result, result.respondents)
    line = Columns(spacing=desk.type.px(24))
    points = tuple(KanoPoint(*place) for place in kano_places(desk.language, features))
    chart = KanoMap(points, *kano_words(desk.language))
    line.add(KanoChart(desk, instrument_title(desk.language, result.form.instrument), chart), 6)
    line.add(_kano_table(desk, features), 5)
    card.add(line)
    present = {category for feature in features for category in feature.categories}
    told = [f"{desk.language.tell(KANO_NAMES[each])}: {desk.language.tell(KANO_MEANINGS[each])}" for each in KANO_NAMES
            if each in present]  # fmt: skip
    card.add(paragraph(" · ".join(told), role="muted", small=True))
    return _end(desk, card, result, result.respondents)


def _kano_table(desk: Desk, features: tuple[KanoFeature, ...]) -> QWidget:
    """The features by their numbers, with the categories most people put them in; ties side by side."""
    language = desk.language
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for place, feature in enumerate(features, start=1):
        number = StrongLabel(str(place))
        words, column = _column(4)
        column.addWidget(BodyLabel(language.pick(feature.name), wrap=True))
        counts = ", ".join(
            f"{language.tell(KANO_NAMES[each])} {language.number(n)}" for each, n in feature.counts.items() if n
        )
        missing = language.say("missing {n}", n=language.number(feature.missing)) if feature.missing else ""
        column.addWidget(MutedLabel(" · ".join(part for part in (counts, missing) if part), wrap=True))
        pills = QWidget()
        row = FlowLayout(pills, spacing=4, line_spacing=4)
        for each in feature.categories:
            row.addWidget(Pill(language.tell(KANO_NAMES[each]), "accent" if len(feature.categories) == 1 else "quiet"))
        column.insertWidget(1, pills)
        grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, place, 1, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(features) + 1, 1)
    return holder


def _with_swatch(desk: Desk, role: str, text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(Swatch(desk, role), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(MutedLabel(text))
    return holder


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column
