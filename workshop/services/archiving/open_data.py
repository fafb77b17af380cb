"""Open data: local issues, ideas, themes, results of votes and of evaluations without anything of a person, as .csv and .json,
described after Frictionless Data Package v1 (specs.frictionlessdata.io).

No participant is in it, neither by number nor by code; no author, no time of day, no count of supporters. Telephone numbers,
e-mail addresses and resident registration numbers in texts are masked. Votes with fewer than five ballots are left out, as in
the reports, and so are ideas that were withdrawn or are not yet shown to the room.
"""

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from workshop.language import CODES, Message, load_language, mark
from workshop.methods.voting.tally import as_number
from workshop.models.enums import IdeaState, IssueState, PollState, SessionState
from workshop.models.errors import InputError
from workshop.models.records.reports import SMALLEST_CELL
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.archiving.encoding import plain
from workshop.services.archiving.open_evaluations import evaluation_tables
from workshop.services.archiving.open_tables import Mask, OpenColumn, OpenTable
from workshop.services.archiving.subjects import Subject, subject_of
from workshop.services.ideas.ideas import idea_board
from workshop.services.ideas.local_issues import list_issues
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import fault_of_writing
from workshop.services.sessions.lab_sessions import list_sessions
from workshop.services.voting import polls, results

# Licences that may be chosen: name as in the Data Package, title, address.
LICENCES: Mapping[str, tuple[str, str]] = {
    "KOGL-1": (
        "공공누리 제1유형 (Korea Open Government License Type 1)",
        "https://www.kogl.or.kr/info/licenseType1.do",
    ),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def open_tables(
    library: Library, *, project_id: UUID | None = None, session_id: UUID | None = None
) -> tuple[tuple[OpenTable, ...], int]:
    """The tables of a project or session, and in how many texts something was masked."""
    subject = subject_of(library, project_id=project_id, session_id=session_id)
    everything = [line.session for line in list_sessions(library, project_id=subject.project.id)]
    told = [one for one in everything if not one.practice and one.state is not SessionState.DRAFT]
    sessions = {one.id: one for one in told if session_id in {None, one.id}}
    mask = Mask()
    tables = (
        _sessions(sessions.values()),
        _themes(library, subject, sessions, mask),
        _ideas(library, subject, sessions, mask),
        _issues(library, subject, session_id, mask),
        _results(library, subject, sessions, mask),
        *evaluation_tables(library, project_id=subject.project.id, sessions=sessions, mask=mask),
    )
    return tuple(table for table in tables if table.rows), mask.masked


def write_open_data(
    library: Library,
    *,
    out: Path,
    licence: str,
    project_id: UUID | None = None,
    session_id: UUID | None = None,
) -> tuple[tuple[Path, ...], int]:
    """Write the tables with their description into the new or empty folder `out`; the files, and how many texts were masked.

    Raises InputError for an unknown licence or a folder with something in it, LibraryError where it cannot be written.
    """
    if licence not in LICENCES:
        raise InputError(
            mark("There is no licence “{name}”. Choose one of: {all}.", name=licence, all=", ".join(LICENCES))
        )
    out = out.absolute()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(
            mark("There is something in {folder} already. Name a new or an empty folder.", folder=str(out))
        )
    subject = subject_of(library, project_id=project_id, session_id=session_id)
    tables, masked = open_tables(library, project_id=project_id, session_id=session_id)
    files = {f"{table.name}.{kind}": write(table) for table in tables for kind, write in _WRITERS.items()}
    files["datapackage.json"] = _described(subject, tables, files, licence)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name[:40]}.", dir=out.parent))
        try:
            made = beside / out.name
            made.mkdir()
            for name, content in files.items():
                (made / name).write_bytes(content)
            if out.exists():
                out.rmdir()  # it is empty
            made.rename(out)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise fault_of_writing(error, out) from error
    return tuple(out / name for name in sorted(files)), masked


