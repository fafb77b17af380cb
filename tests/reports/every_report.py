"""Every kind of report with little, usual and much in it: what all of them have in common is tested on this list.

A new kind of report adds its records to `tests/reports/example_kinds.py`.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.reports import example_votes, examples
from tests.reports.example_kinds import LITTLE, MUCH, challenge_brief
from tests.reports.example_projects import project_report
from tests.reports.example_scores import form_reports, session_trends, type_comparisons
from workshop.language import Language
from workshop.models.records.report_options import AttachedFile, PaperSize, ReportOptions
from workshop.models.records.reports import PollReport, ProjectReport, SessionReport
from workshop.reports.document import Build
from workshop.services.reporting.kinds import KINDS, kind_of

Maker = Callable[[Language], Build]

DATA = (
    AttachedFile("data.json", "application/json", "Data", b'{"ideas":[]}'),
    AttachedFile("ideas.csv", "text/csv", "Ideas", "번호,제안\r\n1,가로등\r\n".encode("utf-8-sig")),
)
STRANGE = "安全한 ᄒᆞᆫ길 📱 ☐☑☒✘ Điện thoại ปลอดภัย سلام \U0002f800 \ue000\u00a0\ufffd x\u0301 👨\u200d👩\u200d👧 🇰🇷"


def _session(count: int) -> SessionReport:
    """So many ideas, the first in signs of many scripts; with 80 also every voting rule and every instrument there is."""
    board = examples.many_ideas(count)
    board = replace(board, ideas=(replace(board.ideas[0], text=STRANGE), *board.ideas[1:]))
    record: SessionReport = replace(MUCH["session"], board=board)
    if count != 80:
        return record
    polls = (PollReport(result.poll, result) for result in example_votes.every_rule())
    return replace(record, polls=(*record.polls, *polls), forms=(*record.forms, *form_reports()))


def _project(count: int) -> ProjectReport:
    board = examples.many_ideas(count)
    return replace(project_report(), board=board, types=type_comparisons(), trends=session_trends())


def _made(name: str, record: Any) -> Maker:
    kind = kind_of(name)
    files = () if kind.on_paper_only else DATA
    return lambda language: kind.build(record, ReportOptions(languages=(language.code,)), files)


def _both(name: str) -> Maker:
    """In two languages, on the other paper."""
    codes = {"ko": ("ko", "en"), "en": ("en", "ko")}
    return lambda language: kind_of(name).build(
        MUCH[name], ReportOptions(languages=codes[language.code], paper=PaperSize.LETTER)
    )


EVERY_REPORT: dict[str, Maker] = {
    **{f"{kind.name}-0": _made(kind.name, LITTLE[kind.name]) for kind in KINDS},
    **{f"{kind.name}-80": _made(kind.name, MUCH[kind.name]) for kind in KINDS},
    **{f"{kind.name}-both": _both(kind.name) for kind in KINDS if kind.in_two_languages},
    "session-80": _made("session", _session(80)),
    "session-2000": _made("session", _session(2000)),
    "project-80": _made("project", _project(80)),
    "project-2000": _made("project", _project(2000)),
    "brief-2000": _made("brief", challenge_brief(2000)),
}
"""Name and number of ideas → what builds it in a language."""
