"""`workshop rehearse SESSION|new`: simulated participants go through a session by the real services."""

import argparse
import json
from uuid import UUID

from workshop.commands.common import opened_library
from workshop.language import Language, mark
from workshop.models.errors import InputError
from workshop.services.rehearsal import rehearsal
from workshop.services.sessions import lab_sessions


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Which session, how many participants, how fast, and the seed of what they do."""
    parser.add_argument("session", metavar="SESSION", help=language.say("id or title of a session, or “new”"))
    parser.add_argument("--participants", type=int, required=True, metavar="N", help=language.say("how many take part"))
    parser.add_argument("--seed", type=int, default=0, metavar="S", help=language.say("the same seed does the same"))
    parser.add_argument("--pace", type=int, default=0, metavar="MS", help=language.say("milliseconds between two acts"))


def run(options: argparse.Namespace, language: Language) -> int:
    """One JSON line for every act, printed after it is durable."""
    if not 1 <= options.participants <= rehearsal.MOST_PARTICIPANTS:
        raise InputError(mark("Please give a number from 1 to {most}.", most=rehearsal.MOST_PARTICIPANTS))
    if options.pace < 0:
        raise InputError(mark("The pace is a number of milliseconds, 0 or more."))
    new = options.session == "new"
    with opened_library(options, create=new) as library:
        session_id: UUID | None = None if new else lab_sessions.find_session(library, wanted=options.session).id
        acts = rehearsal.rehearse(
            library,
            session_id=session_id,
            participants=options.participants,
            seed=options.seed,
            pace=options.pace,
            language=language,
        )
        for act in acts:
            print(json.dumps({"act": act.kind, "id": str(act.id)}), flush=True)
    return 0