def _sessions(sessions: Any) -> OpenTable:
    columns = (
        OpenColumn("session", "string", mark("control number of the session")),
        OpenColumn("phase", "string", mark("phase of the project")),
        OpenColumn("title", "string", mark("title")),
        OpenColumn("date", "date", mark("day on which it was held")),
    )
    rows = [(one.document_number, one.phase.value, one.title, one.on) for one in sessions]
    return OpenTable("sessions", mark("sessions that were held"), columns, _sorted(rows))


def _themes(library: Library, subject: Subject, sessions: Mapping[UUID, LabSessionRecord], mask: Mask) -> OpenTable:
    board = idea_board(library, project_id=subject.project.id)
    columns = (
        OpenColumn("theme", "string", mark("theme")),
        OpenColumn("ideas", "integer", mark("number of ideas under it")),
    )
    counted = [
        (theme, [idea for idea in board.under(theme.id) if idea.lab_session_id in sessions]) for theme in board.themes
    ]
    rows = [(mask(theme.title), len(ideas)) for theme, ideas in counted if ideas]
    return OpenTable("themes", mark("themes that ideas were gathered under"), columns, tuple(rows))


def _ideas(library: Library, subject: Subject, sessions: Mapping[UUID, LabSessionRecord], mask: Mask) -> OpenTable:
    board = idea_board(library, project_id=subject.project.id)
    themes = {theme.id: theme.title for theme in board.themes}
    numbers = {idea.id: (sessions[idea.lab_session_id].document_number, idea.number) for idea in board.ideas
               if idea.lab_session_id in sessions}  # fmt: skip
    columns = (
        OpenColumn("session", "string", mark("control number of the session")),
        OpenColumn("number", "integer", mark("number within the session")),
        OpenColumn("text", "string", mark("the idea in the words it was given in")),
        OpenColumn("theme", "string", mark("theme")),
        OpenColumn("state", "string", mark("open, chosen or merged")),
        OpenColumn("merged_into", "string", mark("session and number of the idea it was merged into")),
    )
    rows = [
        (
            *numbers[idea.id], mask(idea.text), mask(themes.get(idea.theme_id, "") if idea.theme_id else ""),
            idea.state.value,
            "-".join(map(str, numbers.get(idea.merged_into_id, ()))) if idea.merged_into_id else "",
        )
        for idea in board.ideas
        if idea.id in numbers and idea.state is not IdeaState.WITHDRAWN and not idea.hidden
    ]  # fmt: skip
    return OpenTable("ideas", mark("ideas of citizens"), columns, _sorted(rows))


def _issues(library: Library, subject: Subject, session_id: UUID | None, mask: Mask) -> OpenTable:
    columns = (
        OpenColumn("number", "integer", mark("number within the project")),
        OpenColumn("text", "string", mark("what is wrong")),
        OpenColumn("category", "string", mark("category")),
        OpenColumn("place", "string", mark("where, in words")),
        OpenColumn("map_x", "integer", mark("place on the map from the left, in ten-thousandths of its width")),
        OpenColumn("map_y", "integer", mark("place on the map from the top, in ten-thousandths of its height")),
        OpenColumn("source", "string", mark("how it is known")),
        OpenColumn("state", "string", mark("where it stands")),
        OpenColumn("photos", "integer", mark("number of photos; they are not published here")),
    )
    rows = [
        (
            issue.number, mask(issue.text), issue.category.value, mask(issue.place),
            issue.on_map.x if issue.on_map else None, issue.on_map.y if issue.on_map else None, issue.source.value,
            issue.state.value, issue.pictures,
        )
        for issue in list_issues(library, project_id=subject.project.id, session_id=session_id)
        if issue.state is not IssueState.WITHDRAWN
    ]  # fmt: skip
    return OpenTable("local-issues", mark("local issues"), columns, _sorted(rows))


