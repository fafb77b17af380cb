"""A scored file for people: items with their distributions, the score, what it is worth."""

from fractions import Fraction

from workshop.language import Language
from workshop.methods.statistics import mean, median
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import ItemResult
from workshop.models.records.scores import Method, ScaleScore
from workshop.models.telling.places import options_told
from workshop.models.telling.scores import KANO_NAMES, SAMPLE_ONLY, SCALE_NAMES, score_notes
from workshop.models.text import decimal
from workshop.services.evaluation.score_files import FileScore

_PLACES = {"sus": 1, "nps": 0}


def heading_of(language: Language, score: FileScore) -> str:
    """What was asked, and how many answered."""
    title = language.pick(score.title) or score.instrument
    n = len(score.table.respondents)
    return f"{title} · {language.say_many('{n} respondent', '{n} respondents', n)}"


def tables_of(language: Language, score: FileScore) -> list[list[list[str]]]:
    """Tables of the items, those of one kind together."""
    if score.method is Method.KANO:
        return [_kano_table(language, score)]
    scaled = [item for item in score.items if item.item.kind is ItemKind.LIKERT]
    tables = [_scaled_table(language, scaled)] if scaled else []
    tables += [
        _choice_table(language, item) for item in score.items if item.item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE}
    ]
    tables += [_ranking_table(language, item) for item in score.items if item.item.kind is ItemKind.RANKING]
    numbers = [item for item in score.items if item.item.kind is ItemKind.NUMBER]
    tables += [_number_table(language, numbers)] if numbers else []
    return tables + [_listed(language, item) for item in score.items if item.item.kind is ItemKind.TEXT]


def score_lines(language: Language, score: FileScore) -> list[str]:
    """A line for each scale, and how the parts of NPS stand."""
    lines = [_scale_line(language, scale) for scale in score.scores.scales]
    nps = score.scores.nps
    if nps:
        lines.append(
            language.say(
                "{promoters} promoters (9–10), {passives} passives (7–8), {detractors} detractors (0–6).",
                promoters=language.number(nps.promoters), passives=language.number(nps.passives),
                detractors=language.number(nps.detractors),
            )
        )  # fmt: skip
    return lines


def notes_of(language: Language, score: FileScore) -> list[str]:
    """What the score is, what to keep in mind, and which rows that concerns."""
    scores, rows = score.scores, [each.row for each in score.table.respondents]
    lines = [language.tell(note) for note in score_notes(score.method, scores)]
    if any(scale.interval for scale in scores.scales):
        lines.append(language.tell(SAMPLE_ONLY))
    if scores.straight:
        listed = _rows([rows[place] for place in scores.straight])
        lines.append(language.say("Every item alike: row {rows}.", rows=listed))
    if scores.incomplete and scores.scales:
        listed = _rows([rows[place] for place in scores.incomplete])
        lines.append(language.say("Without a score: row {rows}.", rows=listed))
    if score.table.empty:
        lines.append(
            language.say("Rows with nothing in them are no respondents: row {rows}.", rows=_rows(score.table.empty))
        )
    if score.table.aside:
        lines.append(language.say("Columns passed over: {names}.", names=", ".join(score.table.aside)))
    return lines


def _scale_line(language: Language, scale: ScaleScore) -> str:
    name = language.tell(SCALE_NAMES[scale.key])
    if scale.value is None:
        return f"{name}: –"
    places = _PLACES.get(scale.key, 2)
    parts = [f"{name}: {decimal(scale.value, places)}"]
    if scale.grade:
        parts.append(language.say("grade {grade}", grade=scale.grade))
    parts.append(f"n = {language.number(scale.n)}")
    if scale.interval:
        low, high = (decimal(Fraction(end), places) for end in scale.interval)
        parts.append(language.say("interval {low} to {high}", low=low, high=high))
    if scale.median is not None and scale.key == "likert":
        parts.append(language.say("median: {value}", value=decimal(scale.median, places)))
    if scale.reliability is not None:
        alpha = decimal(scale.reliability, 2)
        parts.append(language.say("Reliability (Cronbach's alpha): {alpha}", alpha=alpha))
    return " · ".join(parts)


def _scaled_table(language: Language, items: list[ItemResult]) -> list[list[str]]:
    """Counts of each step in columns; where scales differ, the shorter ones leave columns blank."""
    say = language.say
    steps = sorted({int(step) for item in items for step in item.counts})
    lines = [[say("Item"), say("Number"), say("Missing"), *(str(step) for step in steps), say("Median"), say("Top 2")]]
    for item in items:
        counts = [language.number(item.counts[str(step)]) if str(step) in item.counts else "" for step in steps]
        top = f"{decimal(Fraction(item.top2) * 100, 0)}%" if item.top2 else "–"
        lines.append([item.item.key, language.number(item.n), language.number(item.missing), *counts,
                      item.median or "–", top])  # fmt: skip
    return lines


def _choice_table(language: Language, item: ItemResult) -> list[list[str]]:
    say = language.say
    head = [item.item.key, say("Number"), say("Share")]
    lines = [head]
    for value, words in item.item.labels.items():
        count = item.counts.get(value, 0)
        share = f"{decimal(Fraction(100 * count, item.n), 0)}%" if item.n else "–"
        lines.append([language.pick(words) or value, language.number(count), share])
    return [*lines, [f"n = {language.number(item.n)}", language.number(item.missing), say("Missing")]]


def _ranking_table(language: Language, item: ItemResult) -> list[list[str]]:
    say = language.say
    lines = [[item.item.key, say("Mean place"), say("First places")]]
    lines += [[option.name, option.mean, option.firsts] for option in options_told(language, item)]
    return [*lines, [f"n = {language.number(item.n)}", language.number(item.missing), say("Missing")]]


def _number_table(language: Language, items: list[ItemResult]) -> list[list[str]]:
    """Of numbers the middle and both ends; one by one they stand in the file."""
    say = language.say
    lines = [[say("Item"), say("Number"), say("Missing"), say("Lowest"), say("Median"), say("Mean"), say("Highest")]]
    for item in items:
        values = [int(text) for text in item.texts]
        told = (
            [str(min(values)), decimal(median(values), 1), decimal(mean(values), 1), str(max(values))]
            if values
            else 4 * ["–"]
        )
        lines.append([item.item.key, language.number(item.n), language.number(item.missing), *told])
    return lines


def _listed(language: Language, item: ItemResult) -> list[list[str]]:
    head = (
        f"{item.item.key} · n = {language.number(item.n)} · {language.say('Missing')} {language.number(item.missing)}"
    )
    return [[head], *([text.replace("\n", " ")] for text in item.texts)]


def _kano_table(language: Language, score: FileScore) -> list[list[str]]:
    say = language.say
    heads = [
        say("Feature"),
        say("Number"),
        say("Missing"),
        *KANO_NAMES,
        say("Kano category"),
        say("Better"),
        say("Worse"),
    ]
    lines = [heads]
    for feature in score.scores.kano:
        names = " = ".join(language.tell(KANO_NAMES[each]) for each in feature.categories) or "–"
        ends = [decimal(end, 2) if end is not None else "–" for end in (feature.better, feature.worse)]
        counts = [language.number(feature.counts[each]) for each in KANO_NAMES]
        lines.append([feature.key, language.number(feature.n), language.number(feature.missing), *counts, names, *ends])
    return lines


def _rows(numbers: list[int] | tuple[int, ...]) -> str:
    shown = [str(number) for number in numbers[:20]]
    return ", ".join([*shown, "…"] if len(numbers) > 20 else shown)
