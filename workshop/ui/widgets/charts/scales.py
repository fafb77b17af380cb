"""Which scale the score of an instrument is drawn on."""

from workshop.charts.scale import Scale, nps_scale, sus_scale, ueq_scale
from workshop.models.records.evaluations import SUS_AVERAGE
from workshop.models.records.scores import ScaleScore
from workshop.models.telling.scores import band_names, score_values
from workshop.ui.desk import Desk


def scale_of(desk: Desk, scale: ScaleScore, *earlier: ScaleScore) -> Scale:
    """A scale with its value now, and earlier ones before it."""
    values = score_values(*earlier, scale)
    if scale.key == "sus":
        return sus_scale(values, SUS_AVERAGE, desk.language.say("average {n}", n=SUS_AVERAGE))
    if scale.key == "nps":
        return nps_scale(values)
    if scale.key == "likert":
        return Scale(tuple(values), scale.low, scale.high)
    return ueq_scale(values, band_names(desk.language))
