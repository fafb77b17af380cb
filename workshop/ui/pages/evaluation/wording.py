"""How evaluations are told: stages, shares, what a change is worth; never a p-value."""

from fractions import Fraction
from functools import cache

from workshop.language import Language
from workshop.models.errors import NotFoundError
from workshop.models.records.evaluations import FormRecord, ItemChange, ItemRecord, ItemResult, ServiceChange
from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.titles import title_of
from workshop.services.instruments import find_instrument


def is_small(n: int) -> bool:
    """Whether so few answered that only their number is told."""
    return n < SMALLEST_CELL


def instrument_title(language: Language, key: str) -> str:
    """The title of an instrument; its key where it is no longer there."""
    try:
        return find_instrument(key).title.in_language(language.code)
    except NotFoundError:
        return key


@cache
def negative_keys(instrument: str) -> frozenset[str]:
    """The items of an instrument where agreeing is bad news."""
    try:
        return frozenset(item.key for item in find_instrument(instrument).items if item.negative)
    except NotFoundError:
        return frozenset()


def about_form(language: Language, form: FormRecord) -> str:
    """Service and stage in one line, with the instrument where the title says something else."""
    instrument = instrument_title(language, form.instrument)
    parts = [instrument if instrument != form.title else "", form.service_title, stage_words(language, form)]
    return " · ".join(part for part in parts if part)


def stage_words(language: Language, form: FormRecord) -> str:
    """When the form is put, seen from the change."""
    return language.say("measured {stage}", stage=title_of(form.stage))


def answers_words(language: Language, n: int) -> str:
    """How many have answered."""
    return language.say_many("{n} answer", "{n} answers", n=n)


def shown_median(text: str) -> str:
    """A median without the zero behind the point."""
    return text.removesuffix(".0") or "–"


def percent(share: str) -> str:
    """A share from 0 to 1 as a whole per cent."""
    return f"{round(Fraction(share) * 100)} %" if share else "–"


def scale_steps(item: ItemRecord) -> range:
    """The values of a scale item."""
    return range(item.low, item.high + 1)


def step_counts(result: ItemResult) -> list[int]:
    """How many chose each step, the lowest first."""
    return [result.counts.get(str(value), 0) for value in scale_steps(result.item)]


def step_words(language: Language, item: ItemRecord) -> list[str]:
    """The words of each step, its number where it has none."""
    return [language.pick(item.labels.get(str(value), {})) or str(value) for value in scale_steps(item)]


def who_answered(language: Language, change: ServiceChange) -> str:
    """How many answered before and after, and whether they are compared in pairs or as two groups."""
    before, after = (language.number(each.respondents) for each in (change.before, change.after))
    if change.paired:
        return language.say(
            "{before} answered before and {after} after; {paired} of them are known by code in both and compared in pairs.",
            before=before, after=after, paired=language.number(change.paired),
        )  # fmt: skip
    return language.say(
        "{before} answered before and {after} after; two groups side by side, not paired.", before=before, after=after
    )


def moved_words(language: Language, item: ItemChange) -> str:
    """How many of the paired went up, stayed, went down."""
    return language.say(
        "higher {better}, same {same}, lower {worse}", better=item.better, same=item.same, worse=item.worse
    )


def direction(change: ServiceChange, item: ItemChange) -> int:
    """1 where the service became better in this item, −1 where worse, 0 where neither."""
    balance = item.better - item.worse if change.paired else _balance(step_counts(item.before), step_counts(item.after))
    sign = (balance > 0) - (balance < 0)
    return -sign if item.item.key in negative_keys(change.before.form.instrument) else sign


def effect_words(language: Language, change: ServiceChange, item: ItemChange) -> tuple[str, str]:
    """The size and the side of a change in words, and the role of the pill that shows it."""
    say, side = language.say, direction(change, item)
    if item.effect in ("", "none", "negligible") or side == 0:
        return say("hardly any change"), "quiet"
    better = {
        "small": say("a little better"), "medium": say("clearly better"), "large": say("much better"),
    }  # fmt: skip
    worse = {"small": say("a little worse"), "medium": say("clearly worse"), "large": say("much worse")}
    return (better[item.effect], "ok") if side > 0 else (worse[item.effect], "warn")


def _balance(before: list[int], after: list[int]) -> int:
    """In how many pairs of one answer before and one after the later is higher, less those where it is lower."""
    total = 0
    for new, later in enumerate(after):
        total += later * (sum(before[:new]) - sum(before[new + 1 :]))
    return total
