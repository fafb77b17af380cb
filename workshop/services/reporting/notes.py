"""What whoever makes a report should know of it before it leaves: what is missing, left out, or told of persons."""

from collections.abc import Iterable, Iterator
from typing import Any

from workshop.language import Language
from workshop.models.enums import SessionState
from workshop.models.records.evaluations import FormResult
from workshop.models.records.report_options import SECTION_TITLES
from workshop.models.records.reports import FormReport, ReportPhoto, SessionReport, is_small
from workshop.services.reporting.making import GatheredReport

_NAMED = 3  # missing photos that are named one by one


def notes_of(report: GatheredReport, language: Language) -> tuple[str, ...]:
    """Sentences, the most important first."""
    return (
        *_persons(report, language),
        *_photos(getattr(report.record, "photos", ()), language),
        *_state(report.record, language),
        *_withheld(getattr(report.record, "forms", ()), language),
        *_left_out(report, language),
    )


def _persons(report: GatheredReport, language: Language) -> Iterator[str]:
    say, options = language.say, report.options
    if options.names:
        yield say("The names of participants are in it. Give it only to those who may read them.")
    elif report.kind.carries_names:
        yield say("No names are in it, only numbers.")
    elif not report.kind.on_paper_only:
        yield say("No names are in it.")
    if not options.suppress_small and not report.kind.on_paper_only:
        yield say("Groups of fewer than five people are told too; somebody may be recognized.")
    hidden = len({each.text for each in report.findings} - {each.text for each in report.unmasked})
    if hidden:
        yield language.say_many("{n} personal detail is masked.", "{n} personal details are masked.", hidden)


def _photos(photos: Iterable[ReportPhoto], language: Language) -> Iterator[str]:
    lost = [photo for photo in photos if not photo.data]
    for photo in lost[:_NAMED]:
        yield language.say("The photo {which} is missing or cannot be read.", which=_which(photo, language))
    if len(lost) > _NAMED:
        rest = len(lost) - _NAMED
        yield language.say_many(
            "{n} more photo is missing or cannot be read.", "{n} more photos are missing or cannot be read.", rest
        )


def _which(photo: ReportPhoto, language: Language) -> str:
    if photo.caption:
        return f"“{photo.caption}”"
    if photo.idea is not None:
        return language.say("of idea no. {n}", n=photo.idea)
    if photo.issue is not None:
        return language.say("of local issue no. {n}", n=photo.issue)
    return language.say("of the session")


def _state(record: Any, language: Language) -> Iterator[str]:
    if not isinstance(record, SessionReport):
        return
    match record.session.state:
        case SessionState.CLOSED:
            yield language.say("The session has ended: this is its final report.")
        case SessionState.RUNNING:
            yield language.say(
                "The session is running: this is how things stand now. Votes and forms that are open are left out."
            )
        case SessionState.DRAFT:
            yield language.say("The session has not begun: only its plan is in the report.")


def _withheld(forms: Iterable[Any], language: Language) -> Iterator[str]:
    """Evaluations that too few answered; the forms of a service come with the session they were held in."""
    reports = [form if isinstance(form, FormReport) else form.report for form in forms]
    titles = [report.form.title for report in reports if report.result is not None and _is_withheld(report.result)]
    if titles:
        listed = ", ".join(f"“{title}”" for title in titles)
        yield language.say("Too few people answered to tell what they said: {titles}.", titles=listed)


def _is_withheld(result: FormResult) -> bool:
    return (
        result.respondents > 0
        and is_small(result.respondents)
        and not any(item.counts or item.texts for item in result.items)
    )


def _left_out(report: GatheredReport, language: Language) -> Iterator[str]:
    wanted = [section for section in report.kind.sections if section in report.options.without]
    if wanted:
        titles = ", ".join(language.tell(SECTION_TITLES[section]) for section in wanted)
        yield language.say("Left out: {sections}.", sections=titles)
