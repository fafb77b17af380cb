"""What an instrument comes to: SUS with its grade, both qualities of UEQ-S, the band of NPS, the map of Kano."""

from collections.abc import Sequence

from workshop.charts.kano_map import KanoMap, KanoPoint
from workshop.charts.likert import Likert
from workshop.charts.scale import Scale, nps_scale, sus_scale, ueq_scale
from workshop.models.records.evaluations import SUS_AVERAGE, FormResult
from workshop.models.records.scores import KanoFeature, Method, ScaleScore
from workshop.models.telling.scores import (
    KANO_MEANINGS,
    KANO_NAMES,
    SCALE_NAMES,
    alpha_told,
    band_names,
    flag_words,
    kano_places,
    kano_words,
    meaning_of,
    nps_parts,
    score_told,
    score_values,
)
from workshop.models.text import decimal
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.charts.kano_map import KanoShape
from workshop.reports.charts.likert import Legend, LikertShape
from workshop.reports.charts.scale import ScaleShape
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span


def score_blocks(result: FormResult, words: Words) -> list[Block]:
    """The score of an instrument that has one, large, on its scale; then what it is and what to keep in mind."""
    blocks: list[Block] = []
    told: list[str] = []
    if result.method is not Method.LIKERT:
        for scale in result.scores.scales:
            if scale.value is not None:
                blocks += _scale(scale, words)
        if blocks and result.method is not Method.NPS:
            told.append(words.say("Mean of {n} complete answers.", n=words.language.number(result.scored)))
    if result.scores.nps and result.scores.nps.n:
        parts = nps_parts(words.language, result.scores.nps)
        counts = tuple(count for _name, count, _told in parts)
        colours = (styles.LIKERT[0], styles.LIKERT[2], styles.LIKERT[4])
        blocks += [
            LikertShape(Likert(counts, tuple(name for name, _n, _told in parts), diverging=False)),
            Legend([(text, colour) for (_name, _n, text), colour in zip(parts, colours, strict=True)], before=4),
        ]
    if any(feature.n for feature in result.scores.kano):
        blocks += _kano(result.scores.kano, words)
    meaning = meaning_of(result.method)
    if meaning and (blocks or result.method is Method.LIKERT):
        told.append(words.language.tell(meaning))
    notes = [
        " ".join(told),
        alpha_told(words.language, result),
        *(words.language.tell(flag_words(each)) for each in result.flags),
    ]
    return [*blocks, *(Paragraph(note, style=styles.SMALL, keeps=True) for note in notes if note)]


def scale_of(scale: ScaleScore, words: Words, *earlier: ScaleScore) -> Scale:
    """A scale with its value now, and earlier ones before it."""
    values = score_values(*earlier, scale)
    if scale.key == "sus":
        return sus_scale(values, SUS_AVERAGE, words.say("average {n}", n=SUS_AVERAGE))
    if scale.key == "nps":
        return nps_scale(values)
    if scale.key == "likert":
        return Scale(tuple(values), scale.low, scale.high)
    return ueq_scale(values, band_names(words.language))


def _scale(scale: ScaleScore, words: Words) -> list[Block]:
    name = words.language.tell(SCALE_NAMES[scale.key])
    grade = words.say("grade {grade}", grade=scale.grade) if scale.grade else ""
    beside = " · ".join(filter(None, (name, grade, f"n = {words.language.number(scale.n)}")))
    return [_figure(score_told(scale), beside), ScaleShape(scale_of(scale, words))]


def _figure(figure: str, beside: str) -> Block:
    return Paragraph(
        Span(figure, styles.FIGURE), Span(f"\u2002{beside}", styles.STRONG), style=styles.FIGURE, before=6, keeps=True
    )


def _kano(features: Sequence[KanoFeature], words: Words) -> list[Block]:
    """The map, and the features by their numbers with the categories most people put them in; ties side by side."""
    language = words.language
    points = tuple(KanoPoint(*place) for place in kano_places(language, features))
    columns = [
        Column("", 14), Column(words.say("Feature"), names=True), Column(words.say("Kano category"), 100),
        Column(words.say("Better"), 50, right=True), Column(words.say("Worse"), 56, right=True), Column("n", 22, right=True),
    ]  # fmt: skip
    rows: list[list[Block | str]] = []
    for place, feature in enumerate(features, start=1):
        names = " = ".join(language.tell(KANO_NAMES[each]) for each in feature.categories) or "–"
        counts = ", ".join(
            f"{language.tell(KANO_NAMES[key])} {language.number(n)}" for key, n in feature.counts.items() if n
        )
        told = Stack(Paragraph(language.pick(feature.name)), Paragraph(counts or "–", style=styles.SMALL))
        ends = [
            decimal(end, 2).replace("-", "−") if end is not None else "–" for end in (feature.better, feature.worse)
        ]
        rows.append([str(place), told, names, *ends, language.number(feature.n)])
    present = {category for feature in features for category in feature.categories}
    meanings = [
        Paragraph(f"{language.tell(KANO_NAMES[each])}: {language.tell(KANO_MEANINGS[each])}", style=styles.SMALL)
        for each in KANO_NAMES
        if each in present
    ]
    blocks: list[Block] = [KanoShape(KanoMap(points, *kano_words(language)))] if points else []
    return [*blocks, Table(columns, rows, before=6, note=Stack(*meanings, before=5))]
