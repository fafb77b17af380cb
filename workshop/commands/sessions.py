"""`workshop sessions PROJECT`: the sessions of a project with their ids."""

import argparse

from workshop.commands.common import opened_library
from workshop.commands.printing import print_json, print_table
from workshop.language import Language
from workshop.models.titles import title_of
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """The project."""
    parser.add_argument("project", metavar="PROJECT", help=language.say("id, beginning of an id, or title"))


def run(options: argparse.Namespace, language: Language) -> int:
    """List the sessions of a project."""
    with opened_library(options) as library:
        project = projects.find_project(library, wanted=options.project)
        lines = lab_sessions.list_sessions(library, project_id=project.id)
    if options.json:
        print_json(
            [
                {
                    "id": line.session.id,
                    "title": line.session.title,
                    "phase": line.session.phase,
                    "number": line.session.number,
                    "on": line.session.on,
                    "state": line.session.state,
                    "practice": line.session.practice,
                    "present": line.present,
                    "ideas": line.ideas,
                    "polls": line.polls,
                }
                for line in lines
            ]
        )
    elif not lines:
        print(language.say("This project has no sessions yet."))
    else:
        print_table(
            [
                [
                    str(line.session.id)[:8],
                    f"{line.session.phase.number}-{line.session.number}",
                    line.session.title,
                    language.date(line.session.on) if line.session.on else "–",
                    language.tell(title_of(line.session.state)),
                ]
                for line in lines
            ]
        )
    return 0
