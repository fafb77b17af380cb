"""`workshop projects`: the projects of the library with their ids."""

import argparse

from workshop.commands.common import opened_library
from workshop.commands.printing import print_json, print_table
from workshop.language import Language
from workshop.models.titles import title_of
from workshop.services.projects import projects


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """None of its own."""


def run(options: argparse.Namespace, language: Language) -> int:
    """List the projects."""
    with opened_library(options) as library:
        cards = projects.list_projects(library)
    if options.json:
        print_json(
            [
                {
                    "id": card.project.id,
                    "title": card.project.title,
                    "city": card.project.city,
                    "phase": card.current_phase,
                    "practice": card.project.practice,
                    "sessions": card.sessions,
                    "participants": card.participants,
                    "ideas": card.ideas,
                }
                for card in cards
            ]
        )
    elif not cards:
        print(language.say("There are no projects yet."))
    else:
        print_table(
            [
                [
                    str(card.project.id)[:8],
                    card.project.title,
                    language.tell(title_of(card.current_phase)) if card.current_phase else "–",
                    language.say_many("{n} session", "{n} sessions", card.sessions),
                    language.say_many("{n} idea", "{n} ideas", card.ideas),
                ]
                for card in cards
            ]
        )
    return 0
