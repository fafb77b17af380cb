"""The data of a report: canonical JSON with its checksum, and tables that any spreadsheet program opens."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Protocol, TypeVar
from uuid import UUID

from workshop.exchange.sheets import Sheet, write_csv
from workshop.language import Language
from workshop.methods.voting.tally import as_number
from workshop.models.records.evaluations import FormResult
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.report_extracts import ChallengeBrief, DepartmentReport, EvaluationReport, PollSheet
from workshop.models.records.report_options import AttachedFile
from workshop.models.records.reports import (
    FormReport,
    PhaseReport,
    PhaseSummary,
    PollReport,
    ProjectReport,
    SessionReport,
)
from workshop.models.records.votes import PollResult
from workshop.reports.archival.metadata import DATA_FILE
from workshop.services.reporting import tables


class Sealed(Protocol):
    """A record that carries the checksum of itself."""

    @property
    def checksum(self) -> str:
        """SHA-256 of the record's data, 64 figures; empty before it is sealed."""
        ...


R = TypeVar("R", bound=Sealed)


def sealed(record: R) -> R:
    """The record with the checksum of its data."""
    return replace(record, checksum=hashlib.sha256(report_data(record)).hexdigest())  # type: ignore[type-var]


def report_data(record: Any) -> bytes:
    """The data of a report as canonical JSON: keys in order, moments in UTC, nothing that depends on the laptop.

    Files such as photos stand as their SHA-256.
    """
    values = asdict(record)
    for only_shown in ("utc_offset", "checksum"):
        values.pop(only_shown, None)
    return json.dumps(values, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def attached_files(record: Any, language: Language) -> tuple[AttachedFile, ...]:
    """The data of a record as files: all of it as JSON, what it holds in lists as tables with words in a language.

    The checksum printed in the report is that of `data.json`.
    """
    whole = AttachedFile(DATA_FILE, "application/json", language.say("All data of this report"), report_data(record))
    tables = (
        AttachedFile(f"{name}.csv", "text/csv", sheet.name, write_csv(sheet))
        for name, sheet in _sheets(record, language)
    )
    return (whole, *tables)


def _sheets(record: Any, language: Language) -> Iterator[tuple[str, Sheet]]:
    """The tables of a record with the names of their files; those without rows are left out."""
    ideas, themes = _ideas_of(record)
    made = [
        ("ideas", tables.idea_sheet(ideas, themes, language)),
        *_numbered("vote", [tables.vote_sheet(each, language) for each in _results(record)]),
        *_numbered("evaluation", [tables.evaluation_sheet(each, language) for each in _form_results(record)]),
        ("follow-ups", tables.follow_up_sheet(_follow_ups(record), language)),
        ("local-issues", tables.issue_sheet(_issues(record), language)),
    ]
    return ((name, sheet) for name, sheet in made if sheet.rows)


def _numbered(name: str, sheets: Sequence[Sheet]) -> list[tuple[str, Sheet]]:
    return [(f"{name}-{number}", sheet) for number, sheet in enumerate(sheets, start=1)]


def _ideas_of(record: Any) -> tuple[tuple[IdeaRecord, ...], tuple[ThemeRecord, ...]]:
    if isinstance(record, SessionReport | ProjectReport | PhaseReport):
        return record.board.ideas, record.board.themes
    return (record.ideas, (record.theme,)) if isinstance(record, ChallengeBrief) else ((), ())


def _results(record: Any) -> list[PollResult]:
    reports: Iterable[PollReport] = ()
    if isinstance(record, SessionReport):
        reports = record.polls
    elif isinstance(record, PollSheet):
        reports = (record.poll,)
    elif isinstance(record, ChallengeBrief):
        return [each.result for each in record.votes]
    else:
        reports = (poll for phase in _phases(record) for session in phase.sessions for poll in session.polls)
    return [each.result for each in reports if each.result is not None and each.poll.annulled_at is None]


def _form_results(record: Any) -> list[FormResult]:
    reports: Iterable[FormReport] = ()
    if isinstance(record, SessionReport):
        reports = record.forms
    elif isinstance(record, EvaluationReport):
        reports = (each.report for each in record.forms)
    else:
        reports = (form for phase in _phases(record) for session in phase.sessions for form in session.forms)
    return [each.result for each in reports if each.result is not None]


def _phases(record: Any) -> tuple[PhaseSummary, ...]:
    if isinstance(record, ProjectReport):
        return record.phases
    return (record.phase,) if isinstance(record, PhaseReport) else ()


def _follow_ups(record: Any) -> list[FollowUpRecord]:
    if isinstance(record, DepartmentReport):
        return [task.item for part in record.parts for task in part.tasks]
    if isinstance(record, ChallengeBrief):
        return list(record.decisions)
    return (
        list(record.follow_ups) if isinstance(record, SessionReport | ProjectReport | PhaseReport | PollSheet) else []
    )


def _issues(record: Any) -> tuple[LocalIssueRecord, ...]:
    return record.issues if isinstance(record, SessionReport | ChallengeBrief) else ()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Fraction):
        return as_number(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"{type(value)} is not data of a report")
