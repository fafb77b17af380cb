"""`workshop report SESSION|PROJECT --out FILE.pdf`: a PDF report."""

import argparse
from pathlib import Path

from workshop.commands.common import opened_library, print_json
from workshop.language import Language
from workshop.models.errors import NotFoundError
from workshop.services import lab_sessions, projects, reporting
from workshop.services.library import Library

KINDS = ("session", "project")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to report on, of which kind, and where to."""
    parser.add_argument("subject", metavar="SESSION|PROJECT", help=language.say("id, beginning of an id, or title"))
    parser.add_argument("--out", required=True, metavar="FILE.pdf", help=language.say("where to write the report"))
    parser.add_argument(
        "--kind", choices=KINDS, help=language.say("session or project; by default what the subject is")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the report; the file appears whole or not at all."""
    target = Path(options.out)
    with opened_library(options) as library:
        content = _content(library, options.subject, options.kind, language)
        reporting.write_report(target, content)
    if options.json:
        print_json({"file": str(target), "bytes": len(content)})
    else:
        print(language.say("The report is in {file}.", file=target))
    return 0


def _content(library: Library, subject: str, kind: str | None, language: Language) -> bytes:
    if kind != "project":
        try:
            session = lab_sessions.find_session(library, wanted=subject)
        except NotFoundError:
            if kind == "session":
                raise
        else:
            return reporting.finished(reporting.session_report(library, session_id=session.id, language=language))
    project = projects.find_project(library, wanted=subject)
    return reporting.finished(reporting.project_report(library, project_id=project.id, language=language))