def _results(library: Library, subject: Subject, sessions: Mapping[UUID, LabSessionRecord], mask: Mask) -> OpenTable:
    columns = (
        OpenColumn("session", "string", mark("control number of the session")),
        OpenColumn("vote", "string", mark("question of the vote")),
        OpenColumn("rule", "string", mark("rule by which it was counted")),
        OpenColumn("rank", "integer", mark("place in the result")),
        OpenColumn("option", "string", mark("option")),
        OpenColumn("points", "string", mark("points by the rule, as a number or a fraction")),
        OpenColumn("chosen", "boolean", mark("whether it was chosen")),
        OpenColumn("ballots", "integer", mark("number of ballots")),
        OpenColumn("entitled", "integer", mark("number of people who could vote")),
    )
    rows: list[tuple[Any, ...]] = []
    for poll in polls.list_polls(library, project_id=subject.project.id):
        if poll.lab_session_id not in sessions or not poll.is_counted or poll.state is PollState.ANNULLED:
            continue
        result = results.poll_result(library, poll_id=poll.id)
        if result.ballots < SMALLEST_CELL:
            continue
        rows += [
            (
                sessions[poll.lab_session_id].document_number, mask(poll.title), result.rule.value, line.rank,
                mask(line.option.text), str(as_number(line.points)), line.chosen, result.ballots, result.entitled,
            )
            for line in result.lines
        ]  # fmt: skip
    return OpenTable("results", mark("results of votes with at least five ballots"), columns, tuple(rows))


def _described(subject: Subject, tables: Sequence[OpenTable], files: Mapping[str, bytes], licence: str) -> bytes:
    """`datapackage.json`: what the files are, their columns, and under which licence they may be used."""
    title, address = LICENCES[licence]
    description = {
        code: load_language(code).say(
            "Open data of a citizen workshop: local issues, ideas, themes, results of votes and evaluations."
        )
        for code in CODES
    }
    document = {
        "profile": "tabular-data-package",
        "name": f"living-lab-{str(subject.session.id if subject.session else subject.project.id)[:8]}",
        "title": subject.title,
        "description": "\n\n".join(description.values()),
        "contributors": [{"title": subject.host, "role": "publisher"}] if subject.host else [],
        "keywords": ["living lab", "리빙랩", *([subject.project.city] if subject.project.city else [])],
        "licenses": [{"name": licence, "title": title, "path": address}],
        "resources": [
            {
                "name": table.name if kind == "csv" else f"{table.name}-json",
                "path": f"{table.name}.{kind}",
                "profile": "tabular-data-resource",
                "format": kind,
                "mediatype": "text/csv" if kind == "csv" else "application/json",
                "encoding": "utf-8",
                "title": _in_both(table.about),
                "bytes": len(files[f"{table.name}.{kind}"]),
                "hash": f"sha256:{sha256(files[f'{table.name}.{kind}']).hexdigest()}",
                "schema": {
                    "fields": [
                        {"name": column.name, "type": column.type, "description": _in_both(column.about)}
                        for column in table.columns
                    ],
                    "missingValues": [""],
                },
            }
            for table in tables
            for kind in _WRITERS
        ],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _in_both(words: Message) -> str:
    return " / ".join(load_language(code).tell(words) for code in CODES)


def _csv(table: OpenTable) -> bytes:
    """UTF-8 without a mark, as the format wants it; what begins like a formula gets an apostrophe (OWASP, CSV Injection)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[_cell(value) for value in row] for row in table.rows])
    return stream.getvalue().encode()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    told = plain(value)
    return f"'{told}" if isinstance(told, str) and told.startswith(_DANGEROUS) else told


def _json(table: OpenTable) -> bytes:
    names = [column.name for column in table.columns]
    lines = [dict(zip(names, plain(row), strict=True)) for row in table.rows]
    return f"{json.dumps(lines, ensure_ascii=False, indent=1)}\n".encode()


_WRITERS: Mapping[str, Callable[[OpenTable], bytes]] = {"csv": _csv, "json": _json}


def _sorted(rows: Sequence[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(sorted(rows, key=lambda row: [str(row[0]).zfill(12), str(row[1]).zfill(12)]))
