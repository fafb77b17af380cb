"""How evaluations are told: stages, shares, what a change is worth; never a p-value."""

from workshop.language import Language
from workshop.models.errors import NotFoundError
from workshop.models.records.evaluations import FormRecord, ItemChange, ServiceChange
from workshop.models.telling.scores import effect_told
from workshop.models.titles import title_of
from workshop.services.evaluation.instruments import find_instrument


def instrument_title(language: Language, key: str) -> str:
    """The title of a ready instrument; a questionnaire of one's own may have been renamed or removed since."""
    try:
        return find_instrument(key).title.in_language(language.code)
    except NotFoundError:
        return language.say("Own questionnaire")


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


def effect_pill(language: Language, effect: str, side: int) -> tuple[str, str]:
    """The size of a change and its side (1 better, −1 worse) in words, and the role of the pill that shows it."""
    if effect in ("", "none", "negligible"):
        side = 0
    return language.tell(effect_told(effect, side)), "ok" if side > 0 else "warn" if side < 0 else "quiet"
