"""What in a report's free text points to a person: shown to the facilitator before anything leaves, masked on wish.

Every text of a record is looked at but for what the program itself wrote (keys, sums, codes), so that a text that is added
to a record later is looked at too. What is kept in the library is never changed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from workshop.language import Message, mark
from workshop.methods.personal_data import (
    EMAIL,
    PHONE,
    RESIDENT_NUMBER,
    find_personal_data,
    mask_personal_data,
)
from workshop.models.records.evaluations import ItemResult
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.personal_decisions import PersonalDecisions
from workshop.models.records.projects import CityServiceRecord, PhaseRecord, ProjectRecord, SupportItemRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.report_options import PersonalDataFinding, ReportOptions
from workshop.models.records.reports import ReportPhoto
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollOptionRecord, PollRecord

R = TypeVar("R")

WHAT: Mapping[str, Message] = {
    PHONE: mark("telephone number"),
    EMAIL: mark("e-mail address"),
    RESIDENT_NUMBER: mark("resident registration number"),
}
# Written by the program: keys, sums, codes, results of a count.
_OUR_OWN = frozenset({
    "checksum", "code", "content", "details", "document_number", "document_prefix", "effect", "grade", "instrument", "key",
    "lot_seal", "lot_seed", "median", "photo", "reliability", "score", "score_name", "template_key", "top2",
})  # fmt: skip
_LONGEST = 24  # characters of a title that says where something stands


def find_in(record: Any) -> tuple[PersonalDataFinding, ...]:
    """Everything in a record's texts that looks personal, in the order of the record, each place once."""
    found: dict[tuple[Message, str], PersonalDataFinding] = {}

    def look(text: str, where: Message) -> str:
        for each in find_personal_data(text):
            found.setdefault((where, each.text), PersonalDataFinding(where, WHAT[each.kind], each.text, each.masked))
        return text

    _each_text(record, mark("this report"), look)
    return tuple(found.values())


def masked(record: R, options: ReportOptions) -> R:
    """The record with what looks personal masked, where the options want it; `spared` texts stay."""
    if not options.mask:
        return record
    return _each_text(record, mark("this report"), lambda text, _where: mask_personal_data(text, options.spared))


def decided(
    options: ReportOptions, findings: Iterable[PersonalDataFinding], decisions: PersonalDecisions
) -> ReportOptions:
    """The options with what was decided in the project: what is to be masked is, what is left stays even where all is masked."""
    texts = {finding.text for finding in findings}
    stay = {text for text in texts if text in options.spared or decisions.leaves(text)}
    if not options.mask:
        stay |= {text for text in texts if not decisions.masks(text)}
    return replace(options, mask=options.mask or stay != texts, spared=frozenset(stay))


def _each_text(value: R, where: Message, change: Callable[[str, Message], str]) -> R:
    """The same value with every text as `change` leaves it; what nothing changes in is handed back itself."""
    thing: Any = value
    if isinstance(thing, str):
        return cast(R, change(thing, where) if type(thing) is str else thing)  # words of an enum are our own
    if is_dataclass(thing) and not isinstance(thing, type):
        place = _where(thing) or where
        now = {
            field.name: _each_text(getattr(thing, field.name), place, change)
            for field in fields(thing)
            if field.name not in _OUR_OWN
        }
        new = {name: each for name, each in now.items() if each is not getattr(thing, name)}
        return cast(R, replace(thing, **new) if new else thing)
    if isinstance(thing, tuple | list):
        items = cast("Iterable[Any]", thing)
        return cast(R, _same_or_new(thing, [_each_text(each, where, change) for each in items]))
    if isinstance(thing, dict):
        texts = cast("dict[Any, Any]", thing)
        made = {key: _each_text(each, where, change) for key, each in texts.items()}
        return cast(R, thing if all(made[key] is texts[key] for key in texts) else made)
    return value


def _same_or_new(old: Any, new: list[Any]) -> Any:
    if all(each is before for each, before in zip(new, old, strict=True)):
        return old
    return type(old)(new) if not hasattr(old, "_fields") else type(old)(*new)


def _where(thing: Any) -> Message | None:  # noqa: C901
    """The place that a record is, in words; none where it lies within another."""
    match thing:
        case IdeaRecord():
            return mark("idea no. {n}", n=thing.number)
        case LocalIssueRecord():
            return mark("local issue no. {n}", n=thing.number)
        case ProposalRecord():
            return mark("proposal no. {n}", n=thing.number)
        case NoteRecord():
            return mark("a note of the discussion")
        case FollowUpRecord():
            return mark("decision or follow-up “{title}”", title=_short(thing.text))
        case ItemResult():
            return mark("answers to “{title}”", title=_short(thing.item.text.get("ko", thing.item.key)))
        case PollOptionRecord():
            return mark("option “{title}” of a vote", title=_short(thing.text))
        case PollRecord():
            return mark("vote “{title}”", title=_short(thing.title))
        case ThemeRecord():
            return mark("theme “{title}”", title=_short(thing.title))
        case ActivityRecord():
            return mark("activity “{title}”", title=_short(thing.title))
        case LabSessionRecord():
            return mark("session “{title}”", title=_short(thing.title))
        case ReportPhoto():
            return mark("caption of a photo")
        case CityServiceRecord():
            return mark("service “{title}”", title=_short(thing.title))
        case SupportItemRecord() | PhaseRecord():
            return mark("support checklist")
        case ProjectRecord():
            return mark("project “{title}”", title=_short(thing.title))
        case _:
            return None


def _short(text: str) -> str:
    """The beginning of a title, itself masked."""
    line = mask_personal_data(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
