"""The codebook of exported answers: what every column holds, in Korean and English."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from uuid import UUID

from workshop.exchange.answer_tables import variable
from workshop.exchange.sheets import Sheet, Value
from workshop.language import Language, Message, load_language, mark
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormRecord, ItemRecord
from workshop.models.records.scores import Method
from workshop.models.telling.scores import KANO_NAMES, SCALE_NAMES
from workshop.models.titles import title_of
from workshop.services.evaluation.instruments import negative_keys

_HEADER = (
    "variable", "instrument", "type", "wording_ko", "wording_en", "low", "high", "values_ko", "values_en", "missing", "scoring",
)  # fmt: skip
_WIDTHS = (22, 18, 12, 50, 50, 6, 6, 44, 44, 12, 50)

_ABOUT = (
    (
        "respondent",
        mark("P and a number: a participant who agreed to be paired; R and a number: anybody else, in no order"),
    ),
    ("form", mark("Title of the form")),
    ("session", mark("Title of the session")),
    ("date", mark("Day of the session")),
    ("phase", mark("Phase of the project: preparation, planning, operation, evaluation")),
    ("service", mark("The service that is evaluated, blank for none")),
    ("service_type", mark("Type of the service: sophistication, used_by_citizens, provided_by_citizens")),
    ("stage", mark("When, seen from the change: baseline, during, after")),
    ("channel", mark("How the answer came in: screen, paper, console")),
)

_SCORES = (
    ("respondents", mark("How many filled in the form")),
    ("scale", mark("Which score of the instrument")),
    ("n", mark("How many have this score")),
    ("score", mark("Mean of the scores; of NPS % promoters − % detractors")),
    ("median", mark("Median")),
    ("sd", mark("Standard deviation")),
    ("interval_low", mark("Lower end of the 95% interval; it holds for a random sample alone")),
    ("interval_high", mark("Upper end of the 95% interval; it holds for a random sample alone")),
    ("alpha", mark("Reliability (Cronbach's alpha)")),
    ("grade", mark("Grade of SUS after Sauro and Lewis (2016)")),
)
_KANO = (
    ("feature", mark("Feature")),
    ("n", mark("How many answered both ways of asking")),
    ("missing", mark("How many left out one of them")),
    *KANO_NAMES.items(),
    ("category", mark("Kano category; several with = where they tie")),
    ("better", mark("How much the feature pleases, from 0 to 1")),
    ("worse", mark("How much its lack displeases, from −1 to 0")),
)

_SCORING = {
    Method.SUS: mark("Odd items: answer − 1; even items: 5 − answer; the sum × 2.5. Only who answered all ten has a score."),
    Method.UEQ_S: mark("Answer − 4, so from −3 to 3; pragmatic: mean of items 1–4, hedonic: of 5–8, overall: of all eight."),
    Method.NPS: mark("9–10 promoter, 7–8 passive, 0–6 detractor; score: % promoters − % detractors."),
    Method.KANO: mark("Both answers together give the category, by the table of Berger and others (1993)."),
    Method.LIKERT: mark("score_likert: the mean of all scale items, negative ones turned round; only who answered all of them."),
}  # fmt: skip


def sheet_name(form: FormRecord) -> str:
    """What the sheet of an instrument is called: its key, or the title of a questionnaire whose key says nothing."""
    with suppress(ValueError):
        UUID(form.instrument)
        return re.sub(r'[\[\]:*?/\\"<>|]', " ", form.title)[:31].strip()
    return form.instrument


def columns_of(item: ItemRecord) -> list[str]:
    """The columns of an item: one, or one for each choice where there can be several.

    Of several choices it holds 1 where it was chosen and 0 where not, of a ranking its place, 1 for the first.
    """
    if item.kind in {ItemKind.MULTIPLE, ItemKind.RANKING}:
        return [variable(item.key, choice) for choice in item.labels]
    return [variable(item.key)]


def codebook_sheet(language: Language, forms: Iterable[FormRecord]) -> Sheet:
    """A row for every column of the sheets of answers; `language` tells how answers become scores."""
    korean, english, listed = load_language("ko"), load_language("en"), list(forms)

    def told(sheet: str, columns: Iterable[tuple[str, Message]]) -> list[tuple[Value, ...]]:
        return [
            (name, sheet, "", korean.tell(words), english.tell(words), None, None, "", "", "", "")
            for name, words in columns
        ]

    rows = told("", _ABOUT)
    for form in listed:
        negative = negative_keys(form)
        for item in form.items:
            rows += _item_rows(language, form, item, negative=item.key in negative)
        rows += [
            (f"score_{key}", sheet_name(form), "score", korean.tell(SCALE_NAMES[key]), english.tell(SCALE_NAMES[key]), low, high,
             "", "", _missing(language), _scoring(language, form.method))
            for key, low, high in _scales(form.method, form.items)
        ]  # fmt: skip
    rows += told("scores", _SCORES)
    rows += told("kano", _KANO) if any(form.method is Method.KANO for form in listed) else []
    return Sheet("codebook", _HEADER, tuple(rows), _WIDTHS)


def _item_rows(language: Language, form: FormRecord, item: ItemRecord, *, negative: bool) -> list[tuple[Value, ...]]:
    wording = (item.text.get("ko", ""), item.text.get("en", ""))
    kind, missing, sheet = language.tell(title_of(item.kind)), _missing(language, item), sheet_name(form)
    if item.kind in {ItemKind.MULTIPLE, ItemKind.RANKING}:
        ranked = item.kind is ItemKind.RANKING
        told = language.say("place, 1 for the first") if ranked else language.say("1 chosen, 0 not chosen")
        blank = language.say("blank cell: not ranked; all blank: no answer") if ranked else missing
        low, high = (1, item.most or len(item.labels)) if ranked else (0, 1)
        return [
            (name, sheet, kind, f"{wording[0]} – {words.get('ko', choice)}", f"{wording[1]} – {words.get('en', choice)}", low,
             high, told, told, blank, "")
            for name, (choice, words) in zip(columns_of(item), item.labels.items(), strict=True)
        ]  # fmt: skip
    bounded = item.high > item.low
    scoring = _scoring(language, form.method) if item.kind is ItemKind.LIKERT or form.method is Method.KANO else ""
    if negative:
        scoring = " ".join((language.say("Negative item: agreeing is bad news."), scoring))
    values = (_values(item, "ko"), _values(item, "en"))
    if item.kind is ItemKind.PHOTO:
        values = (language.say("1 a photo was chosen; the photos themselves are left out"),) * 2
    return [
        (*columns_of(item), sheet, kind, *wording, item.low if bounded else None, item.high if bounded else None, *values,
         missing, scoring)
    ]  # fmt: skip


def _values(item: ItemRecord, code: str) -> str:
    if item.kind is ItemKind.NUMBER:
        return item.unit.get(code, "")
    return "; ".join(f"{value} = {words.get(code, '')}" for value, words in item.labels.items())


def _missing(language: Language, item: ItemRecord | None = None) -> str:
    if item is not None and item.shown_if is not None:
        return language.say("blank cell: no answer, or not asked because of {item}", item=variable(item.shown_if.item))
    return language.say("blank cell")


def _scoring(language: Language, method: Method) -> str:
    return language.tell(_SCORING[method]) if method in _SCORING else ""


def _scales(method: Method, items: Sequence[ItemRecord]) -> list[tuple[str, int, int]]:
    """The scores that a person has, with their ends."""
    scaled = [item for item in items if item.kind is ItemKind.LIKERT]
    known = {
        Method.SUS: [("sus", 0, 100)],
        Method.UEQ_S: [(key, -3, 3) for key in ("pragmatic", "hedonic", "overall")],
        Method.LIKERT: [("likert", scaled[0].low, scaled[0].high)] if scaled else [],
    }
    return known.get(method, [])
