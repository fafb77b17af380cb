"""Scores in words: names of scales and categories, what a score means, what to keep in mind when it is read."""

from collections.abc import Sequence
from fractions import Fraction

from workshop.language import Language, Message, mark
from workshop.models.records.evaluations import FormResult
from workshop.models.records.scores import Flag, KanoFeature, Method, NpsCounts, ScaleScore, Scores
from workshop.models.text import decimal

SCALE_NAMES = {
    "sus": mark("Usability (SUS)"),
    "pragmatic": mark("Pragmatic quality"),
    "hedonic": mark("Hedonic quality"),
    "overall": mark("Overall"),
    "nps": mark("Net promoter score"),
    "likert": mark("All items together"),
}

KANO_NAMES = {
    "M": mark("Must-be"),
    "O": mark("One-dimensional"),
    "A": mark("Attractive"),
    "I": mark("Indifferent"),
    "R": mark("Reverse"),
    "Q": mark("Questionable"),
}

KANO_MEANINGS = {
    "M": mark("taken for granted: its lack annoys, its presence pleases nobody"),
    "O": mark("the more, the better"),
    "A": mark("delights, and is not missed where it lacks"),
    "I": mark("makes no difference"),
    "R": mark("is better left out"),
    "Q": mark("answered against oneself; the question may not have been understood"),
}

_MEANINGS = {
    Method.SUS: mark("A score from 0 to 100, not a percentage; 68 is about the average of many studies."),
    Method.UEQ_S: mark(
        "From −3 to +3, not a percentage; above +0.8 the impression is good, below −0.8 bad, between them neither."
    ),
    Method.NPS: mark("The percentage of those who gave 9 or 10 less that of those who gave 0 to 6, from −100 to 100."),
    Method.KANO: mark(
        "A feature belongs to the category that most people put it in; ties are told as ties. Better says how much a feature can"
        " please, worse how much its lack displeases."
    ),
    Method.LIKERT: mark(
        "Read the distribution of each item first; the mean of all items says little without it. Missing answers are not counted"
        " as zero."
    ),
}

_FLAGS = {
    Flag.STRAIGHT_LINING: mark("Some answered every item alike; read their answers with care."),
    Flag.MISSING_ITEMS: mark("Whoever left out an item has no score; the answers they gave still count item by item."),
    Flag.NO_VARIANCE: mark("Reliability cannot be told: there are too few complete answers, or all of them are alike."),
    Flag.FEW: mark("Fewer than five answered; a score of so few says little."),
}

SAMPLE_ONLY = mark(
    "The interval (95%) holds only if the respondents were drawn at random; a room is everybody who came, no sample."
)


def meaning_of(method: Method) -> Message | None:
    """What the score of an instrument is, none where there is none."""
    return _MEANINGS.get(method)


def flag_words(flag: Flag | str) -> Message | str:
    """What to keep in mind; a word that is not known stays as it is."""
    try:
        return _FLAGS[Flag(flag)]
    except ValueError:
        return flag


def score_notes(method: Method, scores: Scores) -> list[Message | str]:
    """All that belongs below a score: what it is, then its flags."""
    meaning = meaning_of(method)
    return [*([meaning] if meaning else []), *(flag_words(flag) for flag in scores.flags)]


_PLACES = {"sus": 1, "nps": 0}  # behind the point; two for every other scale


def score_values(*scales: ScaleScore) -> list[float]:
    """The values of scales as they are told, to be drawn; those that nobody has are left out."""
    return [float(decimal(each.value, _PLACES.get(each.key, 2))) for each in scales if each.value is not None]


def score_told(scale: ScaleScore) -> str:
    """The value of a scale with as many places as it is usually told; a dash where nobody has one."""
    if scale.value is None:
        return "–"
    places = _PLACES.get(scale.key, 2)
    told = decimal(abs(scale.value), places)
    sign = "−" if scale.value < 0 else "+" if scale.low < 0 else ""
    return told if not float(told) else f"{sign}{told}"


def alpha_told(language: Language, result: FormResult) -> str:
    """Cronbach's alpha of the scales in words; empty where there is none, or none that makes sense (below 0)."""
    told = [(scale, scale.reliability) for scale in result.scores.scales if scale.reliability is not None]
    figures = [
        f"{language.tell(SCALE_NAMES[scale.key])} {decimal(alpha, 2)}" if len(told) > 1 else decimal(alpha, 2)
        for scale, alpha in told
        if alpha >= 0
    ]
    return language.say("Reliability (Cronbach's alpha): {alpha}", alpha=", ".join(figures)) if figures else ""


def band_names(language: Language) -> tuple[str, str, str]:
    """What the three parts of a scale of the UEQ-S are called."""
    return language.say("bad"), language.say("neither"), language.say("good")


def nps_parts(language: Language, counts: NpsCounts) -> list[tuple[str, int, str]]:
    """Detractors, passives and promoters: what they are called, how many they are, both with their share."""
    parts = (
        (language.say("Detractors (0–6)"), counts.detractors), (language.say("Passives (7–8)"), counts.passives),
        (language.say("Promoters (9–10)"), counts.promoters),
    )  # fmt: skip
    shares = [round(Fraction(100 * n, counts.n)) if counts.n else 0 for _name, n in parts]
    return [
        (name, n, f"{name} {language.number(n)} ({share}%)") for (name, n), share in zip(parts, shares, strict=True)
    ]


def kano_places(language: Language, features: Sequence[KanoFeature]) -> list[tuple[int, str, float, float]]:
    """The features that have both coefficients: number as they were asked, name, better, and worse without its sign."""
    return [
        (place, language.pick(feature.name), float(feature.better), float(-feature.worse))
        for place, feature in enumerate(features, start=1)
        if feature.better is not None and feature.worse is not None
    ]


def kano_words(language: Language) -> tuple[dict[str, str], tuple[str, str]]:
    """The names of the four fields of the map of features, and what its directions say."""
    fields = {key: language.tell(KANO_NAMES[key]) for key in "AOIM"}
    return fields, (language.say("its lack displeases"), language.say("it pleases"))


def trend_name(language: Language, key: str) -> str:
    """What is followed over the sessions: the score of an instrument, or the share of the two highest steps."""
    return language.say("Share of the two highest steps") if key == "top2" else language.tell(SCALE_NAMES[key])


def trend_told(key: str, value: Fraction) -> str:
    """A value of a trend as it is written."""
    if key == "top2":
        return f"{decimal(value, 0)}%"
    return decimal(value, _PLACES.get(key, 2)).replace("-", "−")


def effect_told(effect: str, side: int) -> Message:
    """The size of a change (a word of `methods/statistics`) and its side, 1 better and −1 worse."""
    if effect in ("", "none", "negligible") or side == 0:
        return mark("hardly any change")
    better = {"small": mark("a little better"), "medium": mark("clearly better"), "large": mark("much better")}
    worse = {"small": mark("a little worse"), "medium": mark("clearly worse"), "large": mark("much worse")}
    return (better if side > 0 else worse)[effect]
